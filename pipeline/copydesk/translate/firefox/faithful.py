"""What an answer lost: the models drop words where much of the same kind follows each other."""

from __future__ import annotations

import re
from collections import Counter

_FIGURES = re.compile(r"\d+")
_GROUPS = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))")
_NAME = re.compile(r"(?<![.!?…:\"] )(?<!^)(?<!\w)[^\W\d_a-zà-öø-ÿ][^\W\d_]+")
_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"[,;]")
_LIST = 3
"""Commas and semicolons of a sentence that is a list: there names are counted too."""
_LEAST, _FEW = 0.5, 8
"""An answer to so many words has at least this share of them."""


def losses(source: str, answer: str) -> int:
    """How many figures of ``source`` are missing in ``answer``, in a list also names, in a short one words.

    A number may be said in a word and a name in another form: losses are worth another try, no proof.
    """
    missing = Counter(_FIGURES.findall(_GROUPS.sub("", source)))
    missing -= Counter(_FIGURES.findall(_GROUPS.sub("", answer)))
    lost = missing.total()
    if len(_SEPARATOR.findall(source)) >= _LIST:
        lost += (Counter(_NAME.findall(source)) - Counter(_WORD.findall(answer))).total()
    here, there = len(_WORD.findall(source)), len(_WORD.findall(answer))
    if here >= _FEW and there < _LEAST * here:
        lost += round(_LEAST * here) - there
    return lost
