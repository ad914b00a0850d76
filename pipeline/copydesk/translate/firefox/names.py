"""Names that only their shape tells: the model may translate them, but not lose them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.data import Protection
from copydesk.languages import facts

_CAPITALS = re.compile(r"(?<![\w.])(?:[A-Z]{2,}|(?:[A-Z]\.){2,}|(?:[A-Z][a-z]+ ){2,})")
"""Acronyms (EUA, U.S.), and names of several words that may be said for one."""


def by_shape(protection: Protection, text: str) -> bool:
    """Whether ``protection`` is a name of ``text`` that a model may also translate: UE is EU."""
    return protection.kind == "name" and protection.span.of(text) == protection.text


def mistreated(lost: Sequence[Protection], source: str, answer: str, language: str) -> tuple[Protection, ...]:
    """Those of the ``lost`` names that ``answer`` has no translation of.

    A person's name has none ("Ana Prado"); an acronym has one where the answer has as many acronyms as
    ``source``. Of other names nobody can tell, and most are translated ("Assembleia Geral").
    """
    given = facts(language).names.given
    fewer = len(_CAPITALS.findall(answer)) < len(_CAPITALS.findall(source))
    found = []
    for name in lost:
        first, *others = name.text.split()
        if (not others and name.text.isupper() and fewer) or (others and first in given):
            found.append(name)
    return tuple(found)
