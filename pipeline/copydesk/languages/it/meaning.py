"""Italian: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("non né mai niente nulla nessuno nessuna neanche nemmeno senza"),
    modals=words(
        "può possono potrà potranno potrebbe potrebbero deve devono dovrà dovranno dovrebbe "
        "dovrebbero forse probabilmente presunto presunta presunti presumibilmente "
        "possiamo dobbiamo posso devo possa possano debba debbano"
    ),
    attributions=words(
        "secondo disse detto dice afferma affermato assicura spiegato dichiarato segnalato aggiunto "
        "annunciato avvertito negato sostiene"
    ),
)
