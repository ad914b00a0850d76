"""What an editor must know about how a page was read: was story lost, or the wrong headline taken?

Reading a page is a guess, and a wrong guess looks like a shorter story. So the outcome is held against what
the page says about itself and against what was left out. The thresholds were fitted on 204 pages with known
stories, so that nearly no page that was read well has an error (docs/formats.md gives the figures).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk.data import Finding, Severity
from copydesk.formats.html_head import SEPARATORS
from copydesk.ingest.page_clues import ELSEWHERE, PROSE, Clues, Layout, Witnesses, triples
from copydesk.ingest.page_headline import says_title

_FEW_WORDS = 40
_SHORT = 90
_RIVAL = 1.7
_MUCH = 0.5
_DOUBTED = 0.12
_UNSURE = 0.25
_STATED = 0.35
_STATED_MOST = 0.7
_STATED_TRIPLES = 50
_DENSE = 3
_NUMBER = re.compile(r"\d+(?:[.,:  ]\d+)*(?:\s?%)?")
_MOST_NUMBERS = 12


@dataclass(frozen=True)
class _Reading:
    """A page as it was read: its pieces, which of them are the story, and how likely each was."""

    laid: Layout
    clues: Sequence[Clues]
    likely: Sequence[float]
    kept: Collection[int]
    headline: int | None

    @cached_property
    def story(self) -> str:
        return "\n".join(self.laid.page.pieces[at].text for at in sorted(self.kept))

    @cached_property
    def cut(self) -> list[int]:
        """Running text that was left out, though it is no comment, footer, form or repetition."""
        return [
            at
            for at, clue in enumerate(self.clues)
            if at not in self.kept
            and at != self.headline
            and self.laid.prose[at] >= PROSE
            and clue["sentence"]
            and not any(map(clue.get, ELSEWHERE))
        ]

    def prose(self, pieces: Collection[int]) -> int:
        return sum(self.laid.prose[at] for at in pieces)


def guard(
    laid: Layout,
    clues: Sequence[Clues],
    likely: Sequence[float],
    kept: Collection[int],
    headline: int | None,
    witnesses: Witnesses,
) -> tuple[Finding, ...]:
    """What to tell about the reading of a page.

    Rule ``story`` says that text may be lost: an error where little story is left, where as much running
    text was cut as kept, or where most of the text in JSON-LD is missing; a warning where any of this is
    likely. Rule ``headline`` warns of a headline that differs from the page's title. Rule ``left-out``
    lists the numbers in running text that was cut.
    """
    reading = _Reading(laid, clues, likely, kept, headline)
    told = [_lost(reading, witnesses), _other_headline(reading, witnesses), _left_out(reading)]
    return tuple(finding for finding in told if finding is not None)


def _lost(reading: _Reading, witnesses: Witnesses) -> Finding | None:
    reasons = list(_reasons(reading, witnesses))
    if not reasons:
        return None
    severity, why = max(reasons, key=lambda reason: reason[0].rank)
    return Finding("story", severity, f"{why}. Compare with the page; what was left out is kept as furniture")


def _reasons(reading: _Reading, witnesses: Witnesses) -> Iterator[tuple[Severity, str]]:
    words = len(reading.story.split())
    kept, cut = reading.prose(reading.kept), reading.prose(reading.cut)
    around = reading.prose(range(len(reading.clues))) - kept
    if words < _SHORT and around > kept:
        severity = Severity.ERROR if words < _FEW_WORDS else Severity.WARNING
        yield severity, f"only {words} words of story were found"
    if cut >= _MUCH * kept:
        share = round(100 * cut / max(1, kept + cut))
        severity = Severity.ERROR if cut >= _RIVAL * kept else Severity.WARNING
        yield severity, f"{share} % of the page's running text was left out"
    if len(witnesses.triples) >= _STATED_TRIPLES:
        found = len(witnesses.triples.intersection(triples(reading.story))) / len(witnesses.triples)
        if found < _STATED_MOST:
            severity = Severity.ERROR if found < _STATED else Severity.WARNING
            yield severity, f"only {round(100 * found)} % of the text in the page's data was found"
    doubted = sum(reading.laid.prose[at] for at in reading.cut if reading.likely[at] > _UNSURE)
    doubted += sum(int(reading.laid.prose[at] * (1 - reading.likely[at])) for at in reading.kept)
    if doubted >= _DOUBTED * kept:
        yield Severity.WARNING, "where the story begins and ends is in doubt"
    if words >= _SHORT and kept < _DENSE * words:
        yield Severity.WARNING, "the story is mostly lists or tables"


def _other_headline(reading: _Reading, witnesses: Witnesses) -> Finding | None:
    if not witnesses.title:
        return None
    if reading.headline is None:
        message = f"the page shows no headline; its title is “{witnesses.title}”"
        return Finding("headline", Severity.WARNING, message)
    shown = reading.laid.page.pieces[reading.headline].text
    if says_title(shown, [witnesses.title, *SEPARATORS.split(witnesses.title)]):
        return None
    message = f"the headline “{shown}” differs from the page's title “{witnesses.title}”"
    return Finding("headline", Severity.WARNING, message)


def _left_out(reading: _Reading) -> Finding | None:
    texts = [reading.laid.page.pieces[at].text for at in reading.cut]
    found = list(dict.fromkeys(number for text in texts for number in _NUMBER.findall(text)))
    if not found:
        return None
    more = f" and {len(found) - _MOST_NUMBERS} more" if len(found) > _MOST_NUMBERS else ""
    return Finding(
        "left-out", Severity.NOTE,
        f"left out: {len(texts)} paragraphs beside the story, with the numbers "
        f"{', '.join(found[:_MOST_NUMBERS])}{more}",
    )  # fmt: skip
