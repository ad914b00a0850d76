"""Spanish words with a capital that are translated: see ``Names.common``. Folded: no accents."""

_COMMON = """
academia aerea aereo aeropuerto agencia asamblea asociacion base belleza biblioteca bombay calle central
ciencia ciencias comite concurso conjunto conocimiento consejo cooperacion cultura departamento ejecutivo
enero equipo exterior exteriores facultad federacion federal fiesta futbol general gobernacion hospital
informacion infantes infantil infanteria instituto interior internacional investigadores justicia libreria
limpieza mayo museo nacional negocios oficial partido policia popular presupuesto primer publicas puerta
region regional salon sanitario san sin social supremo teatro tiempo turismo universitaria laboratorio las
los del vez hombre mundo pueblos patron parlamento alianza congreso asociaciones museos casas edificio
autonoma autonomia montana ciudadana ciudadano ciudadanos alemania alto alta asuntos azul banca bajo bajos
balear blanca blanco bolsa buro burdeos cabo caja camara campeonato cancilleria capital carta causa cielo
ciudad colegio comercio comision compania comunas comunidades confederacion consejeria consejera consejero
consumo continente control copa corporacion correos costa crisis cumbre cuenca danza dama defensor deporte
deportes derecho derechos desarrollo dia dios diputado diputados direccion distrito economia economico
educacion ejercito embajador empleo empresa enfermedades entidad escuela estado estados estatuto estrella
estrategia familia felicidad feria festival financiamiento finanzas fiscal fondo foro fuerza fuerzas
fundacion gobierno grand guerra hacienda hermanos hijo historia hogar humanos iglesia industria infancia
informatica ingenieria iniciativa inmigracion inspeccion inteligencia invierno investigacion isla islas jefe
jefes juego juegos juventud juzgado laguna lago ley liga literatura lengua libro libre luna madre mal mar
marina mas mayor mediterraneo medio mejor mercado metro microfinanzas militar mina ministra ministerio
mision mujer mujeres mundial municipio musica nacion naciones navidad negra negro neptuno norte noche
noroeste nordeste nueva nuevo nobel obra obras obispo occidental oeste oficina olimpiada olimpiadas olimpico
oriental oriente oro oso pacifico padre pais paises palacio papa parque parlamentario pascua patrimonio
patronal patria penal personal peninsula pesca plata plan planeta playa plaza poder politica politicas
portavoz premio prensa presidencia presidenta presidente primera primero primavera principe privado
procuraduria programa proteccion provincia publica publico pueblo puente puerto quimica quinto rector
rectora red reforma registro registraduria reina reino renta republica reserva revolucion ribera rio rojo
roja rostro sala salud sanidad santa santo secretaria secundaria segunda segundo seguro seguros seguridad
selva semana senor senora senorita senado servicio siglo sindicato sistema sociedad sol suecia suiza
superior sur tabla tecnica tecnologia tercera tercer terciopelo teniente tesoro tierra torre trabajo
transporte tribunal union unidas unidos universidad urbanismo vecinos verde verano viaje vicepresidente vida
vivienda voz vuelta zona lunes martes miercoles jueves viernes sabado domingo febrero marzo abril junio
julio agosto septiembre octubre noviembre diciembre gales holanda belgica moscu pekin londres ginebra
colonia marsella niza florencia turin tunez marruecos corea americas antartida oceania balcanes sajonia
chequia checa checo inglaterra birmania zelanda pirineos rin sena tamesis misisipi marfil emiratos arabes
saudi saudita vaticano europa austria siria dinamarca ucrania sudafrica libia real extraordinaria luces
transicion
"""

COMMON = frozenset(_COMMON.split())
