"""What a program fills in: variables, formats, messages of ICU, tags in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.data import Span

_HINTS = frozenset("{%$<")
_NAME = r"[A-Za-z_][\w.\-]*"
_VARIABLE = re.compile(
    rf"""
    \{{\{{\s*[^{{}}]*?\s*\}}\}}                                 # {{{{ total }}}}
  | [$#%@]\{{[^{{}}\s]+\}}                                      # ${{total}} %{{total}}
  | \{{\s*(?:\d+|{_NAME})\s*(?:[:!][^{{}}\s]*)?\}}              # {{0}} {{name}} {{n:.2f}}
  | %\([\w.]+\)[-+\#0]*\d*(?:\.\d+)?[diouxXeEfFgGcrs]          # %(name)s
  | %\d+\$[-+\#0]*\d*(?:\.\d+)?(?:l|ll|h)?[@sdiufxXeEgGc]      # %1$s
  | (?<![\d%])(?<!\d[ \u00a0\u202f])(?<![A-Za-z_])%[-+\#0]*\d*(?:\.\d+)?(?:ll|l|h)?[@sdiufxX](?![A-Za-z_'’])
  | (?<![\w%])%[A-Za-z_]\w*%(?!\w)                             # %name%
  | (?<![\w$])\$(?:[A-Z][A-Z0-9_]{{2,}}|[a-z_]\w+)\b(?!\s?\d)    # $NAME $name
    """,
    re.VERBOSE,
)
_TAG = re.compile(
    r"<(/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*(/?)>"
)
_KEPT = re.compile(r"\b(href|src|id|class|name|rid|ref)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)")
_MARKS = "\"'"
_MESSAGE = re.compile(rf"\{{\s*(\d+|{_NAME})\s*,\s*(plural|select|selectordinal|number|date|time|choice)\b")
_CHOICE = re.compile(r"\s*(=\d+|[\w-]+)\s*$")


@dataclass(frozen=True, slots=True)
class Variable:
    """One of them in its place. ``key`` is what has to be the same in a translation."""

    span: Span
    key: str


def variables(text: str) -> tuple[Variable, ...]:
    """All of ``text``, in order.

    Of a message of ICU its argument and type count, and the keys of a ``select``; what stands in its branches
    counts once, since languages differ in how many plurals they have.
    """
    if _HINTS.isdisjoint(text):
        return ()
    found = [*_tags(text)] if "<" in text else []
    messages = list(_messages(text, 0, len(text))) if "," in text and "{" in text else []
    found += [variable for variable, _ in messages]
    blocks = [span for _, span in messages]
    inside: set[str] = set()
    for match in _VARIABLE.finditer(text):
        key = re.sub(r"\s+", "", match.group())
        if any(block.start <= match.start() < block.end for block in blocks):
            if key in inside:
                continue
            inside.add(key)
        if not any(v.span.start <= match.start() < v.span.end for v in found):
            found.append(Variable(Span(*match.span()), key))
    return tuple(sorted(found, key=lambda v: v.span))


def _tags(text: str) -> Iterator[Variable]:
    for match in _TAG.finditer(text):
        kept = sorted(f"{name}={value.strip(_MARKS)}" for name, value in _KEPT.findall(match[3]))
        closed = "/" if match[4] and match[2].lower() not in ("br", "hr", "img") else ""
        key = f"<{match[1]}{match[2]}{''.join(' ' + part for part in kept)}{closed}>"
        yield Variable(Span(*match.span()), key)


def _messages(text: str, start: int, end: int) -> Iterator[tuple[Variable, Span]]:
    """The messages between ``start`` and ``end``, outer ones first, each with the stretch of its branches."""
    at = start
    while match := _MESSAGE.search(text, at, end):
        close = _closing(text, match.start(), end)
        kind = match[2]
        keys = ""
        if kind == "select":
            keys = "," + ",".join(sorted(_choices(text, match.end(), close)))
        head = Span(match.start(), match.end())
        yield Variable(head, f"{{{match[1]},{kind}{keys}}}"), Span(match.end(), close)
        yield from _messages(text, match.end(), close)
        at = max(close, match.end())


def _closing(text: str, start: int, end: int) -> int:
    """Where the brace that opens at ``start`` closes; ``end`` if it does not."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "{") - (text[at] == "}")
        if not depth:
            return at
    return end


def _choices(text: str, start: int, end: int) -> Iterator[str]:
    """The keys of the branches of a message, up to its closing brace."""
    at = start
    while (opening := text.find("{", at, end)) >= 0:
        if key := _CHOICE.search(text, at, opening):
            yield key[1]
        at = _closing(text, opening, end) + 1
