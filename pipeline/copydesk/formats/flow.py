"""The text of one block as it flows in: white space collapsed as a browser does, inline elements as spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.data import Inline, Span
from copydesk.text.superscripts import raised

_DEEPEST = 32
_ASCII_WHITE = " \t\n\r\f"
_WHITE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: tuple[tuple[str, str], ...]
    start: int
    end: int


class Flow:
    r"""Collects text and inline elements until ``take`` is called at the end of a block.

    Runs of ASCII white space become one space, none at the ends; no-break and other spaces stay. A line
    break is ``\n`` in the text and an empty ``br`` before it. Elements open at the end of a block go on in
    the next. Elements nested deeper than 32 are not recorded, their text is.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._space = False
        self._break = False
        self._seam = False
        self._elements: list[_Element] = []
        self._open: list[_Element] = []
        self._ignored = 0

    def text(self, data: str) -> None:
        """Append ``data``, collapsing white space."""
        text = _WHITE.sub(" ", data)
        if text[:1] == " ":
            self._space = True
            text = text[1:]
        after = text[-1:] == " "
        if after:
            text = text[:-1]
        if text:
            if self._seam and not self._space and self._parts and _run_together(self._parts[-1][-1], text[0]):
                self._space = True
            self._join()
            self._append(text)
            self._space = after
        self._seam = False

    def seam(self) -> None:
        """One inline element ended and another begins with nothing between them.

        Style sheets set such elements apart. Where their texts would run into each other visibly
        (``2022`` and ``21:25``, ``Cámara`` and ``Frente``), a space goes between them.
        """
        self._seam = True

    def verbatim(self, data: str) -> None:
        """Append ``data`` with its spaces and line breaks, as inside ``pre``; none at the ends."""
        data = data.replace("\r\n", "\n")
        if not self._length:
            data = data.lstrip(_ASCII_WHITE)
        if data:
            self._join()
            self._append(data)

    def line_break(self) -> bool:
        """A ``br``; True if it is the second in a row, which ends the paragraph to the reader's eye."""
        again = self._break
        self._break = self._length > 0
        return again

    def open(self, tag: str, attributes: tuple[tuple[str, str], ...] = ()) -> None:
        """An inline element begins here."""
        if len(self._open) >= _DEEPEST:
            self._ignored += 1
            return
        element = _Element(tag, attributes, self._length, -1)
        self._open.append(element)
        self._elements.append(element)

    def close(self) -> None:
        """The innermost open inline element ends here."""
        if self._ignored:
            self._ignored -= 1
        elif self._open:
            self._open.pop().end = self._length

    def take(self) -> tuple[str, tuple[Inline, ...]]:
        """The finished block; empty text if there was none. The next block begins."""
        text = "".join(self._parts).rstrip(_ASCII_WHITE)
        inlines = tuple(found for e in self._elements if (found := _inline(e, text))) if text else ()
        self._parts, self._length, self._space, self._break, self._seam = [], 0, False, False, False
        self._open = [_Element(e.tag, e.attributes, 0, -1) for e in self._open]
        self._elements = list(self._open)
        return raised(text, inlines), inlines

    def _join(self) -> None:
        if self._break:
            self._elements.append(_Element("br", (), self._length, self._length))
            self._append("\n")
        elif self._space and self._length:
            self._append(" ")
        self._space = self._break = False

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _run_together(before: str, after: str) -> bool:
    """Whether two characters of different elements would read as one word or number that nobody wrote."""
    if before.isdigit() or after.isdigit():
        return before.isalnum() and after.isalnum()
    return before.islower() and after.isupper()


def _inline(element: _Element, text: str) -> Inline | None:
    start, end = element.start, min(element.end if element.end >= 0 else len(text), len(text))
    if element.tag == "br":
        return Inline(Span(start, start), "br") if start < len(text) else None
    while start < end and text[start] in _ASCII_WHITE:
        start += 1
    while end > start and text[end - 1] in _ASCII_WHITE:
        end -= 1
    return Inline(Span(start, end), element.tag, element.attributes) if start < end else None
