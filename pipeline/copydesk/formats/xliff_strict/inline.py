"""Constraints of the core on inline codes: pairs, copies, data, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from copydesk.formats.xliff_strict.violation import Violation, at

_CODES = ("ph", "pc", "sc", "ec")
_AGREE = ("canCopy", "canDelete", "canOverlap")


def inline_violations(root: etree._Element, space: str) -> Iterator[Violation]:
    """What the inline codes of the document do against the core."""
    for unit in root.iter(f"{space}unit"):
        data = {item.get("id") for item in unit.iterfind(f"{space}originalData/{space}data")}
        sides = {side: _elements(unit, space, side) for side in ("source", "target")}
        for elements in sides.values():
            yield from _pairs(elements, space)
            yield from _markers(elements, space)
            yield from _sequences(elements, space)
        every = [*sides["source"], *sides["target"]]
        known = {e.get("id"): e for e in every if e.get("id")}
        units = {
            u.get("id") for file in unit.iterancestors(f"{space}file") for u in file.iter(f"{space}unit")
        }
        for element in every:
            if _name(element) in _CODES:
                yield from _code(element, data, known, units=units)
        for part in unit.iterchildren(f"{space}segment", f"{space}ignorable"):
            yield from _kept(part, space, {_key(e) for e in sides["target"]})


def _elements(unit: etree._Element, space: str, side: str) -> list[etree._Element]:
    parts = unit.iterchildren(f"{space}segment", f"{space}ignorable")
    texts = [text for part in parts if (text := part.find(f"{space}{side}")) is not None]
    return [element for text in texts for element in text.iter(f"{space}*") if element is not text]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _key(element: etree._Element) -> tuple[str, str | None]:
    """What a code of the source and its counterpart in the target have in common."""
    if _name(element) == "ec" and element.get("startRef"):
        return "ec", element.get("startRef")
    return "code", element.get("id")


def _pairs(elements: Sequence[etree._Element], space: str) -> Iterator[Violation]:
    starts = {e.get("id"): n for n, e in enumerate(elements) if e.tag == f"{space}sc"}
    ends = {
        e.get("startRef"): n for n, e in enumerate(elements) if e.tag == f"{space}ec" and e.get("startRef")
    }
    for number, element in enumerate(elements):
        alone = element.get("isolated") == "yes"
        if element.tag == f"{space}sc":
            end = ends.get(element.get("id"))
            if alone and end is not None:
                yield at(element, "isolated", "is isolated, but its end is in the unit", "Leave isolated out")
            elif not alone and (end is None or end < number):
                yield at(
                    element, "isolated", "has no end after it in the unit", 'Add <ec>, or isolated="yes"'
                )
            elif not alone and end is not None:
                yield from _agreement(element, elements[end])
        elif element.tag == f"{space}ec":
            if (alone and not (element.get("id") and not element.get("startRef"))) or (
                not alone and not (element.get("startRef") and not element.get("id"))
            ):
                yield at(element, "end-code", "needs id if isolated, else startRef", "Use the one of them")
            if not alone and element.get("dir"):
                yield at(element, "end-code", "has dir, but is not isolated", "Move dir to its start")
            start = starts.get(element.get("startRef"))
            if not alone and (start is None or start > number):
                yield at(element, "end-code", "has no start before it in the unit", "Add <sc> before it")


def _agreement(start: etree._Element, end: etree._Element) -> Iterator[Violation]:
    for name in _AGREE:
        if start.get(name, "yes") != end.get(name, "yes"):
            yield at(end, "end-code", f"differs from its start in {name}", "Give both the same")
    reorder = start.get("canReorder", "yes"), end.get("canReorder", "yes")
    if reorder not in (("yes", "yes"), ("no", "no"), ("firstNo", "no")):
        yield at(
            end,
            "end-code",
            f"has canReorder={reorder[1]!r} after {reorder[0]!r}",
            "Write no after firstNo or no",
        )


def _markers(elements: Sequence[etree._Element], space: str) -> Iterator[Violation]:
    open_: set[str | None] = set()
    ended = [e.get("startRef") for e in elements if e.tag == f"{space}em"]
    for element in elements:
        if element.tag == f"{space}sm":
            open_.add(element.get("id"))
            if element.get("id") not in ended:
                yield at(element, "marker", "has no <em> in the unit", "Add its end")
        elif element.tag == f"{space}em" and element.get("startRef") not in open_:
            yield at(element, "marker", "has no <sm> before it in the unit", "Add its start before it")


def _code(
    element: etree._Element,
    data: set[str | None],
    known: dict[str | None, etree._Element],
    *,
    units: set[str | None],
) -> Iterator[Violation]:
    references = [name for name in ("dataRef", "dataRefStart", "dataRefEnd") if element.get(name) is not None]
    for name in references:
        if element.get(name) not in data:
            yield at(
                element, "data-ref", f"has {name}={element.get(name)!r}, no data of its unit", "Add the data"
            )
    if (original := element.get("copyOf")) is not None:
        base = known.get(original)
        if base is None:
            yield at(
                element,
                "copy-of",
                f"copies {original!r}, which is not in the unit",
                "Name a code of the unit",
            )
        elif references or any(base.get(n) for n in ("dataRef", "dataRefStart", "dataRefEnd")):
            yield at(element, "copy-of", "copies a code with original data", "Refer to the data instead")
        elif base.get("canCopy") == "no":
            yield at(element, "copy-of", "copies a code that may not be copied", "Remove it")
    if element.get("canReorder") in ("no", "firstNo") and (
        element.get("canCopy"),
        element.get("canDelete"),
    ) != (
        "no",
        "no",
    ):
        remedy = 'Set canCopy="no" and canDelete="no"'
        yield at(element, "can-reorder", "is fixed in its place, but may be copied or deleted", remedy)
    for name in ("subFlows", "subFlowsStart", "subFlowsEnd"):
        for reference in element.get(name, "").split():
            if reference not in units:
                yield at(element, "sub-flows", f"refers to {reference!r}, no unit of the file", "Name a unit")
    if (element.get("equivStart") is None) != (element.get("equivEnd") is None) and _name(element) == "pc":
        yield at(element, "equiv", "has one of equivStart and equivEnd", "Give both")


@dataclass(frozen=True, slots=True)
class _Place:
    key: tuple[str, str | None]
    fixed: str
    parent: str | None
    element: etree._Element


def _row(elements: Sequence[etree._Element]) -> list[_Place]:
    """The codes in their order, each with the code around it."""
    found = []
    for element in elements:
        if _name(element) in _CODES:
            around = next((e.get("id") for e in element.iterancestors() if _name(e) == "pc"), None)
            found.append(_Place(_key(element), element.get("canReorder", "yes"), around, element))
    return found


def _sequences(elements: Sequence[etree._Element], space: str) -> Iterator[Violation]:
    """A code that may not be reordered follows the first of its sequence, or another like it."""
    before: str = "yes"
    for place in _row(elements):
        if place.fixed == "no" and before == "yes":
            remedy = 'Let the sequence begin with canReorder="firstNo", and keep its codes together'
            yield at(place.element, "can-reorder", "follows no code of its sequence", remedy)
        before = place.fixed
    del space


def _kept(part: etree._Element, space: str, there: set[tuple[str, str | None]]) -> Iterator[Violation]:
    """What the target of ``part`` may not leave out or move."""
    source, target = part.find(f"{space}source"), part.find(f"{space}target")
    if source is None or target is None:
        return
    rows = [_row(list(text.iter(f"{space}*"))) for text in (source, target)]
    for place in rows[0]:
        if place.element.get("canDelete") == "no" and place.key not in there:
            yield at(
                place.element, "can-delete", "may not be deleted, and is not in the target", "Put it there"
            )
    after = {one.key: (two.key, one.parent == two.parent) for one, two in _followers(rows[1])}
    for one, two in _followers(rows[0]):
        if two.fixed == "no" and {one.key, two.key} <= {place.key for place in rows[1]}:
            found = after.get(one.key)
            if found is None or found[0] != two.key or _parents(rows[1], two.key) != two.parent:
                yield at(
                    target,
                    "can-reorder",
                    f"moves the code {two.key[1]!r} of a fixed sequence",
                    "Keep its place",
                )


def _parents(row: Sequence[_Place], key: tuple[str, str | None]) -> str | None:
    return next(place.parent for place in row if place.key == key)


def _followers(row: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    return pairwise(row)
