"""Repair number artefacts in one text: with the source where there is one, else by flagging alone.

Phrases and codes that stand as they are, broken by a placeholder (4xXNUMX, au XNUMX km, 859-XNUMX-3680), are
made whole first: the fixed phrases of the language, whose number counts nothing, and the addresses, telephone
numbers and codes of the source, which are copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import NamedTuple

from copydesk.data import Edit, Finding, NumberKind, Span
from copydesk.numbers.comparing import compare
from copydesk.numbers.comparing.stray_units import MILLION
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import ONE, Grammar, grammar_of
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.reading.placeholders import FAMILIES, Artefact, Family, find, of_source
from copydesk.numbers.repairing.belonging import BELIEVED, FIT, OVERWRITES, fits_source, source_odds
from copydesk.numbers.repairing.fit_slot import FittedText, SlotFitter, Tier, assignment_problems
from copydesk.numbers.repairing.probe import flagged, foreign, probed
from copydesk.numbers.repairing.refill import (
    leaves_refilled,
    slid_back,
    stands_apart,
    undo_refill,
)
from copydesk.numbers.repairing.slots import (
    RULE,
    ProbedText,
    RepairInput,
    Slot,
    SlotSpan,
    is_spaced,
    views,
    with_digits_beside,
)
from copydesk.numbers.repairing.solve import AssignmentProblem, best_assignment
from copydesk.numbers.repairing.swap import put_back_swapped
from copydesk.numbers.writing.number_style import NO_STYLE, NumberStyle, is_word, number_style
from copydesk.text.apply import apply, inverse, move

_RUN = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = re.compile(r"\d+ ?[^\W\d_]")
_COPIED_CODE = re.compile(r"(?<!\S)[(\[«\"“]?([^\s()\[\]«»\"“”]*\d[^\s()\[\]«»\"“”]*?)[.,;:!?)\]»\"”]*(?!\S)")
_LONG = 3
_MANY = 64


def completed(text: str, source: str, known: Grammar) -> tuple[Edit, ...]:
    """The edits that make what is broken in ``text`` whole.

    A phrase is known by one of its numbers, or by the letters behind one (au XNUMX km, XNUMXxXNUMX), a code
    by one of its numbers or three letters. Where two codes would fit, none is copied. The edits are right if
    every number of the source is then explained, and only so.
    """
    edits: dict[Span, Edit] = {}
    clashes: set[Span] = set()
    for found in (*_copied(text, source), *_fixed(text, known)):
        if edits.setdefault(found.span, found).after != found.after:
            clashes.add(found.span)
    return tuple(edits[span] for span in sorted(edits.keys() - clashes))


def _fixed(text: str, known: Grammar) -> Iterator[Edit]:
    for phrase, pattern in _broken(known):
        reason = f"{phrase} is a fixed phrase; every number of the source is explained without it"
        for match in pattern.finditer(text):
            if _stands(match) or _TELLING.search(phrase):
                yield from _phrase_edits(phrase, match, reason, known)


def _copied(text: str, source: str) -> Iterator[Edit]:
    codes = list(dict.fromkeys(_COPIED_CODE.findall(source)))
    for code in codes if len(codes) <= _MANY else ():
        letters = max(map(len, _LETTERS.findall(code)), default=0)
        if letters < _LONG and len(_RUN.findall(code)) < _LONG:
            continue
        for match in _pattern(code).finditer(text):
            if _stands(match) or letters >= _LONG:
                yield from _phrase_edits(code, match, f"the source writes {code}")


def _stands(match: re.Match[str]) -> bool:
    """Whether one of the numbers stands."""
    return any(stood.isdecimal() for stood in match.groups())


def _phrase_edits(
    whole: str, match: re.Match[str], reason: str, known: Grammar | None = None
) -> Iterator[Edit]:
    after = _LETTERS.match(match.string, match.end())
    gap = " " if known and after and is_word(after.group(), known.page) else ""
    for n, (number, stood) in enumerate(zip(_RUN.findall(whole), match.groups(), strict=True), 1):
        if not stood.isdecimal():
            new = number + (gap if match.end(n) == match.end() else "")
            yield Edit(Span(*match.span(n)), stood, new, RULE, reason)


@lru_cache
def _broken(known: Grammar) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases with digits, and what they look like with a placeholder in them."""
    return tuple((phrase, _pattern(phrase)) for phrase in known.page.idioms if _RUN.search(phrase))


def _pattern(whole: str) -> re.Pattern[str]:
    """``whole`` with its numbers, or placeholders for them."""
    pieces = (
        f"({ONE.pattern}|{piece})" if piece.isdecimal() else re.escape(piece)
        for piece in re.split(r"(\d+)", whole)
    )
    return re.compile(rf"(?<!\w){''.join(pieces)}(?!\d)")


MARGIN, WIDE = 1.0, 4.0
"""By how much the best way must beat one that reads otherwise; the same where all numerals are asked anew."""

_MOST, _SIX, _TWO = 32, 6, 2
_NO_DIGITS = re.compile(r"\D")
_SIGNS = re.compile(r"\W")
_CODE = re.compile(r"([^\W\d_]+)\d|\d([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Repair:
    """``text`` is the target with the edits of certainty "certain" applied.

    ``edits`` and ``findings`` count in the target as it was given. An edit of certainty "unknown" changes
    nothing and carries the candidates, best first; each open slot also has a finding.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def repair(
    target: str,
    language: str,
    *,
    source: str | None = None,
    source_language: str | None = None,
    families: Sequence[Family] = FAMILIES,
    usual: NumberStyle | None = None,
    trust: float = 0.0,
) -> Repair:
    """Restore the numbers that placeholders and slid numbers stand for in ``target``.

    With ``source`` an edit is certain only if one assignment of source numbers to places stands out and the
    ledger of the repaired text then explains every number of the segment; two numbers that changed places
    are put back on the same terms. Without, nothing is changed: each slot is flagged with what it asks for.
    Numbers are never invented; those of fixed phrases (4x4) need no source. Idempotent. ``families`` are the
    marks looked for; ``usual`` is how the texts around write numbers, for formats that ``target`` itself does
    not show.
    """
    found = [artefact for artefact in find(target, families) if not of_source(artefact, source or "")]
    given = RepairInput(
        target, language, source or "", source_language or language, families, usual or NO_STYLE
    )
    if not found:
        return _unswapped(given, trust) if source is not None else Repair(target)
    numeric = [artefact for artefact in found if artefact.family.number]
    candidates: tuple[str, ...] = ()
    strange = False
    if source is not None and 0 < sum(a.copies for a in numeric) <= _MOST and len(numeric) == len(found):
        solved = _solved(given, numeric)
        machine = _refilled(given)
        if machine.edits:
            solved = _agreed(target, machine, solved)
        elif solved.edits and (machine.open or leaves_refilled(given, solved.edits)):
            solved = _Solved(candidates=solved.candidates, open=True)
        candidates = solved.candidates
        edits = solved.edits
        if len(found) == 1 and not edits and not solved.open:
            edits = slid_back(
                given, found[0], lambda trial: _solved(trial, find(trial.target, families)).edits
            )
        belief = source_odds(source, target, given.source_language, language) + trust
        strange = belief + max(solved.odds, 0) < BELIEVED
        tokens_ = [artefact.span for artefact in found]
        stands = any(not any(edit.span.overlaps(token) for token in tokens_) for edit in edits)
        if edits and belief + solved.odds >= (OVERWRITES if stands else BELIEVED):
            return Repair(apply(target, edits), edits)
    edits, findings = flagged(target, language, found, () if strange else candidates)
    return Repair(target, edits, (*findings, foreign(target)) if strange else findings)


def _agreed(target: str, machine: _Solved, single: _Solved) -> _Solved:
    """What undoing the machine and single slides say alike, written as the latter; nothing if they differ.

    Where one number took two slots, or two numerals stand in the source's order, only the machine explains
    the text.
    """
    if not single.edits or stands_apart(target) or len(machine.edits) > _TWO:
        return machine
    texts = {_SIGNS.sub("", apply(target, way.edits)) for way in (machine, single)}
    if len(texts) > 1:
        return _Solved(candidates=single.candidates, open=True)
    return single._replace(odds=max(single.odds, machine.odds))


def _unswapped(given: RepairInput, trust: float) -> Repair:
    """Numbers that changed slots without a mark."""
    edits, findings = put_back_swapped(given)
    belief = source_odds(given.source, given.target, given.source_language, given.language) + trust
    if edits and belief < BELIEVED:
        return Repair(given.target)
    return Repair(apply(given.target, edits) if not findings else given.target, edits, findings)


def _refilled(given: RepairInput) -> _Solved:
    """The numbers of a text into which a machine put those of the source in order."""
    said = _NO_DIGITS.sub("", given.source)
    doubts: list[bool] = []

    def trial(erased: RepairInput) -> tuple[Edit, ...]:
        solved = _solved(replace(erased, refilled=True), find(erased.target, given.families))
        doubts.append(solved.open)
        written = (_NO_DIGITS.sub("", edit.after) for edit in solved.edits)
        sound = all(len(digits) <= _SIX or digits in said for digits in written)
        return solved.edits if sound else ()

    edits = undo_refill(given, trial)
    return _Solved(edits, open=any(doubts), odds=FIT.refilled)


class _Solved(NamedTuple):
    """The proved edits; without proof none, and the source numbers that are left, as ``candidates``.

    ``open`` tells that several ways would be proved, and none stands out. ``odds`` are what the filled places
    say for the source.
    """

    edits: tuple[Edit, ...] = ()
    candidates: tuple[str, ...] = ()
    open: bool = False
    odds: float = 0.0


class _Proof(NamedTuple):
    """Edits after which the ledger explains every number, and what they say for the source, in log odds."""

    edits: tuple[Edit, ...]
    odds: float


def _solved(given: RepairInput, found: Sequence[Artefact]) -> _Solved:
    """As ``_weighed``; where that proves nothing, phrases and copied codes are made whole first."""
    solved = _weighed(given, found)
    if (
        solved.edits
        or solved.open
        or not (whole := completed(given.target, given.source, grammar_of(given.language)))
    ):
        return solved
    rest = replace(given, target=apply(given.target, whole))
    if marks_left := find(rest.target, given.families):
        undone = inverse(whole)
        more = [replace(edit, span=move(edit.span, undone)) for edit in _weighed(rest, marks_left).edits]
        apart = not any(one.span.overlaps(other.span) for one in more for other in whole)
        if not more or not apart:
            return solved
        return _Solved(tuple(sorted((*whole, *more), key=lambda edit: edit.span)), odds=FIT.phrase)
    ok = compare(given.source, rest.target, given.source_language, given.language).ok
    return _Solved(whole, odds=FIT.phrase) if ok else solved


def _weighed(given: RepairInput, found: Sequence[Artefact]) -> _Solved:
    """What the first view proves in which one way stands out."""
    mine = _read(given)
    if len(mine) > 2 * _MOST:
        return _Solved()
    candidates: list[str] = []
    for tier, seen in _tries(given, found):
        if len(seen.tokens) > len(mine) + 2 * _MOST:
            return _Solved()
        for field, filler, left in assignment_problems(given, seen, mine, tier):
            candidates += [name for name in left if name not in candidates]
            way = best_assignment(field, _differ(field, filler))
            if way is None:
                continue
            proved = [
                (gain, proof)
                for gain, sources in ((0.0, way.sources), *way.rivals)
                if (proof := _proved(given, field, filler, sources)) is not None
            ]
            if not proved:
                continue
            if len(proved) > 1 and proved[1][0] - proved[0][0] < (WIDE if given.refilled else MARGIN):
                return _Solved((), tuple(candidates), open=True)
            proof = proved[0][1]
            return _Solved(proof.edits, tuple(candidates), odds=proof.odds)
    return _Solved((), tuple(candidates))


def _tries(given: RepairInput, found: Sequence[Artefact]) -> Iterator[tuple[Tier, ProbedText]]:
    """All views with the source's numbers alone, before any with its words."""
    looked = []
    for seen in _views(given, found):
        looked.append(seen)
        yield Tier.NUMBERS, seen
    for tier in (Tier.SURE, Tier.IMPLICIT):
        yield from ((tier, seen) for seen in looked)


def _views(given: RepairInput, found: Sequence[Artefact]) -> Iterator[ProbedText]:
    known = grammar_of(given.language)
    codes = {
        letters.casefold() for match in _CODE.finditer(given.source) for letters in match.groups() if letters
    }
    sticks = number_style(given.target, known.page).sticks(given.usual)
    glue = known.glue | grammar_of(given.source_language).glue
    look = partial(probed, given.target, known=known, codes=codes, glue=glue, sticks=sticks)
    for spots in views(given.target, found):
        first = look(spots)
        yield first
        timed = look(spots, minutes=True)
        if timed.text != first.text:
            yield timed
        for seen in (first, timed):
            more = with_digits_beside(seen, spots)
            if len(more) > len(spots):
                yield look(more)
                yield look(more, minutes=True)
            if any(is_spaced(slot.whole) for slot in seen.slots):
                yield look(more, spaced=True)


def _read(given: RepairInput) -> list[NumberToken]:
    read = number_tokens(given.source, grammar_of(given.source_language))
    return [token for token in read if token.kind is not NumberKind.PLACEHOLDER]


def _differ(field: AssignmentProblem, filler: SlotFitter) -> Callable[[int, int, int], bool]:
    def texts(slot: int, source: int) -> tuple[str, ...] | None:
        made = filler.fill(field.slots[slot], field.tokens[source])
        return made.texts if made else None

    return lambda slot, one, other: texts(slot, one) != texts(slot, other)


def _proved(
    given: RepairInput, field: AssignmentProblem, filler: SlotFitter, sources: Sequence[int]
) -> _Proof | None:
    """The edits that put ``sources`` in place, if the ledger then explains every number."""
    edits: list[Edit] = []
    odds: list[float] = []
    named = frozenset(token.unit for token in field.tokens) & {
        token.unit for token in filler.forms.seen.tokens
    }
    for n, (slot, source) in enumerate(zip(field.slots, sources, strict=True)):
        if slot.standing and field.stands[n] == source:
            if not field.fits(n, source):
                return None
            continue
        made = filler.fill(slot, field.tokens[source])
        fit = fits_source(slot.token, field.tokens[source], named, year=slot.kind is NumberKind.YEAR)
        if fit is None and given.refilled:
            fit = FIT.bare
        if made is None or fit is None:
            return None
        whole = field.tokens[source].scaled >= MILLION and len(_NO_DIGITS.sub("", "".join(made.texts))) > _SIX
        odds.append(fit + FIT.unscaled * whole)
        edits += _edits(given, slot, made, field.tokens[source])
    text = apply(given.target, edits)
    if (
        any(not of_source(artefact, given.source) for artefact in find(text, given.families))
        or not compare(given.source, text, given.source_language, given.language).ok
    ):
        return None
    told = min(odds, default=0.0) + FIT.further * max(0, len(odds) - 1)
    return _Proof(tuple(sorted(edits, key=lambda edit: edit.span)), told)


def _edits(given: RepairInput, slot: Slot, made: FittedText, token: NumberToken) -> list[Edit]:
    surface = given.source[token.start : token.end]
    stood = "the number slid in from another place" if slot.standing else "a placeholder stood here"
    edits = []
    for n, (slot_span, new) in enumerate(zip(slot.spans, made.texts, strict=True)):
        end = slot_span.end + (made.extra if n == len(slot.spans) - 1 else 0)
        before = given.target[slot_span.start : end]
        if before == new:
            continue
        edits.append(
            Edit(
                Span(slot_span.start, end), before, _spaced(slot_span, new), RULE,
                f"the source says {surface}; {stood}, and every number of the segment is then explained",
            )
        )  # fmt: skip
    return edits


def _spaced(slot_span: SlotSpan, text: str) -> str:
    return f"{' ' * slot_span.gap[0]}{text}{' ' * slot_span.gap[1]}"
