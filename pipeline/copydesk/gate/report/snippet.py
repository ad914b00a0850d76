"""A piece of a text around what a finding marks."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text cut into pieces, each marked or not; an ellipsis stands where something was left out."""

    pieces: tuple[tuple[str, bool], ...]

    def plain(self, opening: str = "[[", closing: str = "]]") -> str:
        """The pieces as one line, marks between ``opening`` and ``closing``."""
        return "".join(f"{opening}{text}{closing}" if marked else text for text, marked in self.pieces)


def snippet(text: str, spans: tuple[Span, ...], *, around: int = 60, most: int = 240) -> Snippet:
    """The part of ``text`` from ``around`` characters before the first span to as many after the last.

    At most about ``most`` characters; a mark over the whole text is none.
    """
    marks = [span for span in sorted(spans) if 0 < len(span) < len(text) and span.end <= len(text)]
    first = marks[0].start if marks else 0
    last = max((span.end for span in marks), default=0)
    start = _word_start(text, first - around)
    end = min(max(last + around, start + 2 * around), start + most, len(text))
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    at = start
    for span in marks:
        if span.start >= at and span.start < end:
            pieces += [(text[at : span.start], False), (text[span.start : min(span.end, end)], True)]
            at = min(span.end, end)
    pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append(("…", False))
    return Snippet(tuple((_shown(piece), marked) for piece, marked in pieces if piece))


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + 15 else at


def _shown(text: str) -> str:
    """Control characters and line breaks would tear the line, or worse."""
    return "".join(
        char if char.isprintable() or char in "\u00a0\u202f" else f"⟨{ord(char):04X}⟩" for char in text
    )
