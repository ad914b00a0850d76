"""Which differences good translations have too: worth a note, where the others are worth an error.

What counts as an error, by line:

- changed: any value, unit, order, date, time or code. Soft: numbers in words on both sides, and a numeral
  that was copied with its separators.
- lost: every number in digits; a number in words above twenty, or whose unit was left behind. Soft: other
  numbers in words, the Roman figure of a name, a code of one digit (CO2) or whose letters are gone too, a
  year said twice before.
- invented: every bare number in digits. Soft: a number with a unit or month that the source does not name
  alone (a phrase was added); a year with its cue ("en 2007"), which context may carry; the number of a name
  (Part 1); a number that stands elsewhere too; numbers in words, the Roman figure of a name, a code of one
  digit.
- lost and invented, where one text is far shorter than the other: soft. A passage is missing there, which
  is another finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.orphans import Units
from copydesk.numbers.relate import Relation

_SMALL = 20
_SHORT = 0.5
_LEAST = 60
_REPEATED = frozenset(
    {
        NumberKind.YEAR, NumberKind.DATE, NumberKind.DECADE, NumberKind.CENTURY, NumberKind.IDENTIFIER,
        NumberKind.REGNAL,
    }
)  # fmt: skip


class Texts(NamedTuple):
    """The two texts of a ledger, the lexicon of the second, and the units that both name."""

    source: str
    target: str
    known: Lexicon
    units: Units | None = None
    named: Units | None = None


def soft(
    source: Mark | None,
    target: Mark | None,
    relation: Relation | None,
    pairs: Iterable[tuple[Mark | None, Mark | None, Relation | None]],
    texts: Texts | None = None,
) -> bool:
    """Whether an unsettled line is of a kind that good translations have: worth a note, no error."""
    if source is not None and target is not None:
        return relation is not None and _mild(source, target, relation)
    mark = source if source is not None else target
    if mark is None or mark.kind is NumberKind.PLACEHOLDER:
        return False
    if _of_a_name(mark, texts, of_source=source is not None) or (
        mark.spelled and (source is None or _passes(mark, texts))
    ):
        return True
    if mark.kind is NumberKind.IDENTIFIER and (source is None or _code_left_out(mark, texts)):
        return bool(mark.values) and (mark.values[0] < 10 or source is not None)
    if texts is not None and _passage_missing(texts, of_source=source is not None):
        return True
    if target is not None and texts is not None and (_implied(target, texts) or _added(target, texts)):
        return True
    return _again(mark, pairs, of_source=source is not None)


def _mild(source: Mark, target: Mark, relation: Relation) -> bool:
    if relation.how == "separator":
        return True
    return source.spelled and target.spelled and relation.how in ("value", "unit")


def _passes(mark: Mark, texts: Texts | None) -> bool:
    """Whether a number in words may vanish: with its unit, or a small one without."""
    if mark.unit and texts is not None and texts.units is not None:
        return mark.unit not in texts.units.orphans()
    return all(value <= _SMALL for value in mark.values)


def _of_a_name(mark: Mark, texts: Texts | None, *, of_source: bool) -> bool:
    """The Roman figure of a king or pope, after a name."""
    if mark.kind is not NumberKind.REGNAL or texts is None:
        return mark.kind is NumberKind.REGNAL
    words = (texts.source if of_source else texts.target)[: mark.start].split()
    return not words or words[-1][:1].isupper()


def _code_left_out(mark: Mark, texts: Texts | None) -> bool:
    """A code of one digit (CO2), or one of which no letters are left either: a pronoun stands for it."""
    if mark.values and mark.values[0] < 10:
        return True
    letters = "".join(c for c in mark.text if c.isalpha())
    return texts is not None and bool(letters) and letters not in texts.target.casefold()


def _passage_missing(texts: Texts, *, of_source: bool) -> bool:
    long, short = len(texts.source), len(texts.target)
    if not of_source:
        long, short = short, long
    return long >= _LEAST and short < _SHORT * long


def _implied(mark: Mark, texts: Texts) -> bool:
    """A year after its cue (en 2007, since 1998), or the number of a name (Part 1, Euro 2012)."""
    before = texts.target[max(0, mark.start - 20) : mark.start].split()
    bare = mark.values and mark.values[0] <= _SMALL and not mark.unit and mark.kind is NumberKind.CARDINAL
    if len(before) > 1 and before[-1].istitle() and (bare or mark.kind is NumberKind.YEAR):
        return True
    return (
        mark.kind is NumberKind.YEAR
        and bool(before)
        and before[-1].lower().rsplit("'", 1)[-1] in texts.known.page.year_cues
    )


def _added(mark: Mark, texts: Texts) -> bool:
    """A number with its unit or month, where the source names no such thing alone: a phrase more."""
    if texts.named is None:
        return False
    if mark.kind is NumberKind.DATE:
        return True
    return bool(mark.unit) and mark.unit not in texts.named.orphans()


def _again(
    mark: Mark, pairs: Iterable[tuple[Mark | None, Mark | None, Relation | None]], *, of_source: bool
) -> bool:
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
