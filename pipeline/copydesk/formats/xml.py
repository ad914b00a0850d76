"""The one XML parser of the desk: no network, no entities, no huge trees."""

from __future__ import annotations

import re
from typing import Literal

from lxml import etree

from copydesk.errors import InputError, PublishError

OWN_NAMESPACE = "urn:copydesk:xliff:1"
"""Of what the desk says in a file beyond its format, where the format lets others say something."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = re.compile("[&<>\r]|" + _ILLEGAL.pattern)
_ATTRIBUTE = re.compile('[&<>"\t\n\r]|' + _ILLEGAL.pattern)
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_REFERENCES |= {space: f"&#{ord(space)};" for space in "\t\n\r"}


def parse(data: bytes, *, doctype: Literal["refuse", "skip"] = "refuse") -> etree._Element:
    """The root element of the XML document ``data``, without comments and processing instructions.

    A DOCTYPE is refused or, with ``doctype="skip"``, read over: its DTD is not loaded and its entities are
    not resolved, so a document that uses one is refused too rather than read with holes.

    Raises:
        InputError: if the document is not well-formed (the line is named), has a DOCTYPE that is refused,
            uses an entity, or is nested or blown up beyond the parser's limits.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"not well-formed XML at line {error.lineno}: {error.msg}",
            remedy="Export the file again from the program that wrote it",
        ) from error
    if doctype == "refuse" and root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            "the XML has a DOCTYPE, which this format never needs",
            remedy="Remove the <!DOCTYPE ...> declaration",
        )
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise InputError(
            f"entities are not resolved, and the XML uses {entity.text} at line {entity.sourceline}",
            remedy="Write the character itself",
        )
    return root


def text(value: str) -> str:
    """``value`` as XML character data; white space survives the parser.

    Raises:
        PublishError: if it has a character that XML cannot carry.
    """
    return _TEXT.sub(_reference, value)


def attribute(value: str) -> str:
    """``value`` as the inside of a double-quoted XML attribute; white space survives the parser.

    Raises:
        PublishError: if it has a character that XML cannot carry.
    """
    return _ATTRIBUTE.sub(_reference, value)


def content(element: etree._Element) -> str:
    """All the text inside ``element``."""
    return "".join(str(piece) for piece in element.itertext())


def line_of(element: etree._Element | None) -> int:
    """The line on which ``element`` begins, from 1; 0 if there is none."""
    line = element.sourceline if element is not None else None
    return line if isinstance(line, int) else 0


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    if character not in _REFERENCES:
        raise PublishError(
            f"XML cannot carry the character U+{ord(character):04X} (at {match.start()} of a text)",
            remedy="Remove the control character from the text",
        )
    return _REFERENCES[character]
