"""Portuguese: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("não nem nunca jamais nada ninguém nenhum nenhuma tampouco sem"),
    modals=words(
        "pode podem poderá poderão poderia poderiam deve devem deverá deverão deveria deveriam talvez "
        "provavelmente possivelmente suposto suposta alegado alegadamente presumível "
        "podemos devemos posso devo possa possam deva devam"
    ),
    attributions=words(
        "segundo disse disseram diz afirmou afirma garantiu explicou declarou salientou acrescentou "
        "anunciou alertou negou sustenta"
    ),
)
