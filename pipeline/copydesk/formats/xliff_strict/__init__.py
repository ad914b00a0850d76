"""XLIFF 2 to the letter: the schemas of OASIS, and the constraints that they cannot say."""

from __future__ import annotations

from lxml import etree

from copydesk.formats.xliff_strict.core import core_violations
from copydesk.formats.xliff_strict.inline import inline_violations
from copydesk.formats.xliff_strict.modules import module_violations
from copydesk.formats.xliff_strict.schema import schema_violations
from copydesk.formats.xliff_strict.violation import Violation
from copydesk.formats.xml import parse

__all__ = ["Violation", "violations"]


def violations(data: bytes) -> tuple[Violation, ...]:
    """Everything in the XLIFF 2.0, 2.1 or 2.2 document ``data`` that its specification forbids, by line.

    Missing targets are no violations. Other documents, XLIFF 1.2 among them, have none.

    Raises:
        InputError: it is not well-formed, or has a DOCTYPE.
    """
    root = parse(data)
    name = etree.QName(root)
    if name.localname != "xliff" or not (name.namespace or "").startswith(
        "urn:oasis:names:tc:xliff:document:2"
    ):
        return ()
    space = f"{{{name.namespace}}}"
    found = [
        *schema_violations(root),
        *core_violations(root, space),
        *inline_violations(root, space),
        *module_violations(root, space),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda v: (v.line, v.rule)))
