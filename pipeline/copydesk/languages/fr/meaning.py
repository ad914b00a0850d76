"""French: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("ne n pas non ni jamais rien personne aucun aucune nul nulle guère sans"),
    modals=words(
        "peut peuvent pourra pourront pourrait pourraient doit doivent devra devront devrait "
        "devraient peut-être probablement sans-doute présumé présumée présumés présumées prétendument "
        "éventuellement obligatoire "
        "pouvons devons peux dois pouvez devez puisse puissent doive devrions pourrions"
    ),
    attributions=words(
        "selon dit disent affirme affirmé assure assuré explique expliqué déclare déclaré signale "
        "signalé ajoute ajouté annonce annoncé averti dénoncé nié soutient indique indiqué estime "
        "estimé"
    ),
)
