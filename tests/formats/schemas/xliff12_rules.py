"""XLIFF 1.2 (strict): structure, attribute values and id uniqueness of the elements that copydesk writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from formats.schemas.grammar import ANY, LANGUAGE, Element, grammar_violations

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_S = f"{{{NAMESPACE}}}"
_SPACE = {"{http://www.w3.org/XML/1998/namespace}space": "default|preserve"}
_STATES = (
    "final|needs-adaptation|needs-l10n|needs-review-adaptation|needs-review-l10n|needs-review-translation"
    "|needs-translation|new|signed-off|translated|x-.+"
)
_QUALIFIERS = (
    "exact-match|fuzzy-match|id-match|leveraged-glossary|leveraged-inherited|leveraged-mt"
    "|leveraged-repository|leveraged-tm|mt-suggestion|rejected-grammar|rejected-inaccurate|rejected-length"
    "|rejected-spelling|tm-suggestion|x-.+"
)
_GROUP = {"id": ANY, "restype": "x-.+|[a-z]+", **_SPACE}
_TARGET = {"state": _STATES, "state-qualifier": _QUALIFIERS}
_NOTE = {"priority": "[1-9]|10", "from": ANY, "annotates": "source|target|general"}
_CTYPES = "bold|italic|underlined|link|x-.+"
_INLINE = "((g|x|bx|ex|bpt|ept|ph|it|mrk) )*"

GRAMMAR = {
    "xliff": Element("(file )+", {"version": "1\\.2"}, foreign=True),
    "file": Element(
        "(header )?body ",
        {"original": ANY, "source-language": LANGUAGE, "datatype": "html|xml|plaintext|x-.+"},
        {"target-language": LANGUAGE, "tool-id": ANY, **_SPACE},
        foreign=True,
    ),
    "header": Element("((note|tool) )*", foreign=True),
    "body": Element("((group|trans-unit) )*"),
    "group": Element("(note )*((group|trans-unit) )*", {}, _GROUP, foreign=True),
    "trans-unit": Element(
        "source (target )?((note|alt-trans) )*",
        {"id": ANY},
        {"approved": "yes|no", "translate": "yes|no", **_SPACE},
        foreign=True,
    ),
    "source": Element(_INLINE, text=True, foreign=True),
    "target": Element(_INLINE, {}, _TARGET, text=True, foreign=True),
    "note": Element("", {}, _NOTE, text=True),
    "g": Element(_INLINE, {"id": ANY}, {"ctype": _CTYPES}, text=True, foreign=True),
    "x": Element("", {"id": ANY}, {"ctype": "image|pb|lb|x-.+"}, foreign=True),
}  # fmt: skip


def violations(data: bytes) -> list[str]:
    """Everything in the document that XLIFF 1.2 forbids; empty for a valid document."""
    root = etree.fromstring(data)
    return [*grammar_violations(root, NAMESPACE, GRAMMAR), *_constraints(root)]


def _constraints(root: etree._Element) -> Iterator[str]:
    for file in root.iter(f"{_S}file"):
        ids = Counter(unit.get("id") for unit in file.iter(f"{_S}trans-unit"))
        yield from (f"trans-unit id {name} stands twice" for name, count in ids.items() if count > 1)
    for side in root.iter(f"{_S}source", f"{_S}target"):
        codes = Counter(code.get("id") for code in side.iter(f"{_S}g", f"{_S}x"))
        yield from (f"code id {name} stands twice" for name, count in codes.items() if count > 1)
    for unit in root.iter(f"{_S}trans-unit"):
        target = unit.find(f"{_S}target")
        if unit.get("approved") == "yes" and target is None:
            yield "approved without a target"
