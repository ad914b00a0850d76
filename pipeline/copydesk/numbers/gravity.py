"""What an unsettled line of the ledger is worth: an error, a warning, or a note.

- Error: any value, unit, order, date, time or code that changed, with digits on one side at least; a number
  in digits that was lost or invented; one in words above twenty that was lost, or whose unit was left behind;
  the figure of a code whose letters were left (3D, D).
- Warning: two different numbers in words; a numeral copied with its separators; a number lost with its unit,
  its month, the rest of its score or the letters of its code (a phrase is missing); a number invented with a
  unit or month that the source does not name alone (a phrase was added); a year with its cue ("en 2007") or
  the number of a name (Part 1) that the source lacks; one-sided numbers where one text is far shorter.
- Note: small numbers in words on one side; the Roman figure of a name; a code of one digit (CO2) that is gone
  with its letters; a number that one text says twice and the other once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.orphans import MILLION, Units
from copydesk.numbers.relate import Relation
from copydesk.numbers.units import agree, dimension

Pairing = tuple[Mark | None, Mark | None, Relation | None]

_STOPS = ("", ".", ",", ";", ")", ":")
_JOINS = frozenset({"-", "–", ":", "/"})
_SMALL = 20
_SHORT = 0.5
_LEAST = 60
_REPEATED = frozenset(
    {
        NumberKind.YEAR, NumberKind.DATE, NumberKind.DECADE, NumberKind.CENTURY, NumberKind.IDENTIFIER,
        NumberKind.REGNAL,
    }
)  # fmt: skip
_SAID_WITH = frozenset({NumberKind.PERCENTAGE, NumberKind.MEASURE, NumberKind.DURATION})
_TACIT = frozenset({"year", "h", "deg", "x"})


class Gravity(IntEnum):
    """What a line is worth."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Texts(NamedTuple):
    """The two texts of a ledger, the lexicon of the second, and the units that both name."""

    source: str
    target: str
    known: Lexicon
    units: Units | None = None
    named: Units | None = None


def soft(
    source: Mark | None, target: Mark | None, relation: Relation | None, pairs: Iterable[Pairing]
) -> bool:
    """Whether an unsettled line is worth a note or a warning, seen without the texts."""
    return gravity(source, target, relation, pairs) is not Gravity.ERROR


def gravity(
    source: Mark | None,
    target: Mark | None,
    relation: Relation | None,
    pairs: Iterable[Pairing],
    texts: Texts | None = None,
) -> Gravity:
    """What an unsettled line is worth. ``pairs`` are all lines of the ledger."""
    if source is not None and target is not None:
        mild = relation is not None and _doubtful(source, target, relation)
        return Gravity.WARNING if mild else Gravity.ERROR
    if source is not None:
        return _lost(source, pairs, texts)
    if target is not None and target.kind is not NumberKind.PLACEHOLDER:
        return _invented(target, pairs, texts)
    return Gravity.ERROR


def _doubtful(source: Mark, target: Mark, relation: Relation) -> bool:
    return relation.how == "separator" or (
        source.spelled and target.spelled and relation.how in ("value", "unit")
    )


def _lost(mark: Mark, pairs: Iterable[Pairing], texts: Texts | None) -> Gravity:
    if mark.kind is NumberKind.PLACEHOLDER:
        return Gravity.ERROR
    if texts is not None and _bare(mark, texts.source, texts.target):
        return Gravity.ERROR
    if _trifling(mark, texts.source if texts else None) or _again(mark, pairs, of_source=True):
        return Gravity.NOTE
    units = texts.units if texts is not None else None
    alone = units is not None and (
        mark.unit in units.orphans(spelled=mark.spelled)
        or (mark.scaled >= MILLION and units.bare_scale)
        or (mark.spelled and units.bare_reference)
    )
    if mark.spelled and not alone and (mark.unit or _is_small(mark) or mark.kind is NumberKind.ORDINAL):
        return Gravity.NOTE if _is_small(mark) else Gravity.WARNING
    if texts is not None and (_left_out(mark, pairs, texts) or _shorter(texts.target, texts.source)):
        return Gravity.WARNING
    return Gravity.ERROR


def _invented(mark: Mark, pairs: Iterable[Pairing], texts: Texts | None) -> Gravity:
    if texts is not None and _bare(mark, texts.target, texts.source):
        return Gravity.ERROR
    if _trifling(mark, texts.target if texts else None) or _again(mark, pairs, of_source=False):
        return Gravity.NOTE
    if mark.spelled:
        return Gravity.NOTE if _is_small(mark) else Gravity.WARNING
    if texts is not None and (
        _implied(mark, texts) or _added(mark, texts) or _shorter(texts.source, texts.target)
    ):
        return Gravity.WARNING
    return Gravity.ERROR


def _is_small(mark: Mark) -> bool:
    return all(value <= _SMALL for value in mark.values)


def _trifling(mark: Mark, text: str | None) -> bool:
    """The Roman figure of a king or pope, after a name; a code of one digit."""
    if mark.kind is NumberKind.IDENTIFIER:
        return bool(mark.values) and mark.values[0] < 10
    if mark.kind is not NumberKind.REGNAL or text is None:
        return mark.kind is NumberKind.REGNAL
    words = text[max(0, mark.start - 40) : mark.start].split()
    return not words or words[-1][:1].isupper()


def _bare(mark: Mark, text: str, other: str) -> bool:
    """Whether a code lost its figure: its letters stand alone in ``other``, not in ``text`` (3D, D)."""
    if mark.kind is not NumberKind.IDENTIFIER:
        return False
    letters = "".join(c for c in text[mark.start : mark.end] if c.isalpha())
    alone = re.compile(rf"(?<!\w){letters}(?![\w'’])")
    return bool(letters) and alone.search(other) is not None and alone.search(text) is None


def _shorter(text: str, other: str) -> bool:
    return len(other) >= _LEAST and len(text) < _SHORT * len(other)


def _left_out(mark: Mark, pairs: Iterable[Pairing], texts: Texts) -> bool:
    """A number that went with its unit, month, code or the other figure of its score: a phrase is missing."""
    if mark.kind is NumberKind.IDENTIFIER:
        letters = "".join(c for c in mark.text if c.isalpha())
        return bool(letters) and letters not in texts.target.casefold()
    if mark.kind is NumberKind.DATE:
        months = {name for name, month in texts.known.page.months.items() if month == mark.values[1]}
        return texts.units is not None and not months & texts.units.words
    if mark.unit:
        own = any(not c.isdecimal() for c in texts.source[mark.start : mark.end][-3:])
        said = mark.kind in _SAID_WITH and mark.unit not in _TACIT
        return own and said and texts.units is not None and not _alone(mark.unit, texts.units)
    return any(
        theirs is None and mine is not None and mine is not mark and _touch(mine, mark, texts.source)
        for mine, theirs, _ in pairs
    )


def _alone(unit: str, units: Units) -> bool:
    """Whether a unit, or another of what it measures, stands in the text without a number."""
    orphans = units.orphans()
    kin = dimension(unit)
    return any(other and agree(unit, other) for other in orphans) or (
        bool(kin) and any(dimension(other) == kin for other in orphans)
    )


def _touch(one: Mark, other: Mark, text: str) -> bool:
    first, second = sorted((one, other), key=lambda mark: mark.start)
    return text[first.end : second.start].strip() in _JOINS


def _implied(mark: Mark, texts: Texts) -> bool:
    """A year after its cue (en 2007, since 1998), or the number of a name (Part 1, Euro 2012)."""
    before = texts.target[max(0, mark.start - 20) : mark.start].split()
    bare = mark.values and mark.values[0] <= _SMALL and not mark.unit and mark.kind is NumberKind.CARDINAL
    if len(before) > 1 and before[-1].istitle() and (bare or mark.kind is NumberKind.YEAR):
        return True
    if mark.kind is not NumberKind.YEAR or not before:
        return False
    page, cue = texts.known.page, before[-1].lower().rsplit("'", 1)[-1]
    closed = texts.target[mark.end : mark.end + 1] in _STOPS
    linked = cue in page.from_words or cue in page.range_words or cue in page.links or cue in page.spans
    return cue in page.year_cues or (closed and linked)


def _added(mark: Mark, texts: Texts) -> bool:
    """A number with its unit or month, where the source names no such thing alone: a phrase more."""
    if texts.named is None:
        return False
    if mark.kind is NumberKind.DATE:
        return True
    return bool(mark.unit) and mark.unit not in texts.named.orphans()


def _again(mark: Mark, pairs: Iterable[Pairing], *, of_source: bool) -> bool:
    if of_source and mark.kind not in _REPEATED:
        return False
    for mine, theirs, relation in pairs:
        other = mine if of_source else theirs
        if relation is None or other is None or other is mark or not relation.verdict.settled:
            continue
        apart = other.end < mark.start - 3 or mark.end < other.start - 3
        if other.values == mark.values and mark.values and apart:
            return True
    return False
