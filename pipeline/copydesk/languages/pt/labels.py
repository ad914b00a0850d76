"""Portuguese labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Tradução automática de um original em {language}.",
    mixed="Tradução automática de um original em {language}, revista em parte pela redação.",
    human="Tradução de um original em {language}, revista pela redação.",
    original="Ler o original",
    related="Leia também",
    versions="Noutras línguas",
    unreviewed="Tradução não revista. Erros assinalados: {count}.",
    languages={
        "ca": "catalão",
        "de": "alemão",
        "en": "inglês",
        "es": "espanhol",
        "fr": "francês",
        "it": "italiano",
        "pt": "português",
    },
)
