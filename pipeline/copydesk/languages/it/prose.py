"""Italian prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
ai al alla alle anche anni aveva che come con da dal dalla degli dei del della delle di
dopo due e essere gli ha hanno i il in le lo loro ma nel nella non o per perché più
quando questa questo si sono stato su sua sul sulla suo tra un una è
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.12,
)
