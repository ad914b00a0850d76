"""How much work an edit was: translation edit rate, and whether it set facts right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics import TER

from copydesk.review.weigh import ChangeKind, weigh
from copydesk.review.worddiff import tokens_of

_LONGEST = 200
"""Tokens beyond which no shifts are looked for: the search grows with the square of the length."""


@dataclass(frozen=True, slots=True)
class Effort:
    """``edits`` of ``tokens`` in the text as edited, and what the edit altered, gravest first."""

    edits: int
    tokens: int
    alters: tuple[ChangeKind, ...] = ()

    @property
    def facts(self) -> bool:
        """Whether the edit altered a number, a name, a negation, a modality or a quote."""
        return any(kind <= ChangeKind.QUOTE for kind in self.alters)


@lru_cache(65_536)
def effort(machine: str, text: str, language: str) -> Effort:
    """The effort from the machine's text to the text that a person left, both in ``language`` (BCP 47)."""
    after = tokens_of(text)
    if machine == text:
        return Effort(0, len(after))
    return Effort(ter_edits(tokens_of(machine), after), len(after), weigh(machine, text, language).alters)


def ter_edits(before: Sequence[str], after: Sequence[str]) -> int:
    """The edits that TER counts: words inserted, deleted, replaced, and shifts of words, each as one.

    Snover et al. 2006, as sacrebleu implements it. It is asked only where a shift, which is an edit itself,
    can save any: the words that one text has more than the other take an edit each, wherever they stand.
    """
    steps = Levenshtein.distance(before, after)
    longest = max(len(before), len(after))
    least = longest - (Counter(before) & Counter(after)).total()
    if steps <= least + 1 or longest > _LONGEST:
        return steps
    score = _ter().sentence_score(" ".join(before), [" ".join(after)])
    return min(steps, int(score.num_edits))


@cache
def _ter() -> TER:
    return TER(case_sensitive=True)
