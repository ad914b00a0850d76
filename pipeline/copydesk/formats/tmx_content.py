"""The content of a TMX ``seg`` as text and marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from copydesk.data import Inline, Span
from copydesk.errors import InputError
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import nested, uncode
from copydesk.formats.xml import content
from copydesk.text.superscripts import raised


@dataclass(slots=True)
class _Reading:
    text: str = ""
    inlines: list[Inline] = field(default_factory=list)
    open: dict[str, tuple[int, int, str]] = field(default_factory=dict)


def segment_content(element: etree._Element | None, parent: etree._Element) -> Marked:
    """The text of a ``seg`` and its native codes as marks.

    Raises:
        InputError: if there is no ``seg`` or it holds an element that TMX does not know.
    """
    if element is None:
        raise InputError(f"<tuv> at line {parent.sourceline} has no <seg>")
    reading = _Reading()
    _children(element, reading)
    for place, start, code in reading.open.values():
        reading.inlines[place] = uncode(code, "", Span(start, start))
    return Marked(raised(reading.text, reading.inlines), nested(reading.text, reading.inlines))


def _children(element: etree._Element, reading: _Reading) -> None:
    reading.text += element.text or ""
    for child in element:
        _inline(child, reading)
        reading.text += child.tail or ""


def _inline(child: etree._Element, reading: _Reading) -> None:
    here = len(reading.text)
    if child.tag == "bpt":
        reading.open[child.get("i", "")] = (len(reading.inlines), here, content(child))
        reading.inlines.append(uncode(content(child), "", Span(here, here)))
    elif child.tag == "ept" and child.get("i", "") in reading.open:
        place, start, code = reading.open.pop(child.get("i", ""))
        reading.inlines[place] = uncode(code, content(child), Span(start, here))
    elif child.tag in ("ph", "it", "ut", "ept"):
        reading.inlines.append(uncode(content(child), "", Span(here, here)))
    elif child.tag in ("hi", "sub"):
        _children(child, reading)
    else:
        raise InputError(f"<{child.tag}> at line {child.sourceline} is no element of a TMX segment")
