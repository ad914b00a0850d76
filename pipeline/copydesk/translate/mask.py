"""Which spans of a request to hide from an engine that spoilt them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.data import Candidate, NumberKind, Protection, Request, Severity
from copydesk.numbers import compare, write
from copydesk.translate.protect import chosen

_WORDLESS = frozenset(
    {NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.PERCENTAGE, NumberKind.MONEY, NumberKind.MEASURE,
     NumberKind.RANGE, NumberKind.SCORE, NumberKind.RATIO, NumberKind.YEAR, NumberKind.TIME,
     NumberKind.IDENTIFIER, NumberKind.PHONE}
)  # fmt: skip
"""Kinds that good print writes in figures, so that no word round them has to agree with them."""


def masking(request: Request, answer: Candidate, *, keeps: bool) -> Request | None:
    """``request`` with a protection for every number that ``answer`` spoilt, written as the target prints it.

    Only numbers are hidden whose print reads back as the same value. ``keeps`` says whether the engine
    keeps protections by itself; one that does not is asked again for lost protections too. None where
    there is nothing to hide.
    """
    numbers = tuple(_numbers(request, answer))
    if numbers:
        return replace(request, protections=chosen(request.protections, numbers))
    lost = any(protection.text not in answer.text for protection in request.protections)
    return request if lost and not keeps else None


def _numbers(request: Request, answer: Candidate) -> Iterator[Protection]:
    pair = request.pair
    for entry in compare(request.text, answer.text, pair.source, pair.target).entries:
        mention = entry.source
        if entry.verdict.ok or entry.severity is Severity.NOTE or mention is None or mention.value is None:
            continue
        if mention.kind not in _WORDLESS or not any(char.isdigit() for char in mention.surface):
            continue
        text = write(mention.value, mention.kind, pair.target)
        if compare(mention.surface, text, pair.source, pair.target).ok:
            yield Protection(mention.span, text, "number")
