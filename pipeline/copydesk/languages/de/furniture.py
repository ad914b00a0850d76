"""German furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "lesen sie auch…", "lesen sie hier…", "mehr zum thema…", "das könnte sie auch interessieren…",
        "auch interessant",
        "meistgelesen",
        "siehe auch…", "lesen sie auch…", "lies auch…", "auch interessant…", "mehr zum thema…",
        "verwandte artikel", "verwandter artikel", "ähnliche artikel",
        "das könnte sie auch interessieren…", "das könnte dich auch interessieren…", "weitere artikel",
        "weiterlesen:…", "zum thema",
        "meistgelesen in…", "meistgelesene artikel…", "am meisten gelesen", "beliebteste artikel",
        "weitere themen", "weitere nachrichten", "aktuelle nachrichten", "neueste artikel",
        "neueste beiträge", "ähnliche beiträge", "verwandte themen", "verwandte beiträge",
        "empfohlene artikel", "das könnte ihnen auch gefallen…", "themen des artikels", "mehr artikel",
        "mehr aus dem ressort…",
        "eilmeldungen",
    ),
    comments=(
        "kommentar schreiben…", "schreibe einen kommentar…", "schreiben sie einen kommentar…",
        "kommentar hinterlassen…", "einen kommentar hinterlassen…", "kommentar abschicken",
        "kommentar verfassen", "kommentare", "keine kommentare", "noch keine kommentare…",
        "deine e-mail-adresse…", "ihre e-mail-adresse…", "erforderliche felder…", "antworten",
        "antwort abbrechen", "jetzt kommentieren…", "zum kommentieren anmelden…", "…erforderliche felder…",
        "…e-mail-adresse wird nicht…",
    ),
    share=(
        "folgen sie uns…", "folge uns…", "teilen", "teilen auf…", "artikel teilen",
        "diesen artikel teilen…", "newsletter abonnieren…", "abonnieren", "abonnieren sie…",
        "melden sie sich für unseren…", "link kopieren", "drucken", "merken", "per e-mail versenden",
    ),
    navigation=(
        "startseite", "menü", "suche", "suchen", "zum inhalt springen", "zum inhalt…", "nach oben",
        "vorheriger artikel…", "nächster artikel…", "nächste seite", "vorherige seite", "anmelden",
        "einloggen", "schlagwörter:…", "themen:…", "mehr anzeigen", "alle anzeigen", "sie sind hier…",
    ),
    legal=(
        "alle rechte vorbehalten…", "impressum", "datenschutz", "datenschutzerklärung",
        "nutzungsbedingungen", "wir verwenden cookies…", "diese website verwendet cookies…",
        "alle akzeptieren", "akzeptieren", "ablehnen", "alle ablehnen", "cookie-einstellungen",
        "…rechte vorbehalten…", "…verwendet cookies…", "…datenschutzerklärung…",
    ),
    legal_labels=(
        "verantwortlich…", "verantwortlicher…", "zweck…", "rechtsgrundlage…", "empfänger…", "speicherung…",
        "speicherdauer…", "weitergabe…", "rechte…", "ihre rechte…",
    ),
    other=(
        "über den autor…", "über die autorin…", "zum autor", "zur autorin",
        "anzeige", "werbung", "artikel anhören…", "diesen artikel anhören…", "drucken", "druckansicht",
        "lesezeit…", "wird geladen…",
        "zuletzt aktualisiert…", "aktualisiert am…", "aktualisiert:…", "veröffentlicht:…", "min lesezeit",
        "min. lesezeit", "minuten lesezeit",
    ),
    caption=(
        "foto:…", "bild:…", "foto von…", "quelle foto…", "im bild…", "grafik:…", "video:…",
    ),
    byline=(
        "von…", "aus unserer redaktion…", "ein gastbeitrag von…",
    ),
)  # fmt: skip
