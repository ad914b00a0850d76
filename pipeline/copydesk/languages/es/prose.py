"""Spanish prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a al años como con cuando de del desde donde dos el en entre era es esta estas este
estos está fue ha han hasta hay la las le les lo los muy más no o para pero por porque
que se según ser sin sobre son su sus también tiene todo un una y ya
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.117,
)
