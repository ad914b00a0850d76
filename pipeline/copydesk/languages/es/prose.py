"""Spanish prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a al antes así años como con contra cuando de del desde después donde dos durante e el en entre era es
eso esta estas este esto estos está están fue ha había han hasta hay la las le les lo los me mi muy más
ni no nos o otros para pero por porque puede que quien se según ser si sin sobre solo son su sus sólo
también tiene todo todos un una uno y ya
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.117,
)
