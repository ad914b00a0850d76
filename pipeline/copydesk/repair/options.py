"""What the repair stage may be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator

from copydesk.numbers.reading.placeholders import FAMILIES, Family
from copydesk.repair.words import WORDS
from copydesk.stage import Options

_NAMES = tuple(family.name for family in FAMILIES)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := sorted(set(names) - set(_NAMES)):
        raise ValueError(f"no such family of marks: {', '.join(unknown)} (there are {', '.join(_NAMES)})")
    return names


def _patterns(table: Mapping[str, str]) -> Mapping[str, str]:
    for name, pattern in table.items():
        try:
            found = re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{name} is no regular expression: {error}") from error
        if found.match(""):
            raise ValueError(f"{name} matches everywhere, also where nothing stands")
        if name in _NAMES:
            raise ValueError(f"{name} is a family of its own already")
    return table


def _list(name: str) -> str:
    if name and name not in WORDS.names():
        raise ValueError(f'no such word list: {name} (there are {", ".join(WORDS.names())}, or none: "")')
    return name


class RepairOptions(Options):
    """Options of the repair stage.

    ``accept`` is the least certainty an edit needs to be applied: "certain" (proved by the source) or
    "likely" (a quotable place of the same article says it). What is not applied is flagged. ``marks`` are
    the families of placeholders looked for; ``own_marks`` adds others, a name and a regular expression each,
    that stand for a number. ``words`` is the word list that finds glued words on broken pages, "" for none.
    """

    accept: Literal["certain", "likely"] = "certain"
    marks: Annotated[tuple[str, ...], AfterValidator(_known)] = _NAMES
    own_marks: Annotated[Mapping[str, str], AfterValidator(_patterns)] = {}
    words: Annotated[str, AfterValidator(_list)] = "wordfreq"

    @property
    def families(self) -> tuple[Family, ...]:
        """The families to look for, those of the desk first."""
        return _families(self.marks, tuple(sorted(self.own_marks.items())))


@cache
def _families(names: tuple[str, ...], own: tuple[tuple[str, str], ...]) -> tuple[Family, ...]:
    if set(names) == set(_NAMES) and not own:
        return FAMILIES
    chosen = [family for family in FAMILIES if family.name in names]
    return (*chosen, *(Family(name, (), re.compile(pattern)) for name, pattern in own))
