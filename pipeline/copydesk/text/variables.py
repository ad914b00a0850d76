"""What a program fills in: variables, formats, messages of ICU, tags in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Span

_NAME = r"[A-Za-z_][\w.\-]*"
_VARIABLE = re.compile(
    rf"""
    \{{\{{\s*[^{{}}]*?\s*\}}\}}                                 # {{{{ total }}}}
  | [$#%@]\{{[^{{}}\s]+\}}                                      # ${{total}} %{{total}}
  | <%[^<>%]+%>                                                # <%= total %>
  | \$t\([^()\s]+\)                                          # $t(common.save)
  | \{{\s*(?:\d+|{_NAME})\s*(?:[:!][^{{}}\s]*)?\}}              # {{0}} {{name}} {{n:.2f}}
  | %\([\w.]+\)[-+\#0]*\d*(?:\.\d+)?[diouxXeEfFgGcrs]          # %(name)s
  | %\d+\$[-+\#0]*\d*(?:\.\d+)?(?:ll|hh|[lhzjt])?[@sdiufxXeEgGc]      # %1$s
  | (?<![\d%])(?<!\d[ \u00a0\u202f])(?<![A-Za-z_])          # %s, but not 50 % of
    %[-+\#0]*\d*(?:\.\d+)?(?:ll|hh|[lhzjt])?[@sdiufxX](?![A-Za-z_'’])
  | (?<![\w%])%[A-Za-z_]\w*%(?!\w)                             # %name%
  | (?<![\w$])\$(?:[A-Z][A-Z0-9_]{{2,}}|[a-z_]\w+)\b(?!\s?\d)    # $NAME $name
    """,
    re.VERBOSE,
)
_TAG = re.compile(
    r"<(/?)(\d+(?=\s*/?>)|[A-Za-z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*(/?)>"
)
_KEPT = re.compile(r"\b(href|src|id|class|name|rid|ref)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)")
_MARKS = "\"'"
_MESSAGE = re.compile(rf"\{{\s*(\d+|{_NAME})\s*,\s*(plural|select|selectordinal|number|date|time|choice)\b")
_BRACE = re.compile(r"[{}]")
_CHOICE = re.compile(r"\s*(=\d+|[\w-]+)\s*$")
_BRANCHED = frozenset({"plural", "select", "selectordinal"})
_PLURALS = frozenset({"zero", "one", "two", "few", "many"})
"""The categories that languages have or lack; all have "other", which every message must hold."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One of them in its place. ``key`` is what has to be the same in a translation."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class _Message:
    """A message of ICU: what it begins with, where its branches stand, and the braces round each of them."""

    head: Variable
    branches: Span
    braces: tuple[int, ...] = ()


def variables(text: str) -> tuple[Variable, ...]:
    """All of ``text``, in order.

    Of a message of ICU its argument and type count, the keys of a ``select``, and those of a ``plural`` that
    no language has as categories; what stands in its branches counts once, since languages differ in how many
    plurals they have.
    """
    if not _may_hold(text):
        return ()
    messages = list(_messages(text))
    found = [*_tags(text), *(message.head for message in messages)]
    taken = {place for variable in found for place in range(variable.span.start, variable.span.end)}
    blocks = _outermost(message.branches for message in messages)
    branches = {place for span in blocks for place in range(span.start, span.end)}
    inside: set[str] = set()
    for match in _VARIABLE.finditer(_without(text, [at for message in messages for at in message.braces])):
        key = re.sub(r"\s+", "", match.group())
        if match.start() in branches:
            if key in inside:
                continue
            inside.add(key)
        if match.start() not in taken:
            found.append(Variable(Span(*match.span()), key))
    return tuple(sorted(found, key=lambda v: v.span))


def code_spans(text: str) -> tuple[Span, ...]:
    """Where the variables, tags and messages of ``text`` stand, messages whole; in order, none in another."""
    if not _may_hold(text):
        return ()
    whole = [Span(m.head.span.start, min(m.branches.end + 1, len(text))) for m in _messages(text)]
    return tuple(_outermost([*whole, *(variable.span for variable in variables(text))]))


def _may_hold(text: str) -> bool:
    """Whether ``text`` has a sign with which one begins: four searches of C, this runs for every text."""
    return "{" in text or "%" in text or "$" in text or "<" in text


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            end = span.end
            yield span


def _tags(text: str) -> Iterator[Variable]:
    for match in _TAG.finditer(text):
        kept = sorted(f"{name}={value.strip(_MARKS)}" for name, value in _KEPT.findall(match[3]))
        closed = "/" if match[4] and match[2].lower() not in ("br", "hr", "img") else ""
        key = f"<{match[1]}{match[2]}{''.join(' ' + part for part in kept)}{closed}>"
        yield Variable(Span(*match.span()), key)


def _messages(text: str) -> Iterator[_Message]:
    """The messages of ``text``, outer ones first."""
    closing = _closing(text)
    for match in _MESSAGE.finditer(text):
        close = closing.get(match.start(), len(text))
        branches = dict(_branches(text, match.end(), close, closing)) if match[2] in _BRANCHED else {}
        keys = sorted(set(branches.values()))
        if match[2] != "select":
            keys = [key for key in keys if key not in _PLURALS and key[0] != "="]
        name = ",".join([match[1], match[2], *keys])
        yield _Message(
            Variable(Span(*match.span()), f"{{{name}}}"),
            Span(match.end(), close),
            (*branches, *(closing[at] for at in branches if at in closing)),
        )


def _without(text: str, places: Sequence[int]) -> str:
    """``text`` with a space at each of ``places``: the brace of a branch begins no variable."""
    letters = list(text)
    for at in places:
        letters[at] = " "
    return "".join(letters) if places else text


def _closing(text: str) -> dict[int, int]:
    """Where each brace that closes does so, by where it opens."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace.group() == "{":
            opened.append(brace.start())
        elif opened:
            found[opened.pop()] = brace.start()
    return found


def _branches(text: str, start: int, end: int, closing: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """The branches of a message, up to its closing brace: where each opens, and its key."""
    at = start
    while (opening := text.find("{", at, end)) >= 0:
        if key := _CHOICE.search(text, at, opening):
            yield opening, key[1]
        at = closing.get(opening, end) + 1
