"""Texts of articles as HTML in which nothing can run, load or lead away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import nh3
from markupsafe import Markup, escape

from copydesk.data import Entry, Finding, Inline, Severity, Span
from copydesk.formats.inlinecodes import nested, walk
from copydesk.review.worddiff import Piece
from copydesk.text.superscripts import lowered

_ELEMENTS = frozenset(
    ["abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span"]
) | {"strong", "sub", "sup", "u"}
_OWN = frozenset({"span", "mark", "bdi", "ins", "del"})
_SHOWN = {
    "\u00a0": ("nb", "no-break space"),
    "\u202f": ("nnb", "narrow no-break space"),
    "\u2009": ("thin", "thin space"),
    "\u00ad": ("shy", "soft hyphen"),
}
_CONTROL = {
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip
_SPECIAL = re.compile("[" + "".join(_SHOWN) + "".join(_CONTROL) + "]")
LONGEST = 6_000
"""Characters of one text that a page shows."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element of ours round a span: a class and, if there is more to say, a title."""

    span: Span
    css: str
    title: str = ""
    element: str = "span"


def text_markup(text: str) -> Markup:
    """``text`` escaped, with special spaces made visible and direction controls replaced by their names."""
    pieces = []
    position = 0
    for match in _SPECIAL.finditer(text):
        pieces += [_escaped(text[position : match.start()]), _special(match[0])]
        position = match.end()
    return Markup("".join([*pieces, _escaped(text[position:])]))  # noqa: S704  every piece is escaped


def marked_markup(text: str, inlines: Sequence[Inline], wraps: Iterable[Wrap] = ()) -> Markup:
    """``text`` with its own marks and ``wraps``, through nh3. Links keep their look and lose their target."""
    shortened = len(text) > LONGEST
    if shortened:
        window = Span(0, LONGEST)
        text, total = text[:LONGEST], len(text)
        inlines = [Inline(c, i.tag, i.attributes) for i in inlines if (c := i.span.clip(window))]
        wraps = [Wrap(c, w.css, w.title, w.element) for w in wraps if (c := w.span.clip(window))]
    text = lowered(text, inlines)
    around = [_tags(inline) for inline in inlines]
    marks = [Inline(inline.span, str(n)) for n, inline in enumerate(inlines)]
    for wrap in wraps:
        title = f' title="{escape(wrap.title)}"' if wrap.title else ""
        marks.append(Inline(wrap.span, str(len(around))))
        around.append((f'<{wrap.element} class="{wrap.css}"{title}>', f"</{wrap.element}>"))
    cut = nested(text, marks)
    pieces: list[str] = []
    for event in walk(text, cut):
        if isinstance(event, str):
            pieces.append(text_markup(event))
            continue
        opening, closing = around[int(cut[event[1]].tag)]
        pieces.append({"open": opening, "close": closing, "point": opening + closing}[event[0]])
    clean = _clean("".join(pieces))
    if shortened:
        clean += f'<span class="cut"> … shortened: {total:,} characters</span>'
    return Markup(clean)  # noqa: S704  cleaned by nh3


def diff_markup(pieces: Iterable[Piece]) -> Markup:
    """A word diff: what went and what came, each told in words to those who cannot see it."""
    out: list[str] = []
    for piece in pieces:
        if piece.same:
            out.append(text_markup(piece.before))
            continue
        if piece.before:
            out.append(f"<del>{text_markup(piece.before)}</del>")
        if piece.after:
            out.append(f"<ins>{text_markup(piece.after)}</ins>")
    return Markup("".join(out))  # noqa: S704  every piece is escaped


def number_wraps(entries: Iterable[Entry], *, target: bool) -> list[Wrap]:
    """Every number, with what became of it and the other side's writing of it."""
    found = []
    for number, entry in enumerate(entries):
        mention, other = (entry.target, entry.source) if target else (entry.source, entry.target)
        if mention is None:
            continue
        verdict = entry.verdict.value
        partner = f" ↔ {other.surface}" if other else ""
        reason = f": {entry.reason}" if entry.reason else ""
        element = "span" if entry.verdict.ok or entry.severity is Severity.NOTE else "mark"
        css = f"num {verdict} k{number % 12}" + (" soft" if entry.severity is Severity.NOTE else "")
        found.append(Wrap(mention.span, css, f"{verdict}{partner}{reason}", element))
    return found


def finding_wraps(findings: Iterable[Finding], *, target: bool) -> list[Wrap]:
    """The places that findings point at."""
    return [
        Wrap(span, f"at {finding.severity.value}")
        for finding in findings
        for span in (finding.target if target else finding.source)
    ]


def _tags(inline: Inline) -> tuple[str, str]:
    if inline.tag == "a":
        title = escape(dict(inline.attributes).get("href", ""))
        return f'<span class="link" title="{title}">', "</span>"
    if inline.tag == "br":
        return "", ""  # the text has the line break itself
    return (f"<{inline.tag}>", f"</{inline.tag}>") if inline.tag in _ELEMENTS - _OWN else ("", "")


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(_ELEMENTS),
        attributes={name: {"class", "title"} for name in _OWN},
        link_rel=None,
    )


def _escaped(text: str) -> str:
    return str(escape(text)).replace("\n", "<br>")


def _special(char: str) -> str:
    if char in _CONTROL:
        return f'<span class="ctl" title="control character">{_CONTROL[char]}</span>'
    css, title = _SHOWN[char]
    return f'<span class="sp {css}" title="{title}">{char}</span>'
