"""The desk for programs: what ``import copydesk`` offers.

Each function goes through the same stages as the command of its name. What is stable until the next major
version: the names in ``__all__``, their parameters, the fields of the results and the keys of ``to_dict``.
Fields may be added; messages and evidence are for people and may be reworded.
"""

from copydesk.api.pairs import align, check
from copydesk.api.results import Aligned, Checked, Detected, Repaired, Translated
from copydesk.api.runs import Store, run
from copydesk.api.texts import detect, repair, translate

__all__ = [
    "Aligned",
    "Checked",
    "Detected",
    "Repaired",
    "Store",
    "Translated",
    "align",
    "check",
    "detect",
    "repair",
    "run",
    "translate",
]
