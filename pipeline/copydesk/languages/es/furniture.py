"""Spanish furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "vea también…", "ver también…", "mirá también…", "mira también…", "puedes ver:…", "podés leer…",
        "leé también…", "leé más…", "lea además…", "lea más:…", "mira:…", "además:…", "seguí leyendo…",
        "te puede interesar", "en esta nota", "más leídas", "lo más leído", "últimas noticias",
        "no dejes de leer…", "lee más…", "notas relacionadas", "nota relacionada",
        "artículo relacionado", "artículos relacionados", "noticia relacionada", "noticias relacionadas",
        "contenido relacionado", "contenidos relacionados", "relacionado", "relacionadas", "lea también…",
        "lee también…", "leer también…", "le puede interesar…", "te puede interesar…",
        "también te puede interesar…", "te recomendamos…", "más información en…", "más sobre este tema",
        "más noticias", "en este tema", "no te pierdas",
        "lo más leído en…", "lo más leído de…", "las más leídas", "más leído", "lo más visto",
        "lo más visto en…", "más vistas", "las más vistas", "más populares", "lo último",
        "noticias destacadas", "tendencias", "recomendados", "seguir leyendo", "otras noticias",
        "ver más noticias", "contenido patrocinado", "temas relacionados", "notas más leídas",
        "te recomendamos", "no te lo pierdas", "en portada",
        "última hora",
    ),
    comments=(
        "deja un comentario…", "dejar un comentario…", "deja una respuesta…", "dejar una respuesta…",
        "escribe un comentario…", "publicar comentario", "publicar el comentario", "comentarios",
        "sé el primero en comentar…", "sea el primero en comentar…", "todavía no hay comentarios…",
        "aún no hay comentarios…", "no hay comentarios", "tu dirección de correo electrónico…",
        "su dirección de correo electrónico…", "los campos obligatorios…", "cancelar respuesta",
        "inicia sesión para comentar…", "enviar comentario", "comentar", "responder",
        "…campos obligatorios…", "…tu correo electrónico…", "…su correo electrónico…",
        "…los campos que llevan…", "guarda mi nombre…",
    ),
    share=(
        "suscribite…", "recibí…", "sumate a…", "unite a nuestro…", "seguinos en…", "seguinos…",
        "sigue nuestro canal…", "ya puedes seguir…", "únete desde…", "hacé clic aquí…",
        "síguenos", "síguenos en…", "síganos en…", "sigue toda la información…", "compartir",
        "compartir en…", "comparte", "comparte en…", "comparte esta noticia…", "comparte este artículo…",
        "suscríbete", "suscríbete a…", "suscríbase a…", "apúntate a nuestro boletín…",
        "apúntate a nuestra newsletter…", "recibe nuestro boletín…", "recibe el boletín…",
        "suscríbete para…", "suscribite para…", "únete a nuestro canal…", "guardar",
        "copiar enlace", "enviar por correo",
    ),
    navigation=(
        "inicio", "portada", "menú", "buscar", "ir al contenido…", "saltar al contenido…", "volver arriba",
        "anterior", "siguiente", "página anterior", "página siguiente", "iniciar sesión", "entrar",
        "regístrate", "archivado en…", "etiquetas", "etiquetas:…", "temas:…", "ver más", "ver todo",
    ),
    legal=(
        "todos los derechos reservados…", "aviso legal", "política de privacidad", "política de cookies",
        "usamos cookies…", "utilizamos cookies…", "este sitio usa cookies…", "esta web utiliza cookies…",
        "aceptar", "aceptar todo", "rechazar", "configurar cookies", "he leído y acepto…",
        "información básica sobre protección de datos…", "…protección de datos…",
        "…política de privacidad…", "…derechos reservados…", "…utiliza cookies…",
        "prohibida su reproducción…",
    ),
    legal_labels=(
        "responsable…", "finalidad…", "legitimación…", "base jurídica…", "destinatarios…", "derechos…",
        "almacenamiento de los datos…", "comunicación de los datos…", "conservación…", "procedencia…",
    ),
    other=(
        "sobre el autor…", "sobre la autora…", "acerca del autor…",
        "publicidad", "anuncio", "escuchá este artículo…", "escucha este artículo…",
        "escuchar esta nota", "escuchar artículo", "escuchar noticia", "imprimir", "versión para imprimir",
        "escucha esta noticia…", "escuchá esta nota…", "cargando…",
        "tiempo de lectura…", "contenido exclusivo para suscriptores…",
        "actualizado el…", "actualizado a las…", "actualizado:…", "última actualización…", "publicado:…",
        "fecha de publicación…", "min de lectura", "minutos de lectura",
    ),
    caption=(
        "foto:…", "foto de…", "fotografía:…", "imagen:…", "imagen de…", "en la imagen…", "vídeo:…",
    ),
    byline=(
        "por…", "redacción…", "texto:…", "agencias",
    ),
)  # fmt: skip
