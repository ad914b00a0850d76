"""Sentence alignment: the desk's aligner against length alone, on documents with seeded edits.

Lines of a document that are translations of each other are disturbed on either side: neighbours joined into
one sentence, sentences cut in two at a comma, sentences left out or put in from another document. Links are
right when they name exactly the right sentences of both sides.

    python benchmarks/alignment.py --data ../shared/corpora/ntrex --pair es-fr
"""

from __future__ import annotations

import argparse
import math
import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from copydesk.align import Bead, align
from copydesk.align.model import Weights

LONG = 2000
JOIN, CUT, DROP, ADD = 0.06, 0.05, 0.03, 0.03

Key = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A disturbed document and its true links."""

    source: list[str]
    target: list[str]
    links: frozenset[Key]


def disturb(
    pairs: Sequence[tuple[str, str]], strangers: Sequence[tuple[str, str]], dice: random.Random
) -> Case:
    """Seeded merges, cuts, omissions and insertions on either side of a document."""
    sides: tuple[list[str], list[str]] = ([], [])
    links: list[Key] = []
    n = 0
    while n < len(pairs):
        kind = dice.random()
        side = dice.randrange(2)
        new: list[list[str]] = [[pairs[n][0]], [pairs[n][1]]]
        n += 1
        if kind < JOIN and n < len(pairs):
            new = [[*new[0], pairs[n][0]], [*new[1], pairs[n][1]]]
            new[side] = [" ".join(new[side])]
            n += 1
        elif kind < JOIN + CUT and ", " in new[side][0]:
            text = new[side][0]
            at = min(
                (m for m in range(len(text)) if text.startswith(", ", m)),
                key=lambda m: abs(m - len(text) / 2),
            )
            new[side] = [text[: at + 1], text[at + 2 :]]
        elif kind < JOIN + CUT + DROP:
            new[side] = []
        elif kind < JOIN + CUT + DROP + ADD:
            _add(sides, links, [[dice.choice(strangers)[side]] if s == side else [] for s in (0, 1)])
        _add(sides, links, new)
    return Case(sides[0], sides[1], frozenset(links))


def _add(sides: tuple[list[str], list[str]], links: list[Key], new: list[list[str]]) -> None:
    starts = [len(side) for side in sides]
    for side, sentences in zip(sides, new, strict=True):
        side += sentences
    left, right = (tuple(range(s, s + len(x))) for s, x in zip(starts, new, strict=True))
    links.append((left, right))


def cases(data: Path, pair: str, rounds: int, seed: int) -> list[Case]:
    """Every document of the set, disturbed ``rounds`` times."""
    source, target = pair.split("-")
    stem = next(data.glob("*.docs")).stem
    texts = [(data / f"{stem}.{code}").read_text("utf-8").splitlines() for code in (source, target)]
    lines = list(zip(*texts, strict=True))
    names = (data / f"{stem}.docs").read_text("utf-8").splitlines()
    documents = [
        [line for _, line in group]
        for _, group in groupby(zip(names, lines, strict=True), key=lambda x: x[0])
    ]
    dice = random.Random(seed)
    return [disturb(d, lines, dice) for _ in range(rounds) for d in documents]


def gale_church(source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    """The other side of the comparison: Gale and Church (1993), lengths in characters, as in their paper."""
    priors = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            for (many, few), prior in priors.items():
                if i >= many and j >= few:
                    left, right = (sum(map(len, s)) for s in (source[i - many : i], target[j - few : j]))
                    z = abs(right - left) / math.sqrt(6.8 * max((left + right) / 2, 1))
                    cost = best[i - many, j - few][0] - math.log(
                        prior * max(math.erfc(z / math.sqrt(2)), 1e-300)
                    )
                    best[i, j] = min(best.get((i, j), (math.inf, (0, 0))), (cost, (many, few)))
    beads: list[Bead] = []
    i, j = len(source), len(target)
    while i or j:
        many, few = best[i, j][1]
        beads.append(Bead(tuple(range(i - many, i)), tuple(range(j - few, j)), 1.0))
        i, j = i - many, j - few
    return tuple(reversed(beads))


def evaluate(name: str, found: list[tuple[Bead, ...]], true: list[Case], seconds: float) -> None:
    """Print one line of figures: exact links, and those that both sides answer."""
    got = [{(b.source, b.target) for b in beads} for beads in found]
    right = sum(len(g & c.links) for g, c in zip(got, true, strict=True))
    total, wanted = sum(map(len, got)), sum(len(c.links) for c in true)
    precision, recall = right / total, right / wanted
    hard = [[k for k in c.links if len(k[0]) != 1 or len(k[1]) != 1] for c in true]
    caught = sum(k in g for h, g in zip(hard, got, strict=True) for k in h)
    f1 = 2 * precision * recall / (precision + recall)
    sentences = sum(len(c.source) for c in true)
    print(
        f"{name:24} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  "
        f"not 1-1: {caught / max(sum(map(len, hard)), 1):.4f} of {sum(map(len, hard))}  "
        f"{sentences / seconds:,.0f} sentences/s"
    )


def calibration(found: list[tuple[Bead, ...]], true: list[Case]) -> None:
    """Print how often links of each confidence are right, and the mean gap between both."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for beads, case in zip(found, true, strict=True):
        for b in beads:
            bins[min(int(b.confidence * 10), 9)].append((b.confidence, (b.source, b.target) in case.links))
    total = sum(map(len, bins))
    gap = 0.0
    for n, members in enumerate(bins):
        if members:
            said = sum(c for c, _ in members) / len(members)
            was = sum(r for _, r in members) / len(members)
            gap += abs(said - was) * len(members) / total
            bounds = f"{n / 10:.1f}-{(n + 1) / 10:.1f}"
            print(f"  confidence {bounds}: {len(members):6} links, said {said:.3f}, right {was:.3f}")
    print(f"  expected calibration error {gap:.4f}")


def main() -> None:
    """Run both aligners over the same cases."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--data", type=Path, default=Path("../shared/corpora/ntrex"))
    arguments.add_argument("--pair", default="es-fr")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    true = cases(given.data, given.pair, given.rounds, given.seed)
    print(f"{given.pair}: {len(true)} documents, {sum(len(c.links) for c in true)} links, seed {given.seed}")
    source, target = given.pair.split("-")
    aligners: dict[str, Callable[[Case], tuple[Bead, ...]]] = {
        "Gale-Church 1993": lambda c: gale_church(c.source, c.target),
        "copydesk, length only": lambda c: align(
            c.source, c.target, source, target, weights=Weights(lexical=0)
        ),
        "copydesk": lambda c: align(c.source, c.target, source, target),
    }
    found: list[tuple[Bead, ...]] = []
    for name, aligner in aligners.items():
        start = time.perf_counter()
        found = [aligner(c) for c in true]
        evaluate(name, found, true, time.perf_counter() - start)
    calibration(found, true)
    large(true, source, target)


def large(true: list[Case], source: str, target: str) -> None:
    """Print time and memory for one text of about 2,000 sentences on either side."""
    long = Case([], [], frozenset())
    for case in true:
        if len(long.source) >= LONG:
            break
        long = Case([*long.source, *case.source], [*long.target, *case.target], frozenset())
    tracemalloc.start()
    start = time.perf_counter()
    align(long.source, long.target, source, target)
    seconds, peak = time.perf_counter() - start, tracemalloc.get_traced_memory()[1]
    size = f"{len(long.source)} x {len(long.target)} sentences"
    print(f"{size}: {seconds:.1f} s under tracemalloc, peak {peak / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
