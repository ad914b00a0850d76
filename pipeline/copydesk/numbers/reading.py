"""Read the numbers of a text."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.data import NumberMention
from copydesk.numbers.atoms import ROMAN_STARTS, atom
from copydesk.numbers.joints import joined
from copydesk.numbers.lexicon import CAPITALS, Lexicon, lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.tails import widened
from copydesk.numbers.tokens import tokens
from copydesk.numbers.weak import weak_marks

__all__ = ["marks", "may_count", "read", "weak_marks"]

_WORDS = re.compile(r"[^\W\d_]+")
_SURE = re.compile(r"[\d½⅓⅔¼¾]|[xX].{0,2}(?i:num)")


def read(text: str, language: str) -> tuple[NumberMention, ...]:
    """The numbers of ``text`` in ``language`` (BCP 47), in order, none inside another.

    Each span slices to the surface. Articles (un, une, one) and idioms are no numbers; placeholders are
    mentions of kind PLACEHOLDER without a value. Unknown languages read digits only. Never raises.
    """
    return tuple(mark.mention(n, text) for n, mark in enumerate(marks(text, lexicon(language))))


def marks(text: str, known: Lexicon) -> list[Mark]:
    """The numbers of ``text`` as marks; a text without any costs a scan of its words."""
    if not may_count(text, known):
        return []
    scan = Scan(text, tokens(text), known)
    found: list[Mark] = []
    at = 0
    while at < len(scan.tokens):
        token = scan.tokens[at]
        if token.low in known.idioms and (idiom := scan.phrase(at, known.idioms)):
            at = idiom[2] + 1
            continue
        if (
            token.kind == "word"
            and token.low not in known.starters
            and text[token.start] not in ROMAN_STARTS
            and token.low not in known.page.multipliers
            and (known.inner is None or not known.inner.search(token.low))
        ):
            at += 1  # most words: no rule would take them
            continue
        mark = atom(scan, at)
        if mark is None:
            at += 1
            continue
        mark = widened(scan, mark)
        while found and found[-1].first >= mark.first:
            found.pop()
        if found and found[-1].last >= mark.first:
            first = found[-1].last + 1
            mark = replace(mark, first=first, start=scan.tokens[first].start)
        found.append(mark)
        at = mark.last + 1
    return joined(scan, found)


def may_count(text: str, known: Lexicon) -> bool:
    """Whether ``text`` can hold a number at all."""
    return (
        _SURE.search(text) is not None
        or (known.inner is not None and known.inner.search(text.lower()) is not None)
        or not known.words.isdisjoint(_WORDS.findall(text.lower()))
        or CAPITALS.search(text) is not None
    )
