"""How likely it is that some source sentences are translated by some target sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from copydesk.align.features import Feature, all_features
from copydesk.languages import facts

SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))
"""How many sentences of each side a bead may hold."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The model's numbers. ``priors`` are the probabilities of the shapes, in their order.

    ``variance`` is that of the length difference per character (Gale and Church 1993 found 6.8 on
    parliament; news translated by people vary less), ``floor`` a number of characters added before it is
    reckoned, ``cap`` the most that a length may speak against a bead. ``hits`` is the chance, by kind, that
    a feature of a sentence stands in its translation when it stands anywhere in the translated article;
    ``lexical`` tempers the features' say, since they are not independent; 0 leaves length alone.
    """

    priors: tuple[float, ...] = (0.85, 0.02, 0.02, 0.05, 0.05, 0.002)
    variance: float = 2.3
    floor: float = 20.0
    cap: float = 12.0
    hits: tuple[tuple[str, float], ...] = (("number", 0.9), ("name", 0.85), ("cognate", 0.5))
    lexical: float = 0.4


@dataclass(slots=True)
class Model:
    """Scores beads of two texts; natural logarithms throughout. Built by ``build``."""

    weights: Weights
    ratio: float
    source_lengths: list[int]
    target_lengths: list[int]
    source_features: list[frozenset[Feature]]
    target_features: list[frozenset[Feature]]
    gains: dict[Feature, float]
    misses: dict[Feature, float]
    _sides: dict[tuple[int, int, int], tuple[frozenset[Feature], float]] = field(default_factory=dict)
    _priors: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        self._priors = tuple(log(prior) for prior in self.weights.priors)

    def score(self, i: int, j: int, shape: int) -> float:
        """The log-probability that source from ``i`` and target from ``j`` make a bead of this shape."""
        many, few = SHAPES[shape]
        prior = self._priors[shape]
        if not many or not few:
            return prior
        length = self._length(sum(self.source_lengths[i : i + many]), sum(self.target_lengths[j : j + few]))
        if not self.gains:
            return prior + length
        ours, our_misses = self._side(0, i, many)
        theirs, their_misses = self._side(1, j, few)
        shared = ours & theirs
        lexical = our_misses + their_misses
        if shared:
            lexical += sum(map(self.gains.__getitem__, shared))
        return prior + length + self.weights.lexical * lexical

    def _length(self, source: int, target: int) -> float:
        expected = source * self.ratio
        spread = self.weights.variance * (max(expected, target) + self.weights.floor)
        return -min((target - expected) ** 2 / (2 * spread), self.weights.cap)

    def _side(self, side: int, start: int, count: int) -> tuple[frozenset[Feature], float]:
        key = (side, start, count)
        known = self._sides.get(key)
        if known is None:
            own = self.target_features if side else self.source_features
            joined = frozenset().union(*own[start : start + count])
            known = self._sides[key] = (joined, sum(self.misses[f] for f in joined))
        return known


def build(
    source: Sequence[str],
    target: Sequence[str],
    source_language: str,
    target_language: str,
    weights: Weights,
) -> Model:
    """The model of two texts. Only features that stand on both sides of the whole text can say anything."""
    ours: list[frozenset[Feature]] = [frozenset()] * len(source)
    theirs: list[frozenset[Feature]] = [frozenset()] * len(target)
    gains: dict[Feature, float] = {}
    misses: dict[Feature, float] = {}
    if weights.lexical:
        ours, theirs = all_features(source, source_language), all_features(target, target_language)
        left = Counter(feature for features in ours for feature in features)
        right = Counter(feature for features in theirs for feature in features)
        hits = dict(weights.hits)
        for feature in left.keys() & right.keys():
            hit = hits[feature[0]]
            chance = min(max(left[feature] / len(source), right[feature] / len(target)), 0.95)
            misses[feature] = min(log((1 - hit) / (1 - chance)), 0.0)
            gains[feature] = max(log(hit / chance), 0.0) - 2 * misses[feature]
        ours = [frozenset(f for f in features if f in gains) for features in ours]
        theirs = [frozenset(f for f in features if f in gains) for features in theirs]
    usual = facts(target_language).prose.relative_length / facts(source_language).prose.relative_length
    return Model(
        weights,
        usual,
        [len(sentence) for sentence in source],
        [len(sentence) for sentence in target],
        ours,
        theirs,
        gains,
        misses,
    )
