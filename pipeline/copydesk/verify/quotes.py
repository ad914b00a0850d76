"""Quotation marks of the wrong kind or spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.languages.contract.typography import Typography
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.frozen import frozen, touches

_MARK = re.compile(r'[«»“”„"](?:(?<!")|(?<!\b[^\W\d_]")|(?!\w))')
"""A quotation mark; a straight one between letters (l"eau) is a slip for an apostrophe."""

_SPACES = " \u00a0\u202f"
_NO_BREAK = "\u00a0\u202f"
_OPENS_AFTER = "([{-–—/'’" + _SPACES
_CLOSES_BEFORE = ".,;:!?…)]}-–—/" + _SPACES


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation mark in its place: opening or closing, and how deep it stands (1 is outermost)."""

    at: int
    mark: str
    opens: bool
    depth: int


class Quotes:
    """Finds quotation marks that the target language does not use, and wrong spaces inside its own."""

    card = Card(
        id="typography-quotes",
        title="Quotation marks",
        severity=Severity.NOTE,
        risk=30,
        explains="The language has its own quotation marks, some with a no-break space inside.",
        fixes=True,
        passes=(
            Example('Dijo "no".', "Il a dit «\u00a0non\u00a0»."),
            Example("\"Dijo 'no'\".", "«\u00a0Il a dit “non”.\u00a0»"),
            Example("« Non »", "“No”", "fr-en"),
        ),
        fails=(
            Example('Dijo "no".', 'Il a dit "non".'),
            Example('Dijo "no".', "Il a dit «non»."),
            Example("« Non »", "« No »", "fr-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per mark, with a fix; one without a fix for the whole text where a mark is unclear."""
        page = facts(bitext.pair.target).typography
        matches = list(_MARK.finditer(bitext.target)) if page.quotes else []
        if not matches:
            return
        fixed = frozen(bitext)
        places = [m.start() for m in matches if not touches(Span(*m.span()), fixed)]
        accepted = {mark for pair in page.quotes for mark in pair}
        foreign = [at for at in places if bitext.target[at] not in accepted]
        if not foreign and not page.quote_space:
            return
        quotes = _parse(bitext.target, places, page)
        if quotes is None:
            if foreign:
                spans = tuple(Span(at, at + 1) for at in foreign)
                yield self.card.finding(bitext, "quotation marks foreign to the language", target=spans)
            return
        end = 0
        for quote in quotes:
            span, text = _mended(bitext.target, quote, page, accepted)
            if span.start >= end and span.of(bitext.target) != text:
                end = span.end
                yield self.card.mend(bitext, span, text, f"{text.strip(_SPACES)} in the language's own style")


def _mended(text: str, quote: _Quote, page: Typography, accepted: set[str]) -> tuple[Span, str]:
    """The mark with the spaces on its inner side, and what should stand there."""
    if quote.depth > 1 and page.inner_quotes:
        inner = {mark for pair in (*page.inner_quotes, *page.quotes) for mark in pair}
        pair = page.inner_quotes[0]
        mark = quote.mark if quote.mark in inner else pair[0 if quote.opens else 1]
    else:
        mark = quote.mark if quote.mark in accepted else page.quotes[0][0 if quote.opens else 1]
    spaced = mark in page.quotes[0] and page.quote_space
    start, end = quote.at, quote.at + 1
    foreign = mark != quote.mark
    if quote.opens:
        while end < len(text) and text[end] in _SPACES and (spaced or foreign):
            end += 1
        inside = text[quote.at + 1 : end]
    else:
        while start > 0 and text[start - 1] in _SPACES and (spaced or foreign):
            start -= 1
        inside = text[start : quote.at]
    space = ""
    if spaced:
        space = inside if len(inside) == 1 and inside in _NO_BREAK else page.quote_space
    return Span(start, end), mark + space if quote.opens else space + mark


def _parse(text: str, places: list[int], page: Typography) -> list[_Quote] | None:
    """The role of every mark, None where one is unclear. A quotation may have begun before the text."""
    german = "„" in text or ("„", "“") in page.quotes or ("»", "«") in page.quotes
    depth = 0
    quotes: list[_Quote] = []
    for at in places:
        opens = None if german and text[at] in "“»«" else {"«": True, "„": True, "“": True}.get(text[at])
        if opens is None and text[at] in "»”" and not german:
            opens = False
        if opens is None:
            opens = _opens(text, at, inside=depth > 0)
        if opens is None:
            return None
        depth += opens
        quotes.append(_Quote(at, text[at], opens, max(depth, 1)))
        depth = max(depth - (not opens), 0)
    return quotes


def _opens(text: str, at: int, *, inside: bool) -> bool | None:
    """Whether a straight mark opens, by its neighbours, and where both would do by what came before."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    can_open = (
        (not before or before in _OPENS_AFTER or before in "«“¿¡") and bool(after) and after not in _SPACES
    )
    can_close = (
        bool(before) and before not in _SPACES and (not after or after in _CLOSES_BEFORE or after in '»”"')
    )
    if can_open and can_close:
        return not inside
    if not can_open and not can_close:
        return None
    if can_close and not inside and before.isdigit():
        return None  # inches or seconds
    return can_open
