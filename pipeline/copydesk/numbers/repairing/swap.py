"""Two numbers that changed places and left no mark: put back where that is proved, else flagged.

An exchange is proved by the ledger: it does not settle as the text stands, and settles if two of its open
numbers, and no other two, change places. Where units or kinds contradict what stands there (30 % for 30
euros), where a day is impossible, or where the figures of one time, code or rising range are turned round,
that is enough. Else words, units and places have to speak clearly, since translators do turn sentences round:
neighbours that changed order and nothing else weigh 4.2 at most. None of 90,486 human translations changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from copydesk.data import Edit, Entry, Finding, Ledger, NumberKind, Severity, Span
from copydesk.numbers.comparing import compare, swapped_pairs
from copydesk.numbers.reading.grammar import grammar_of
from copydesk.numbers.reading.number_token import NUMERAL
from copydesk.numbers.repairing.dates_and_times import no_day
from copydesk.numbers.repairing.slots import RULE, RepairInput, after_cue, open_row
from copydesk.text.apply import apply

Pair = tuple[Span, Span]

CLEAR = 4.5
"""The evidence (see ``swaps``) that proves an exchange, where nothing speaks against it."""

OVERWHELMING = 7.5
"""The evidence that nothing outweighs."""

_FITS = 1.5
"""What a number weighs that fits the other place better by its kind, its unit or the cue of a year."""

_MOST = 16
_TWO = 2
_RUN = re.compile(r"\d+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"\d{1,2}[ \u00a0\u202f]?[:hH.][ \u00a0\u202f]?\d{2}(?!\d)")
_PROOF = "the source has {0} and {1} the other way round; with that every number of the segment is explained"


def put_back_swapped(given: RepairInput) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """The edits that put two numbers back; with findings the edits are open, and nothing is proved."""
    if len(_RUN.findall(given.target)) < _TWO:
        return (), ()
    ledger = _ledger(given, given.target)
    wrong = ledger.alarms
    if not wrong:
        return (), ()
    ways = [pair for pair in _pairs(given, ledger) if _explains(given, pair)]
    dated = _put_right(given, ways)
    if len(dated) == 1:
        return _edits(given.target, dated[0]), ()
    if len(ways) == 1 and (_within(given, ledger, ways[0]) or _certain(given, ledger, ways[0])):
        return _edits(given.target, ways[0]), ()
    edits = _edits(given.target, ways[0]) if len(ways) == 1 else _open(given, wrong)
    return _displaced(given.target, edits)


def _put_right(given: RepairInput, ways: Sequence[Pair]) -> list[Pair]:
    """Those of ``ways`` after which no day is impossible any more, where one is now: 2005 mai 14."""
    known = grammar_of(given.language)
    if not no_day(given.target, known):
        return []
    return [way for way in ways if not no_day(_turned(given, way), known)]


def _ledger(given: RepairInput, text: str) -> Ledger:
    return compare(given.source, text, given.source_language, given.language)


def _pairs(given: RepairInput, ledger: Ledger) -> Iterator[Pair]:
    """Every two numerals of two lines, one of them open; none where there are too many to try."""
    found = [
        (Span(*run.span()), line, entry.verdict.ok)
        for line, entry in enumerate(ledger.entries)
        if entry.target is not None
        for run in NUMERAL.finditer(given.target, entry.target.span.start, entry.target.span.end)
    ]
    for (one, line, settled), (other, at, firm) in combinations(sorted(found)[: _MOST + 1], 2):
        apart = line != at or _is_turned(given, ledger.entries[line])
        if apart and not (settled and firm) and len(found) <= _MOST:
            yield one, other


def _explains(given: RepairInput, pair: Pair) -> bool:
    """Whether the ledger settles if the two change places."""
    return pair[0].of(given.target) != pair[1].of(given.target) and _ledger(given, _turned(given, pair)).ok


def _turned(given: RepairInput, pair: Pair) -> str:
    """The text in which the two change places."""
    return apply(given.target, _edits(given.target, pair))


def _certain(given: RepairInput, ledger: Ledger, pair: Pair) -> bool:
    """Whether a unit or kind contradicts what stands there, or the evidence of the words is clear.

    It is not where their kinds fit better as they stand, where the source says one of the two in words, or
    where a text sets one number against another: translators turn such sentences round.
    """
    moved = swapped_pairs(given.source, given.target, given.source_language, given.language)
    open_ = sum(not entry.verdict.ok for entry in ledger.entries)
    if open_ > 2 * len(moved):
        return not moved
    if any(weight > OVERWHELMING or crossed for weight, crossed in moved):
        return True
    text = _turned(given, pair)
    turned = _ledger(given, text)
    gain = _fitting(given, text, turned) - _fitting(given, given.target, ledger)
    return (
        gain >= 0
        and any(weight > CLEAR - _FITS * gain for weight, _ in moved)
        and not _contrasts(given)
        and not any(_in_words(entry, span.of(given.target)) for entry in turned.entries for span in pair)
    )


def _fitting(given: RepairInput, text: str, ledger: Ledger) -> int:
    """How many numbers have one kind and unit in both texts, and how many years a cue (in 2008)."""
    known = grammar_of(given.language)
    both = [(e.source, e.target) for e in ledger.entries if e.source is not None and e.target is not None]
    alike = sum(
        mine.kind is theirs.kind and (mine.value and mine.value.unit) == (theirs.value and theirs.value.unit)
        for mine, theirs in both
    )
    cued = sum(
        mine.kind is NumberKind.YEAR and after_cue(text, theirs.span.start, known) for mine, theirs in both
    )
    return alike + cued


def _in_words(entry: Entry, numeral: str) -> bool:
    """Whether the source says in words what the target writes as ``numeral``."""
    if entry.source is None or entry.target is None or _RUN.search(entry.source.surface):
        return False
    return numeral in entry.target.surface


def _contrasts(given: RepairInput) -> bool:
    """Whether a text sets one number against another."""
    sides = ((given.source, given.source_language), (given.target, given.language))
    patterns = ((text, grammar_of(language).contrasts) for text, language in sides)
    return any(pattern is not None and pattern.search(text) for text, pattern in patterns)


def _within(given: RepairInput, ledger: Ledger, pair: Pair) -> bool:
    """Whether the two are figures of one number that no translator turns round."""
    low, high = pair
    return any(
        entry.target is not None
        and entry.target.span.start <= low.start
        and high.end <= entry.target.span.end
        for entry in ledger.entries
        if _is_turned(given, entry)
    )


def _is_turned(given: RepairInput, entry: Entry) -> bool:
    """Whether an exchange of its figures is a slip: a time, a code, or a range.

    One that falls in the source counts if it has a unit and no "between".

    Scores and dates are turned by translators (2-0 away is 0-2 at home), so their figures tell nothing.
    """
    if entry.target is None or entry.verdict.ok:
        return False
    if entry.source is None:
        return _CLOCK.match(entry.target.surface) is not None
    counted = entry.source.value is not None and bool(entry.source.value.unit)
    if entry.source.kind is NumberKind.RANGE or (entry.source.kind is NumberKind.FRACTION and counted):
        ends = [Decimal(run.group().replace(",", ".")) for run in _DECIMAL.finditer(entry.source.surface)]
        before = given.source[: entry.source.span.start].lower().split()[-1:]
        between = grammar_of(given.source_language).page.between.keys() & set(before)
        return len(ends) == _TWO and (ends[0] < ends[1] or (counted and not between))
    return entry.source.kind in (NumberKind.TIME, NumberKind.IDENTIFIER)


def _edits(text: str, pair: Pair) -> tuple[Edit, ...]:
    one, other = (span.of(text) for span in pair)
    reason = _PROOF.format(one, other)
    return (Edit(pair[0], one, other, RULE, reason), Edit(pair[1], other, one, RULE, reason))


def _open(given: RepairInput, wrong: Sequence[Entry]) -> tuple[Edit, ...]:
    """The numerals of open lines whose digits the source has elsewhere; if none, those of all errors."""
    said = {_digits(numeral.group()) for numeral in NUMERAL.finditer(given.source)}
    found = [
        (Edit(Span(*numeral.span()), numeral.group(), "", RULE, entry.reason), entry)
        for entry in wrong
        if entry.target is not None
        for numeral in NUMERAL.finditer(given.target, entry.target.span.start, entry.target.span.end)
    ]
    moved = tuple(edit for edit, entry in found if _differs(entry) and _digits(edit.before) in said)
    return moved or tuple(edit for edit, entry in found if entry.severity is Severity.ERROR)


def _differs(entry: Entry) -> bool:
    return entry.source is None or entry.target is None or entry.source.surface != entry.target.surface


def _digits(numeral: str) -> str:
    return "".join(_RUN.findall(numeral))


def _displaced(target: str, edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """``edits`` as open ones with a finding each: numbers that seem to have changed places."""
    rows = []
    for edit in edits:
        message = f"{edit.before} may have changed places: {edit.evidence}"
        if edit.after:
            message = f"{edit.before} seems to have changed places; {edit.after} would stand here"
        rows.append(
            open_row(target, edit.span, message, (edit.after,) if edit.after else (), Severity.WARNING)
        )
    return tuple(edit for edit, _ in rows if edit is not None), tuple(finding for _, finding in rows)
