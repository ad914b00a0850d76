"""Spanish words that names of institutions, laws, works and places are made of.

Folded: lower case, no accents. Written by hand; see ``Names.ordinary``.
"""

_ORDINARY = """
abierta abierto abogacia abogado abogados accion acciones accionistas acero acta actor actores actriz
acuerdo acuerdos adios administrativa administrativo adulto adultos aerea aereas agraria agrario agricola
agricultura agua aguas aguila aire ajedrez alameda alcalde alcaldesa alcaldia alegria aleman alemana
alemanas alemanes algunos alimentacion alimentos alma almirante alternativa amantes amarilla amarillo
ambiental ambiente americana americanas americano americanos amiga amigo amigos amnistia amor ancha ancho
andaluz andaluza angel anillo anillos animal animales aniversario anti antigua antiguo antillas
antimonopolio anuario apelacion apelaciones apertura apoyo aprendizaje arbol arboles archivo archivos arco
area arena argentina argentino argentinos arma armada armadas armas arqueologia arquitectos arquitectura
arte artes articulo artista artistas asesinato asesoria asia asiatica asiatico asiaticos asilo asistencia
asociado asociados astronomia atletica atletico audiencia aula aurora australiana australiano automovil
autopista autoridad autoridades avenida aventura aventuras aviacion ayer ayuda ayuntamiento bahia baile baja
balneario balon baloncesto bancario bancarios banco bancos bandera barcelonesa barco barrio batalla bebidas
belga bella bellas bello beneficencia bibliotecas bien bienal bienes bienestar bienvenida bienvenidos bijoux
biologia boda boletin bomba bomberos borde bosque bosques bravo brigada brigadas britanica britanicas
britanico britanicos bruja bruto buena buenas bueno buenos buscador busqueda caballero caballeros caballo
cabeza cadena calidad caliente calles cambio cambios camino caminos campamento campana campeon campesinos
campo campos canal cancer canciller cancilleres cancion canciones candidato capitan capitolio carcel caridad
carne carrera carretera cartas casa casado casas casino caso castillo catalan catalana catalanas catalanes
catedra catedral catolica caza celebracion celular cementerio centenario central centrales centro centros
cerdo cerdos cerro cerveza charla checas checos chica chico chicos chilena chileno chinas chino chinos cien
cientifica cientifico cientificos cinco cine cinta circulo cirugia civil civiles clase clases clave cleric
cliente clientes clima climatico clinica clinicas coalicion cochinos cocina codigo colectivo colegiado
colegios colina colombiana colombiano color columna comandante comando combate combi comedia comercial
comerciantes comercio comestibles comida comisaria comisario comunicacion comunicaciones comunicado
comunista comunistas concejal concierto conciertos concilio concurso condado conde condena condesa
conferencia congresista conservacion conservador conservadores conspiracion constructores consulado
consultiva consultivo contabilidad contra contraloria contrato convencion convenio convergencia coordinador
coordinadora corazon coro corona coronel corredor correo corte cortes costera costumbres creacion credito
criatura criminal cristiana cristiano cristianos cristo critica cronica cruz cruzada cuadro cuarta cuartel
cuarto cuatro cubana cubano cubierta cuenta cuentas cuento cuentos cuerpo cuestion cueva cuidado cultivo
cultural culturales curso danes danesa datos debate decimo declaracion decreto defensa defensor defensores
delegacion delegada delegado delitos democracia democrata democratas democratica democratico demografia
denuncia dependencia deportiva deportivo derecha desarme desastres descubrimiento desempleo deseo desierto
despacho despues deuda deudas diablo diagnostico dialogo diario dias diccionario dictadura diez diligencia
dinero dioses diplomacia directiva directivo director disco discos diseno distrital divina divino division
doce doctor doctora doctrina documento dolor domestico dominio don dona donde dorada dorado dos dragon drama
droga drogas duque duquesa ecologia ecologica ecologico ecologistas edad edicion editora editorial efectos
egipcia egipcio eje ejecutiva ejecutivos elecciones electoral electorales electores electrica electricidad
electrico elefante elegido embajada embalse emergencia emergencias emigracion emisiones emociones emperador
empresarial empresarios empresas encuentro encuesta enemigo energetica energetico energia enfermeria ensayo
ensenanza entidades entrada equilibrio equipos era erotica escandalo escape escarpe escena escenario escoces
escocesa escolar escolares escritor escritores escudo escuelas escultura esfuerzo espacial espacio espada
espana espanol espanola espanolas espanoles especial especiales especialidades especies espejo esperanza
espia espiritu esposa esquina esquinas estacion estadio estadistica estadisticas estadounidense
estadounidenses estandar estandares estatal estates este estrecho estrellas estructura estudiante
estudiantes estudiantil estudio estudios etica etnica euro europarlamento europea europeas europeo europeos
evaluacion evangelio eventos examen excelencia exito expediente experiencia exploracion explotacion
exportacion exportaciones exposicion exterior extranjera extranjero extranjeros extrema extremo fabrica
fabricas factor fallo falta familiar familiares fantasma farmaceutica farmacia fase fe femenina femenino
fenix ferrocarril ferrocarriles ferroviaria ficcion fidelidad fiebre fiel fiestas figura fila filarmonica
filial film filmes filologia filosofia fin final financiera financieras financiero financieros finlandes
fiscal fiscales fiscalia fisica flor flores flota fluvial fortaleza fortuna fotografia frances francesa
francesas franceses frase frente fria frio frontera fronteras fruta fuego fuente fuentes fuga funcion
funcionarios fundador fundamental fundamentales futuro galeria galerias gallega gallego galo gana ganado
ganador garantia garantias gas gata gato general generales generalitat genero genetica genios gente
geografia geografica geologia geologico gestion gigante gigantes gira global gloria gobernador gobernadora
gobernadores gobiernos golf golfo golpe gordo gracia gracias gramatica gran grande grandes granja granjeros
gratis griega griegas griego griegos grupo grupos guardia guardian guardianes guerras guerrero guia
habitante habitat hablar hermana hermano heroe heroes heroina herramienta hidraulica hidrografica hielo
hierba hierro higiene hija hijas hijos hispana hispano historica historico hogar hogares hoguera hoja
holandes holandesa hombres homenaje honestidad honor hora horas horizonte hospitales hotel hoteles hoy
huelga huerfanos huevo humana humanas humanidad humano hungara hungaras hungaro hungaros ideal ideas
identidad idioma ilusion imagen imperial imperio importacion impuesto impuestos incendio independencia
independiente independientes indias indice indigena indigenas indio indios individual industrial
industriales infierno influencia informe informes ingeniero ingenieros ingles inglesa inglesas ingleses
ingreso inmobiliaria inmobiliario inmunodeficiencia innovacion inocente inocentes inspector inspectora
institucional instituciones institutos integracion integral intercambio interes interior interiores internet
interno invasion inversion inversiones inversores investigaciones investigador invitado irani iranies iraqui
irlandes irlandesa islamica islamico israeli italiana italianas italiano italianos izquierda japones
japonesa japoneses jardin jardines jefa jornada jornadas joven jovenes jubilados judia judicial judiciales
judio judios jueces juez jugador jugadores juguete junta juventudes labor laboral laborales laborista
laboristas lagos lanza largo latina latino latinoamerica latinos lecciones lectura legado legal legislacion
legislativa legislativo lenguas leon leona leones leyenda leyes liberacion liberal liberales libertad
libertades libertador libreria libros lider liderazgo lideres lideresa limite limites limpia limpio linea
lineas lista listas litoral llamada llamas llanto llave lluvia lobo local locales logica loteria lucha lugar
lugares luna luz madera madres maestra maestro maestros magia magica magico magistrado magistrados
magistratura maldad maldito manana mando manera manifiesto mano manos mantenimiento manual manzana mapa
mapas maquina maquinas maraton maravilla maravillas marca marcas marcha marcos mares mariposa maritima
maritimo marques marroqui masacre mascara matanza matematicas materia materiales maxima maximo mecanica
media medica medicas medicina medico medicos medida medios mejores memoria memorial memorias mensaje mensual
mentira mercaderes mercados mercancias mercantil mes mesa meses meta metropolitana metropolitano mexicana
mexicano mexicanos miedo miembro miembros miercoles migracion migratoria mil milagro militares millones
minas mineria mineros minima minimo ministerial ministerios ministro ministros minoria minorias minutos
mirada misa misionero misiones misterio mitad mito mixta mixto mochila moda modelo moderna moderno molino
momento mona monarquia monasterio moneda monetaria monetario monitor monopolio monopolios monstruo monte
monumento moral motor motores movil moviles movilidad movimiento muelle muerte muerto muertos multa
multinacional municipal municipales municipalidad municipios muralla muro musical muslim musulman musulmana
musulmanes nacimiento nacionales nacionalista nacionalistas narcotrafico nativa nativo natural naturales
naturaleza naval nave navegacion negociacion negocio negros neoyorquina neoyorquino neutral nieve nina ninas
nino ninos nivel noble noches norma normas norte norteamericana norteamericano norteamericanos noruega
noruego noticia noticias novela novia novio novisima nuclear nucleares nuestra nuestras nuestro nuestros
nuevas nuevos numero numeros objetivo objetivos observador observadores observatorio occidentales occidente
oceanica oceano ocho octava octavo odio ofensiva oficiales oficina oficinas ojo ojos olimpica olimpicas
olimpicos olivo once opera operacion operaciones opinion oportunidad oportunidades oposicion orden ordenanza
ordenes organica organismo organizaciones orgullo orientales origen original orilla orquesta ortodoxa oscura
oscuridad oscuro otan otono otra otras otro otros oyente paciente pacientes pacto pactos padres padrino
padrinos padron pagina paginas pajaro palabra palabras palestina palestino palestinos panel pantalla papeles
paralimpicos pared paro parroquia parte participacion partida partidos pasado pasajeros paseo pasion paso
pasos pastor patriota patriotas patron paz peces pelicula peliculas peligro pena pensamiento pensiones peor
pequena pequeno pequenos perdida perdido periodico periodismo periodista periodistas permanente perro perros
persona personaje personas peruana peruano peso pesos pesquera petroleo petroleos piano pie piedra piel
pierna pies piloto pintura pirata piratas piscina pista planetario planificacion poblacion pobreza poderes
poemas poesia poeta poetas polaca polacas polaco polacos policial policias politecnica politico politicos
popular populares populista portuaria portugues portuguesa posibilidad postal potable potencia practica
practicas prado pre precio precios prefectura preferentes presa presentacion presidencial presidenciales
presidentes preso presos prestamo prestamos prevencion previa prevision primaria primarias primeras primeros
primiera princesa princesas principado principes principio principios prision prisionero prisiones
privacidad privada problema problemas proceso procurador procuradora prodigo produccion producto productor
productores productos profesional profesionales profesor profesora profesores profeta profunda profundo
progresista progresistas progreso promesa promesas promocion pronostico propiedad propietarios propuesta
protocolo proveedores provincial provinciales provincias proximo proyectos prueba pruebas psicologia
psiquiatria publicidad publicos pueblo puertas puertos pulso punta punto puntos queda quiebra quinta quinto
radical radicales radio rayo rayos razon razones reales rebelde rebeldes rebelion recinto reconciliacion
reconocimiento reconstruccion recuperacion recursos redes referendum refugiado refugiados refugio regionales
regiones reglamento regreso reina reinado reinas reinos relaciones relato religion religiosa religioso reloj
reparto reporte representante representantes republicana republicano republicanos rescate reserva reservas
residencia resolucion responsabilidad respuesta restauracion restaurante resultado resultados resumen retiro
reunion revisor revista revolucionaria revolucionarias revolucionario revolucionarios rey reyes ribera rica
rico riesgo riesgos rios riqueza ritmo robo roca rock rojas rojos romana romance romano romanos romantica
ronda rosas ruina ruinas rumana rumano rumanos rumbo rural rusa rusas ruso rusos ruta rutas sabado sabana
sabios sabor sagrada sagrado sala salida salon saludable salvacion salvador salvaje sangre sanidad sanitaria
sanitarios santos santuario secretarios secreto secretos secta sector secuestro secundario sede segundos
seguridad seis seleccion selecciones sello seminario senador senadora senadores senal senales sendero
senores sentencia sentido sentimiento septima septimo sequia ser serbia serbio serie series serio servicios
servidor sesion sesiones sexo sexta sexto sexual sexuales siete siglos signo silencio silla simple sindical
sindicatos sinfonica siria sirio sistemas sitio sitios situacion soberania sobre socialdemocrata
socialdemocratas sociales socialista socialistas socio socios socorro solar soldado soldados soledad
solidaria solidaridad solo solos sombra sonido sonrisa sostenible sovietica sovietico subasta subdirector
subsecretario subterraneo subtitulos sudafricana sudamericana sudamericano sudeste sudoeste sueca sueco
sueldo suelo sueno suenos suerte suizas suizo superintendencia superintendente supervision supervivencia
suprema sureste surgimiento suroeste susurro taller tarde tarea tarjeta tasa tauromaquia taza tecnico
tecnologica tecnologico tejado telediario telefonia telefonica telefono television temporada teologia teoria
terapia tercero terceros termas termica terminal terrestre territorial territorio territorios terror
terrorismo terrorista terroristas testamento testigo testigos texto textos the tiburon tienda tiendas
tierras tigre tio tipo titulo todas todo todos tormenta torneo torneos toro toros tortura total trabajador
trabajadora trabajadores tradicion tradicional trafico tragedia transito transparencia transportes tratado
tratados trayectoria trece tren trenes tres triangulo tribuna tribunales tribus tricolor trienio triple
tropas tropical tumba tunel turca turcas turco turcos turistica turistico turquia ucraniana ucraniano ultima
ultimas ultimo ultimos una unica unico unida unidad unidades unido uniforme universal universidades
universitario universitarios universo unos urbana urbano urgencia urgencias uruguayo usuario usuarios
utilidad vacuna valenciana valencianas valenciano valle valles valor valores vaquero vasca vascas vasco
vascos vaticana vaticano vecinal vecindad vega vela velocidad vena vencidad venezolana venezolano venta
ventana ventas verdad verdadera verdadero verde verdes verduras vergel via vial vias vicaria vicario
viceministro vicepresidencia vicepresidenta viceprimer victima victimas vieja viejo viejos viento vientos
vigilancia vino vinos violencia violeta virgen virus vision visita vista vital viviendas vivo vivos voces
volcan voluntad voluntario voluntarios votantes voto votos vuelo vuelos
"""

ORDINARY = frozenset(_ORDINARY.split())

ENDINGS = (
    "adores", "ancia", "ancias", "anza", "anzas", "arias", "arios", "cion", "ciones", "edores", "encia",
    "encias", "grafia", "iales", "idad", "idades", "idores", "ismo", "ismos", "istas", "logia", "logica",
    "logico", "miento", "mientos", "sion", "siones", "ticas", "ticos", "tiva", "tivas", "tivo", "tivos",
    "torio", "torios",
)  # fmt: skip
