"""Numbers as values: read them, compare two texts by them, repair what machine translation broke."""

from copydesk.numbers.comparison import compare
from copydesk.numbers.reading import read
from copydesk.numbers.restoration import Repair, repair
from copydesk.numbers.write import write

__all__ = ["Repair", "compare", "read", "repair", "write"]
