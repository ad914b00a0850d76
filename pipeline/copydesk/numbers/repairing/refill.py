"""Numbers that slid out of their slots into others, moved back on trial.

One numeral: where a number slid into a time, a score or a mixed number ("375 mille 352 ... 7 mille XNUMX"),
the reading itself is broken, so that the solver sees no slot. With the right numeral back at the placeholder,
its slot is one more placeholder.

All numerals: a masking translator replaces each numeral by a placeholder, translates, and fills those of the
translation in order. A thousand that the target writes with a space takes two, a number that the source says
in a word takes one that no numeral is left for: every later number slides on, and the last placeholders stay
("Environ 3,000 500 personnes et XNUMX policiers" for 3,000 people and 500 officers). So the numerals that
stand are those of the source in order, and where each belongs is open: all are asked anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, product
from typing import NamedTuple

from copydesk.data import Edit, NumberKind, Span
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import ONE, Grammar, grammar_of
from copydesk.numbers.reading.number_token import NUMERAL
from copydesk.numbers.reading.placeholders import Artefact
from copydesk.numbers.repairing.slots import RULE, RepairInput
from copydesk.text.apply import apply, move

_MOST, _HALF_DAY = 16, 12
_RUN = re.compile(r"\d+")

Solve = Callable[[RepairInput], Sequence[Edit]]


class _Trial(NamedTuple):
    """``text`` with the ``numeral`` moved ``back`` to the placeholder, which is ``at`` its place now."""

    text: str
    numeral: Span
    back: Edit
    at: int


def slid_back(given: RepairInput, artefact: Artefact, solve: Solve) -> tuple[Edit, ...]:
    """The edits that move one numeral to the placeholder and restore what stood in its place.

    None unless exactly one numeral can be moved so that ``solve`` proves what belongs in its place.
    """
    proved = []
    said = _said(given)
    for trial in _trials(given.target, artefact):
        if _core(trial.back.after) not in said:
            continue
        edits = solve(replace(given, target=trial.text))
        if len(edits) == 1 and edits[0].span.start == trial.at:
            restored = replace(edits[0], span=trial.numeral, before=trial.back.after)
            proved.append((trial.back, restored))
    if len(proved) != 1:
        return ()
    return tuple(sorted(proved[0], key=lambda edit: edit.span))


def _said(given: RepairInput) -> set[str]:
    """What the numerals of the source may be written as, but for noughts at the end."""
    tokens = number_tokens(given.source, grammar_of(given.source_language))
    values = {value for token in tokens for part in (token, *token.parts) for value in part.values}
    hours = {value + _HALF_DAY for value in values if value < _HALF_DAY}
    written = map(str, values | hours | {value % 100 for value in values})
    return {
        _core(numeral) for numeral in (*written, *_RUN.findall(given.source), *NUMERAL.findall(given.source))
    }


def _core(numeral: str) -> str:
    """The digits of ``numeral`` without noughts at either end."""
    return "".join(_DIGIT.findall(numeral)).strip("0")


def _trials(text: str, artefact: Artefact) -> Iterator[_Trial]:
    found = [Span(*match.span()) for match in NUMERAL.finditer(text)]
    for numeral in found if len(found) <= _MOST else ():
        if numeral.overlaps(artefact.span):
            continue
        moved, token = numeral.of(text), artefact.surface
        slid = f"{moved} slid away from here; with it back every number of the segment is explained"
        back, away = Edit(artefact.span, token, moved, RULE, slid), Edit(numeral, moved, token, RULE, slid)
        at = move(numeral, (back, away)).start
        yield _Trial(apply(text, (back, away)), numeral, back, at)


MARK = "XNUMX"
_SPACES = " \u00a0\u202f\u2009"
_GROUP = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*")
_DECIMALS = re.compile(r"[.,]\d{1,2}$")
_APART = re.compile(rf"(?:\d|{ONE.pattern})[{_SPACES}](?=\d|{ONE.pattern})")
_DIGIT = re.compile(r"\d")
_NEIGHBOURS = re.compile(rf"\d[{_SPACES}]\d")
_OTHER_MARKS = str.maketrans(".,", ",.")
_MOST_CELLS = 16
_MOST_TRIALS = 24
_THREE = 3
_REASON = "the numerals were put back in order, and slid; so every number of the segment is explained"


class _Cell(NamedTuple):
    """A numeral or a mark of the target."""

    start: int
    end: int
    text: str


class _Piece(NamedTuple):
    """The cells of one number, ``start`` to ``end`` of the target, and where its mark stands in a trial."""

    start: int
    end: int
    cells: int
    at: int


def undo_refill(given: RepairInput, solve: Solve) -> tuple[Edit, ...]:
    """The edits that undo the machine; none if it was not at work, or if more than one text would do.

    ``solve`` proves what belongs in the marks of a text.
    """
    cells = _cells(given.target, given.source)
    if not 1 < len(cells) <= _MOST_CELLS:
        return ()
    found: dict[str, tuple[Edit, ...]] = {}
    for groups in islice(_partitions(given.target, cells), _MOST_TRIALS):
        trial, pieces = _erased(given.target, groups)
        edits = _undone(given.target, pieces, solve(replace(given, target=trial)))
        if edits:
            found.setdefault("".join(apply(given.target, edits).split()), edits)
    return next(iter(found.values())) if len(found) == 1 else ()


def leaves_refilled(given: RepairInput, edits: Sequence[Edit]) -> bool:
    """Whether the machine seems to have been at work, and ``edits`` do not undo it."""
    apart = stands_apart(given.target) and _leaves_neighbours(
        apply(given.target, edits), given.source, grammar_of(given.language)
    )
    return apart or _is_refilled(given)


def _is_refilled(given: RepairInput) -> bool:
    """Whether two numerals or more stand as the machine leaves them, so that none may stay by itself."""
    cells = _cells(given.target, given.source)
    return sum(ONE.fullmatch(cell.text) is None for cell in cells) > 1


def _leaves_neighbours(text: str, source: str, known: Grammar) -> bool:
    """Whether two numbers of ``text`` stand side by side, as none of ``source`` do: 100 1 000 forints."""
    if _NEIGHBOURS.search(source):
        return False
    tokens = number_tokens(text, known)
    return any(
        text[one.end : other.start] in _SPACES and text[one.end - 1].isdigit() and text[other.start].isdigit()
        for one, other in pairwise(tokens)
        if other.start == one.end + 1 and one.kind is not NumberKind.YEAR
    )


def stands_apart(text: str) -> bool:
    """Whether numerals or marks stand side by side with a space between, as one number may have left them."""
    return _APART.search(text) is not None


def _cells(target: str, source: str) -> list[_Cell]:
    """The numerals and marks of ``target``, if they are the last ones of ``source`` in order, then marks."""
    for pattern in (_SPACED, _GROUP):
        numerals = pattern.findall(source)
        for first in range(max(0, len(numerals) - _MOST_CELLS), len(numerals)):
            standing = _numerals_in_order(target, numerals[first:])
            if not standing:
                continue
            rest = standing[-1].end
            tokens = [_Cell(*token.span(), token.group()) for token in ONE.finditer(target, rest)]
            if tokens and _DIGIT.search(ONE.sub("", target[rest:])) is None:
                return [*standing, *tokens]
    return []


def _numerals_in_order(target: str, numerals: Sequence[str]) -> list[_Cell]:
    """Where ``numerals``, whatever parts their thousands, are the first of ``target``; else none."""
    found: list[_Cell] = []
    for numeral in numerals:
        digit = _DIGIT.search(target, found[-1].end if found else 0)
        start = digit.start() if digit else len(target)
        forms = (numeral, numeral.translate(_OTHER_MARKS), "".join(_DIGIT.findall(numeral)))
        written = next((form for form in forms if target.startswith(form, start)), "")
        if not written:
            return []
        found.append(_Cell(start, start + len(written), written))
    return [] if ONE.search(target, 0, found[-1].end) else found


def _partitions(text: str, cells: Sequence[_Cell]) -> Iterator[list[list[_Cell]]]:
    """The ways to see neighbours parted by a space as one number, those with the most such first."""
    gaps = [text[one.end : other.start] for one, other in pairwise(cells)]
    for choice in product(*((True, False) if gap and gap in _SPACES else (False,) for gap in gaps)):
        groups = [[cells[0]]]
        for cell, joined in zip(cells[1:], choice, strict=True):
            if joined:
                groups[-1].append(cell)
            else:
                groups.append([cell])
        yield groups


def _erased(text: str, groups: Sequence[Sequence[_Cell]]) -> tuple[str, list[_Piece]]:
    """``text`` with a mark for each of ``groups``."""
    written: list[str] = []
    pieces: list[_Piece] = []
    position = length = 0
    for group in groups:
        start, end = group[0].start, group[-1].end
        kept = text[position:start]
        pieces.append(_Piece(start, end, len(group), length + len(kept)))
        written += [kept, MARK]
        length += len(kept) + len(MARK)
        position = end
    return "".join([*written, text[position:]]), pieces


def _undone(target: str, pieces: Sequence[_Piece], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """``edits`` of the trial as edits of ``target``; none unless each mark is filled as wide as it stood."""
    at = {edit.span.start: edit for edit in edits}
    if len(edits) != len(pieces):
        return ()
    result = []
    for piece in pieces:
        edit = at.get(piece.at)
        if edit is None or not _takes(piece.cells, edit.after):
            return ()
        end = piece.end + edit.span.end - (piece.at + len(MARK))
        before = target[piece.start : end]
        if before != edit.after:
            span = Span(piece.start, end)
            result.append(replace(edit, span=span, before=before, evidence=f"{edit.evidence}; {_REASON}"))
    return tuple(result)


def _takes(cells: int, written: str) -> bool:
    """Whether a number so written may take as many marks where a space parts its thousands."""
    digits = len(_DIGIT.findall(_DECIMALS.sub("", written.strip())))
    return digits > _THREE * (cells - 1)
