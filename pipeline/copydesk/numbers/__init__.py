"""Numbers as values: read them, compare two texts by them, repair what machine translation broke.

Rooms, from the ground: ``units`` and ``reading`` (text to numbers), ``comparing`` (two texts to a ledger),
``writing`` (numbers to text), ``repairing`` (placeholders and slid numbers to edits).
"""

from copydesk.numbers.comparing import compare
from copydesk.numbers.reading import read
from copydesk.numbers.repairing import Repair, repair
from copydesk.numbers.writing import write

__all__ = ["Repair", "compare", "read", "repair", "write"]
