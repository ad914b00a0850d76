"""How much editing a machine translation needs, estimated from what can be counted.

The estimate is the translation edit rate (TER: edits a word of the corrected text) that a reference would
show. It is a weighted sum of cheap signals. Two of them know the engine: how often the words that stand here,
and pairs of neighbours, stood in the reference too when that engine wrote them elsewhere.
``benchmarks/effort.py`` fits the weights on development sets and writes them, with the card that says what
they are worth, into ``effort.json``, and the shares of words and pairs into ``effort.PAIR.ENGINE.tsv``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from copydesk.data import Bitext, Edit, Pair, engine_names, primary
from copydesk.text.frequent import frequent
from copydesk.text.words import tokens, words

LEAST, MOST = 0.0, 1.5
"""Bounds of the estimate: nothing to do, and half as many edits again as there are words."""

_RAREST = 1e-7
_DIGITS = re.compile(r"\d+")
_ANY = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """What became of the words of one engine: the share that references kept, by word and "word word".

    Each entry has two shares, of the word itself and of it with its neighbour before; "" is all words.
    """

    shares: Mapping[str, tuple[float, float]]

    def kept(self, said: Sequence[str]) -> tuple[float, float]:
        """Both shares that are to be expected of the words ``said``: the mean of what is known of each."""
        found = [
            self.shares.get(f"{before} {word}") or self.shares.get(word) or self.shares[_ANY]
            for before, word in zip((_ANY, *said), said, strict=False)
        ]
        many = max(1, len(found))
        return sum(word for word, _ in found) / many, sum(both for _, both in found) / many


@dataclass(frozen=True, slots=True)
class Weights:
    """The model of one kind of route: ``mean``, ``scale`` and ``weight`` of each signal, and the base.

    Signals that the model does not know count nothing. ``habits`` are the engine's.
    """

    base: float
    signals: Mapping[str, tuple[float, float, float]]
    habits: Habits

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
    if model is None or not tokens(bitext.target):
        return None
    return model.estimate(signals(bitext, edits, model.habits))


def signals(bitext: Bitext, edits: Sequence[Edit], habits: Habits) -> dict[str, float]:
    """What is counted in ``bitext``, by name; shares are of the words."""
    source, target = words(bitext.source), words(bitext.target)
    many, few = max(1, len(target)), max(1, len(source))
    kept, joined = habits.kept(target)
    found = {
        "kept": kept,
        "joined": joined,
        "length": math.log(few),
        "ratio": abs(math.log(many / few)),
        "longer": math.log(many / few),
        "unknown": len(bitext.unknown) / many,
        "edits": len(edits) / many,
        "numbers": len(_DIGITS.findall(bitext.source)) / few,
        "turns": len(_turns().findall(bitext.target)) / many,
        "short": 1.0 if few <= 6 else 0.0,
    }
    found |= _wording("source", bitext.source, source, bitext.pair.source)
    found |= _wording("target", bitext.target, target, bitext.pair.target)
    own = frequent(bitext.pair.target)
    left = [w for w in target if w in source and len(w) > 3 and own and own.share(w) < _RAREST * 10]
    found["left"] = len(left) / many
    return found


def _wording(side: str, text: str, said: Sequence[str], language: str) -> dict[str, float]:
    """How rare and how named the words of one side are."""
    many = max(1, len(said))
    listed = frequent(language)
    rare = [-math.log10(max(_RAREST, listed.share(word))) for word in said] if listed else []
    lower = [word for word in tokens(text) if word.islower() and len(word) > 2]
    unlisted = sum(listed.share(word) == 0.0 for word in lower) if listed else 0
    return {
        f"{side} rarity": sum(rare) / many,
        f"{side} unlisted": unlisted / many,
        f"{side} capitals": sum(word[:1].isupper() for word in tokens(text)) / many,
    }


@cache
def weights(pair: Pair, engine: str) -> Weights | None:
    """The fitted model for ``pair`` (regions do not count) and the last engine of the route, None without."""
    source, target = (primary(language) for language in (pair.source, pair.target))
    found = _page()["models"].get(f"{source}-{target} {engine}")
    if found is None:
        return None
    known = {name: (mean, scale, weight) for name, (mean, scale, weight) in found["signals"].items()}
    return Weights(found["base"], known, _shares(f"effort.{source}-{target}.{engine}.tsv"))


def _shares(name: str) -> Habits:
    rows = (line.split("\t") for line in _data(name).splitlines()[1:])
    return Habits({said: (float(kept), float(joined)) for said, kept, joined in rows})


@cache
def _turns() -> re.Pattern[str]:
    """Turns that machines write far oftener than people."""
    return re.compile(rf"\b(?:{'|'.join(_page()['turns'])})\b", re.IGNORECASE)


@cache
def _page() -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(_data("effort.json"))
    return read


def _data(name: str) -> str:
    return files("copydesk.verify").joinpath(name).read_text("utf-8")
