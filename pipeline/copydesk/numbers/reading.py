"""Read the numbers of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from copydesk.data import NumberMention
from copydesk.numbers.atoms import ROMAN_LIKE, ROMAN_STARTS, atom
from copydesk.numbers.joints import joined
from copydesk.numbers.lexicon import CAPITALS, Lexicon, lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.tails import widened
from copydesk.numbers.tokens import tokens
from copydesk.numbers.weak import weak_marks
from copydesk.text.words import words

__all__ = ["marks", "may_count", "read", "remembered", "weak_marks"]

_DIGIT = re.compile(r"[\d½⅓⅔¼¾]")
_MARKED = re.compile(r"[xX].{0,2}(?i:num)")


def read(text: str, language: str) -> tuple[NumberMention, ...]:
    """The numbers of ``text`` in ``language`` (BCP 47), in order, none inside another.

    Each span slices to the surface. Articles (un, une, one) and idioms are no numbers; placeholders are
    mentions of kind PLACEHOLDER without a value. Unknown languages read digits only. Never raises.
    """
    return tuple(mark.mention(n, text) for n, mark in enumerate(marks(text, lexicon(language))))


@lru_cache(maxsize=1024)
def remembered(text: str, known: Lexicon) -> tuple[Mark, ...]:
    """What ``marks`` gives, kept: one source is compared with several translations."""
    return tuple(marks(text, known))


def marks(text: str, known: Lexicon) -> list[Mark]:
    """The numbers of ``text`` as marks; a text without any costs a scan of its words."""
    if not may_count(text, known):
        return []
    scan = Scan(text, tokens(text), known)
    found: list[Mark] = []
    after = 0
    for at in _openers(scan):
        if at < after:
            continue
        low = scan.tokens[at].low
        if low in known.idioms and (idiom := scan.phrase(at, known.idioms)):
            after = idiom[2] + 1
            continue
        if low in known.page.ones and known.inner is None and scan.low(at + 1) not in known.after_one:
            continue  # an article
        mark = atom(scan, at)
        if mark is None:
            continue
        mark = widened(scan, mark)
        while found and found[-1].first >= mark.first:
            found.pop()
        if found and found[-1].last >= mark.first:
            first = found[-1].last + 1
            mark = replace(mark, first=first, start=scan.tokens[first].start)
        found.append(mark)
        after = mark.last + 1
    return joined(scan, found) if found else found


def _openers(scan: Scan) -> list[int]:
    """The tokens that a rule may take; most words are none."""
    text, openers, inner = scan.text, scan.lexicon.openers, scan.lexicon.inner
    return [
        at
        for at, (kind, start, _, low) in enumerate(scan.tokens)
        if low in openers
        or (
            kind != "sign"
            if kind != "word"
            else text[start] in ROMAN_STARTS and ROMAN_LIKE.match(text, start)
        )
        or (inner is not None and kind == "word" and inner.search(low))
    ]


def may_count(text: str, known: Lexicon) -> bool:
    """Whether ``text`` can hold a number at all."""
    if _DIGIT.search(text) is not None:
        return True
    low = text.lower()
    return (
        not known.words.isdisjoint(words(text))
        or CAPITALS.search(text) is not None
        or (known.inner is not None and known.inner.search(low) is not None)
        or ("num" in low and _MARKED.search(text) is not None)
    )
