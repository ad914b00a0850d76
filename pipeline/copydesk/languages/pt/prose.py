"""Portuguese prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a anos ao aos as até com como da das de depois disse do dois dos e ela ele eles em entre era esta este
está foi foram há isso já lo mais mas muito na nas nem no nos num numa não o os ou para pela pelo pode
por quando que se sem ser seu seus sobre sua suas são também tem têm um uma à às é
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.095,
)
