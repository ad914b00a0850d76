"""Constraints of the core on structure, identifiers, languages, notes and references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from copydesk.formats.xliff_strict.violation import Violation, at, unique

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TAG = re.compile(r"(?:[A-Za-z]{2,8}|[xi](?=-))(?:-[A-Za-z0-9]{1,8})*")
_MODULES = "urn:oasis:names:tc:xliff:"
_OURS = (_MODULES, "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2005/11/its")
_NMTOKEN = re.compile(r"[\w.:\-·]+")
_PLACES = ("f", "g", "u")
_LEAVES = ("n", "d", "t")


def core_violations(root: etree._Element, space: str) -> Iterator[Violation]:
    """What the document does against the core, beyond the schema."""
    yield from _languages(root, space)
    yield from unique(root.iterchildren(f"{space}file"), "file-id", "the document")
    for file in root.iterchildren(f"{space}file"):
        for kind in ("group", "unit"):
            yield from unique(file.iter(f"{space}{kind}"), f"{kind}-id", "the file")
        for skeleton in file.iterchildren(f"{space}skeleton"):
            yield from _skeleton(skeleton)
    for notes in root.iter(f"{space}notes"):
        yield from unique(notes.iterchildren(f"{space}note"), "note-id", "its notes")
    for place in root.iter(f"{space}file", f"{space}group", f"{space}unit"):
        yield from _extensions(place, space)
    for unit in root.iter(f"{space}unit"):
        yield from _unit(unit, space)
    for element in root.iter("*"):
        yield from _attributes(element, space)


def _languages(root: etree._Element, space: str) -> Iterator[Violation]:
    for name in ("srcLang", "trgLang"):
        if (tag := root.get(name)) is not None and not _TAG.fullmatch(tag):
            yield at(
                root, "language-tag", f"has {name}={tag!r}, which is no language tag", "Write it like fr-CA"
            )
    for kind, name in (("source", "srcLang"), ("target", "trgLang")):
        wanted = root.get(name)
        for text in root.iterfind(f".//{space}segment/{space}{kind}"):
            yield from _language(text, name, wanted)
        for text in root.iterfind(f".//{space}ignorable/{space}{kind}"):
            yield from _language(text, name, wanted)


def _language(text: etree._Element, name: str, wanted: str | None) -> Iterator[Violation]:
    if wanted is None:
        if name == "trgLang":
            yield at(
                text, "target-language", "stands in a document without trgLang", "Set trgLang on <xliff>"
            )
        return
    own = next((e.get(_LANG) for e in (text, *text.iterancestors()) if e.get(_LANG) is not None), None)
    if own is not None and not f"{own.lower()}-".startswith(f"{wanted.lower()}-"):
        yield at(
            text,
            "xml-lang",
            f"is in {own!r}, {name} says {wanted!r}",
            f"Set xml:lang to {wanted}, or leave it out",
        )


def _skeleton(skeleton: etree._Element) -> Iterator[Violation]:
    filled = len(skeleton) > 0 or bool((skeleton.text or "").strip())
    if filled == (skeleton.get("href") is not None):
        yield at(skeleton, "skeleton", "needs either content or href", "Give it one of the two, not both")


def _extensions(place: etree._Element, space: str) -> Iterator[Violation]:
    """Elements of other namespaces in ``place`` itself, not in what it encloses, have ids of their own."""
    inner = (f"{space}file", f"{space}group", f"{space}unit", f"{space}segment", f"{space}ignorable")
    found: list[etree._Element] = []
    todo = [child for child in place if child.tag not in inner]
    while todo:
        element = todo.pop(0)
        if not (etree.QName(element).namespace or "").startswith(_MODULES):
            found.append(element)
        todo += list(element)
    seen: set[str] = set()
    for element in found:
        own = element.get("id") or element.get(_ID)
        if own in seen:
            yield at(
                element, "extension-id", f"repeats the id {own!r} within its place", "Give each its own id"
            )
        seen.add(own or "")
        seen.discard("")


def _unit(unit: etree._Element, space: str) -> Iterator[Violation]:
    parts = [part for part in unit if part.tag in (f"{space}segment", f"{space}ignorable")]
    if not any(part.tag == f"{space}segment" for part in parts):
        yield at(unit, "unit-segment", "has no segment", "Give it one, or leave the unit out")
    for data in unit.iterchildren(f"{space}originalData"):
        yield from unique(data.iterchildren(f"{space}data"), "data-id", "its unit")
    own = [e for part in parts for e in (part, *_inside(part, space, "source"))]
    yield from unique(own, "part-id", "its unit")
    yield from unique(
        [e for p in parts for e in _inside(p, space, "target")], "target-id", "the unit's targets"
    )
    for part in parts:
        if part.get("subState") is not None and part.get("state") is None:
            yield at(part, "sub-state", "has subState without state", "Set state too")
    yield from _order(parts, space)


def _inside(part: etree._Element, space: str, kind: str) -> Iterator[etree._Element]:
    text = part.find(f"{space}{kind}")
    if text is not None:
        yield from (e for e in text.iter(f"{space}*") if e is not text)


def _order(parts: list[etree._Element], space: str) -> Iterator[Violation]:
    """The places of the targets: those that are given and those that follow from the parts' own order."""
    taken: dict[int, etree._Element] = {}
    for number, part in enumerate(parts, start=1):
        target = part.find(f"{space}target")
        said = target.get("order", "") if target is not None else ""
        place = int(said) if said.isdigit() else number
        if target is not None and (place in taken or place > len(parts)):
            message = f"stands at place {place} of the unit, which is taken or beyond its {len(parts)} parts"
            yield at(target, "order", message, "Give every target another place from 1 on")
        taken[place] = part


def _attributes(element: etree._Element, space: str) -> Iterator[Violation]:
    if element.tag in (f"{space}mrk", f"{space}sm"):
        yield from _annotation(element, space)
    if element.tag.startswith(space) and (kind := element.get("subType")) is not None:
        yield from _sub_type(element, kind)
    reference = element.get("ref", "")
    if element.tag in (f"{space}mrk", f"{space}sm") and reference.startswith("#"):
        yield from _fragment(element, reference)
    if element.tag in {f"{space}{name}" for name in ("ph", "pc", "sc", "ec", "source", "target")}:
        for name in map(str, element.attrib):
            if name.startswith("{") and not name[1:].startswith(_OURS):
                yield at(
                    element, "extension-attribute", f"may not have {name}", "Move it to the unit or a note"
                )
    if element.tag == f"{space}cp":
        yield from _character(element)


def _sub_type(element: etree._Element, kind: str) -> Iterator[Violation]:
    own = element.get("type")
    if own is None:
        yield at(element, "sub-type", "has subType without type", "Set type too")
    wanted = {"xlf:var": "ui"} | dict.fromkeys(("xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"), "fmt")
    if kind.startswith("xlf:") and (kind not in wanted or own not in (None, wanted[kind])):
        yield at(
            element,
            "sub-type",
            f"has type={own!r} with subType={kind!r}",
            "xlf:var goes with ui, others with fmt",
        )


def _annotation(element: etree._Element, space: str) -> Iterator[Violation]:
    kind, value, reference = element.get("type", "generic"), element.get("value"), element.get("ref")
    if kind == "generic" and element.get("translate") is None:
        yield at(element, "annotation", "says neither type nor translate", "Set translate, or name its type")
    if kind == "comment":
        if (value is None) == (reference is None):
            yield at(element, "comment", "needs one of value and ref", "Give the comment, or refer to a note")
        elif reference is not None and not _is_own_note(element, reference, space):
            yield at(
                element,
                "comment",
                f"refers to {reference!r}, no note of its unit",
                "Write #n= and the note's id",
            )


def _is_own_note(element: etree._Element, reference: str, space: str) -> bool:
    unit = next(element.iterancestors(f"{space}unit"))
    where, _, note = reference.rpartition("n=")
    if where.rstrip("/") not in ("#", "#/") and not where.endswith(f"u={unit.get('id')}/"):
        return False
    return any(n.get("id") == note for n in unit.iterfind(f"{space}notes/{space}note"))


def _fragment(element: etree._Element, reference: str) -> Iterator[Violation]:
    """Fragment identifiers: places from the outside in, each once, and one leaf at the end."""
    last = -1
    pieces = reference[1:].removeprefix("/").split("/")
    for number, piece in enumerate(pieces, start=1):
        prefix, equals, name = piece.rpartition("=")
        wrong = not _NMTOKEN.fullmatch(name) or (equals and not _NMTOKEN.fullmatch(prefix))
        if prefix in _PLACES:
            wrong = wrong or _PLACES.index(prefix) <= last
            last = _PLACES.index(prefix)
        else:
            wrong = wrong or number < len(pieces) or (len(prefix) == 1 and prefix not in _LEAVES)
        if wrong:
            yield at(
                element,
                "fragment",
                f"refers to {reference!r}, which is none",
                "Write it like #/f=f1/u=u1/n=n1",
            )
            return


def _character(element: etree._Element) -> Iterator[Violation]:
    try:
        code = int(element.get("hex", ""), 16)
    except ValueError:
        return  # the schema says so
    allowed = code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    if allowed:
        remedy = "Write the character itself; <cp> is for those that XML cannot hold"
        yield at(element, "character", f"stands for U+{code:04X}, which XML can hold or nobody has", remedy)
