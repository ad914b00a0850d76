"""What an unsettled line of the ledger is worth: an error, a warning, or a note.

- Error: any value, unit, order, date, time or code that changed, with digits on one side at least; a number
  in digits that was lost or invented; one in words above twenty that was lost, or whose unit was left behind;
  the figure of a code whose letters were left (3D, D).
- Warning: two different numbers in words; a numeral copied with its separators; a number lost with its unit,
  its month, the rest of its score or the letters of its code (a phrase is missing); a number invented with a
  unit or month that the source does not name alone (a phrase was added); a year with its cue ("en 2007") or
  the number of a name (Part 1) that the source lacks; one-sided numbers where one text is far shorter.
- Note: small numbers in words on one side; the Roman figure of a name; a code of one digit (CO2) that is gone
  with its letters; a number that one text says twice and the other once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from copydesk.data import NumberKind, NumberMention, Severity
from copydesk.numbers.comparing.match import Pairing, Relation
from copydesk.numbers.comparing.stray_units import MILLION, Units
from copydesk.numbers.reading.grammar import Grammar
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.units import agree, dimension

_STOPS = ("", ".", ",", ";", ")", ":")
_JOINS = frozenset({"-", "–", ":", "/"})
_SMALL = 20
_CODE, _PAIR = 2, 2
_STRICT = frozenset(
    {
        NumberKind.FRACTION, NumberKind.TIME, NumberKind.SCORE, NumberKind.RATIO, NumberKind.DECADE,
        NumberKind.CENTURY,
    }
)  # fmt: skip
"""Kinds that good translations keep even where both texts use words."""

_RANKS = frozenset({"period", "round"})
_SHORT = 0.5
_LEAST = 60
_REPEATED = frozenset(
    {
        NumberKind.YEAR, NumberKind.DATE, NumberKind.DECADE, NumberKind.CENTURY, NumberKind.IDENTIFIER,
        NumberKind.REGNAL,
    }
)  # fmt: skip
_SAID_WITH = frozenset({NumberKind.PERCENTAGE, NumberKind.MEASURE, NumberKind.DURATION})
_TACIT = frozenset({"year", "h", "deg", "x"})


class Texts(NamedTuple):
    """The two texts of a ledger, the grammar of the second, and the units that both name."""

    source: str
    target: str
    known: Grammar
    units: Units | None = None
    named: Units | None = None


def severity_of(
    source: NumberToken | None,
    target: NumberToken | None,
    relation: Relation | None,
    pairs: Iterable[Pairing],
    texts: Texts | None = None,
) -> Severity:
    """What an unsettled line is worth. ``pairs`` are all lines of the ledger."""
    if source is not None and target is not None:
        doubtful = relation is not None and _doubtful(source, target, relation)
        return Severity.WARNING if doubtful else Severity.ERROR
    if source is not None:
        return _lost(source, pairs, texts)
    if target is not None and target.kind is not NumberKind.PLACEHOLDER:
        return _invented(target, pairs, texts)
    return Severity.ERROR


def _doubtful(source: NumberToken, target: NumberToken, relation: Relation) -> bool:
    ranks = _RANKS.issuperset({source.unit, target.unit})
    strict = ranks or bool({source.kind, target.kind} & _STRICT)
    if (
        source.kind is target.kind is NumberKind.FRACTION
        and len(source.values) == len(target.values) == _PAIR
    ):
        # one figure of a share is a slip; two thirds for a half, good translations have
        strict = source.values[0] == target.values[0] or source.values[1] == target.values[1]
    return relation.how == "separator" or (
        source.spelled and target.spelled and not strict and relation.how in ("value", "unit")
    )


def _lost(token: NumberToken, pairs: Iterable[Pairing], texts: Texts | None) -> Severity:
    if token.kind is NumberKind.PLACEHOLDER:
        return Severity.ERROR
    if texts is not None and _bare(token, texts.source, texts.target):
        return Severity.ERROR
    if _trifling(token, texts.source if texts else None) or _again(token, pairs, of_source=True):
        return Severity.NOTE
    units = texts.units if texts is not None else None
    alone = units is not None and (
        token.unit in units.orphans(spelled=token.spelled)
        or (token.scaled >= MILLION and units.bare_scale)
        or (token.spelled and units.bare_reference)
    )
    if token.spelled and not alone and (token.unit or _is_small(token) or token.kind is NumberKind.ORDINAL):
        return Severity.NOTE if _is_small(token) else Severity.WARNING
    if texts is not None and (_left_out(token, pairs, texts) or _shorter(texts.target, texts.source)):
        return Severity.WARNING
    return Severity.ERROR


def _invented(token: NumberToken, pairs: Iterable[Pairing], texts: Texts | None) -> Severity:
    if texts is not None and _bare(token, texts.target, texts.source):
        return Severity.ERROR
    if _trifling(token, texts.target if texts else None) or _again(token, pairs, of_source=False):
        return Severity.NOTE
    if token.spelled:
        return Severity.NOTE if _is_small(token) else Severity.WARNING
    if texts is not None and (
        _implied(token, texts) or _added(token, texts) or _shorter(texts.source, texts.target)
    ):
        return Severity.WARNING
    return Severity.ERROR


def _is_small(token: NumberToken) -> bool:
    return all(value <= _SMALL for value in token.values)


def _trifling(token: NumberToken, text: str | None) -> bool:
    """The Roman figure of a king or pope, after a name; a code of one digit."""
    if token.kind is NumberKind.IDENTIFIER:
        return bool(token.values) and token.values[0] < 10
    if token.kind is not NumberKind.REGNAL or text is None:
        return token.kind is NumberKind.REGNAL
    words = text[max(0, token.start - 40) : token.start].split()
    return not words or words[-1][:1].isupper()


def _bare(token: NumberToken, text: str, other: str) -> bool:
    """Whether a code lost its figure: its letters stand alone in ``other``, not in ``text`` (3D, D)."""
    if token.kind is not NumberKind.IDENTIFIER:
        return False
    letters = "".join(c for c in text[token.start : token.end] if c.isalpha())
    alone = re.compile(rf"(?<!\w){letters}(?![\w'’])")
    return bool(letters) and alone.search(other) is not None and alone.search(text) is None


def _shorter(text: str, other: str) -> bool:
    return len(other) >= _LEAST and len(text) < _SHORT * len(other)


def _left_out(token: NumberToken, pairs: Iterable[Pairing], texts: Texts) -> bool:
    """A number that went with its unit, month, code or the other figure of its score: a phrase is missing."""
    if token.kind is NumberKind.IDENTIFIER:
        letters = "".join(c for c in token.text if c.isalpha())
        return bool(letters) and letters not in texts.target.casefold()
    if token.kind is NumberKind.DATE:
        months = {name for name, month in texts.known.page.months.items() if month == token.values[1]}
        return texts.units is not None and not months & texts.units.words
    if token.unit:
        own = any(not c.isdecimal() for c in texts.source[token.start : token.end][-3:])
        said = token.kind in _SAID_WITH and token.unit not in _TACIT
        return own and said and texts.units is not None and not _stands_alone(token.unit, texts.units)
    return any(
        theirs is None and mine is not None and mine is not token and _touch(mine, token, texts.source)
        for mine, theirs, _ in pairs
    )


def _stands_alone(unit: str, units: Units) -> bool:
    """Whether a unit, or another of what it measures, stands in the text without a number."""
    orphans = units.orphans()
    kin = dimension(unit)
    return any(other and agree(unit, other) for other in orphans) or (
        bool(kin) and any(dimension(other) == kin for other in orphans)
    )


def _touch(one: NumberToken, other: NumberToken, text: str) -> bool:
    first, second = sorted((one, other), key=lambda token: token.start)
    return text[first.end : second.start].strip() in _JOINS


def _implied(token: NumberToken, texts: Texts) -> bool:
    """A year after its cue (en 2007, since 1998), or the number of a name (Part 1, Euro 2012)."""
    before = texts.target[max(0, token.start - 20) : token.start].split()
    bare = token.values and token.values[0] <= _SMALL and not token.unit and token.kind is NumberKind.CARDINAL
    name = before[-1] if len(before) > 1 else ""
    if name.istitle() and (bare or token.kind is NumberKind.YEAR):
        return True
    if (
        name.isupper()
        and len(name) > _CODE
        and re.search(rf"(?<!\w){re.escape(name)}(?! ?\d)(?!\w)", texts.source)
    ):
        return True  # the index of the source with its number: FTSE, FTSE 100
    if token.kind is not NumberKind.YEAR or not before:
        return False
    page, cue = texts.known.page, before[-1].lower().rsplit("'", 1)[-1]
    closed = texts.target[token.end : token.end + 1] in _STOPS
    linked = cue in page.from_words or cue in page.range_words or cue in page.links or cue in page.spans
    return cue in page.year_cues or (closed and linked)


def _added(token: NumberToken, texts: Texts) -> bool:
    """A number with its unit or month, where the source names no such thing alone: a phrase more."""
    if texts.named is None:
        return False
    if token.kind is NumberKind.DATE:
        return True
    return bool(token.unit) and token.unit not in texts.named.orphans()


def _again(token: NumberToken, pairs: Iterable[Pairing], *, of_source: bool) -> bool:
    if of_source and token.kind not in _REPEATED:
        return False
    for mine, theirs, relation in pairs:
        other = mine if of_source else theirs
        if relation is None or other is None or other is token or not relation.verdict.ok:
            continue
        apart = other.end < token.start - 3 or token.end < other.start - 3
        if other.values == token.values and token.values and apart:
            return True
    return False


_CHANGES = {
    "unit": "{0} became {1}: the unit differs",
    "order": "{0} became {1}: the two numbers are the other way round",
    "sign": "{0} became {1}: a gain became a loss, or the other way round",
    "separator": "{0} was copied, but its separator reads as another value in the target language",
    "date": "{0} became {1}: not the same date",
    "time": "{0} became {1}: not the same time",
    "code": "{0} became {1}: not the same code",
    "bound": "{0} stands as {1}: at most became at least, or the other way round",
    "value": "{0} became {1}",
    "places": "{0} stands as {1}, but two numbers seem to have changed places",
    "placeholder": "{1} stands where {0} should",
}


def explain(
    source: NumberMention | None, target: NumberMention | None, relation: Relation | None, *, usual: bool
) -> str:
    """One sentence about a ledger line; ``usual`` is a difference that good translations have too."""
    note = "; good translations often differ so" if usual else ""
    if source is None or target is None:
        alone = source or target
        if relation is not None and alone is not None:
            return f"{alone.surface} {relation.how}"
        return _alone(source, target) + note
    if relation is None or not relation.how:
        return f"{source.surface} stands as {target.surface}"
    if relation.how in _CHANGES:
        return _CHANGES[relation.how].format(source.surface, target.surface) + note
    return f"{source.surface} is written {target.surface}: {relation.how}"


def _alone(source: NumberMention | None, target: NumberMention | None) -> str:
    if source is not None:
        return f"{source.surface} is missing in the translation"
    if target is not None and target.kind is NumberKind.PLACEHOLDER:
        return f"{target.surface} is a placeholder; no number of the source is left for it"
    return f"{target.surface if target is not None else ''} is not in the source"
