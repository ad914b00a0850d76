"""Constraints of the modules: glossary, matches, metadata, resources, sizes, validation, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from copydesk.formats.xliff_strict.violation import Violation, at, unique

_BASE = "urn:oasis:names:tc:xliff:"
_GLS, _MTC, _MDA = f"{{{_BASE}glossary:2.0}}", f"{{{_BASE}matches:2.0}}", f"{{{_BASE}metadata:2.0}}"
_RES, _SLR, _VAL = (
    f"{{{_BASE}resourcedata:2.0}}", f"{{{_BASE}sizerestriction:2.0}}", f"{{{_BASE}validation:2.0}}",
)  # fmt: skip
_CTR = f"{_BASE}changetracking:2."
_FS = f"{{{_BASE}fs:2.0}}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SIZE = re.compile(r"(?:\*|\d+)(?:\s*,\s*(?:\*|\d+))?")
_NUMBER = re.compile(r"\d+")
_RULES = ("isPresent", "isNotPresent", "startsWith", "endsWith")
_DECLARED = re.compile(r'<xs:(element|attribute)\s[^>]*?name="([^"]+)"')


def module_violations(root: etree._Element, space: str) -> Iterator[Violation]:
    """What the document does against the modules, beyond their schemas."""
    for element in root.iter("*"):
        namespace = etree.QName(element).namespace or ""
        yield from _declared(element, namespace)
        yield from _attributes(element, space)
        yield from _members(element)
        if namespace.startswith(_CTR) and etree.QName(element).localname == "revisions":
            yield from _revisions(element, namespace)


@cache
def _names() -> dict[str, frozenset[str]]:
    """The elements and attributes that each module's schema declares, by namespace."""
    found: dict[str, frozenset[str]] = {}
    for path in (Path(__file__).parent / "schemas").glob("v2*/*.xsd"):
        text = path.read_text("utf-8")
        own = re.search(r'targetNamespace="([^"]+)"', text)
        if own and "document" not in own[1]:
            names = frozenset(name for _, name in _DECLARED.findall(text))
            found[own[1]] = found.get(own[1], frozenset()) | names
    return found


def _declared(element: etree._Element, namespace: str) -> Iterator[Violation]:
    known = _names()
    if namespace in known and etree.QName(element).localname not in known[namespace]:
        yield at(element, "module-element", f"is no element of the module {namespace}", "Remove it")
    for name in map(str, element.attrib):
        own, _, local = name[1:].partition("}")
        if name.startswith("{") and own in known and local not in known[own]:
            yield at(
                element, "module-attribute", f"has {local}, no attribute of the module {own}", "Remove it"
            )


def _attributes(element: etree._Element, space: str) -> Iterator[Violation]:
    if element.get(f"{_FS}subFs") is not None and element.get(f"{_FS}fs") is None:
        yield at(element, "fs", "has fs:subFs without fs:fs", "Set fs:fs too")
    sizes = {
        name.rpartition("}")[2]: value for name, value in _attributes_of(element) if name.startswith(_SLR)
    }
    for name in ("sizeRestriction", "storageRestriction"):
        if name in sizes and not _SIZE.fullmatch(sizes[name].strip()):
            yield at(element, "size", f"has {name}={sizes[name]!r}", "Write a number, *, or two with a comma")
    for name in ("sizeInfo", "equivStorage"):
        if name in sizes and not _is_size(element, sizes[name].strip()):
            yield at(element, "size", f"has {name}={sizes[name]!r}", "Write a whole number")
    if "sizeInfo" in sizes and "sizeInfoRef" in sizes:
        yield at(element, "size", "has sizeInfo and sizeInfoRef", "Keep one of them")
    if "sizeInfoRef" in sizes and not _sized(element, sizes["sizeInfoRef"]):
        where = f"refers to {sizes['sizeInfoRef']!r}, no size data here"
        yield at(element, "size", where, "Name an element of <data>")
    if element.tag == f"{space}ec" and element.get("isolated") != "yes":
        local = {
            name.rpartition("}")[2] for name, _ in _attributes_of(element) if name.startswith((_SLR, _FS))
        }
        if local & {"sizeInfo", "sizeInfoRef", "equivStorage", "fs", "subFs"}:
            yield at(
                element, "end-code", "has module attributes, but is not isolated", "Move them to its start"
            )


def _is_size(element: etree._Element, value: str) -> bool:
    """Whether ``value`` may be a size: a whole number, or any text where the file names no profile."""
    if any(file.find(f".//{_SLR}profiles") is not None for file in element.iterancestors("{*}file")):
        return _NUMBER.fullmatch(value) is not None
    return not re.fullmatch(r"[-+]?\d*[.,]\d+|[-+]\d+", value)


def _attributes_of(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _sized(element: etree._Element, reference: str) -> bool:
    """Whether ``reference`` is in size data beside the element or one around it."""
    for place in (element, *element.iterancestors()):
        around = place.getparent()
        for data in around.iterchildren(f"{_SLR}data") if around is not None else ():
            if any(item.get("id") == reference for item in data.iter("*")):
                return True
    return False


def _members(element: etree._Element) -> Iterator[Violation]:
    match element.tag:
        case str() as tag if tag == f"{_GLS}glossary":
            yield from unique(
                element.iter(f"{_GLS}glossEntry", f"{_GLS}translation"), "glossary-id", "the glossary"
            )
        case str() as tag if tag == f"{_GLS}glossEntry":
            if element.find(f"{_GLS}translation") is None and element.find(f"{_GLS}definition") is None:
                yield at(element, "glossary", "has neither translation nor definition", "Add one of them")
        case str() as tag if tag == f"{_MTC}matches":
            yield from unique(element.iterchildren(f"{_MTC}match"), "match-id", "its matches")
        case str() as tag if tag == f"{_MTC}match":
            yield from _match(element)
        case str() as tag if tag == f"{_MDA}metadata":
            yield from unique(element.iter(f"{_MDA}metaGroup"), "metadata-id", "its metadata")
        case str() as tag if tag == f"{_RES}resourceData":
            kinds = (f"{_RES}resourceItem", f"{_RES}resourceItemRef")
            yield from unique(element.iterchildren(*kinds), "resource-id", "its resource data")
        case str() as tag if tag in (f"{_RES}source", f"{_RES}target", f"{_RES}reference"):
            filled = len(element) > 0 or bool((element.text or "").strip())
            if filled and element.get("href") is not None:
                yield at(element, "resource", "has content and href", "Keep one of them")
        case str() as tag if tag == f"{_VAL}rule":
            yield from _rule(element)
        case _:
            return


def _match(element: etree._Element) -> Iterator[Violation]:
    if element.get(_LANG) is not None:
        yield at(element, "match", "may not have xml:lang", "Remove it")
    if element.get("subType") is not None and element.get("type") is None:
        yield at(element, "sub-type", "has subType without type", "Set type too")


def _rule(element: etree._Element) -> Iterator[Violation]:
    own = [name for name, _ in _attributes_of(element) if name in _RULES or name.startswith("{")]
    if len(own) != 1:
        yield at(element, "validation", "needs exactly one condition", f"Keep one of {', '.join(_RULES)}")
    if element.get("existsInSource") is not None and own not in (["isPresent"], ["startsWith"], ["endsWith"]):
        yield at(
            element,
            "validation",
            "has existsInSource without what exists",
            "Use isPresent, startsWith or endsWith",
        )


def _revisions(element: etree._Element, namespace: str) -> Iterator[Violation]:
    """``appliesTo`` names an element beside the changes, ``ref`` the one meant of several with ids."""
    track = element.getparent()
    around = track.getparent() if track is not None else None
    if around is None:
        return
    kind, reference = element.get("appliesTo", ""), element.get("ref")
    there = (
        [e for e in around.iter("{*}" + kind) if not (etree.QName(e).namespace or "").startswith(_CTR)]
        if kind
        else []
    )
    meant = [e for e in there if e.get("id") == reference] if reference else there
    named = [e for e in there if e.get("id")]
    if (reference and named and not meant) or (not reference and len(named) > 1):
        yield at(element, "changes", f"does not say which <{kind}> it is about", "Set ref to its id")
        return
    if len(meant) != 1:
        return
    for item in element.iter(f"{{{namespace}}}item"):
        name = item.get("property", "content")
        values = {e.get(name) for e in there if name != "content"}
        if name != "content" and name not in meant[0].attrib:
            yield at(
                item,
                "changes",
                f"is about {name}, which <{kind}> has not",
                "Name content or an attribute of it",
            )
        elif name == "category" and (item.text or "").strip() not in values:
            yield at(
                item,
                "changes",
                f"gives the category {item.text!r}, which no note has",
                "Name one that is in use",
            )
