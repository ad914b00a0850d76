"""Sentence boundaries on news: copydesk and four others, on the same paragraphs, in one run.

Paragraphs are made by joining three to six consecutive lines of a corpus with a space (seeded, the same for
all). A boundary is the place where two lines meet; F1 is over boundaries, exact place, the end of the
paragraph not counted. Most lines are sentences, some hold several: a boundary found inside one counts as
false for every contender alike. "sentences" leaves out lines that do not end like a sentence (headlines,
bylines), which no paragraph of an article holds; "all lines" keeps them, which caps recall.

newstest2008 and 2009 were looked at while the rules were written; newstest2012 and NTREX were not.

    python benchmarks/segmentation.py [--corpora ../shared/corpora]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from copydesk.segment import SEGMENTERS, SegmentOptions

Cutter = Callable[[str], Iterable[str]]
SEED = 20240501
ENDINGS = (".", "!", "?", "…")
NTREX = ("es", "fr", "en", "de", "it", "pt", "ca")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines and the offsets at which each line but the last ends."""

    text: str
    ends: frozenset[int]


def main() -> None:
    """Print one table per protocol and corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--all-sets", action="store_true", help="also the sets the rules were tuned on")
    arguments = parser.parse_args()
    news = ("es", "fr", "en")
    sets = [
        ("newstest2012 (held out)", "newstest/newstest2012", news),
        ("NTREX (held out)", "ntrex/ntrex1000", NTREX),
    ]
    if arguments.all_sets:
        sets += [(f"newstest{year} (tuned on)", f"newstest/newstest{year}", news) for year in (2008, 2009)]
    for title, stem, languages in sets:
        for name, sentences in (("sentences", True), ("all lines", False)):
            print(f"\n{title}, {name}: boundary F1 (words/s)")
            print(f"{'':20}" + "".join(f"{language:>18}" for language in languages))
            corpora = {
                language: paragraphs(arguments.corpora / f"{stem}.{language}", sentences=sentences)
                for language in languages
            }
            for contender, make in CONTENDERS.items():
                print(
                    f"{contender:20}"
                    + "".join(f"{cell(make, code, rows):>18}" for code, rows in corpora.items())
                )


def paragraphs(path: Path, *, sentences: bool) -> list[Paragraph]:
    """The corpus at ``path`` as paragraphs."""
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").split("\n")]
    lines = [line for line in lines if line and (not sentences or line.rstrip("\"'”’»)] ").endswith(ENDINGS))]
    chance = random.Random(SEED)
    made: list[Paragraph] = []
    while lines:
        count = chance.randint(3, 6)
        group, lines = lines[:count], lines[count:]
        ends, position = [], 0
        for line in group[:-1]:
            position += len(line)
            ends.append(position)
            position += 1
        made.append(Paragraph(" ".join(group), frozenset(ends)))
    return made


def cell(make: Callable[[str], Cutter | None], language: str, rows: Sequence[Paragraph]) -> str:
    """F1 and speed of one contender, as printed."""
    cut = make(language)
    if cut is None:
        return "-"
    start = time.process_time()
    results = [list(cut(row.text)) for row in rows]
    seconds = time.process_time() - start
    found = [ends(row.text, pieces) for row, pieces in zip(rows, results, strict=True)]
    right = sum(len(hit & row.ends) for hit, row in zip(found, rows, strict=True))
    f1 = 2 * right / (sum(map(len, found)) + sum(len(row.ends) for row in rows))
    words = sum(row.text.count(" ") + 1 for row in rows)
    return f"{f1:.3f} ({words / seconds / 1000:,.0f}k)"


def ends(text: str, pieces: Iterable[str]) -> set[int]:
    """Where the pieces end in ``text``, the last end left out; pieces may have lost outer white space."""
    position, found = 0, set()
    for piece in pieces:
        bare = piece.strip()
        at = text.find(bare, position) if bare else -1
        if at >= 0:
            position = at + len(bare)
            found.add(position)
    return found - {len(text)}


def _copydesk(language: str) -> Cutter:
    segmenter = SEGMENTERS.load("rules")(SegmentOptions())
    return lambda text: [span.of(text) for span in segmenter.cut(text, language)]


def _spacy(language: str) -> Cutter | None:
    if not find_spec("spacy"):
        return None
    nlp = import_module("spacy").blank(language)
    nlp.add_pipe("sentencizer")
    return lambda text: [sentence.text for sentence in nlp(text).sents]


def _sentencex(language: str) -> Cutter | None:
    if not find_spec("sentencex"):
        return None
    cut: Any = import_module("sentencex").segment
    return lambda text: list(cut(language, text))


def _pysbd(language: str) -> Cutter | None:
    if not find_spec("pysbd") or language not in import_module("pysbd.languages").LANGUAGE_CODES:
        return None
    cut: Cutter = import_module("pysbd").Segmenter(language=language, clean=False).segment
    return cut


def _moses(language: str) -> Cutter | None:
    if not find_spec("sentence_splitter"):
        return None
    cut: Cutter = import_module("sentence_splitter").SentenceSplitter(language=language).split
    return cut


CONTENDERS: dict[str, Callable[[str], Cutter | None]] = {
    "spaCy sentencizer": _spacy,
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "Moses rules": _moses,  # as re-expressed in Python by the package sentence-splitter
    "copydesk": _copydesk,
}

if __name__ == "__main__":
    main()
