"""French prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
après au aussi aux avait avec c ce cela ces cette comme d dans des deux dont du elle
elles entre est et fait il ils j je l la le les leur leurs mais même n ne nous ont ou où
par pas peut plus pour qu qui sa sans ses son sont sur une vous était été être
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.155,
    doubles=frozenset({"nous", "vous"}),
)
