"""German prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
aber alle als am an auch auf aus bei bis das dass dem den der des die diese dieser durch ein eine einem
einen einer eines er es für gegen haben hat ich ihr ihre im in ist kann man mehr mit nach nicht noch nur
oder sagte schon sehr sein seine sich sie sind so um und unter vom von vor war waren wenn werden wie wir
wird wurde zu zum zur über
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.16,
    doubles=frozenset({"die", "der", "das", "sie"}),
)
