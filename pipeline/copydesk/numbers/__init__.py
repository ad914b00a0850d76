"""Numbers as values: read them, compare two texts by them, repair what machine translation broke."""

from copydesk.numbers.comparison import compare
from copydesk.numbers.reading import read

__all__ = ["compare", "read"]
