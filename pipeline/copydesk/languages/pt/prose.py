"""Portuguese prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a anos ao as até com como da das de depois do dois dos e ela ele eles em entre esta este
está foi há isso já mais mas muito na nas no nos não o os ou para pela pelo por quando
que se ser seu sobre sua são também tem têm um uma à é
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.095,
)
