"""Read the numbers of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from copydesk.data import NumberKind, NumberMention
from copydesk.numbers.atoms import ROMAN_STARTS, atom
from copydesk.numbers.joints import joined
from copydesk.numbers.lexicon import CAPITALS, Lexicon, lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.tails import widened
from copydesk.numbers.tokens import tokens

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
        if token.kind == "word" and token.low not in known.starters and text[token.start] not in ROMAN_STARTS:
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
        or not known.words.isdisjoint(_WORDS.findall(text.lower()))
        or CAPITALS.search(text) is not None
    )


def weak_marks(text: str, known: Lexicon) -> list[Mark]:
    """Words that may hide a number (articles, dozen, half, noon, month names): explanations, no claims."""
    page = known.page
    tables = (page.ordinals, page.small, page.hundreds, page.scales, page.months, page.denominators)
    found = []
    for at, match in enumerate(_WORDS.finditer(text)):
        low = match.group().lower()
        values = [(Decimal(known.weak[low]),)] if low in known.weak else []
        values += [(Decimal(table[low]),) for table in tables if low in table]
        if low in page.hundred:
            values.append((Decimal(100),))
        if low in page.noon or low in page.midnight:
            values += [(Decimal(12),), (Decimal(0),)]
        if values:
            found.append(
                Mark(
                    NumberKind.CARDINAL, *match.span(), at, at, values[0], alternatives=tuple(values[1:]),
                    spelled=True, weak=True,
                )
            )  # fmt: skip
    return found
