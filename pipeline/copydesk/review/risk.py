"""How much a segment wants to be looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from copydesk.data import Means, Severity
from copydesk.languages import facts
from copydesk.review.findings import Flag
from copydesk.verify.registry import CHECKS

_SHARE = {Severity.ERROR: 1.0, Severity.WARNING: 0.4, Severity.NOTE: 0.1}
_ELSE = 200
_NEGATION = 400
_STALE = 800
_CAPITALS = 150
_LOW = 100
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w-]{3,}")


def risk(
    flags: Sequence[Flag], *, texts: tuple[str, str], languages: tuple[str, str], means: Means, stale: bool
) -> int:
    """The risk of a segment whose ``texts`` are in ``languages`` (source, target); 0 is none.

    Failed number checks come first, then names, negation on one side only, language, low confidence. Waived
    findings do not count.
    """
    weights = sorted(
        (
            _of_rule(flag.finding.rule) * _SHARE[flag.finding.severity]
            for flag in flags
            if flag.waiver is None
        ),
        reverse=True,
    )
    total = sum(weight / (place + 1) for place, weight in enumerate(weights))
    if means is Means.MACHINE or stale:
        total += _NEGATION * (_denies(texts[0], languages[0]) != _denies(texts[1], languages[1]))
        total += _CAPITALS * _lost_names(*texts)
    return round(total + _STALE * stale)


@cache
def _of_rule(rule: str) -> int:
    """What the card of a check says; rules of other stages weigh as most checks do."""
    return CHECKS.load(rule).card.risk if rule in CHECKS.names() else _ELSE


def rules(flags: Iterable[Flag]) -> str:
    """The rules of the open findings, between spaces, as the store keeps them."""
    names = sorted({flag.finding.rule for flag in flags if flag.waiver is None})
    return f" {' '.join(names)} " if names else ""


def _denies(text: str, language: str) -> bool:
    words = facts(language).meaning.negations
    return bool(words) and any(word in words for word in _WORD.findall(text.lower()) if len(word) > 1)


def _lost_names(source: str, target: str) -> bool:
    """Whether a capitalised word inside the source has no like in the target; a hint, not a finding."""
    inside = _NAME.findall(source)
    there = Counter(word[:4].casefold() for word in _WORD.findall(target))
    return any(word[:4].casefold() not in there for word in inside)
