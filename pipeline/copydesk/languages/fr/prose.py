"""French prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a ainsi ans après au aussi autres aux avait avant avec bien c ce cela ces cette chez comme contre d dans
de depuis des deux dit donc dont du déjà elle elles en encore entre est et faire fait il ils j jamais je
l la le les leur leurs lors ma mais mes moins mon même n ne nous on ont ou où par pas peut plus pour qu
quand que qui s sa sans se selon ses si son sont sur toujours tous tout très un une vous y à était été
être
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.155,
    doubles=frozenset({"nous", "vous"}),
)
