"""Italian furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "leggi anche…", "leggi anche:…", "guarda anche…", "potrebbe interessarti…", "i più letti",
        "leggi anche…", "leggi pure…", "articolo correlato", "articoli correlati", "notizie correlate",
        "ti potrebbe interessare…", "potrebbe interessarti…", "potrebbe interessarti anche…",
        "vedi anche…", "sullo stesso argomento…", "contenuti correlati", "approfondimento:…",
        "i più visti", "le più lette", "più letti", "articoli più letti", "ultime notizie",
        "da non perdere", "consigliati per te", "altri articoli", "altre notizie",
        "potrebbero interessarti…", "ti potrebbero interessare…", "leggi tutto",
        "ultim'ora",
    ),
    comments=(
        "lascia un commento…", "scrivi un commento…", "invia commento", "pubblica commento", "commenti",
        "commenta", "rispondi", "annulla risposta", "nessun commento", "ancora nessun commento…",
        "il tuo indirizzo email…", "i campi obbligatori…", "accedi per commentare…", "…campi obbligatori…",
        "…indirizzo email non sarà…",
    ),
    share=(
        "seguici", "seguici su…", "condividi", "condividi su…", "condividi questo articolo…",
        "iscriviti alla newsletter…", "iscriviti alla nostra…", "iscriviti al nostro…", "abbonati",
        "abbonati a…", "copia link", "stampa", "salva", "invia per email",
    ),
    navigation=(
        "pagina iniziale", "menù", "cerca", "vai al contenuto…", "salta al contenuto…", "torna su",
        "articolo precedente…", "articolo successivo…", "pagina successiva", "pagina precedente", "accedi",
        "registrati", "etichette:…", "argomenti:…", "vedi tutti", "mostra altro", "ti trovi in…",
    ),
    legal=(
        "tutti i diritti riservati…", "note legali", "informativa sulla privacy", "informativa privacy",
        "questo sito utilizza cookie…", "utilizziamo i cookie…", "accetta", "accetta tutti", "rifiuta",
        "riproduzione riservata…", "© riproduzione riservata…", "…diritti riservati…",
        "…informativa sulla privacy…", "…utilizza cookie…",
    ),
    legal_labels=(
        "titolare…", "responsabile…", "finalità…", "base giuridica…", "destinatari…", "conservazione…",
        "comunicazione dei dati…", "diritti…", "i tuoi diritti…",
    ),
    other=(
        "sull'autore…", "informazioni sull'autore…",
        "pubblicità", "annuncio", "ascolta l'articolo…", "ascolta questo articolo…", "stampa",
        "versione stampabile", "tempo di lettura…", "caricamento…",
        "ultimo aggiornamento…", "aggiornato il…", "min di lettura", "minuti di lettura",
    ),
    caption=(
        "foto:…", "foto di…", "immagine:…", "nella foto…", "credito foto…", "video:…",
    ),
    byline=(
        "di…", "dal nostro inviato…", "dal nostro corrispondente…", "redazione",
    ),
)  # fmt: skip
