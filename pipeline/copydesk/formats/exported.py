"""What a segment was when its file left the store, as an element of XLIFF and as a cell of a table."""

from __future__ import annotations

import json
from typing import Any

from lxml import etree

from copydesk.errors import InputError
from copydesk.formats.exchange import ExchangeState, Exported, Marked
from copydesk.formats.inlinecodes import decode_inlines, encode_inlines
from copydesk.formats.xml import OWN_NAMESPACE, attribute, content, text

ELEMENT = f"{{{OWN_NAMESPACE}}}exported"

_DAMAGED = "Export the article again; do not edit what copydesk wrote beside the segments"


def exported_element(segment: str, exported: Exported) -> str:
    """The element for ``segment``, which stands where XLIFF lets other namespaces stand.

    Raises:
        PublishError: the text has characters that XML cannot carry.
    """
    facts = {
        "segment": segment,
        "version": str(exported.version),
        "state": exported.state.value,
        "source": exported.source,
        "article": exported.article,
    }
    if exported.text.inlines:
        facts["inlines"] = encode_inlines(exported.text.inlines)
    if exported.notes:
        facts["notes"] = " ".join(exported.notes)
    attributes = "".join(f' {name}="{attribute(value)}"' for name, value in facts.items())
    return f"<cd:exported{attributes}>{text(exported.text.text)}</cd:exported>\n"


def element_exported(element: etree._Element) -> tuple[str, Exported]:
    """The segment's id and what :func:`exported_element` wrote about it.

    Raises:
        InputError: it is damaged.
    """
    facts = {str(name): str(value) for name, value in element.attrib.items()}
    return facts.get("segment", ""), _exported(
        facts, content(element), f"<cd:exported> at line {element.sourceline}"
    )


def exported_cell(exported: Exported) -> str:
    """All of it on one line."""
    return json.dumps(
        {
            "version": str(exported.version),
            "state": exported.state.value,
            "source": exported.source,
            "article": exported.article,
            "inlines": encode_inlines(exported.text.inlines),
            "text": exported.text.text,
        },
        ensure_ascii=False,
    )


def cell_exported(cell: str, place: str) -> Exported:
    """What :func:`exported_cell` wrote; ``place`` names the cell.

    Raises:
        InputError: it is damaged.
    """
    try:
        facts: dict[str, Any] = json.loads(cell)
        return _exported(facts, facts["text"], place)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{place} is damaged", remedy=_DAMAGED) from error


def _exported(facts: dict[str, str], words: str, place: str) -> Exported:
    try:
        return Exported(
            int(facts["version"]),
            ExchangeState(facts["state"]),
            Marked(words, decode_inlines(facts.get("inlines", "[]"))),
            facts["source"],
            facts["article"],
            tuple(facts.get("notes", "").split()),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{place} is damaged", remedy=_DAMAGED) from error
