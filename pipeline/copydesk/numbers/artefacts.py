"""What machine translation leaves where a number stood: one table, and a fast scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.data import Span

_GAP = r"[ \t\u00a0\u200b\u00ad\u202f]?"
_ONE = rf"[xX]{_GAP}(?i:num){_GAP}[xX]"
ONE = re.compile(_ONE)
"""A single mark of the family XNUMX."""

PLACEHOLDER_PATTERN = rf"(?:{_ONE})+(?:(?:[.,:/–\-]|{_GAP}[hH]{_GAP})(?:{_ONE})+)*"
"""A mark, or a cluster that one number may have left: XNUMXXNUMX, XNUMX,XNUMX, XNUMX-XNUMX."""


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of mark. Every mark contains one of the lower-case ``hints``, for the fast scan.

    ``number`` says that a number stood there; other marks (``{0}``, ``%d``, ``<b1>``) leaked from the
    masking of anything, so they are reported and never filled.
    """

    name: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    number: bool = True


_SPLIT = tuple(f"x{gap}num" for gap in ("", " ", "\t", "\u00a0", "\u200b", "\u00ad", "\u202f"))
_MASKED = (
    *(f"{sign}num" for sign in ("__", "⟨", "<", "[", "{", "@", "$", "€", "£")),
    *(f"num{gap}%" for gap in ("", " ", "\t", "\u00a0", "\u202f")),
)
_PRINTF = r"(?<![\d%\w])(?<!\d[ \u00a0\u202f])%(?:\d\$)?[ds](?![\w'’])"

FAMILIES = (
    Family("xnumx", _SPLIT, re.compile(PLACEHOLDER_PATTERN)),
    Family(
        "num",
        _MASKED,
        re.compile(r"__NUM(?:BER)?_*\d*__|[⟨<\[{@]NUM(?:BER)?[⟩>\]}@]|(?<=[$€£])NUM\b|\bNUM(?=\s?%)"),
    ),
    Family("angle", ("⟨",), re.compile(r"⟨(?:n|\d{1,3})⟩"), number=False),
    Family("brace", ("{",), re.compile(r"\{\d{1,2}\}"), number=False),
    Family("printf", ("%d", "%s", "$d", "$s"), re.compile(_PRINTF), number=False),
    Family("tag", ("<b", "<g", "<x", "</b", "</g", "</x"), re.compile(r"</?[bgx]\d{1,2} ?/?>"), number=False),
)  # fmt: skip
"""The marks, in order of precedence. Sources: pages seen on the web, templates of masking tools."""

_NUM_HINTS = (*_SPLIT, *_MASKED)
_OTHER_HINTS = tuple(h for family in FAMILIES for h in family.hints if h not in _NUM_HINTS)


@dataclass(frozen=True, slots=True)
class Artefact:
    """A mark found in a text, and its family."""

    span: Span
    surface: str
    family: Family

    @property
    def copies(self) -> int:
        """How many single marks the cluster holds."""
        return max(1, len(re.findall(_ONE, self.surface)))


def suspicious(text: str) -> bool:
    """Whether ``text`` may hold a mark; False is certain and costs only a scan."""
    low = text.lower()
    if any(hint in low for hint in _OTHER_HINTS):
        return True
    return "num" in low and any(hint in low for hint in _NUM_HINTS)


def find(text: str) -> tuple[Artefact, ...]:
    """All marks in ``text``, in order, none inside another."""
    return tuple(_find(text)) if suspicious(text) else ()


def _find(text: str) -> Iterator[Artefact]:
    low = text.lower()
    found = [
        Artefact(Span(*match.span()), match.group(), family)
        for family in FAMILIES
        if any(hint in low for hint in family.hints)
        for match in family.pattern.finditer(text)
    ]
    end = 0
    for artefact in sorted(found, key=lambda a: a.span):
        if artefact.span.start >= end:
            end = artefact.span.end
            yield artefact
