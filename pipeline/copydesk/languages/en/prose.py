"""English prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a about after all also an and are as at be because been but by can could did do for from had has have he
her his i if in into is it its more most my new no not now of on one only or other our out over said she
so some than that the their then there they this to two up was we were what when which who will with
would you your
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.0,
    doubles=frozenset({"had", "that"}),
)
