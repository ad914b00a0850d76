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

from copydesk.data import Edit, Entry, Finding, Ledger, NumberKind, Span
from copydesk.numbers.calendar import no_day
from copydesk.numbers.comparison import compare, exchanged
from copydesk.numbers.fields import Case
from copydesk.numbers.flags import RULE, displaced
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.numerals import NUMERAL
from copydesk.numbers.places import after_cue
from copydesk.text.apply import apply

Pair = tuple[Span, Span]

CLEAR = 4.5
"""The evidence (see ``crossings``) that proves an exchange, where nothing speaks against it."""

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


def put_back(case: Case) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """The edits that put two numbers back; with findings the edits are open, and nothing is proved."""
    if len(_RUN.findall(case.target)) < _TWO:
        return (), ()
    ledger = _ledger(case, case.target)
    wrong = [entry for entry in ledger.entries if not entry.verdict.settled and not entry.soft]
    if not wrong:
        return (), ()
    ways = [pair for pair in _pairs(case, ledger) if _explains(case, pair)]
    dated = _put_right(case, ways)
    if len(dated) == 1:
        return _edits(case.target, dated[0]), ()
    if len(ways) == 1 and (_within(ledger, ways[0]) or _certain(case, ledger, ways[0])):
        return _edits(case.target, ways[0]), ()
    edits = _edits(case.target, ways[0]) if len(ways) == 1 else _open(case, wrong)
    return displaced(case.target, edits)


def _put_right(case: Case, ways: Sequence[Pair]) -> list[Pair]:
    """Those of ``ways`` after which no day is impossible any more, where one is now: 2005 mai 14."""
    known = lexicon(case.language)
    if not no_day(case.target, known):
        return []
    return [way for way in ways if not no_day(_turned(case, way), known)]


def _ledger(case: Case, text: str) -> Ledger:
    return compare(case.source, text, case.source_language, case.language)


def _pairs(case: Case, ledger: Ledger) -> Iterator[Pair]:
    """Every two numerals of two lines, one of them open; none where there are too many to try."""
    found = [
        (Span(*run.span()), line, entry.verdict.settled)
        for line, entry in enumerate(ledger.entries)
        if entry.target is not None
        for run in NUMERAL.finditer(case.target, entry.target.span.start, entry.target.span.end)
    ]
    for (one, line, settled), (other, at, firm) in combinations(sorted(found)[: _MOST + 1], 2):
        apart = line != at or _is_turned(ledger.entries[line])
        if apart and not (settled and firm) and len(found) <= _MOST:
            yield one, other


def _explains(case: Case, pair: Pair) -> bool:
    """Whether the ledger settles if the two change places."""
    return pair[0].of(case.target) != pair[1].of(case.target) and _ledger(case, _turned(case, pair)).ok


def _turned(case: Case, pair: Pair) -> str:
    """The text in which the two change places."""
    return apply(case.target, _edits(case.target, pair))


def _certain(case: Case, ledger: Ledger, pair: Pair) -> bool:
    """Whether a unit or kind contradicts what stands there, or the evidence of the words is clear.

    It is not where their kinds fit better as they stand, where the source says one of the two in words, or
    where a text sets one number against another: translators turn such sentences round.
    """
    moved = exchanged(case.source, case.target, case.source_language, case.language)
    open_ = sum(not entry.verdict.settled for entry in ledger.entries)
    if open_ > 2 * len(moved):
        return not moved
    if any(weight > OVERWHELMING or crossed for weight, crossed in moved):
        return True
    text = _turned(case, pair)
    turned = _ledger(case, text)
    gain = _fitting(case, text, turned) - _fitting(case, case.target, ledger)
    return (
        gain >= 0
        and any(weight > CLEAR - _FITS * gain for weight, _ in moved)
        and not _contrasts(case)
        and not any(_in_words(entry, span.of(case.target)) for entry in turned.entries for span in pair)
    )


def _fitting(case: Case, text: str, ledger: Ledger) -> int:
    """How many numbers have one kind and unit in both texts, and how many years a cue (in 2008)."""
    known = lexicon(case.language)
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


def _contrasts(case: Case) -> bool:
    """Whether a text sets one number against another."""
    sides = ((case.source, case.source_language), (case.target, case.language))
    patterns = ((text, lexicon(language).contrasts) for text, language in sides)
    return any(pattern is not None and pattern.search(text) for text, pattern in patterns)


def _within(ledger: Ledger, pair: Pair) -> bool:
    """Whether the two are figures of one number that no translator turns round."""
    low, high = pair
    return any(
        entry.target is not None
        and entry.target.span.start <= low.start
        and high.end <= entry.target.span.end
        for entry in ledger.entries
        if _is_turned(entry)
    )


def _is_turned(entry: Entry) -> bool:
    """Whether an exchange of its figures is a slip: a time, a code, or a range that rises in the source.

    Scores and dates are turned by translators (2-0 away is 0-2 at home), so their figures tell nothing.
    """
    if entry.target is None or entry.verdict.settled:
        return False
    if entry.source is None:
        return _CLOCK.match(entry.target.surface) is not None
    counted = entry.source.value is not None and bool(entry.source.value.unit)
    if entry.source.kind is NumberKind.RANGE or (entry.source.kind is NumberKind.FRACTION and counted):
        ends = [Decimal(run.group().replace(",", ".")) for run in _DECIMAL.finditer(entry.source.surface)]
        return len(ends) == _TWO and ends[0] < ends[1]
    return entry.source.kind in (NumberKind.TIME, NumberKind.IDENTIFIER)


def _edits(text: str, pair: Pair) -> tuple[Edit, ...]:
    one, other = (span.of(text) for span in pair)
    reason = _PROOF.format(one, other)
    return (Edit(pair[0], one, other, RULE, reason), Edit(pair[1], other, one, RULE, reason))


def _open(case: Case, wrong: list[Entry]) -> tuple[Edit, ...]:
    """The numerals of open lines whose digits the source has elsewhere; if none, those of all errors."""
    said = {_digits(numeral.group()) for numeral in NUMERAL.finditer(case.source)}
    found = [
        (Edit(Span(*numeral.span()), numeral.group(), "", RULE, entry.reason), entry)
        for entry in wrong
        if entry.target is not None
        for numeral in NUMERAL.finditer(case.target, entry.target.span.start, entry.target.span.end)
    ]
    moved = tuple(edit for edit, entry in found if _differs(entry) and _digits(edit.before) in said)
    return moved or tuple(edit for edit, entry in found if not entry.mild)


def _differs(entry: Entry) -> bool:
    return entry.source is None or entry.target is None or entry.source.surface != entry.target.surface


def _digits(numeral: str) -> str:
    return "".join(_RUN.findall(numeral))
