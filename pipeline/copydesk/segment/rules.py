"""The desk's own segmenter: one pass over the stops of a text, decided by words on either side.

Rules follow the print habits of news: a stop ends a sentence when what follows starts like one, unless the
word before it is an abbreviation that the language's page knows, an initial or an ordinal. The time is
linear in the text's length: each pattern starts once per run of stops and never gives back what it took.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Span
from copydesk.languages import facts
from copydesk.languages.contract.segmentation import Segmentation
from copydesk.segment.options import SegmentOptions

_OPEN = "\"'“‘„«‹([{¿¡"
_CLOSE = "\"'”’»›)\\]}"

_STOP = re.compile(
    rf"""
    \n                                                  # a broken line
    | (?P<cjk>(?<![。！？])[。！？]++[」』”’）]*+)          # full-width stops need no space
    | (?<![.!?…])(?P<mark>[.!?…]++)                     # a run of stops, from its start
      (?P<close>[{_CLOSE}]*+(?:[ \u00a0\u202f]?[»›]++[{_CLOSE}]*+)?+)
      (?=\s)
    """,
    re.VERBOSE,
)
_MAY_STOP = re.compile(r"[\n。！？.!?…]")
_NEXT = re.compile(
    rf"\s*+(?P<dash>[—–-]\s?+)?(?P<open>[{re.escape(_OPEN)}\s]*+)(?P<word>[^\s{re.escape(_OPEN)}]{{1,40}}+)?"
)
_QUOTED = re.compile(r"[«„‚]|[\"“‘'](?!\s)")
_BEFORE = 40  # characters looked back for the word before a stop; longer ones are no abbreviations
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,5}[^\W\d_]")
_ROMAN = re.compile(r"[IVXLCDM]+")
_TRIM = _OPEN + "—–-"
_AFTER = ".,;:!?…" + "\"'”’»›)]"


class RuleSegmenter:
    """Cuts by rules and the data of ``languages/<code>/segmentation.py``; neutral ones if unknown."""

    name = "rules"

    def __init__(self, options: SegmentOptions | None = None) -> None:
        self._options = options

    def cut(self, text: str, language: str) -> tuple[Span, ...]:
        """The sentences of ``text``; a line break always ends one."""
        page = facts(language).segmentation
        spans: list[Span] = []
        start = 0
        for stop in _stops(text):
            if stop["mark"] and not _ends(text, start, stop, page):
                continue
            _add(spans, text, start, stop.end())
            start = stop.end()
        _add(spans, text, start, len(text))
        return tuple(spans)


def _stops(text: str) -> Iterator[re.Match[str]]:
    """What ``_STOP`` finds in ``text``, tried only where a character may begin it."""
    end = 0
    for place in _MAY_STOP.finditer(text):
        if place.start() >= end and (stop := _STOP.match(text, place.start())):
            end = stop.end()
            yield stop


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        at = start + len(piece) - len(piece.lstrip())
        spans.append(Span(at, at + len(bare)))


def _ends(text: str, start: int, stop: re.Match[str], page: Segmentation) -> bool:
    """Whether the sentence that began at ``start`` ends with ``stop``."""
    following = _NEXT.match(text, stop.end())
    assert following is not None  # every part of the pattern may be empty
    word = following["word"] or ""
    if not _starts(word, following, stop):
        return False
    if stop["mark"] != "." or stop["close"]:
        return True
    window = text[max(start, stop.start() - _BEFORE) : stop.start()]
    token = window.split()[-1] if window.strip() else ""
    first = stop.start() - start <= _BEFORE and not window[: len(window.rstrip()) - len(token)].strip()
    before = token.lstrip(_TRIM).replace("’", "'").rpartition("'")[2]
    return _dot_ends(before, word, page, first=first)


def _starts(word: str, following: re.Match[str], stop: re.Match[str]) -> bool:
    """Whether a sentence may start with ``word`` and the marks before it."""
    if not word:
        return bool(following["open"].strip())
    first = word[0]
    if first.isupper() or first.isdigit() or (first.isalpha() and not first.islower()):
        return True
    if any(letter.isupper() for letter in word[1:3]) or "¿" in following["open"]:
        return True
    return stop["mark"] == "." and not stop["close"] and bool(_QUOTED.match(following["open"]))


def _dot_ends(before: str, word: str, page: Segmentation, *, first: bool) -> bool:
    """Whether a dot after ``before``, maybe the ``first`` word of its sentence, ends it before ``word``."""
    key = before.lower()
    starter = _is_starter(word, page)
    if key in page.titles:
        return False
    if key in page.numbered and (word[:1].isdigit() or _ROMAN.fullmatch(word.rstrip(_AFTER))):
        return False
    if key in page.enders:
        return starter
    if before.isdigit():
        return not first and (starter or not page.ordinals or len(before) > 2)
    if _INITIALS.fullmatch(before) and (len(before) > 1 or before.isupper()):
        return starter and not first
    return True


def _is_starter(word: str, page: Segmentation) -> bool:
    """Whether ``word``, with the marks that follow it, is one that begins sentences; an initial is not."""
    if word[1:2] == ".":
        return False
    bare = word.rstrip(_AFTER).lower().replace("’", "'")
    return bare in page.starters or bare.partition("'")[0] in page.starters
