"""The content of XLIFF source and target elements as text and marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from copydesk.data import Inline, Span
from copydesk.errors import InputError
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import nested, uncode
from copydesk.formats.xml import OWN_NAMESPACE, content
from copydesk.text.superscripts import raised

_OWN = f"{{{OWN_NAMESPACE}}}"
_TRANSPARENT = frozenset({"mrk", "sub"})
_NOTHING = frozenset({"sm", "em"})
_RAISED = re.compile(r"\bsup(?:er(?:script)?)?\b")
_OPENING = frozenset({"sc", "bx", "bpt"})
_CLOSING = frozenset({"ec", "ex", "ept"})


@dataclass(frozen=True, slots=True)
class Codes:
    """The original data of a unit, by id."""

    data: Mapping[str, str]

    @classmethod
    def of(cls, unit: etree._Element, space: str) -> Codes:
        """The original data that ``unit`` declares."""
        found = unit.iterfind(f"{space}originalData/{space}data")
        return cls({item.get("id", ""): content(item) for item in found})


@dataclass(slots=True)
class _Reading:
    """A text as far as it has been read, the marks found and those still open."""

    codes: Codes
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    inlines: list[Inline] = field(default_factory=list)
    open: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(self, text: str | None) -> None:
        """Append text."""
        if text:
            self.pieces.append(text)
            self.length += len(text)


def marked(element: etree._Element, codes: Codes) -> Marked:
    """The text of ``element`` and its inline codes as marks, in nested order.

    Raises:
        InputError: if an inline element is not of XLIFF or a ``cp`` names no character.
    """
    reading = _Reading(codes)
    _children(element, reading)
    for place, start, code in reading.open.values():
        reading.inlines[place] = uncode(code, "", Span(start, start))
    text = "".join(reading.pieces)
    return Marked(raised(text, reading.inlines), nested(text, reading.inlines))


def _children(element: etree._Element, reading: _Reading) -> None:
    reading.add(element.text)
    for child in element:
        _inline(child, reading)
        reading.add(child.tail)


def _inline(child: etree._Element, reading: _Reading) -> None:
    name = etree.QName(child).localname
    if name in _TRANSPARENT:
        _children(child, reading)
    elif name in ("pc", "g"):
        _spanning(child, reading)
    elif name in ("ph", "x", "it"):
        _point(reading, _code(child, reading, "dataRef"))
    elif name in _OPENING:
        key = child.get("rid") or child.get("id") or ""
        code = _code(child, reading, "dataRef")
        reading.open[key] = (len(reading.inlines), reading.length, code)
        _point(reading, code)
    elif name in _CLOSING:
        _close(child, reading)
    elif name == "cp":
        reading.add(_character(child))
    elif name not in _NOTHING:
        raise InputError(f"<{name}> at line {child.sourceline} is no inline element of XLIFF")


def _spanning(child: etree._Element, reading: _Reading) -> None:
    place = len(reading.inlines)
    start = reading.length
    code = _code(child, reading, "dataRefStart")
    end = child.get(f"{_OWN}end", "") or reading.codes.data.get(child.get("dataRefEnd", ""), "")
    _point(reading, code)
    _children(child, reading)
    reading.inlines[place] = uncode(code, end, Span(start, reading.length))


def _close(child: etree._Element, reading: _Reading) -> None:
    key = child.get("startRef") or child.get("rid") or child.get("id") or ""
    code = _code(child, reading, "dataRef")
    if key in reading.open:
        place, start, opening = reading.open.pop(key)
        reading.inlines[place] = uncode(opening, code, Span(start, reading.length))
    else:
        _point(reading, code)


def _point(reading: _Reading, code: str) -> None:
    reading.inlines.append(uncode(code, "", Span(reading.length, reading.length)))


def _code(child: etree._Element, reading: _Reading, reference: str) -> str:
    own = child.get(f"{_OWN}code")
    if own is not None:
        return own
    if reference in child.attrib:
        return reading.codes.data.get(child.get(reference, ""), "")
    if child.tag.rpartition("}")[2] not in ("pc", "g"):
        return content(child)
    kind = child.get("ctype") or child.get("subType") or ""
    return "<sup>" if _RAISED.search(kind) else ""


def _character(child: etree._Element) -> str:
    try:
        return chr(int(child.get("hex", ""), 16))
    except (ValueError, OverflowError) as error:
        raise InputError(f"<cp> at line {child.sourceline} names no character") from error
