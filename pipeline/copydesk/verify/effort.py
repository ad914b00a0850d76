"""How much editing a machine translation needs, estimated from what can be counted.

The estimate is the translation edit rate (TER: edits a word of the corrected text) that a reference would
show. It is a weighted sum of cheap signals; ``benchmarks/effort.py`` fits the weights on development sets
and writes them, with the card that says what they are worth, into ``effort.json``.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from copydesk.data import Bitext, Edit, Pair, engine_names, primary
from copydesk.languages import facts
from copydesk.text.frequent import frequent
from copydesk.text.words import tokens, words

LEAST, MOST = 0.0, 1.5
"""Bounds of the estimate: nothing to do, and half as many edits again as there are words."""

_RAREST = 1e-7
_LONG = 12
_SIGNS = (",", ";", ":", '"', "(", "-", "?", "%")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Weights:
    """The model of one kind of route: ``mean``, ``scale`` and ``weight`` of each signal, and the base.

    Signals that the model does not know count nothing.
    """

    base: float
    signals: Mapping[str, tuple[float, float, float]]

    def estimate(self, signals: Mapping[str, float]) -> float:
        """The edit rate, within :data:`LEAST` and :data:`MOST`."""
        total = self.base
        for name, (mean, scale, weight) in self.signals.items():
            total += weight * (signals.get(name, 0.0) - mean) / scale
        return min(MOST, max(LEAST, total))


def estimated_effort(bitext: Bitext, engine: str, edits: Sequence[Edit] = ()) -> float | None:
    """The edit rate that the machine translation ``bitext`` is expected to need; None where nobody knows.

    ``engine`` is the fingerprint of what made it, ``edits`` what the desk changed afterwards.
    """
    model = weights(bitext.pair, engine_names(engine)[-1])
    return None if model is None or not tokens(bitext.target) else model.estimate(signals(bitext, edits))


def signals(bitext: Bitext, edits: Sequence[Edit] = ()) -> dict[str, float]:
    """What is counted in ``bitext``, by name; shares are of the words."""
    source, target = words(bitext.source), words(bitext.target)
    many, few = max(1, len(target)), max(1, len(source))
    found = {
        "length": math.log(few),
        "ratio": abs(math.log(many / few)),
        "longer": math.log(many / few),
        "unknown": len(bitext.unknown) / many,
        "edits": len(edits) / many,
        "numbers": len(_DIGITS.findall(bitext.source)) / few,
        "habits": len(_habits().findall(bitext.target)) / many,
        "short": 1.0 if few <= 6 else 0.0,
    }
    found |= {f"sign {sign}": bitext.source.count(sign) / few for sign in _SIGNS}
    found |= _wording("source", bitext.source, source, bitext.pair.source)
    found |= _wording("target", bitext.target, target, bitext.pair.target)
    own = frequent(bitext.pair.target)
    left = [w for w in target if w in source and len(w) > 3 and own and own.share(w) < _RAREST * 10]
    found["left"] = len(left) / many
    return found


def _wording(side: str, text: str, said: Sequence[str], language: str) -> dict[str, float]:
    """How rare, how long and how named the words of one side are, and the share of each little word."""
    many = max(1, len(said))
    listed = frequent(language)
    rare = [-math.log10(max(_RAREST, listed.share(word))) for word in said] if listed else []
    lower = [word for word in tokens(text) if word.islower() and len(word) > 2]
    unlisted = sum(listed.share(word) == 0.0 for word in lower) if listed else 0
    found = {
        f"{side} rarity": sum(rare) / many,
        f"{side} unlisted": unlisted / many,
        f"{side} capitals": sum(word[:1].isupper() for word in tokens(text)) / many,
        f"{side} letters": sum(map(len, said)) / many,
        f"{side} long": sum(len(word) >= _LONG for word in said) / many,
    }
    little = facts(language).prose.function_words
    return found | {f"{side} {word}": count / many for word, count in Counter(said).items() if word in little}


@cache
def weights(pair: Pair, engine: str) -> Weights | None:
    """The fitted model for ``pair`` (regions do not count) and the last engine of the route, None without."""
    source, target = (primary(language) for language in (pair.source, pair.target))
    found = _page()["models"].get(f"{source}-{target} {engine}")
    if found is None:
        return None
    return Weights(found["base"], {name: (m, s, w) for name, (m, s, w) in found["signals"].items()})


@cache
def _habits() -> re.Pattern[str]:
    """Turns that machines write far oftener than people."""
    return re.compile(rf"\b(?:{'|'.join(_page()['habits'])})\b", re.IGNORECASE)


@cache
def _page() -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(files("copydesk.verify").joinpath("effort.json").read_text("utf-8"))
    return read
