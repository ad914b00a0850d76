"""Language detection on news in seven languages: both detectors alone, and the desk, in one run.

Each line of NTREX (es fr en de it pt ca, 1,000 each) is detected as a full sentence and by its first four
words, among the same seven languages. "desk, with document" goes the desk's own way: each document is an
article whose blocks are the lines, ``identify`` tells its language (its cost is the last line printed) and
``identify_segments`` that of every line, which is what the segments/s count. Its
price is shown by "planted": each line is put into a document of another language, and what counts is
whether it is recognised there. Speed is on one core, by processor time; nothing was trained or
tuned on NTREX.

    python benchmarks/detection.py [--corpora ../shared/corpora]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from copydesk.data import Article, Block, BlockRole, Draft, Origin, Segment, Span
from copydesk.detect import DETECTORS, DetectOptions, identify, identify_segments
from copydesk.detect.base import Detector
from copydesk.detect.segments import judge

LANGUAGES = ("es", "fr", "en", "de", "it", "pt", "ca")
OPTIONS = DetectOptions(languages=LANGUAGES)
Row = tuple[str, str, str]  # document, language, text
Run = Callable[[list[Row]], list[str | None]]


def main() -> None:
    """Print accuracy and speed of every contender, and the desk's cost per article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    rows = read(parser.parse_args().corpora / "ntrex")
    four = [(document, language, " ".join(text.split()[:4])) for document, language, text in rows]
    alone: dict[str, Run] = {
        "langdetect, seeded": _member(DETECTORS.load("langdetect")(LANGUAGES)),
        "py3langid": _member(DETECTORS.load("py3langid")(LANGUAGES)),
        "desk, no document": lambda rows: [
            v.detection.language for v in judge([row[2] for row in rows], [None] * len(rows), OPTIONS)
        ],
    }
    print(f"{'':22}{'full sentence':>26}{'first 4 words':>26}")
    for name, run in alone.items():
        run(rows[:50])  # load models
        print(f"{name:22}" + "".join(f"{cell(run, part):>26}" for part in (rows, four)))
    print(f"{'desk, with document':22}" + "".join(f"{with_document(part):>26}" for part in (rows, four)))
    print(f"{'planted lines found':22}{planted(rows):>14.2%}{planted(four):>26.2%}")
    articles(rows)


def read(folder: Path) -> list[Row]:
    """All lines with their documents, language by language."""
    documents = (folder / "ntrex1000.docs").read_text(encoding="utf-8").split()
    return [
        (document, language, line)
        for language in LANGUAGES
        for document, line in zip(
            documents,
            (folder / f"ntrex1000.{language}").read_text(encoding="utf-8").split("\n"),
            strict=False,
        )
    ]


def cell(run: Run, rows: list[Row]) -> str:
    """Accuracy and segments per second, as printed."""
    start = time.process_time()
    said = run(rows)
    seconds = time.process_time() - start
    right = sum(language == row[1] for language, row in zip(said, rows, strict=True))
    return f"{right / len(rows):.2%} ({len(rows) / seconds:,.0f}/s)"


def with_document(rows: list[Row]) -> str:
    """Accuracy and segments per second of ``identify_segments``, as printed."""
    known = [
        (key[1], identify(draft_of([text for _, _, text in group]), OPTIONS))
        for key, group in groupby(rows, key=lambda row: row[:2])
    ]
    start = time.process_time()
    done = [(language, identify_segments(draft, OPTIONS)) for language, draft in known]
    seconds = time.process_time() - start
    right = sum(said.language == language for language, draft in done for said in draft.languages)
    return f"{right / len(rows):.2%} ({len(rows) / seconds:,.0f}/s)"


def draft_of(texts: list[str]) -> Draft:
    """An article with a paragraph per text, each one segment."""
    blocks = tuple(Block(f"b{n}", BlockRole.PARAGRAPH, text) for n, text in enumerate(texts))
    segments = tuple(Segment(f"{block.id}.0", block.id, Span(0, len(block.text))) for block in blocks)
    article = Article("benchmark", Origin("benchmark", "txt", ""), blocks)
    return Draft(article, "en", blocks, segments=segments)


def planted(rows: list[Row]) -> float:
    """The share of lines recognised when each stands in a document of another language."""
    chance = random.Random(1)
    homes: list[str | None] = [chance.choice([x for x in LANGUAGES if x != row[1]]) for row in rows]
    said = judge([row[2] for row in rows], homes, OPTIONS)
    return sum(v.detection.language == row[1] for v, row in zip(said, rows, strict=True)) / len(rows)


def articles(rows: list[Row]) -> None:
    """Print accuracy and cost of ``identify`` on whole documents."""
    drafts = [
        (key[1], draft_of([text for _, _, text in group]))
        for key, group in groupby(rows, key=lambda row: row[:2])
    ]
    start = time.process_time()
    right = sum(
        (d := identify(draft, OPTIONS).document) is not None and d.language == code for code, draft in drafts
    )
    cost = (time.process_time() - start) / len(drafts) * 1000
    words = sum(row[2].count(" ") + 1 for row in rows) / len(drafts)
    print(f"\narticles: {right} of {len(drafts)} right, {cost:.1f} ms each (of {words:.0f} words on average)")


def _member(detector: Detector) -> Run:
    return lambda rows: [vote.language for vote in detector.vote([row[2] for row in rows])]


if __name__ == "__main__":
    main()
