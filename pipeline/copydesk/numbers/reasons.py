"""Why a ledger says what it says, in an editor's words; and which differences good translations have."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.data import NumberKind, NumberMention
from copydesk.numbers.mark import Mark
from copydesk.numbers.relate import Relation

_SMALL = 20
_DURATIONS = frozenset({"", "day", "week", "month", "year", "h", "min", "s"})
_CHANGES = {
    "unit": "{0} became {1}: the unit differs",
    "order": "{0} became {1}: the two numbers are the other way round",
    "separator": "{0} was copied, but its separator reads as another value in the target language",
    "date": "{0} became {1}: not the same date",
    "time": "{0} became {1}: not the same time",
    "code": "{0} became {1}: not the same code",
    "value": "{0} became {1}",
    "places": "{0} stands as {1}, but two numbers seem to have changed places",
    "placeholder": "{1} stands where {0} should",
}


def explain(
    source: NumberMention | None, target: NumberMention | None, relation: Relation | None, *, soft: bool
) -> str:
    """One sentence about a ledger line."""
    note = "; good translations often differ so" if soft else ""
    if source is None or target is None:
        return _alone(source, target) + note
    if relation is None or not relation.how:
        return f"{source.surface} stands as {target.surface}"
    if relation.how in _CHANGES:
        return _CHANGES[relation.how].format(source.surface, target.surface) + note
    return f"{source.surface} is written {target.surface}: {relation.how}"


def _alone(source: NumberMention | None, target: NumberMention | None) -> str:
    if source is not None:
        return f"{source.surface} is missing in the translation"
    if target is not None and target.kind is NumberKind.PLACEHOLDER:
        return f"{target.surface} is a placeholder; no number of the source is left for it"
    return f"{target.surface if target is not None else ''} is not in the source"


def soft(
    source: Mark | None,
    target: Mark | None,
    relation: Relation | None,
    pairs: Iterable[tuple[Mark | None, Mark | None, Relation | None]],
) -> bool:
    """Whether an unsettled line is of a kind that good translations have: worth a note, no error.

    Small numbers in words, Roman numerals of names and codes of one digit (CO2) that vanish, a copied
    numeral whose separator was wrong in the source already, and a number the same side says
    twice while the other says it once.
    """
    if source is not None and target is not None:
        return relation is not None and relation.how == "separator" and source.values[0] % 1 != 0
    mark = source if source is not None else target
    if mark is None or mark.kind is NumberKind.PLACEHOLDER:
        return False
    if mark.kind is NumberKind.REGNAL:
        return True
    if mark.kind is NumberKind.IDENTIFIER and mark.values and mark.values[0] < 10:
        return True
    if mark.spelled and mark.unit in _DURATIONS and mark.values[0] <= _SMALL:
        return True
    return _again(mark, pairs, of_source=source is not None)


def _again(
    mark: Mark, pairs: Iterable[tuple[Mark | None, Mark | None, Relation | None]], *, of_source: bool
) -> bool:
    for mine, theirs, relation in pairs:
        other = mine if of_source else theirs
        if relation is None or other is None or other is mark or not relation.verdict.settled:
            continue
        apart = other.end < mark.start - 3 or mark.end < other.start - 3
        if other.values == mark.values and mark.values and apart:
            return True
    return False
