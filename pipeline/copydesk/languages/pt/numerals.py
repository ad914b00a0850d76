"""Portuguese numerals."""

from copydesk.languages.contract.numerals import Numerals

NUMERALS = Numerals()
