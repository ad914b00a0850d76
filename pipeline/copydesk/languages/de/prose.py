"""German prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
aber als an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen
einer er es für haben hat im in ist kann mehr mit nach nicht noch nur oder sich sie sind
so um und von vor war werden wie wird wurde zu zum zur über
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.16,
    doubles=frozenset({"die", "der", "das", "sie"}),
)
