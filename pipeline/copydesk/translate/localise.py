"""Numerals that a translation copied, set as its language sets them: 500,000 becomes 500.000 in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.data import Edit, NumberKind, Span
from copydesk.languages import facts
from copydesk.languages.contract.numerals import NumeralStyle
from copydesk.numbers.reading import remembered
from copydesk.numbers.reading.grammar import grammar_of

_KINDS = frozenset(
    {
        NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.DURATION, NumberKind.MEASURE, NumberKind.MONEY,
        NumberKind.PERCENTAGE, NumberKind.POINTS, NumberKind.RANGE,
    }
)  # fmt: skip
_MARKED = re.compile(r"\d[.,' \u00a0\u202f]\d")
_SPACES = "[ \u00a0\u202f]"


def localise(source: str, target: str, source_language: str, target_language: str) -> tuple[Edit, ...]:
    """Edits that give the numerals of ``source`` the marks of the target's language where they were copied.

    Only quantities written in the source's own style are touched, and all their digits stay. A bare numeral
    with a point stays too: it may be a version, a section or a time (OpenOffice 3.0, section 4.1, at 2.30).
    """
    here, there = (facts(code).numerals.style for code in (source_language, target_language))
    if here.decimal == there.decimal and (here.group == there.group or here.group.isspace()):
        return ()  # thousands parted by spaces are good print everywhere (ISO 80000-1, 7.3.1)
    if not _MARKED.search(target):
        return ()
    changes = dict(_changes(source, source_language, here, there))
    if not changes:
        return ()
    longest = "|".join(map(re.escape, sorted(changes, key=len, reverse=True)))
    return tuple(
        Edit(
            Span(*match.span()),
            match.group(),
            changes[match.group()],
            "numerals",
            "set as in print",
        )
        for match in re.finditer(rf"(?<!\d)(?<!\d[.,])(?:{longest})(?!\d|[.,]\d)", target)
    )


def _changes(
    source: str, language: str, here: NumeralStyle, there: NumeralStyle
) -> Iterator[tuple[str, str]]:
    """Every numeral of ``source`` that the other style writes in another way, and how."""
    for mark in remembered(source, grammar_of(language)):
        if mark.kind not in _KINDS:
            continue
        for match in _numeral(here.group, here.decimal).finditer(source, mark.start, mark.end):
            whole, rest = match["whole"], match["rest"] or ""
            if rest.startswith(".") and whole.isdecimal() and not mark.unit and mark.scaled == 1:
                continue
            written = re.sub(r"\D", there.group, whole) + (there.decimal + rest[1:] if rest else "")
            if written != match.group():
                yield match.group(), written


@cache
def _numeral(group: str, decimal: str) -> re.Pattern[str]:
    """A numeral with thousands parted, decimals or both: its whole part, and the rest with its mark."""
    parted = rf"\d{{1,3}}(?:{_SPACES if group.isspace() else re.escape(group)}\d{{3}})+"
    rest = rf"{re.escape(decimal)}\d+"
    return re.compile(rf"(?<!\d)(?<!\d[.,])(?P<whole>{parted}|\d+)(?P<rest>{rest})?(?!\d|[.,]\d)")
