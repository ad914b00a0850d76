"""Catalan furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "llegiu també…", "llegeix també…", "mireu també…", "el més llegit",
        "llegeix també…", "llegiu també…", "article relacionat", "articles relacionats",
        "notícia relacionada", "notícies relacionades", "et pot interessar…", "també et pot interessar…",
        "us pot interessar…", "més informació:…", "més sobre aquest tema", "vegeu també…",
        "les més llegides", "més llegides", "el més vist", "el més llegit de…", "últimes notícies",
        "més notícies", "altres notícies", "recomanats",
        "última hora", "darrera hora",
    ),
    comments=(
        "deixa un comentari…", "deixeu un comentari…", "escriu un comentari…", "envia un comentari",
        "publica el comentari", "comentaris", "respon", "cancel·la la resposta", "sense comentaris",
        "encara no hi ha comentaris…", "sigues el primer a comentar…",
        "l'adreça electrònica no es publicarà…", "la teva adreça electrònica…", "els camps obligatoris…",
        "…camps obligatoris…", "…camps necessaris…", "inicia sessió per comentar…",
    ),
    share=(
        "segueix-nos", "segueix-nos a…", "seguiu-nos a…", "comparteix", "comparteix a…",
        "comparteix aquest article…", "subscriu-te", "subscriu-te a…", "subscriviu-vos a…",
        "apunta't al nostre butlletí…", "rep el nostre butlletí…", "copia l'enllaç", "imprimeix", "desa",
    ),
    navigation=(
        "inici", "portada", "menú", "cerca", "vés al contingut…", "ves al contingut…", "torna a dalt",
        "anterior", "següent", "pàgina següent", "pàgina anterior", "inicia la sessió", "inicia sessió",
        "etiquetes:…", "temes:…", "mostra'n més", "veure més",
    ),
    legal=(
        "tots els drets reservats…", "avís legal", "política de privadesa", "política de privacitat",
        "política de galetes", "fem servir galetes…", "utilitzem galetes…",
        "aquest lloc web utilitza galetes…", "accepta", "accepta-ho tot", "rebutja", "…drets reservats…",
        "…protecció de dades…", "…política de privacitat…", "…política de privadesa…",
        "…utilitza galetes…",
    ),
    legal_labels=(
        "responsable…", "finalitat…", "legitimació…", "base jurídica…", "destinataris…", "drets…",
        "emmagatzematge de les dades…", "comunicació de les dades…", "conservació…",
    ),
    other=(
        "sobre l'autor…", "sobre l'autora…",
        "publicitat", "anunci", "escolta aquest article…", "escolta l'article…", "imprimeix",
        "temps de lectura…", "s'està carregant…",
        "última actualització…", "actualitzat el…", "actualitzat a les…", "min de lectura",
        "minuts de lectura",
    ),
    caption=(
        "foto:…", "foto de…", "fotografia:…", "imatge:…", "imatge de…", "a la imatge…", "vídeo:…",
    ),
    byline=(
        "per…", "redacció…", "text:…",
    ),
)  # fmt: skip
