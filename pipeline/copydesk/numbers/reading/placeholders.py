"""What machine translation leaves where a number stood: one table, and a fast scan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import Span
from copydesk.numbers.reading.grammar import ONE_MARK, PLACEHOLDER_PATTERN


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


_SPACES = ("", " ", "\t", "\u00a0", "\u200b", "\u00ad", "\u202f")
_SPLIT = tuple(f"{letter}{gap}num" for letter in "x\u0445\uff58" for gap in _SPACES)
_MASKED = (
    *(f"{sign}num" for sign in ("__", "⟨", "⟦", "<", "[", "{", "@", "$", "€", "£")),
    *(f"num{gap}%" for gap in ("", " ", "\t", "\u00a0", "\u202f")),
)
_TAGGED = r"(?:</?[a-zA-Z][a-zA-Z0-9]{0,9}/?>)"
_PRINTF = (
    r"(?<![\d%\w])(?<!\d[ \u00a0\u202f])%(?:\d\$)?[ds](?![\w'’])"
    r"|%[ \u00a0]?\d[ \u00a0]?\$[ \u00a0]?[ds@](?!\w)|%%\d{1,3}%%"
)
_SPLIT_BY_TAG = rf"[xX]{_TAGGED}(?i:num){_TAGGED}?[xX]|[xX](?i:num){_TAGGED}[xX]"
_NUM = (
    r"(?i:__num(?:ber)?_*\d*__|\{\{ ?num(?:ber)? ?\}\}|[⟨⟦<\[{@]num(?:ber)?\d*[⟩⟧>\]}@])"
    r"|(?<=[$€£])NUM\b|\bNUM(?=\s?%)"
)
_INDEXED = r"\bXX\d{1,3}XX\b|__PH_?\d{1,3}__|@@\d{1,3}@@|(?<![\w#&])#\d{1,3}#(?!\w)"
_BRACKETED = r"\[\d{1,2}[ \u00a0]\]|\[[ \u00a0]\d{1,2}[ \u00a0]?\]"
_NAMED = r"[#%$]\{[^\W\d]\w{0,30}\}"
_TAG = r"</?[bgx]\d{1,2} ?/?>|<x id ?= ?[\"'“”]?\d{1,3}[\"'“”]? ?/?>|<extra_id_\d{1,3}>"

FAMILIES = (
    Family("xnumx", _SPLIT, re.compile(PLACEHOLDER_PATTERN)),
    Family("tagged", (">num", "num<"), re.compile(_SPLIT_BY_TAG)),
    Family("half", ("xnum", "numx"), re.compile(r"\b(?:XNUM\d{0,4}|NUM\d{0,4}X)\b")),
    Family("num", _MASKED, re.compile(_NUM)),
    Family("angle", ("⟨", "⟦"), re.compile(r"⟨(?:n|\d{1,3})⟩|⟦\d{1,3}⟧"), number=False),
    Family("brace", ("{",), re.compile(r"\{\d{1,2}\}"), number=False),
    Family("printf", ("%",), re.compile(_PRINTF), number=False),
    Family("indexed", ("xx", "__ph", "@@", "#"), re.compile(_INDEXED), number=False),
    Family("bracket", ("[",), re.compile(_BRACKETED), number=False),
    Family("variable", ("#{", "%{", "${"), re.compile(_NAMED), number=False),
    Family("tag", ("<b", "<g", "<x", "</b", "</g", "</x", "<extra_id_"), re.compile(_TAG), number=False),
)
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
        return max(1, len(re.findall(ONE_MARK, self.surface)))


_CORE = re.compile(
    r"[xX\u0445\u0425\uff58\uff38_⟨⟦<\[{@$€£> ][ \t\u00a0\u200b\u00ad\u202f_]?[nN][uU][mM]"
    r"|[nN][uU][mM](?:[ \t\u00a0\u202f]?%|<)|NUM\d*X"
)
_LEAKED = re.compile(
    r"[⟨⟦{%<\[](?:[nds]|[ \u00a0]?\d|/?[bgx]\d|x id|extra_id)|[%#$]\{|%%\d|#\d|@@\d|__PH|XX\d"
)


def may_be_damaged(text: str) -> bool:
    """Whether ``text`` may hold a mark of the built-in families; False is certain and costs only a scan."""
    return _LEAKED.search(text) is not None or ("num" in text.lower() and _CORE.search(text) is not None)


def leaked(text: str) -> tuple[Span, ...]:
    """Where variables and masks of something else than a number stand: what is in them is no number."""
    if _LEAKED.search(text) is None:
        return ()
    return tuple(artefact.span for artefact in find(text) if not artefact.family.number)


def of_source(artefact: Artefact, source: str) -> bool:
    """Whether ``source`` has the same token: a variable of the text, left as it is."""
    return artefact.family.name not in _DAMAGE and artefact.surface in source


_DAMAGE = frozenset({"xnumx", "tagged", "half"})
"""Families that no author writes."""


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
