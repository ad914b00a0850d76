"""The hand-made set: every mark once, nearly all where they belong."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from copydesk.data import Candidate, Glossary, Inline, Pair, Request, Span
from copydesk.translate.base import Capabilities
from copydesk.translate.markup.restore import restore_markup
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator

FOLDER = Path(__file__).parents[3] / "corpora" / "markup"
SETS = sorted(FOLDER.glob("*.jsonl"))


class Reader(HTMLParser):
    """Marked-up sentence to text and marks; trusts its input."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.found: list[tuple[str, tuple[tuple[str, str], ...], int, int]] = []
        self.open: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = len(self.text)
        self.found.append((tag, tuple((k, v or "") for k, v in attrs), at, at))
        if tag != "br":
            self.open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        n = self.open.pop()
        assert self.found[n][0] == tag
        self.found[n] = (*self.found[n][:3], len(self.text))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(path: Path) -> tuple[list[Request], list[dict[str, list[str]]]]:
    pair = Pair(*path.stem.split("-"))
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    asked = []
    for row in rows:
        reader = Reader()
        reader.feed(row["source"])
        reader.close()
        inlines = tuple(Inline(Span(a, b), tag, more) for tag, more, a, b in reader.found)
        asked.append(request(reader.text, pair, Glossary(), TranslateOptions(), inlines=inlines))
    return asked, rows


def shown(inline: Inline, text: str) -> str:
    if len(inline.span):
        return inline.span.of(text)
    return f"{text[: inline.span.start].split()[-1]}¦{text[inline.span.start :].split()[0]}"


def placed_right(answer: Callable[[Path, list[Request]], list[Candidate]]) -> tuple[int, int, list[str]]:
    """How many marks stand right, how many there are, and those that do not."""
    right = total = 0
    wrong = []
    for path in SETS:
        asked, rows = read(path)
        for one, row, done in zip(asked, rows, answer(path, asked), strict=True):
            assert [(i.tag, i.attributes) for i in done.inlines] == [
                (i.tag, i.attributes) for i in one.inlines
            ]
            for inline, wanted in zip(done.inlines, row["covers"], strict=True):
                total += 1
                if shown(inline, done.text) in wanted:
                    right += 1
                else:
                    wrong.append(f"{done.text}: {shown(inline, done.text)!r}, wanted {wanted}")
    return right, total, wrong


def test_the_set_is_whole() -> None:
    rows = [json.loads(line) for path in SETS for line in path.read_text("utf-8").splitlines()]
    assert len(rows) == 100
    assert all(len(row["covers"]) == len(read_marks(row["source"])) for row in rows)


def read_marks(source: str) -> list[tuple[str, tuple[tuple[str, str], ...], int, int]]:
    reader = Reader()
    reader.feed(source)
    reader.close()
    return reader.found


@pytest.mark.apertium
def test_apertium_places_at_least_95_in_100_right_and_loses_none() -> None:
    def answer(path: Path, asked: list[Request]) -> list[Candidate]:
        with open_translator(TranslateOptions()) as desk:
            return desk.translate(asked)

    right, total, wrong = placed_right(answer)
    assert right >= 0.95 * total, "\n".join(wrong)


def test_an_engine_without_alignment_loses_none_and_places_most_right() -> None:
    def answer(path: Path, asked: list[Request]) -> list[Candidate]:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        return [
            restore_markup(Candidate(row["target"]), one, Capabilities())
            for one, row in zip(asked, rows, strict=True)
        ]

    right, total, wrong = placed_right(answer)
    assert right >= 0.75 * total, "\n".join(wrong)
