"""Repair number artefacts in one text: with the source where there is one, else by flagging alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import Certainty, Edit, Finding, NumberKind, Severity, Span
from copydesk.numbers.artefacts import Artefact, find
from copydesk.numbers.comparison import compare, settle
from copydesk.numbers.fill import fill
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.reading import marks
from copydesk.numbers.reasons import soft
from copydesk.numbers.slots import Slot, placeholder_slots, suspect_slot, suspects
from copydesk.numbers.solve import MARGIN, SLIDE_INVERSION, SLIDE_MARGIN, Anchor, Way, crossed, ways
from copydesk.text.apply import apply

RULE = "placeholder"
_MOST_ARTEFACTS = 40


@dataclass(frozen=True, slots=True)
class Repair:
    """``text`` is the target with the edits of certainty "certain" applied.

    ``edits`` and ``findings`` count in the target as it was given. An edit of certainty "unknown" changes
    nothing and carries the candidates, best first; each open slot also has a finding.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    target: str
    language: str
    source: str
    source_language: str


def repair(
    target: str, language: str, *, source: str | None = None, source_language: str | None = None
) -> Repair:
    """Restore the numbers that placeholders and slid numbers stand for in ``target``.

    With ``source`` an edit is certain only if one assignment of source numbers to slots stands out and the
    ledger of the repaired text then explains every number of the segment. Without, nothing is changed:
    each slot is flagged with what it asks for. Numbers are never invented. Idempotent.
    """
    found = find(target)
    if not found:
        return Repair(target)
    numeric = [artefact for artefact in found if artefact.family.number]
    case = _Case(target, language, source or "", source_language or language)
    edits: tuple[Edit, ...] = ()
    candidates: tuple[str, ...] = ()
    if source is not None and 0 < len(numeric) <= _MOST_ARTEFACTS and len(numeric) == len(found):
        edits, candidates = _solved(case, numeric)
    if edits:
        return Repair(apply(target, edits), edits)
    return _flagged(case, found, candidates)


def _solved(case: _Case, found: Sequence[Artefact]) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """The proved edits; without proof none, and the source numbers that are left, as candidates."""
    mine = [
        m for m in marks(case.source, lexicon(case.source_language)) if m.kind is not NumberKind.PLACEHOLDER
    ]
    candidates: list[str] = []
    theirs = marks(case.target, lexicon(case.language))
    for slots, sources, anchors in _hypotheses(case, found, mine):
        names = [case.source[m.start : m.end] for m in sources]
        candidates += [name for name in names if name not in candidates]
        texts = (case.source, case.target)
        margin = MARGIN
        best = ways(slots, sources, texts, anchors)
        if best and (slid := crossed(slots, best[0], anchors)):
            slots, sources, anchors = _loosened((slots, sources, anchors), slid, mine, theirs, case)
            best = ways(slots, sources, texts, anchors, inversion=SLIDE_INVERSION)
            margin = SLIDE_MARGIN
        edits = _proved(case, slots, best[0]) if best else None
        if edits and not any(
            way.cost - best[0].cost < margin and _differs(case, slots, way, edits) for way in best[1:]
        ):
            return edits, ()
    return (), tuple(candidates)


def _loosened(
    held: tuple[list[Slot], list[Mark], list[Anchor]],
    slid: Sequence[Anchor],
    mine: Sequence[Mark],
    theirs: Sequence[Mark],
    case: _Case,
) -> tuple[list[Slot], list[Mark], list[Anchor]]:
    """The hypothesis in which the numbers at ``slid`` may be out of place too."""
    slots, sources, anchors = held
    more = [m for m in _pieces(theirs) if any(m.start == known.there for known in slid)]
    back = [m for m in _pieces(mine) if any(m.start == known.here for known in slid)]
    places = [
        slot for mark in more if (slot := suspect_slot(case.target, mark, lexicon(case.language))) is not None
    ]
    everything = sorted([*slots, *places], key=lambda slot: slot.start)
    return everything, [*sources, *back], [known for known in anchors if known not in slid]


def _pieces(found: Iterable[Mark]) -> list[Mark]:
    return [piece for mark in found for piece in (mark.parts or (mark,))]


def _differs(case: _Case, slots: Sequence[Slot], way: Way, chosen: tuple[Edit, ...]) -> bool:
    edits = _edits(case, slots, way)
    return edits is not None and apply(case.target, edits) != apply(case.target, chosen)


def _hypotheses(
    case: _Case, found: Sequence[Artefact], mine: list[Mark]
) -> Iterator[tuple[list[Slot], list[Mark], list[Anchor]]]:
    """Ways to see the damage: which numbers are suspect, and whether a cluster hides one number or more."""
    known = lexicon(case.language)
    theirs = marks(case.target, known)
    sound = [m for m in theirs if m.kind is not NumberKind.PLACEHOLDER and not m.weak]
    obvious = {id(mark) for mark in suspects(sound)}
    doubtful = [m for m in mine if m.weak]
    mine = [m for m in mine if not m.weak]
    pairs = settle(mine, [m for m in sound if id(m) not in obvious])
    for strict in (True, False):
        kept = [
            (m, t)
            for m, t, r in pairs
            if m and t and r and r.verdict.settled and not (strict and _loose(m, t))
        ]
        fixed = {(t.start, t.end) for _, t in kept}
        used = {(m.start, m.end) for m, _ in kept}
        odd = [t for t in _pieces(sound) if not _inside((t.start, t.end), fixed)]
        hard = [t for t in odd if not soft(None, t, None, pairs)]
        left = [m for m in mine if not _inside((m.start, m.end), used)]
        anchors = [Anchor(m.start, t.start, m.unit) for m, t in kept]
        for split in (False, True):
            slots = placeholder_slots(case.target, found, known, split=split)
            more = [suspect_slot(case.target, mark, known) for mark in hard]
            everything = sorted([*slots, *(s for s in more if s is not None)], key=lambda slot: slot.start)
            for sources in (left, _parts(mine, used), [*left, *doubtful]):
                yield everything, sources, anchors
            if not any(artefact.copies > 1 for artefact in found):
                break


def _loose(mine: Mark, theirs: Mark) -> bool:
    codes = (NumberKind.IDENTIFIER in (mine.kind, theirs.kind)) and mine.kind is not theirs.kind
    return mine.unit != theirs.unit or codes


def _inside(place: tuple[int, int], used: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in used) or any(
        place[0] <= start and end <= place[1] for start, end in used
    )


def _parts(mine: Iterable[Mark], used: set[tuple[int, int]]) -> list[Mark]:
    """The numbers left, dates and ranges taken apart."""
    return [part for part in _pieces(mine) if not _inside((part.start, part.end), used)]


def _edits(case: _Case, slots: Sequence[Slot], way: Way) -> tuple[Edit, ...] | None:
    page = lexicon(case.language).page
    edits = []
    for slot, source in zip(slots, way.sources, strict=True):
        surface = case.source[source.start : source.end]
        before = case.target[slot.start : slot.end]
        if slot.suspect is not None and slot.suspect.values == source.values:
            continue
        text = fill(slot, source, surface, page, case.language)
        if text is None:
            return None
        edits.append(_edit(slot, before, _apart(case.target, slot, text), surface))
    return tuple(edits)


def _apart(target: str, slot: Slot, text: str) -> str:
    """``text`` with a space where digits would touch the digits or letters of a neighbour."""
    before, after = target[slot.start - 1 : slot.start], target[slot.end : slot.end + 1]
    if before.isalnum() and slot.kind is not NumberKind.IDENTIFIER and text[0].isdecimal():
        text = f" {text}"
    if after.isalpha() and after.lower() == "x" and text[-1].isdecimal():
        text = f"{text} "
    return text


def _edit(slot: Slot, before: str, after: str, surface: str) -> Edit:
    stood = (
        "the number slid in from another place" if slot.suspect is not None else "a placeholder stood here"
    )
    return Edit(
        Span(slot.start, slot.end), before, after, RULE,
        f"the source says {surface}; {stood}, and every number of the segment is then explained",
    )  # fmt: skip


def _proved(case: _Case, slots: Sequence[Slot], way: Way) -> tuple[Edit, ...] | None:
    edits = _edits(case, slots, way)
    if edits is None:
        return None
    text = apply(case.target, edits)
    if find(text) or not compare(case.source, text, case.source_language, case.language).ok:
        return None
    return edits


def _flagged(case: _Case, found: Sequence[Artefact], candidates: tuple[str, ...]) -> Repair:
    known = lexicon(case.language)
    slots = placeholder_slots(case.target, found, known, split=False)
    odd = suspects(marks(case.target, known)) if len(found) <= _MOST_ARTEFACTS else []
    edits: list[Edit] = []
    findings: list[Finding] = []
    for artefact, slot in zip(found, slots, strict=True):
        what = slot.asks if artefact.family.number else "something that was masked"
        message = f"{artefact.surface} stands where {what} stood"
        if odd and artefact.family.number:
            message += f"; {odd[0].values[0]} near it reads like a year that slid away"
        edits.append(_open(case, artefact.span, message, candidates if artefact.family.number else ()))
        findings.append(Finding(RULE, Severity.ERROR, message, target=(artefact.span,)))
    for mark in odd:
        span = Span(mark.start, mark.end)
        asked = Slot(mark.start, mark.end, mark.kind).asks
        message = f"{asked} stood here; {span.of(case.target)} beside a placeholder reads like a year"
        edits.append(_open(case, span, message, candidates))
        findings.append(Finding(RULE, Severity.WARNING, message, target=(span,)))
    order = sorted(range(len(edits)), key=lambda n: edits[n].span)
    return Repair(case.target, tuple(edits[n] for n in order), tuple(findings[n] for n in order))


def _open(case: _Case, span: Span, message: str, candidates: tuple[str, ...]) -> Edit:
    surface = span.of(case.target)
    return Edit(span, surface, surface, RULE, message, Certainty.UNKNOWN, candidates)
