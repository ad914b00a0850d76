"""What machine translation leaves where a number stood: one table, and a fast scan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    """A kind of mark. Every mark contains one of the lower-case ``hints``; none means that any text may.

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
_TAGGED = r"(?:</?[a-zA-Z][a-zA-Z0-9]{0,9}/?>)"
_PRINTF = r"(?<![\d%\w])(?<!\d[ \u00a0\u202f])%(?:\d\$)?[ds](?![\w'’])"
_SPLIT_BY_TAG = rf"[xX]{_TAGGED}(?i:num){_TAGGED}?[xX]|[xX](?i:num){_TAGGED}[xX]"

FAMILIES = (
    Family("xnumx", _SPLIT, re.compile(PLACEHOLDER_PATTERN)),
    Family("tagged", (">num", "num<"), re.compile(_SPLIT_BY_TAG)),
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


_CORE = re.compile(
    r"[xX_⟨<\[{@$€£>][ \t\u00a0\u200b\u00ad\u202f_]?[nN][uU][mM]|[nN][uU][mM](?:[ \t\u00a0\u202f]?%|<)"
)
_LEAKED = re.compile(r"[⟨{%<](?:[nds]|\d|/?[bgx]\d)")


def may_be_damaged(text: str) -> bool:
    """Whether ``text`` may hold a mark of the built-in families; False is certain and costs only a scan."""
    return _LEAKED.search(text) is not None or ("num" in text.lower() and _CORE.search(text) is not None)


def find(text: str, families: Sequence[Family] = FAMILIES) -> tuple[Artefact, ...]:
    """All marks of ``families`` in ``text``, in order, none inside another; earlier families come first."""
    if families is FAMILIES and not may_be_damaged(text):
        return ()
    return tuple(_apart(text, families))


def _apart(text: str, families: Sequence[Family]) -> Iterator[Artefact]:
    found = [
        (match.start(), rank, Artefact(Span(*match.span()), match.group(), family))
        for rank, family in enumerate(families)
        for match in family.pattern.finditer(text)
        if match.group()
    ]
    end = 0
    for start, _, artefact in sorted(found, key=lambda row: row[:2]):
        if start >= end:
            end = artefact.span.end
            yield artefact
