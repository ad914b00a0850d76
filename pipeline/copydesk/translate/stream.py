"""The Apertium stream format: requests in, candidates out.

Inline marks travel as word-bound blanks (``[[t:i:0]]words[[/]]``), which follow their words when transfer
rules reorder them; point elements and reserved characters as superblanks (``[<0>]``, ``[*]``); protected
spans as placeholder words no dictionary knows. The format is described in the Apertium wiki, "Apertium
stream format" and "Word-bound blanks".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.data import Candidate, Inline, Protection, Request, Span
from copydesk.translate.nesting import nested, widened

_SPECIAL = re.compile(r"[\\\[\]{}^$/<>]|[*#~+@]|\n|\x00|[\x01-\x08\x0b-\x1f]")
_TOKEN = re.compile(
    r"(?P<mark>[*@#](?=\S)|\\@(?=\w))"  # the post-generator escapes the mark of the bilingual dictionary
    r"|\\(?P<escaped>.)"
    r"|\[\[(?P<bound>[^\]]*)\]\]"
    r"|\[(?P<blank>(?:[^\]\\]|\\.)*)\]"
    r"|(?P<text>[^\\\[*@#]+|.)",
    re.DOTALL,
)
_ENDED = re.compile(r"[.!?…:;][\"'»”’)\]]*$")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
RESET = ".[<stop>]"
"""A unit that is a full stop and nothing else."""

_END, _STOP = "[<end>]", "[<stop>]"
# Every unit ends in a superblank: lttoolbox 3.7 flushes at NUL only after a blank, not after a word.


@dataclass(frozen=True, slots=True)
class Encoded:
    """A request in stream format. ``words[i]`` is the placeholder of ``request.protections[i]``."""

    request: Request
    stream: str
    words: tuple[str, ...]


class StreamError(ValueError):
    """The pipeline's answer does not contain every protected span exactly once."""


def encode(request: Request) -> Encoded:
    """The unit to feed to a pipeline; surrounding white space is left out and comes back in ``decode``."""
    text = request.text
    words = placeholders(text, len(request.protections))
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    cuts = _cuts(request, start, end)
    pieces: list[str] = []
    for left, right in itertools.pairwise(cuts):
        pieces += [f"[<{i}>]" for i in _points(request, left)]
        piece = _piece(request, words, left, right)
        marks = [n for n, inline in enumerate(request.inlines) if _covers(inline, left, right)]
        if marks and any(c.isalnum() for c in piece):
            pieces.append(f"[[{'; '.join(f't:i:{n}' for n in marks)}]]{piece}[[/]]")
        else:
            pieces.append(piece)
    pieces += [f"[<{i}>]" for i in _points(request, end)]
    pieces.append(_STOP if _ENDED.search(text[start:end]) else "." + _END)
    return Encoded(request, "".join(pieces), words)


def decode(encoded: Encoded, answer: str) -> Candidate:
    """The candidate in ``answer``, with marks of the stream turned into spans.

    Raises:
        StreamError: if a protected span is lost or doubled.
    """
    scan = _Scan(encoded)
    for token in _TOKEN.finditer(answer.strip()):
        scan.take(token)
    return scan.candidate()


def placeholders(text: str, count: int) -> tuple[str, ...]:
    """``count`` words that are in no dictionary and not in ``text``, alike in shape, unlike each other."""
    stem = "Xqz"
    while stem.lower() in text.lower():
        stem += "q"
    letters = "bcdfghjklmnpqrstvwxz"
    return tuple(
        f"{stem}{letters[n // 400 % 20]}{letters[n // 20 % 20]}{letters[n % 20]}v" for n in range(count)
    )


def _cuts(request: Request, start: int, end: int) -> list[int]:
    """Where the text must be cut for encoding: bounds of inlines, never inside a protected span or word."""
    found = {start, end}
    for inline in request.inlines:
        for bound in (inline.span.start, inline.span.end):
            found.add(min(max(bound, start), end))
    for protection in request.protections:
        inside = {c for c in found if protection.span.start < c < protection.span.end}
        found = (found - inside) | {protection.span.start} if inside else found
    cuts = sorted(found)
    text = request.text
    return [
        c for c in cuts if c in (start, end) or not (text[c - 1 : c].isalnum() and text[c : c + 1].isalnum())
    ]


def _covers(inline: Inline, left: int, right: int) -> bool:
    """Whether most of the piece lies in the inline."""
    if not len(inline.span):
        return False
    shared = min(inline.span.end, right) - max(inline.span.start, left)
    return shared > 0 and shared * 2 >= right - left


def _points(request: Request, position: int) -> list[int]:
    return [n for n, i in enumerate(request.inlines) if not len(i.span) and i.span.start == position]


def _piece(request: Request, words: Sequence[str], left: int, right: int) -> str:
    pieces: list[str] = []
    position = left
    for word, protection in sorted(zip(words, request.protections, strict=True), key=lambda x: x[1].span):
        if left <= protection.span.start < right:
            pieces += [_escaped(request.text[position : protection.span.start]), word]
            position = protection.span.end
    pieces.append(_escaped(request.text[min(position, right) : right]))
    return "".join(pieces)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char in "*#~+@\n":
        return f"[{char}]"
    if char < " ":
        return " "
    return "\\" + char


class _Scan:
    """Reads one answer token by token."""

    def __init__(self, encoded: Encoded) -> None:
        self.encoded = encoded
        self.out = ""
        self.open: tuple[tuple[int, ...], int] | None = None
        self.runs: dict[int, list[Span]] = {}
        self.points: dict[int, int] = {}
        self.marks: list[tuple[str, int]] = []

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        value = token.group(kind) if kind else ""
        if kind == "bound":
            self._bound(value)
        elif kind == "blank":
            self._blank(value)
        elif kind == "mark":
            self.marks.append((value, len(self.out)))
        else:
            self.out += value

    def _bound(self, value: str) -> None:
        if self.open is not None:
            ids, start = self.open
            for n in ids:
                self.runs.setdefault(n, []).append(Span(start, len(self.out)))
        ids = tuple({int(n) for n in re.findall(r"t:i:(\d+)", value)})
        self.open = (ids, len(self.out)) if ids else None

    def _blank(self, value: str) -> None:
        if value == _END[1:-1]:
            stripped = self.out.rstrip()
            self.out = stripped.removesuffix(".")
        elif value == _STOP[1:-1]:
            self.out = self.out.rstrip()
        elif point := re.fullmatch(r"<(\d+)>", value):
            self.points[int(point.group(1))] = len(self.out)
        else:
            self.out += re.sub(r"\\(.)", r"\1", value)

    def candidate(self) -> Candidate:
        request = self.encoded.request
        unknown: list[re.Match[str]] = []
        for mark, at in self.marks:  # the parts of "*Jean-*Luc" have a mark each and are one word
            if mark == "#" and at and self.out[at : at + 1].isupper():
                continue  # a name that was translated; names need no inflection
            if (match := _WORD.match(self.out, at)) and not (unknown and at < unknown[-1].end()):
                unknown.append(match)
        text, kept, moves = _restored(self.out, self.encoded)
        placeholders_at = {p[0] for p in moves}
        spans = [self._inline(n, i, request) for n, i in enumerate(request.inlines)]
        shifted = [Span(_shift(s.start, moves), _shift(s.end, moves)) for s in spans]
        lead = len(request.text) - len(request.text.lstrip())
        tail = request.text[len(request.text.rstrip()) :] if request.text.strip() else ""
        text = request.text[:lead] + text + tail
        placed = nested(
            request.inlines, [widened(request, n, s.shift(lead), text) for n, s in enumerate(shifted)]
        )
        return Candidate(
            text,
            tuple(replace(i, span=s) for i, s in zip(request.inlines, placed, strict=True)),
            tuple(
                Span(_shift(m.start(), moves) + lead, _shift(m.end(), moves) + lead)
                for m in unknown
                if m.start() not in placeholders_at
            ),
            kept=tuple(replace(p, span=p.span.shift(lead)) for p in kept),
        )

    def _inline(self, number: int, inline: Inline, request: Request) -> Span:
        """The inline's place in the raw output; a lost one stands at the proportional place."""
        if number in self.points:
            at = self.points[number]
            return Span(at, at)
        if runs := self.runs.get(number):
            return Span(min(r.start for r in runs), max(r.end for r in runs))
        at = round(len(self.out) * inline.span.start / max(1, len(request.text)))
        while 0 < at < len(self.out) and self.out[at - 1].isalnum() and self.out[at].isalnum():
            at += 1
        return Span(min(at, len(self.out)), min(at, len(self.out)))


def _restored(out: str, encoded: Encoded) -> tuple[str, list[Protection], list[tuple[int, int, int]]]:
    """``out`` with protected text for placeholders, the protections there, and (start, end, growth) moves."""
    if not encoded.words:
        return out, [], []
    number = {word.lower(): n for n, word in enumerate(encoded.words)}
    pattern = re.compile("|".join(encoded.words), re.IGNORECASE)
    pieces: list[str] = []
    kept: dict[int, Protection] = {}
    moves: list[tuple[int, int, int]] = []
    position = length = 0
    for match in pattern.finditer(out):
        n = number[match.group().lower()]
        if n in kept:
            raise StreamError(f"{encoded.request.protections[n].text!r} came back twice")
        protection = encoded.request.protections[n]
        pieces += [out[position : match.start()], protection.text]
        length += match.start() - position
        kept[n] = replace(protection, span=Span(length, length + len(protection.text)))
        length += len(protection.text)
        moves.append((match.start(), match.end(), len(protection.text) - len(match.group())))
        position = match.end()
    if len(kept) != len(encoded.words):
        raise StreamError("a protected span is lost")
    return "".join(pieces) + out[position:], sorted(kept.values(), key=lambda p: p.span), moves


def _shift(position: int, moves: Sequence[tuple[int, int, int]]) -> int:
    shifted = position
    for start, end, growth in moves:
        if position >= end:
            shifted += growth
        elif position > start:
            return shifted + (end + growth - position)
    return shifted
