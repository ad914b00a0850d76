"""Names in Spanish news."""
# ruff: noqa: E501, SIM905 - word lists read best as text

from copydesk.languages.contract.names import ROMANCE, Names
from copydesk.languages.contract.segmentation import words
from copydesk.languages.es.common_names import COMMON
from copydesk.languages.es.exonyms import EXONYMS
from copydesk.languages.es.ordinary_names import ENDINGS, ORDINARY
from copydesk.languages.es.organisations import ORGANISATIONS

NAMES = Names(
    given=frozenset(
        """Aarón Abel Adam Adolfo Adrián Agustín Alan Alba Albert Alberto Alejandra Alejandro Alex Alexander Alfonso
        Alfred Alfredo Alicia Álvaro Amanda Ana Andrea Andrés Andrew Andy Ángel Ángela Ann Anna Anne Anthony Antoine
        Antonio Arnaldo Arnold Arthur Arturo Barack Beatriz Ben Benjamin Bernard Bernardo Bill Bob Brad Brian Bruce
        Bruno Camilo Carl Carla Carlos Carmen Carolina Caroline Catherine Cecilia César Charles Charlie Chris
        Christian Christine Christopher Clara Claude Claudia Claudio Colin Cristian Cristina Cristóbal Dan Daniel
        Daniela David Dennis Diana Diego Dilma Dolores Dominique Don Donald Edgar Eduardo Edward Elena Elizabeth Elsa
        Emilio Emma Enrique Eric Ernesto Esperanza Esteban Eva Evo Federico Felipe Fernando Fidel Florentino Francisco
        Franck François Frank Fred Gabriel Gary George Georges Gerardo Germán Gilberto Gonzalo Gordon Graham Greg Guillermo
        Gustavo Hans Harry Héctor Helena Henri Henry Herman Hillary Horacio Howard Hugo Humberto Ian Ignacio Irene Isabel
        Iván Jack Jacob Jacques Jaime James Jan Jane Javier Jean Jeff Jennifer Jerry Jesús Jim Jimmy Joan Joaquín Joe
        John Johnny Jon Jordi Jorge José Josep Joseph Juan Judith Julia Julián Julio Justin Karl Kate Katherine Kevin
        Larry Laura Lauren Leo Leonardo Leonel Leopoldo Lionel Lisa Lorenzo Louis Lucas Lucía Luciano Luis Luisa Luiz
        Magdalena Manuel Marc Marcelo Marco Marcos María Mariano Marie Mario Mark Marta Martin Martín Mary Matthew Mauricio
        Max Mercedes Michael Michel Michelle Miguel Mike Miriam Mitt Mónica Nancy Natalia Néstor Nick Nicolás Nicole
        Nigel Nora Norman Óscar Oscar Pablo Paloma Patricia Patricio Patrick Paul Paula Pedro Peter Philip Philippe Pierre
        Pilar Rafael Ralph Ramón Raúl Ray Rebeca Ricardo Richard Rick Rita Robert Roberto Rocío Rodolfo Rodrigo Roger
        Román Ron Ronald Rosa Rosario Roy Rubén Ruth Sam Samuel Sandra Santiago Sara Sarah Scott Sean Sebastián Sergio
        Silvia Silvio Simon Simón Sofía Sonia Stephen Steve Steven Susan Susana Teresa Thomas Tim Tom Tomás Tony Valentín
        Vanessa Vicente Víctor Victoria Virginia Walter William Xavier Yolanda""".split()
    ),
    articles=frozenset({"El", "Al", "Los", "Las"}),
    translated=frozenset(
        """Academia Agencia Alianza América Angeles Ángeles Armada Asamblea Asociación Audiencia Ayuntamiento Banco Bolsa Brigada Cairo
        Cámara Camino Campeonato Capital Casa Centro Ciencia Ciencias Código Comisario Comisión Comité Comunidad Confederación
        Congreso Consejo Constitución Copa Corte Cruz Cuerpo Defensa Democracia Departamento Día Dirección Duque Ejército Escuela Estado
        Estados Europa Europea Europeo Facultad Federación Fiscal Fiscalía Fondo Frente Fuerza Fuerzas Fundación Gobierno Golfo Gran Grupo
        Guardia Guerra Haya Habana Hospital Iglesia Instituto Interior Internacional Isla Islas Juegos Junta Juzgado Justicia
        Ley Liga Lord Malvinas Mar Médico Medio Ministerio Ministro Monte Mundial Mundo Museo Nación Nacional Nacionales Naciones Navidad
        Norte Nueva Nuevo Obras Occidente Oficina Olímpicos Organización Oriente Oro Papa Parlamento Partido Partidos Plan Plaza Poder
        Policía Popular Premio Presidente Primera Primer Príncipe Programa Proyecto Pueblo Puerto Real Reina Reino República Revolución
        Rey Salud Salvador San Santa Santo Secretaría Secretario Segunda Seguridad Senado Servicio Servicios Sindicato Sistema Social
        Socialista Sociedad Sudáfrica Supremo Sur Teatro Tesoro Tierra Trabajo Tratado Tribunal Turismo Unidad Unidas Unidos Unido Unión
        Universidad Universitario York Jersey Hawai Zelanda Finanzas Información Profesor Profesora Canciller Federal Doctor Doctora Procurador
        Especial Embalse Sra Sr Sir Central Cooperación Promesas Latitud Embajada Embajador Gobernador Alcalde Director Directora Hotel Estudio Valle Vaticano Virgen Zona París Londres Nápoles Berlín Pekín Moscú Roma Praga Viena Atenas Ginebra
        Alemania Francia España Italia Bélgica Suiza Grecia Rusia China Japón Irak Irán Israel Siria Egipto Libia Túnez Argelia Marruecos
        México Brasil Chile Perú Bolivia Colombia Venezuela Cuba Ecuador Argentina Uruguay Paraguay Polonia Hungría Chequia Checa Checo
        Austria Suecia Noruega Dinamarca Finlandia Irlanda Escocia Inglaterra Gales Turquía Ucrania Rumanía Bulgaria Croacia Serbia
        Bosnia Kosovo Georgia Pakistán Afganistán India Tailandia Corea Filipinas Australia Nueva Zelanda Canadá Países Bajos Bretaña
        Británico Británica Americano Americana Española Español Francesa Francés Alemana Alemán Pablo""".split()
    )
    - {"Pablo"},
    words=frozenset(
        "ADN EE UU EEUU FBI FMI I IA OMC OMS ONU OTAN PIB SIDA TV UE NO SI SÍ EL LA LOS LAS LO UN UNA EN DE DEL AL POR CON SIN SE QUE ES SU SUS ME TE LE YA MÁS".split()
    ),
    acronyms={
        "fr": (
            ("IVA", "TVA"),
            ("SIDA", "SIDA"),
            ("ADN", "ADN"),
            ("OTAN", "OTAN"),
            ("PYME", "PME"),
            ("PYMES", "PME"),
            ("JJOO", "JO"),
            ("UCI", "USI"),
            ("ARN", "ARN"),
        )
    },
    common=COMMON,
    ordinary=ORDINARY,
    endings=ENDINGS,
    titles=words(
        """
        sr sra srta sres don dona senor senora senorita dr dra doctor doctora prof profesor
        profesora presidente presidenta expresidente ministro ministra alcalde alcaldesa gobernador
        gobernadora senador senadora rey reina principe princesa papa general coronel capitan juez
        jueza fiscal diputado diputada canciller procurador procuradora primer santa santo san fray
        sor padre madre hermano hermana tio tia lord lady sir mr mrs ms
        """
    ),
    exonyms=EXONYMS,
    foreign=ROMANCE,
    organisations=ORGANISATIONS,
    inflected=(
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "idos",
        "idas",
        "ar",
        "er",
        "ir",
        "ó",
        "aba",
        "aban",
        "amos",
        "emos",
        "imos",
        "ante",
        "antes",
        "mente",
        "dor",
        "dora",
        "ando",
        "iendo",
        "aron",
        "ieron",
        "ándose",
        "arse",
        "erse",
        "irse",
        "ate",
        "ilo",
        "ías",
        "encia",
        "eza",
    ),
)
