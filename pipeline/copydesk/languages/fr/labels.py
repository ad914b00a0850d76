"""French labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Traduction automatique d’un original en {language}.",
    mixed="Traduction automatique d’un original en {language}, relue en partie par la rédaction.",
    human="Traduction d’un original en {language}, relue par la rédaction.",
    original="Lire l’original",
    related="À lire aussi",
    versions="Dans d’autres langues",
    unreviewed="Traduction non relue. Erreurs signalées : {count}.",
    languages={
        "ca": "catalan",
        "de": "allemand",
        "en": "anglais",
        "es": "espagnol",
        "fr": "français",
        "it": "italien",
        "pt": "portugais",
    },
)
