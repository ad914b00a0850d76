"""English prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a about after all an and are as at be been but by can for from had has have he her his i
if in into is it its more not of on one or out she than that the their there they this
to up was we were when which who will with would you
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.0,
    doubles=frozenset({"had", "that"}),
)
