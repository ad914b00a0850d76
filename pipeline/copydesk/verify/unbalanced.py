"""Brackets and quotes that open without closing, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_HINT = re.compile(r"[()\[\]{}«»“”„\"]")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_QUOTE = re.compile(r'[«»“”„"](?:(?<!")|(?<!\b[^\W\d_]")|(?!\w))')

_SLIP = re.compile(r"[^\W\d_][sS]\" (?=[^\W\d_])|\w\"s\b")
"""A straight mark where English puts an apostrophe: the players" bus, Cape Town"s harbour."""


class Unbalanced:
    """Finds brackets and quotes left open in the target while those of the source are in balance.

    A lone mark at the very start or end of the target is a note: quotations go on over several segments. So
    is one where the source has none at all or English has an apostrophe: a slip of the keyboard.
    """

    card = Card(
        id="unbalanced",
        title="Unbalanced brackets or quotes",
        severity=Severity.WARNING,
        risk=100,
        explains="A bracket or quotation mark lacks its other half, unlike in the source. Add or delete one.",
        passes=(
            Example("Llegó (tarde) ayer.", "Il est arrivé (tard) hier."),
            Example('"Nos vamos.', "« On s'en va."),
        ),
        fails=(
            Example("Llegó (tarde) ayer.", "Il est arrivé (tard hier."),
            Example('"Nos vamos", dijo.', "« On s'en va, a-t-il dit."),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per kind of mark."""
        target = bitext.target
        if not _HINT.search(target):
            return
        for opening, closing in _BRACKETS:
            if _net(target, opening, closing) and not _net(bitext.source, opening, closing):
                marks = opening + closing
                yield self.card.finding(
                    bitext, f"unbalanced {opening} {closing}", target=_places(target, frozenset(marks))
                )
        if _open_quotes(target) and not _open_quotes(bitext.source):
            places = tuple(Span(*match.span()) for match in _QUOTE.finditer(target))
            lone = len(places) == 1
            edge = lone and (places[0].start == 0 or places[0].end == len(target))
            edge = edge or (lone and _closes_at_end(bitext.source))
            edge = edge or len(_SLIP.findall(target)) == 1 or (lone and not _QUOTE.search(bitext.source))
            yield self.card.finding(
                bitext,
                "unbalanced quotation marks",
                severity=Severity.NOTE if edge else Severity.WARNING,
                target=places,
            )


def _net(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)


def _open_quotes(text: str) -> bool:
    """Whether an odd number of quotation marks of any shape stands in ``text``: one lacks its other half.

    A mark after an elided letter is a slip for an apostrophe, which another check reports.
    """
    return len(_QUOTE.findall(text)) % 2 == 1


def _closes_at_end(text: str) -> bool:
    """Whether a quotation ends with the text: in the target it may go on in the next segment."""
    return text.rstrip(" .,!?…")[-1:] in '"»”'


def _places(text: str, marks: frozenset[str]) -> tuple[Span, ...]:
    return tuple(Span(n, n + 1) for n, char in enumerate(text) if char in marks)
