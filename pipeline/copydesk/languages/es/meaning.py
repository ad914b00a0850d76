"""Spanish: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("no ni nunca jamás nada nadie ningún ninguno ninguna tampoco sin apenas"),
    modals=words(
        "puede pueden podrá podrán podría podrían debe deben deberá deberán debería deberían quizá "
        "quizás acaso presunto presunta presuntos presuntas presuntamente supuesto supuesta "
        "supuestamente probablemente posiblemente seguramente obligatorio obligatoria "
        "podemos debemos puedo debo pueda puedan deba deban"
    ),
    attributions=words(
        "según dijo dijeron dice afirmó afirma aseguró asegura explicó explica declaró señaló añadió "
        "anunció advirtió denunció negó sostiene indicó"
    ),
)
