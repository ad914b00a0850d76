"""Read the numbers of a text: single numbers first, then dates, ranges, scores and shares made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.data import NumberMention
from copydesk.numbers.reading.composites import is_goal, joined
from copydesk.numbers.reading.grammar import CAPITALS, LETTERED, SUPERSCRIPTS, Grammar, Scan, grammar_of
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.reading.placeholders import leaked
from copydesk.numbers.reading.token_rules import ROMAN_LIKE, ROMAN_STARTS, ranked, token_at
from copydesk.numbers.reading.units_and_suffixes import with_era, with_units_and_suffixes
from copydesk.text.words import words

_IDLE = frozenset({"word", "sign"})
"""Kinds of tokens that begin a number only if their surface says so."""

_ROMAN = frozenset(letter.lower() for letter in ROMAN_STARTS)
_DIGIT = re.compile(f"[0-9{SUPERSCRIPTS}½⅓⅔¼¾\u0660-\u1fff\u2c00-\U0010ffff]")
"""A digit, or anything of the scripts that have their own: in half the time that it takes to tell them."""

_MARKED = re.compile(r"[xX].{0,2}(?i:num)")


def read(text: str, language: str) -> tuple[NumberMention, ...]:
    """The numbers of ``text`` in ``language`` (BCP 47), in order, none inside another.

    Each span slices to the surface. Articles (un, une, one) and idioms are no numbers; placeholders are
    mentions of kind PLACEHOLDER without a value. Unknown languages read digits only. Never raises.
    """
    return tuple(token.mention(n, text) for n, token in enumerate(number_tokens(text, grammar_of(language))))


@lru_cache(maxsize=1024)
def remembered(text: str, known: Grammar) -> tuple[NumberToken, ...]:
    """What ``number_tokens`` gives, kept: one source is compared with several translations."""
    return tuple(number_tokens(text, known))


def number_tokens(text: str, known: Grammar) -> list[NumberToken]:
    """The numbers of ``text`` as marks; a text without any costs a scan of its words."""
    if not may_count(text, known):
        return []
    scan = Scan(text, known)
    found: list[NumberToken] = []
    after = 0
    for at in _openers(scan):
        if at < after:
            continue
        low = scan.lows[at]
        if low in known.idioms and (idiom := scan.phrase(at, known.idioms)):
            after = idiom[2] + 1
            continue
        article = low in known.page.ones and known.inner is None and scan.low(at + 1) not in known.after_one
        if article and not is_goal(scan, at):
            continue
        token = token_at(scan, at)
        if token is None:
            continue
        rank = ranked(scan, token)
        token = with_era(scan, rank) if rank else with_units_and_suffixes(scan, token)
        while found and found[-1].first >= token.first:
            found.pop()
        if found and found[-1].last >= token.first:
            first = found[-1].last + 1
            token = token._replace(first=first, start=scan.start(first))
        found.append(token)
        after = token.last + 1
    if found and (masks := leaked(text)):
        found = [
            token for token in found if not any(m.start < token.end and token.start < m.end for m in masks)
        ]
    return joined(scan, found) if found else found


def _openers(scan: Scan) -> list[int]:
    """The tokens that a rule may take; most words are none."""
    text, openers, inner = scan.text, scan.grammar.openers, scan.grammar.inner
    return [
        at
        for at, (kind, low) in enumerate(zip(scan.kinds, scan.lows, strict=True))
        if low in openers
        or kind not in _IDLE
        or (
            low[0] in _ROMAN
            and text[start := scan.start(at)] in ROMAN_STARTS
            and ROMAN_LIKE.match(text, start)
        )
        or (inner is not None and kind == "word" and inner.search(low))
    ]


def may_count(text: str, known: Grammar) -> bool:
    """Whether ``text`` can hold a number at all."""
    if _DIGIT.search(text) is not None:
        return True
    low = text.lower()
    return (
        not known.words.isdisjoint(words(text))
        or CAPITALS.search(text) is not None
        or ("ème" in text and LETTERED.search(text) is not None)
        or (known.inner is not None and known.inner.search(low) is not None)
        or ("num" in low and _MARKED.search(text) is not None)
    )
