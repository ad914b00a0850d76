"""Reading XLIFF: 1.2 and 2.0 to 2.2."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from copydesk.data import Means
from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Note, Unit
from copydesk.formats.exported import ELEMENT, element_exported
from copydesk.formats.xliff2 import NAMESPACE as NAMESPACE_2
from copydesk.formats.xliff12 import NAMESPACE as NAMESPACE_12
from copydesk.formats.xliff12 import QUALIFIERS
from copydesk.formats.xliff12_segments import marked_segments, tool_state
from copydesk.formats.xliff_content import Codes, marked
from copydesk.formats.xml import OWN_NAMESPACE, content, line_of, parse

_OWN = f"{{{OWN_NAMESPACE}}}"
_NAMESPACES = {
    ("1.2", NAMESPACE_12),
    ("2.0", NAMESPACE_2),
    ("2.1", NAMESPACE_2),
    ("2.1", "urn:oasis:names:tc:xliff:document:2.2"),
    ("2.2", "urn:oasis:names:tc:xliff:document:2.2"),
}
_STATES_12 = {
    "final": ExchangeState.FINAL,
    "signed-off": ExchangeState.REVIEWED,
    "translated": ExchangeState.TRANSLATED,
    "needs-review-translation": ExchangeState.TRANSLATED,
    "needs-review-adaptation": ExchangeState.TRANSLATED,
    "needs-review-l10n": ExchangeState.TRANSLATED,
}
_EXPORT = "Add it, or export the file again from the program that wrote it"
_PRIORITIES = {str(number): number for number in range(1, 11)}
_MEANS_12 = {qualifier: means for means, qualifier in QUALIFIERS.items()}


def read_xliff(data: bytes, *, cut: bool = False) -> tuple[Exchange, ...]:
    """The files of an XLIFF document, each with its units in document order.

    With ``cut`` the units of XLIFF 1.2 give the segments that tools marked in them, else one segment each.
    Texts are exact. Inline codes become marks; those that copydesk did not write keep their original code.
    Annotations (``mrk``, ``sm``, ``em``) give only their text. Groups are read through.

    Raises:
        InputError: not well-formed, a DOCTYPE, not XLIFF of a known version, or an element that must be
            there is missing; the line is named.
    """
    root = parse(data)
    name = etree.QName(root)
    version = root.get("version", "")
    if name.localname != "xliff" or (version, name.namespace) not in _NAMESPACES:
        raise InputError(
            f"not XLIFF of a known version: <{name.localname} version={version!r}> in {name.namespace}",
            remedy="copydesk reads XLIFF 1.2, 2.0, 2.1 and 2.2",
        )
    space = f"{{{name.namespace}}}"
    if version == "1.2":
        return tuple(_file_12(file, space, cut=cut) for file in root.iterchildren(f"{space}file"))
    return tuple(_file_2(file, space, root) for file in root.iterchildren(f"{space}file"))


def _file_2(file: etree._Element, space: str, root: etree._Element) -> Exchange:
    return Exchange(
        original=file.get("original", ""),
        source_language=_attribute(root, "srcLang"),
        target_language=root.get("trgLang"),
        units=tuple(_unit(unit, space) for unit in file.iter(f"{space}unit")),
        notes=_notes_2(file, space),
    )


def _unit(unit: etree._Element, space: str) -> Unit:
    codes = Codes.of(unit, space)
    segments: list[ExchangeSegment] = []
    notes = [*_notes_2(unit, space)]
    for element in unit.iterchildren(f"{space}segment", f"{space}ignorable"):
        source = marked(_child(element, f"{space}source"), codes)
        if element.tag == f"{space}segment":
            segments.append(_segment(element, space, source, codes=codes, number=len(segments) + 1))
            notes += _notes_2(element, space, segments[-1].id)
        elif segments:
            segments[-1] = replace(segments[-1], gap=segments[-1].gap + source.text)
    left = dict(map(element_exported, unit.iterchildren(ELEMENT)))
    kind = unit.get("type", "")
    return Unit(
        id=_attribute(unit, "id"),
        segments=tuple(replace(s, exported=left.get(s.id)) for s in segments),
        kind=kind.removeprefix("copydesk:") if kind.startswith("copydesk:") else "",
        notes=tuple(notes),
    )


def _segment(
    element: etree._Element, space: str, source: Marked, *, codes: Codes, number: int
) -> ExchangeSegment:
    target = element.find(f"{space}target")
    prefix, _, value = element.get("subState", "").partition(":")
    state = element.get("state", "initial")
    if state not in set(ExchangeState):
        raise InputError(
            f"{state!r} at line {element.sourceline} is no XLIFF 2 state",
            remedy="Write initial, translated, reviewed or final",
        )
    return ExchangeSegment(
        id=element.get("id", f"s{number}"),
        source=source,
        target=None if target is None else marked(target, codes),
        state=ExchangeState(state),
        means=Means(value) if prefix == "copydesk" and value in set(Means) else None,
        lines=(line_of(element.find(f"{space}source")), line_of(target)),
        said=element.get("state", ""),
        translate=_to_translate(element) and not _is_kept(element, space),
    )


def _to_translate(element: etree._Element) -> bool:
    """What the nearest of the element and those around it says about ``translate``; yes if none does."""
    for place in (element, *element.iterancestors()):
        if (said := place.get("translate")) is not None:
            return said != "no"
    return True


def _is_kept(element: etree._Element, space: str) -> bool:
    """Whether all of the source text stands in annotations that say ``translate="no"``."""
    source = element.find(f"{space}source")
    if source is None or (source.text or "").strip() or not len(source):
        return False
    return all(
        child.tag == f"{space}mrk" and child.get("translate") == "no" and not (child.tail or "").strip()
        for child in source
    )


def _notes_2(element: etree._Element, space: str, segment: str | None = None) -> tuple[Note, ...]:
    """The notes of a file or unit; of a segment too, where some tools put them against the schema."""
    return tuple(
        Note(
            content(note),
            note.get("category", ""),
            _priority(note),
            note.get(f"{_OWN}segment", segment),
        )
        for note in element.iterfind(f"{space}notes/{space}note")
    )


def _file_12(file: etree._Element, space: str, *, cut: bool) -> Exchange:
    body = _child(file, f"{space}body")
    units: list[Unit] = []
    for element in body.iterchildren(f"{space}group", f"{space}trans-unit"):
        inside = list(element.iter(f"{space}trans-unit"))
        pairs = [(segment, item) for item in inside for segment in _segments_12(item, space, cut=cut)]
        notes = [*_notes_12(element, space, None)] if element.tag == f"{space}group" else []
        for segment, item in pairs:
            notes += _notes_12(item, space, segment.id)
        units.append(
            Unit(
                id=element.get("id", f"g{len(units) + 1}"),
                segments=tuple(segment for segment, _ in pairs),
                kind=_kind_12(element.get("restype", "")),
                notes=tuple(notes),
            )
        )
    return Exchange(
        original=file.get("original", ""),
        source_language=_attribute(file, "source-language"),
        target_language=file.get("target-language"),
        units=tuple(units),
        notes=tuple(n for header in file.iterchildren(f"{space}header") for n in _notes_12(header, space)),
    )


def _segments_12(element: etree._Element, space: str, *, cut: bool) -> tuple[ExchangeSegment, ...]:
    found = marked_segments(element, space) if cut else None
    if found is None:
        return (_trans_unit(element, space),)
    return tuple(replace(s, translate=_to_translate(element)) for s in found)


def _trans_unit(element: etree._Element, space: str) -> ExchangeSegment:
    source = marked(_child(element, f"{space}source"), Codes({}))
    target = element.find(f"{space}target")
    means = element.get(f"{_OWN}means")
    if target is not None:
        state = _state_12(target.get("state", ""), approved=element.get("approved") == "yes")
        found = _MEANS_12.get(target.get("state-qualifier", ""))
    else:
        own = element.get(f"{_OWN}state", "initial")
        state = ExchangeState(own) if own in set(ExchangeState) else ExchangeState.INITIAL
        found = Means(means) if means in set(Means) else None
    return ExchangeSegment(
        id=_attribute(element, "id"),
        source=source,
        target=None if target is None else marked(target, Codes({})),
        state=state,
        means=found,
        gap=element.get(f"{_OWN}gap", ""),
        exported=element_exported(left)[1] if (left := element.find(ELEMENT)) is not None else None,
        lines=(line_of(element.find(f"{space}source")), line_of(target)),
        said=_said_12(element, target),
        translate=_to_translate(element) and not _is_kept(element, space),
    )


def _said_12(element: etree._Element, target: etree._Element | None) -> str:
    """The state of the target; the approval of a unit whose target says none, or is only translated."""
    state = target.get("state", "") if target is not None else ""
    if element.get("approved") == "yes" and state in ("", "translated"):
        return ExchangeState.REVIEWED if state else ExchangeState.FINAL
    return state or tool_state(element)


def _state_12(state: str, *, approved: bool) -> ExchangeState:
    if state == "translated" and approved:
        return ExchangeState.REVIEWED
    if not state:
        return ExchangeState.FINAL if approved else ExchangeState.TRANSLATED
    return _STATES_12.get(state, ExchangeState.INITIAL)


def _notes_12(element: etree._Element, space: str, segment: str | None = None) -> list[Note]:
    return [
        Note(content(note), note.get("from", ""), _priority(note), segment)
        for note in element.iterchildren(f"{space}note")
    ]


def _priority(note: etree._Element) -> int:
    priority = note.get("priority", "1")
    if priority not in _PRIORITIES:
        raise InputError(
            f"the note at line {note.sourceline} has the priority {priority!r}, not 1 to 10",
            remedy="Write a number from 1 (highest) to 10",
        )
    return _PRIORITIES[priority]


def _kind_12(restype: str) -> str:
    return restype.removeprefix("x-copydesk-") if restype.startswith("x-copydesk-") else ""


def _child(element: etree._Element, tag: str) -> etree._Element:
    found = element.find(tag)
    if found is None:
        name = etree.QName(tag).localname
        raise InputError(
            f"<{etree.QName(element).localname}> at line {element.sourceline} has no <{name}>", remedy=_EXPORT
        )
    return found


def _attribute(element: etree._Element, name: str) -> str:
    value = element.get(name)
    if value is None:
        raise InputError(
            f"<{etree.QName(element).localname}> at line {element.sourceline} has no {name}", remedy=_EXPORT
        )
    return value
