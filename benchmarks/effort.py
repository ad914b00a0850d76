"""The estimate of edit effort: fitted on development sets, tested on others, against TER of the reference.

    python benchmarks/effort.py [--corpora DIR] [--cache DIR] [--write]

Fit: the first 1,000 lines of newstest2008 and newstest2009 and the second 500 of NTREX. Test: the first
1,000 of newstest2012 and the first 500 of NTREX. Prints Spearman's correlation with TER by segment and by
document of 20 segments, for each route.
``--write`` puts the weights and the card into ``pipeline/copydesk/verify/effort.json``; ``--cache`` keeps the
translations, which take most of the time.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from sacrebleu.metrics import TER

from copydesk.data import Bitext, Edit, Glossary, Pair, Span
from copydesk.translate.desk import open_desk
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.verify import effort

FIT = {"newstest2008": slice(1000), "newstest2009": slice(1000), "ntrex1000": slice(500, 1000)}
TEST = {"newstest2012": slice(1000), "ntrex1000": slice(500)}
ROUTES = {
    "es-fr apertium": ("es-fr", {}),
    "es-en firefox": ("es-en", {"pivot": "pt"}),
    "es-en apertium": ("es-en", {"engine": "apertium"}),
}
"""Models by pair and last engine: the direction, and the options that lead there."""

RIDGE, SEEN, DOCUMENT = 300.0, 25, 20
TARGET = Path(__file__).parent.parent / "pipeline" / "copydesk" / "verify" / "effort.json"


@dataclass(frozen=True)
class Rows:
    """Segments: their signals, TER against the reference (1 is all words), and reference lengths."""

    signals: list[dict[str, float]]
    ter: np.ndarray
    words: np.ndarray

    def matrix(self, names: list[str]) -> np.ndarray:
        """The signals as numbers, a column a name."""
        return np.array([[found.get(name, 0.0) for name in names] for found in self.signals])


def lines(corpora: Path, name: str, code: str) -> list[str]:
    """The lines of a set in one language."""
    folder = "newstest" if name.startswith("newstest") else "ntrex"
    return (corpora / folder / f"{name}.{code}").read_text("utf-8").split("\n")[:1000]


def translations(source: list[str], pair: Pair, options: TranslateOptions, cache: Path | None) -> list[Any]:
    """[text, spans of unknown words, number of edits] for each line, from ``cache`` if it is there."""
    if cache and cache.exists():
        found: list[Any] = json.loads(cache.read_text("utf-8"))
        return found
    with open_desk(options) as desk:
        answers = desk.translate([request(text, pair, Glossary(), options) for text in source])
    found = [[a.text, [[s.start, s.end] for s in a.unknown], len(a.edits)] for a in answers]
    if cache:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return found


def rows(source: list[str], answers: list[Any], reference: list[str], pair: Pair) -> Rows:
    """Signals and TER of each line."""
    ter = TER()
    edit = Edit(Span(0, 0), "", "", "post-edit", "counted only")
    found = [
        effort.signals(Bitext(s, text, pair, unknown=tuple(Span(*u) for u in unknown)), [edit] * edits)
        for s, (text, unknown, edits) in zip(source, answers, strict=True)
    ]
    scores = [ter.sentence_score(a[0], [r]).score / 100 for a, r in zip(answers, reference, strict=True)]
    return Rows(found, np.array(scores), np.array([max(1, len(r.split())) for r in reference], float))


def joined(parts: list[Rows]) -> Rows:
    """All parts as one."""
    return Rows(
        [found for part in parts for found in part.signals],
        np.concatenate([part.ter for part in parts]),
        np.concatenate([part.words for part in parts]),
    )


def fit(given: Rows) -> dict[str, Any]:
    """Ridge regression of TER, segments weighed by the root of their length."""
    seen = Counter(name for found in given.signals for name, value in found.items() if value)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    values, weight = given.matrix(names), np.sqrt(given.words)
    mean, scale = values.mean(0), values.std(0) + 1e-9
    standard = (values - mean) / scale
    wanted = np.minimum(given.ter, effort.MOST)
    base = float(np.average(wanted, weights=weight))
    square = standard.T @ (standard * weight[:, None]) + RIDGE * weight.mean() * np.eye(len(names))
    found = np.linalg.solve(square, standard.T @ ((wanted - base) * weight))
    shaped = {n: [float(f"{v:.4g}") for v in vs] for n, *vs in zip(names, mean, scale, found, strict=True)}
    return {"base": round(base, 4), "signals": shaped}


def ranks(values: np.ndarray) -> np.ndarray:
    """Ranks, the mean one for equals."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2)[place]


def spearman(one: np.ndarray, other: np.ndarray) -> float:
    """Spearman's rank correlation."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def tested(model: dict[str, Any], given: Rows) -> dict[str, float]:
    """What ``model`` is worth on ``given``, and the two means."""
    signals = {name: tuple(value) for name, value in model["signals"].items()}
    weights = effort.Weights(model["base"], signals)
    guess = np.array([weights.estimate(found) for found in given.signals])
    cuts = range(0, len(guess), DOCUMENT)

    def documents(values: np.ndarray) -> np.ndarray:
        pieces = [slice(n, n + DOCUMENT) for n in cuts]
        return np.array([np.average(values[p], weights=given.words[p]) for p in pieces])

    return {
        "segments": round(spearman(guess, given.ter), 3),
        "documents": round(spearman(documents(guess), documents(given.ter)), 3),
        "estimated": round(float(np.average(guess, weights=given.words)), 3),
        "ter": round(float(np.average(given.ter, weights=given.words)), 3),
    }


def _part(route: str, name: str, cut: slice, arguments: argparse.Namespace) -> Rows:
    pair_name, chosen = ROUTES[route]
    pair = Pair(*pair_name.split("-"))
    cache = arguments.cache / f"{route.replace(' ', '.')}.{name}.json" if arguments.cache else None
    source, reference = (lines(arguments.corpora, name, code) for code in (pair.source, pair.target))
    answers = translations(source, pair, TranslateOptions.model_validate(chosen), cache)
    return rows(source[cut], answers[cut], reference[cut], pair)


def main() -> None:
    """Fit and test every route whose legs are installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--routes", nargs="*", default=list(ROUTES))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    models: dict[str, Any] = {}
    card: dict[str, Any] = {
        "fitted": str(date.today()),
        "by": "benchmarks/effort.py",
        "fit_on": "newstest2008 and newstest2009 lines 1-1000, NTREX lines 501-1000",
        "signature": "TER of sacreBLEU with its defaults, one reference, by segment",
        "tested": {},
    }
    for route in arguments.routes:
        models[route] = fit(joined([_part(route, name, cut, arguments) for name, cut in FIT.items()]))
        for name, cut in TEST.items():
            result = tested(models[route], _part(route, name, cut, arguments))
            card["tested"].setdefault(route, {})[name] = result
            print(f"{route:16} {name:13} {result}", flush=True)
    if arguments.write:
        page = json.loads(TARGET.read_text("utf-8")) | {"card": card, "models": models}
        TARGET.write_text(json.dumps(page, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
