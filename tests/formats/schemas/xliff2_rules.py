"""The XLIFF 2.1 core: structure, attributes, and the constraints beyond its schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from formats.schemas.grammar import ANY, LANGUAGE, NMTOKEN, PREFIXED, Element, grammar_violations

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_S = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_YES = "yes|no"
_PRESERVE = {_SPACE: "default|preserve"}
_INLINE = "((cp|ph|pc|sc|ec|mrk|sm|em) )*"
_TYPES = {"type": "fmt|ui|quote|link|image|other", "subType": PREFIXED}
_EDITING = {"canCopy": _YES, "canDelete": _YES, "canReorder": "yes|firstNo|no", "canOverlap": _YES}
_CODE = {**_EDITING, **_TYPES, "copyOf": NMTOKEN}

_POINT = {**_CODE, "dataRef": NMTOKEN, "equiv": ANY, "disp": ANY}
_STATE = "initial|translated|reviewed|final"
_FILE = {"srcDir": "ltr|rtl|auto", "trgDir": "ltr|rtl|auto"}

GRAMMAR = {
    "xliff": Element(
        "(file )+",
        {"version": "2\\.[012]", "srcLang": LANGUAGE},
        {"trgLang": LANGUAGE, **_PRESERVE},
        foreign=True,
    ),
    "file": Element(
        "(skeleton )?(notes )?((unit|group) )+",
        {"id": NMTOKEN},
        {"original": ANY, "canResegment": _YES, "translate": _YES, **_FILE, **_PRESERVE},
        foreign=True,
    ),
    "unit": Element(
        "(notes )?(originalData )?((segment|ignorable) )+",
        {"id": NMTOKEN},
        {"name": ANY, "canResegment": _YES, "translate": _YES, "type": PREFIXED, **_PRESERVE},
        foreign=True,
    ),
    "notes": Element("(note )+"),
    "note": Element(
        "",
        {},
        {"id": NMTOKEN, "appliesTo": "source|target", "category": ANY, "priority": "[1-9]|10"},
        text=True,
        foreign=True,
    ),
    "originalData": Element("(data )+"),
    "data": Element("(cp )*", {"id": NMTOKEN}, {"dir": "ltr|rtl|auto", **_PRESERVE}, text=True),
    "segment": Element(
        "source (target )?",
        {},
        {"id": NMTOKEN, "canResegment": _YES, "state": _STATE, "subState": PREFIXED},
    ),
    "ignorable": Element("source (target )?", {}, {"id": NMTOKEN}),
    "source": Element(_INLINE, {}, {_LANG: LANGUAGE, **_PRESERVE}, text=True),
    "target": Element(_INLINE, {}, {_LANG: LANGUAGE, "order": "[1-9][0-9]*", **_PRESERVE}, text=True),
    "ph": Element("", {"id": NMTOKEN}, _POINT, foreign=True),
    "pc": Element(
        _INLINE,
        {"id": NMTOKEN},
        {**_CODE, "dataRefStart": NMTOKEN, "dataRefEnd": NMTOKEN, "equivStart": ANY, "equivEnd": ANY},
        text=True,
        foreign=True,
    ),
}  # fmt: skip


def violations(data: bytes) -> list[str]:
    """Everything in the document that XLIFF 2.1 forbids; empty for a valid document."""
    root = etree.fromstring(data)
    return [*grammar_violations(root, NAMESPACE, GRAMMAR), *_constraints(root)]


def _constraints(root: etree._Element) -> Iterator[str]:
    if root.get("trgLang") is None and root.find(f".//{_S}target") is not None:
        yield "targets without trgLang"
    yield from _twice("file", [file.get("id") for file in root.iter(f"{_S}file")])
    for file in root.iter(f"{_S}file"):
        yield from _twice("unit", [unit.get("id") for unit in file.iter(f"{_S}unit")])
    for notes in root.iter(f"{_S}notes"):
        yield from _twice("note", [note.get("id") for note in notes if note.get("id")])
    for element in root.iter("*"):
        if element.get("subState") and not element.get("state"):
            yield "subState without state"
        if element.get("subType") and not element.get("type"):
            yield "subType without type"
        if str(element.get("subType", "")).startswith("xlf:") and element.get("type") != "fmt":
            yield "xlf: subtypes of formatting need type fmt"
    for unit in root.iter(f"{_S}unit"):
        yield from _unit(unit)


def _unit(unit: etree._Element) -> Iterator[str]:
    data = [item.get("id") for item in unit.iter(f"{_S}data")]
    yield from _twice("data", data)
    parts = [
        part.get("id") for part in unit if part.get("id") and part.tag in (f"{_S}segment", f"{_S}ignorable")
    ]
    codes = [c.get("id") for source in unit.iter(f"{_S}source") for c in source.iter(f"{_S}pc", f"{_S}ph")]
    yield from _twice("segment or source code", parts + codes)
    for target in unit.iter(f"{_S}target"):
        yield from _twice("target code", [c.get("id") for c in target.iter(f"{_S}pc", f"{_S}ph")])
    for code in unit.iter(f"{_S}pc", f"{_S}ph"):
        for name in ("dataRef", "dataRefStart", "dataRefEnd"):
            if code.get(name) is not None and code.get(name) not in data:
                yield f"{name} leads nowhere"
    yield from _same_kind(unit)
    for segment in unit.iter(f"{_S}segment"):
        if (
            segment.get("state") in ("translated", "reviewed", "final")
            and segment.find(f"{_S}target") is None
        ):
            yield "a translated segment has no target"


def _same_kind(unit: etree._Element) -> Iterator[str]:
    for segment in unit.iter(f"{_S}segment"):
        source = {c.get("id"): c for c in segment.iterfind(f"{_S}source//*")}
        for code in segment.iterfind(f"{_S}target//*"):
            twin = source.get(code.get("id"))
            if twin is not None and twin.tag != code.tag:
                yield f"code {code.get('id')} is another element in the target"


def _twice(kind: str, ids: list[str | None]) -> Iterator[str]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield f"{kind} id {name} stands {count} times"
