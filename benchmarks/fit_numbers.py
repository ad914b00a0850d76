"""Fit the weights by which a source is believed, and print what each is worth.

    python benchmarks/fit_numbers.py es fr es en fr en --corpus ../shared/corpora/newstest

True pairs are the lines of the sets that have a number on both sides, one number of the target masked; false
ones the same targets with the source of the next such line. The fit is logistic regression. A weight is worth
what the log loss rises by, in thousandths, when the others are fitted without it.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.numbers.repairing.belonging import BELIEVED, BELONGING, Belonging, evidence

CORPUS = Path(__file__).parent.parent.parent / "shared/corpora/newstest"
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:,\d+)?(?![\w])")
ROUNDS = 40
RIDGE = 1e-3
Array = NDArray[np.float64]


def samples(corpus: Path, here: str, there: str, seed: int) -> tuple[list[Belonging], list[int]]:
    """The evidence of true and false pairs of two languages, and which are true."""
    found: list[Belonging] = []
    truth: list[int] = []
    names = {path.stem for path in corpus.glob(f"*.{here}")} & {
        path.stem for path in corpus.glob(f"*.{there}")
    }
    for name in sorted(names):
        sources, targets = (
            (corpus / f"{name}.{language}").read_text(encoding="utf-8").splitlines()
            for language in (here, there)
        )
        chance = random.Random(seed)
        numbered = [n for n, text in enumerate(targets) if NUMBER.search(text) and NUMBER.search(sources[n])]
        for at, n in enumerate(numbered):
            masked = chance.choice(list(NUMBER.finditer(targets[n])))
            broken = f"{targets[n][: masked.start()]}XNUMX{targets[n][masked.end() :]}"
            for true, line in ((1, n), (0, numbered[(at + 1) % len(numbered)])):
                found.append(evidence(sources[line], broken, here, there))
                truth.append(true)
    return found, truth


def fitted(rows: Array, truth: Array) -> tuple[Array, float]:
    """The weights of least log loss, by Newton's method, and that loss."""
    spread = rows.std(axis=0)
    spread[spread == 0] = 1
    scaled = rows / spread
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - truth) + RIDGE * weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    chance = np.clip(1 / (1 + np.exp(-scaled @ weights)), 1e-9, 1 - 1e-9)
    loss = -np.mean(truth * np.log(chance) + (1 - truth) * np.log(1 - chance))
    return weights / spread, float(loss)


def main() -> None:
    """Print a line a weight, then what the weights of today lose and let through."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("languages", nargs="+", help="pairs: source target [source target ...]")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with NAME.LANGUAGE files")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    found: list[Belonging] = []
    truth: list[int] = []
    for here, there in zip(options.languages[::2], options.languages[1::2], strict=True):
        more, true = samples(options.corpus, here, there, options.seed)
        found += more
        truth += true
    rows, labels = np.array(found), np.array(truth, dtype=float)
    weights, loss = fitted(rows, labels)
    print(f"{len(found)} pairs, log loss {loss:.4f}")
    print(f"{'weight':16}{'today':>8}{'fitted':>8}{'worth':>8}")
    for n, name in enumerate(Belonging._fields):
        without = fitted(np.delete(rows, n, axis=1), labels)[1]
        print(f"{name:16}{BELONGING[n]:>8.2f}{weights[n]:>8.2f}{1000 * (without - loss):>8.2f}")
    odds = rows @ np.array(BELONGING)
    print(f"of true sources {100 * np.mean(odds[labels == 1] < BELIEVED):.1f} % are not believed,")
    print(f"of false ones {100 * np.mean(odds[labels == 0] >= BELIEVED):.1f} % are")


if __name__ == "__main__":
    main()
