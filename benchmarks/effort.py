"""The estimate of edit effort: fitted on development sets, tested on others, against TER of the reference.

    python benchmarks/effort.py [--corpora DIR] [--cache DIR] [--write]

Fit: newstest2008, newstest2009 and the second 500 lines of NTREX. Test: newstest2012 and the first 500 lines
of NTREX. Prints Spearman's correlation with TER by segment and by document of 20 segments, for each route,
and how many documents get the badge that their own TER would give. What became of an engine's words is
counted on nine tenths of the development sets for the signals of the last tenth, so that the weights are
fitted to what the counts are worth on other texts. The weights are then widened until documents differ as
they do by TER.
``--write`` puts the weights and the card into ``pipeline/copydesk/verify/effort.json`` and the counts into
``effort.PAIR.ENGINE.tsv``; ``--cache`` keeps translations and TER, which take most of the time.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from sacrebleu.metrics import TER

from copydesk.data import Bitext, Edit, Glossary, Pair, Span
from copydesk.run.quality import badge
from copydesk.text.words import words
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator
from copydesk.verify import effort

FIT = (("newstest2008", slice(None)), ("newstest2009", slice(None)), ("ntrex1000", slice(500, 1000)))
TEST = (("newstest2012", slice(1000)), ("newstest2012", slice(None)), ("ntrex1000", slice(500)))
ROUTES = {
    "es-fr apertium": ("es-fr", {}),
    "es-en firefox": ("es-en", {"pivot": "pt"}),
    "es-en apertium": ("es-en", {"engine": "apertium"}),
}
"""Models by pair and last engine: the direction, and the options that lead there."""

RIDGE, SEEN, DOCUMENT = 3000.0, 25, 20
FOLDS, TRUST, WORDS, PAIRS, TELLING = 10, 8.0, 2, 2, 0.03
"""Of the counts: parts, the sights a prior weighs, the fewest sights of an entry, the least that it tells."""

TARGET = Path(__file__).parent.parent / "pipeline" / "copydesk" / "verify" / "effort.json"


@dataclass(frozen=True)
class Segment:
    """A machine translation beside its reference; ``ter`` of it, 1 is all words."""

    bitext: Bitext
    edits: tuple[Edit, ...]
    reference: str
    ter: float

    @property
    def size(self) -> float:
        """The words of the reference."""
        return max(1, len(self.reference.split()))


def lines(corpora: Path, name: str, code: str) -> list[str]:
    """The lines of a set in one language."""
    folder = "newstest" if name.startswith("newstest") else "ntrex"
    return (corpora / folder / f"{name}.{code}").read_text("utf-8").split("\n")[:-1]


def translations(
    source: list[str], reference: list[str], pair: Pair, options: TranslateOptions, cache: Path | None
) -> list[Any]:
    """[text, spans of unknown words, number of edits, TER] for each line, from ``cache`` if it is there."""
    if cache and cache.exists():
        found: list[Any] = json.loads(cache.read_text("utf-8"))
        return found
    with open_translator(options) as desk:
        answers = desk.translate([request(text, pair, Glossary(), options) for text in source])
    ter = TER()
    found = [
        [
            a.text,
            [[s.start, s.end] for s in a.unknown],
            len(a.edits),
            ter.sentence_score(a.text, [r]).score / 100,
        ]
        for a, r in zip(answers, reference, strict=True)
    ]
    if cache:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return found


def segments(source: list[str], answers: list[Any], reference: list[str], pair: Pair) -> list[Segment]:
    """All lines as segments."""
    edit = Edit(Span(0, 0), "", "", "post-edit", "counted only")
    return [
        Segment(Bitext(s, text, pair, unknown=tuple(Span(*u) for u in unknown)), (edit,) * edits, r, ter)
        for s, (text, unknown, edits, ter), r in zip(source, answers, reference, strict=True)
    ]


def habits(given: Sequence[Segment]) -> effort.Habits:
    """How often words, and pairs of neighbours, stand in the reference too; few sights count little."""
    sights: Counter[str] = Counter()
    both: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for segment in given:
        said, right = words(segment.bitext.target), words(segment.reference)
        left, left_pairs = Counter(right), Counter(zip(("", *right), right, strict=False))
        for before, word in zip(("", *said), said, strict=False):
            for entry in ("", word, f"{before} {word}"):
                sights[entry] += 1
                both[0][entry] += left[word] > 0
                both[1][entry] += left_pairs[before, word] > 0
            left[word] -= 1
            left_pairs[before, word] -= 1
    shares = {"": tuple(count[""] / sights[""] for count in both)}
    for least, wanted in ((WORDS, False), (PAIRS, True)):
        for entry in sorted(e for e, n in sights.items() if e and n >= least and (" " in e) is wanted):
            prior = shares.get(entry.partition(" ")[2]) or shares[""]
            found = [
                (count[entry] + TRUST * p) / (sights[entry] + TRUST)
                for count, p in zip(both, prior, strict=True)
            ]
            if max(abs(f - p) for f, p in zip(found, prior, strict=True)) >= TELLING:
                shares[entry] = tuple(round(f, 3) for f in found)
    return effort.Habits(shares)  # type: ignore[arg-type]


def crossed(given: Sequence[Segment]) -> list[dict[str, float]]:
    """The signals of each segment, with habits counted on the other parts."""
    found: list[dict[str, float]] = []
    size = -(-len(given) // FOLDS)
    for start in range(0, len(given), size):
        known = habits([*given[:start], *given[start + size :]])
        found += [effort.signals(s.bitext, s.edits, known) for s in given[start : start + size]]
    return found


def documents(values: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The means of documents of ``DOCUMENT`` segments; words count."""
    starts = range(0, len(values) - DOCUMENT + 1, DOCUMENT)
    return np.array([np.average(values[n : n + DOCUMENT], weights=sizes[n : n + DOCUMENT]) for n in starts])


def spread(guess: np.ndarray, given: Sequence[Segment]) -> float:
    """How much wider documents differ than the estimates, which noise in the segments has drawn together."""
    sizes = np.array([segment.size for segment in given])
    real = np.array([segment.ter for segment in given])
    guessed, measured = documents(guess, sizes), documents(real, sizes)
    return float(np.cov(guessed, measured)[0, 1] / np.var(guessed, ddof=1))


def fit(given: Sequence[Segment]) -> dict[str, Any]:
    """Ridge regression of TER, segments weighed by the root of their length."""
    rows = crossed(given)
    seen = Counter(name for found in rows for name, value in found.items() if value)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    values = np.array([[found.get(name, 0.0) for name in names] for found in rows])
    weight = np.sqrt([segment.size for segment in given])
    mean, scale = values.mean(0), values.std(0) + 1e-9
    standard = (values - mean) / scale
    wanted = np.minimum([segment.ter for segment in given], effort.MOST)
    base = float(np.average(wanted, weights=weight))
    square = standard.T @ (standard * weight[:, None]) + RIDGE * weight.mean() * np.eye(len(names))
    found = np.linalg.solve(square, standard.T @ ((wanted - base) * weight))
    found *= spread(base + standard @ found, given)
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


def tested(weights: effort.Weights, given: Sequence[Segment]) -> dict[str, float]:
    """What the model is worth on ``given``, the two means, the share of right badges."""
    guess = np.array([weights.estimate(effort.signals(s.bitext, s.edits, weights.habits)) for s in given])
    real, sizes = np.array([s.ter for s in given]), np.array([s.size for s in given])

    guessed, measured = documents(guess, sizes), documents(real, sizes)
    alike = [badge(one) is badge(other) for one, other in zip(guessed, measured, strict=True)]
    return {
        "segments": round(spearman(guess, real), 3),
        "documents": round(spearman(guessed, measured), 3),
        "estimated": round(float(np.average(guess, weights=sizes)), 3),
        "ter": round(float(np.average(real, weights=sizes)), 3),
        "badges": round(sum(alike) / len(alike), 3),
    }


def _part(route: str, name: str, cut: slice, arguments: argparse.Namespace) -> list[Segment]:
    pair_name, chosen = ROUTES[route]
    pair = Pair(*pair_name.split("-"))
    cache = arguments.cache / f"{route.replace(' ', '.')}.{name}.json" if arguments.cache else None
    source, reference = (lines(arguments.corpora, name, code) for code in (pair.source, pair.target))
    answers = translations(source, reference, pair, TranslateOptions.model_validate(chosen), cache)
    return segments(source, answers, reference, pair)[cut]


def _written(known: effort.Habits) -> str:
    rows = [f"{entry}\t{kept:.2g}\t{joined:.2g}" for entry, (kept, joined) in sorted(known.shares.items())]
    return "\n".join(["words\tkept\tjoined", *rows]) + "\n"


def main() -> None:
    """Fit and test every route whose legs are installed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--routes", nargs="*", default=list(ROUTES))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    models: dict[str, Any] = {}
    known: dict[str, effort.Habits] = {}
    card: dict[str, Any] = {
        "fitted": str(date.today()),
        "by": "benchmarks/effort.py",
        "fit_on": "newstest2008, newstest2009, NTREX lines 501-1000",
        "signature": "TER of sacreBLEU with its defaults, one reference, by segment",
        "tested": {},
    }
    for route in arguments.routes:
        given = [segment for name, cut in FIT for segment in _part(route, name, cut, arguments)]
        models[route], known[route] = fit(given), habits(given)
        signals = {name: tuple(value) for name, value in models[route]["signals"].items()}
        weights = effort.Weights(models[route]["base"], signals, known[route])
        for name, cut in TEST:
            part = f"{name} 1-{cut.stop}" if cut.stop else name
            result = tested(weights, _part(route, name, cut, arguments))
            card["tested"].setdefault(route, {})[part] = result
            print(f"{route:16} {part:20} {result}", flush=True)
    if arguments.write:
        page = json.loads(TARGET.read_text("utf-8")) | {"card": card, "models": models}
        TARGET.write_text(json.dumps(page, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        for route, found in known.items():
            TARGET.with_name(f"effort.{route.replace(' ', '.')}.tsv").write_text(_written(found), "utf-8")


if __name__ == "__main__":
    main()
