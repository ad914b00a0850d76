"""The segments that Trados Studio, memoQ and others mark inside a unit of XLIFF 1.2, with their states."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from copydesk.formats.exchange import ExchangeSegment
from copydesk.formats.xliff_content import Codes, marked
from copydesk.formats.xml import line_of

_SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
_MEMOQ = "{MQXliff}"
_NO_CODES = Codes({})
_SDL_STATES = {
    "Draft": "needs-translation",
    "Translated": "translated",
    "RejectedTranslation": "needs-review-translation",
    "ApprovedTranslation": "signed-off",
    "RejectedSignOff": "needs-review-translation",
    "ApprovedSignOff": "final",
}
_MEMOQ_STATES = {
    "NotStarted": "new",
    "PartiallyEdited": "needs-translation",
    "Edited": "needs-translation",
    "Rejected": "needs-review-translation",
    "ManuallyConfirmed": "translated",
    "Reviewer1Confirmed": "signed-off",
    "Proofread": "final",
}


def marked_segments(unit: etree._Element, space: str) -> tuple[ExchangeSegment, ...] | None:
    """The segments of a ``trans-unit`` whose ``seg-source`` says that it was cut; None where none says so.

    A ``seg-source`` without a marked segment is structure: there is nothing to translate. A marked segment
    whose target is empty has none. States are those of XLIFF 1.2 that say what the tool's own say.
    """
    cut = unit.find(f"{space}seg-source")
    if cut is None:
        return None
    target = unit.find(f"{space}target")
    targets = _by_id(target, space) if target is not None else {}
    states = {seg.get("id", ""): seg for seg in unit.iterfind(f"{_SDL}seg-defs/{_SDL}seg")}
    return tuple(
        _segment(unit, mid, source, targets.get(mid), states.get(mid))
        for mid, source in _by_id(cut, space).items()
    )


def tool_state(unit: etree._Element) -> str:
    """The state that memoQ gives a unit, in the words of XLIFF 1.2; empty where it gives none."""
    return _MEMOQ_STATES.get(unit.get(f"{_MEMOQ}status", ""), "")


def _segment(
    unit: etree._Element,
    mid: str,
    source: etree._Element,
    target: etree._Element | None,
    sdl: etree._Element | None,
) -> ExchangeSegment:
    own = marked(source, _NO_CODES)
    other = marked(target, _NO_CODES) if target is not None else None
    if other is not None and not other.text and own.text:
        other = None
    return ExchangeSegment(
        id=f"{unit.get('id', '')}:{mid}",
        source=own,
        target=other,
        lines=(line_of(source), line_of(target)),
        said=_SDL_STATES.get(sdl.get("conf", ""), "") if sdl is not None else tool_state(unit),
    )


def _by_id(element: etree._Element, space: str) -> Mapping[str, etree._Element]:
    found = (mark for mark in element.iter(f"{space}mrk") if mark.get("mtype") == "seg")
    return {mark.get("mid", ""): mark for mark in found}
