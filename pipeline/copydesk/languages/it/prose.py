"""Italian prose."""

from copydesk.languages.contract.prose import Prose

_WORDS = """
a ad ai al alla alle anche ancora anni aveva c che ci come con cui d da dai dal dalla degli dei del della
delle dello di dopo due e ed era essere fra già gli ha hanno i il in l la le lo loro ma molto ne nei nel
nella non o per perché più quando questa questo se si sono stato su sua sul sulla suo tra tutti tutto un
una uno è
"""

PROSE = Prose(
    function_words=frozenset(_WORDS.split()),
    relative_length=1.12,
)
