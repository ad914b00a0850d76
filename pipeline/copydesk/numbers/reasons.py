"""Why a ledger says what it says, in an editor's words."""

from __future__ import annotations

from copydesk.data import NumberKind, NumberMention
from copydesk.numbers.gravity import soft
from copydesk.numbers.relate import Relation

__all__ = ["explain", "soft"]

_CHANGES = {
    "unit": "{0} became {1}: the unit differs",
    "order": "{0} became {1}: the two numbers are the other way round",
    "sign": "{0} became {1}: a gain became a loss, or the other way round",
    "separator": "{0} was copied, but its separator reads as another value in the target language",
    "date": "{0} became {1}: not the same date",
    "time": "{0} became {1}: not the same time",
    "code": "{0} became {1}: not the same code",
    "bound": "{0} stands as {1}: at most became at least, or the other way round",
    "value": "{0} became {1}",
    "places": "{0} stands as {1}, but two numbers seem to have changed places",
    "placeholder": "{1} stands where {0} should",
}


def explain(
    source: NumberMention | None, target: NumberMention | None, relation: Relation | None, *, mild: bool
) -> str:
    """One sentence about a ledger line."""
    note = "; good translations often differ so" if mild else ""
    if source is None or target is None:
        alone = source or target
        if relation is not None and alone is not None:
            return f"{alone.surface} {relation.how}"
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
