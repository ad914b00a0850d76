"""Numbers that a text says without writing them: articles, a dozen, half an hour, both, noon, a triennium.

They explain what the other side writes out and claim nothing; two words for rough amounts (thousands, noon)
are compared where both texts use one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.comparing.align import LARGE, in_order, parted, size_of
from copydesk.numbers.comparing.match import PAIRS, Pairing, Relation
from copydesk.numbers.comparing.stray_units import MILLION, Units, inside
from copydesk.numbers.reading.grammar import Grammar, Side
from copydesk.numbers.reading.number_token import NumberToken, from_roman
from copydesk.text.words import words

_WORDS = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"\s+(?:\w{1,3}['’\s]\s?)?([^\W\d_]+)")
_EQUAL = {
    "year": (12, "month"), "week": (7, "day"), "day": (24, "h"), "h": (60, "min"), "min": (60, "s"),
    "decade": (10, "year"), "age": (100, "year"),
}  # fmt: skip
_AFTER = ("après", "apres")
_THOUSAND = 1000
_NEAR = 24
_HALF = Decimal("0.5")
_ROUGH = Decimal("0.2")
_RANKS = frozenset({"period", "round"})
_QUARTER = Decimal("0.25")
_WHOLE = Decimal(1)


def implicit_numbers(text: str, known: Grammar) -> list[NumberToken]:
    """Words that may hide a number: they explain one of the other side and claim nothing."""
    found = []
    for at, match in enumerate(_WORDS.finditer(text)):
        if match.group().lower() not in known.hiding:
            continue
        share, start = _share_of(match, text, known)
        values = list(_values(match, text, known, share))
        if values:
            token = NumberToken(
                NumberKind.CARDINAL, start, match.end(), at, at, values[0], alternatives=tuple(values[1:]),
                spelled=True, implicit=True, text=_said_of(match, text, known),
            )  # fmt: skip
            found.append(token)
        found += [
            NumberToken(NumberKind.DURATION, start, end, at, at, (value,), unit, spelled=True, implicit=True)
            for value, unit, end in _spans(match, text, known, share)
        ]
    return found + _implicit_phrases(text, known)


def _implicit_phrases(text: str, known: Grammar) -> list[NumberToken]:
    """Phrases that hide an amount of time or a day: the year before last, May Day."""
    if known.said is None:
        return []
    found = []
    for at, match in enumerate(known.said.finditer(text)):
        phrase = match.group().lower().replace("’", "'")
        values: tuple[Decimal, ...]
        if phrase in known.page.feasts:
            month, _, day = known.page.feasts[phrase].partition("-")
            kind, values, unit = NumberKind.DATE, (Decimal(0), Decimal(month), Decimal(day)), ""
        else:
            number, _, unit = known.page.spans[phrase].partition(" ")
            kind, values = NumberKind.DURATION, (Decimal(number),)
        found.append(NumberToken(kind, *match.span(), at, at, values, unit, spelled=True, implicit=True))
    return found


def _said_of(match: re.Match[str], text: str, known: Grammar) -> str:
    """What a word is good for: noon says a time, an article a bare one, a scale word what is in words too."""
    low = match.group().lower()
    if low in known.page.noon or low in known.page.midnight:
        return "noon"
    if known.page.scales.get(low, 0) > _THOUSAND or low in known.page.rough_scales:
        return "scale"
    if low not in known.page.ones:
        return ""
    after = _WORDS.findall(text[match.end() : match.end() + 20].lower())[:2]
    dated = len(after) == 2 and after[0] in known.page.date_links and after[1] in known.page.months
    return "" if dated else "one"


def _values(match: re.Match[str], text: str, known: Grammar, share: Decimal) -> Iterator[tuple[Decimal, ...]]:
    page, low = known.page, match.group().lower()
    before = text[max(0, match.start() - 12) : match.end()].lower()
    if any(before.endswith(phrase) for phrase in page.percent if phrase != low):
        return
    tables = (page.ordinals, page.small, page.hundreds, page.denominators, page.multipliers)
    part_of_century = share < 1 and low in page.centuries  # which is so many years and nothing else
    if low in known.implicit and not part_of_century:
        if low not in page.ones or low in page.small:
            yield (Decimal(known.implicit[low]) * share,)
        after = _LINK.match(text, match.end())
        factor = page.scales.get(after.group(1).lower(), 0) if after else 0
        if not factor and after:
            factor = page.rough_scales.get(after.group(1).lower(), 0)
        if factor:
            yield (Decimal(known.implicit[low]) * factor,)
    for table in tables:
        if low in table:
            yield (Decimal(table[low]),)
    if low in page.scales:
        yield (Decimal(page.scales[low]),)
    if low in page.hundred:
        yield (Decimal(100),)
    if (low in page.noon or low in page.midnight) and not before[: -len(low)].rstrip(" -").endswith(_AFTER):
        yield (Decimal(12),)
        yield (Decimal(0),)
    if len(low) == 1 and match.group() in "IVX" and text[: match.start()].rstrip()[-1:].isalpha():
        yield (Decimal(from_roman(match.group()) or 0),)


def _spans(
    match: re.Match[str], text: str, known: Grammar, share: Decimal
) -> Iterator[tuple[Decimal, str, int]]:
    """Amounts of a unit that a word says, and where they end.

    A year is 12 months, a triennium 3 years, año y medio 18 months.
    """
    page, low = known.page, match.group().lower()
    if low in page.ones:
        word = _WORDS.search(text, match.end())
        named = word.group().lower() if word else ""
        if word and (code := page.units.get(named) or page.currencies.get(named)):
            yield _WHOLE, code, word.end()
    if low in page.spans:
        number, _, unit = page.spans[low].partition(" ")
        yield Decimal(number), unit, match.end()
    if share < 1 and low in page.centuries:
        yield share * _EQUAL["age"][0], "year", match.end()
    unit = page.units.get(low, "")
    if unit not in _EQUAL:
        return
    factor, smaller = _EQUAL[unit]
    after = list(_WORDS.finditer(text, match.end(), match.end() + 20))[:2]
    if (
        len(after) == 2
        and after[0].group().lower() in page.joiners
        and after[1].group().lower() in page.halves
    ):
        yield factor * (1 + _HALF), smaller, after[1].end()
    else:
        yield factor * share, smaller, match.end()


def _share_of(match: re.Match[str], text: str, known: Grammar) -> tuple[Decimal, int]:
    """How much of what a word says is meant, and where it begins: half a century, un quart d'heure."""
    page, near = known.page, max(0, match.start() - _NEAR)
    before = list(_WORDS.finditer(text[near : match.start()].lower()))
    for _ in range(2):  # of a
        if before and (before[-1].group() in page.ones or before[-1].group() in page.links):
            before.pop()
    last = before[-1].group() if before else ""
    half = known.implicit.get(last) == str(_HALF)
    if not half and page.denominators.get(last) != 1 / _QUARTER:
        return _WHOLE, match.start()
    return (_HALF if half else _QUARTER), near + before[-1].start()


_HUNDRED = 100
_SAID = Relation(0.5, Verdict.CONVERTED, "said in a word")
_NEVER = frozenset({NumberKind.PLACEHOLDER, NumberKind.IDENTIFIER, NumberKind.PHONE})
_SIGNED = frozenset({"%", "pp", "EUR", "USD", "GBP", "JPY"})

Text = tuple[str, Grammar, list[NumberToken]]


class ImplicitNumbers:
    """Explains numbers that one text lacks by the words of that text, each word once.

    Two kinds of numbers are left alone, whatever else is said: one whose sign, unit or scale word stands
    alone in the target was lost, and one that the other text has with another unit (25 years, 25 pounds)
    changed.
    """

    def __init__(self, source: Text, target: Text, units: Units) -> None:
        self._source, self._target, self._units = source, target, units

    def explain(
        self, mine: list[NumberToken], theirs: list[NumberToken]
    ) -> tuple[list[Pairing], list[NumberToken], list[NumberToken]]:
        """Pairs of leftover numbers with words of the other side, and what is still left."""
        twins = set(map(size_of, mine)) & {size_of(token) for token in theirs if not token.implicit}
        open_, lost = parted(mine, lambda token: size_of(token) in twins or self._leaves_its_sign(token))
        here, mine = _explained(open_, self._target, self._source[2])
        open_, changed = parted(theirs, lambda token: size_of(token) in twins)
        there, theirs = _explained(open_, self._source, self._target[2])
        pairs: list[Pairing] = [(token, word, _SAID) for token, word in here]
        pairs += [(word, token, _SAID) for token, word in there]
        return pairs, in_order(mine + lost), in_order(theirs + changed)

    def _leaves_its_sign(self, token: NumberToken) -> bool:
        """Whether what belongs to ``token`` stands in the target without a number."""
        if token.unit in _SIGNED and token.unit in self._units.orphans(spelled=token.spelled):
            return True
        return token.scaled >= MILLION and self._units.bare_scale


def _explained(
    left: list[NumberToken], side: Text, own: list[NumberToken]
) -> tuple[list[tuple[NumberToken, NumberToken]], list[NumberToken]]:
    strong = [token for token in left if not token.implicit]
    if not 0 < len(strong) <= LARGE:
        return [], left
    text, known, taken = side
    starts = [token.start for token in taken]
    free = [word for word in implicit_numbers(text, known) if not inside(word.end - 1, starts, taken)]
    counted = {id(part) for token in own if token.kind in PAIRS for part in token.parts if not part.spelled}
    pairs: list[tuple[NumberToken, NumberToken]] = []
    for token in strong:
        if id(token) in counted:
            continue  # the figures of a score are not said in words
        if word := next((w for w in free if hides(w, token)), None):
            free.remove(word)
            pairs.append((token, word))
    explained = {id(token) for token, _ in pairs}
    return pairs, [token for token in left if id(token) not in explained]


def hides(word: NumberToken, token: NumberToken) -> bool:
    """Whether ``word`` may say what ``token`` writes out."""
    if token.kind in _NEVER or not token.values or token.unit in _RANKS or _says_other(word, token):
        return False
    if token.bound == "~" and token.spelled and word.values[0] >= _LEAST and not token.unit:
        return abs(word.values[0] - token.values[0]) <= _ROUGH * token.values[0]  # two dozen, une vingtaine
    if word.kind is NumberKind.DATE:
        return token.kind is NumberKind.DATE and token.values[1:] == word.values[1:]
    if word.unit:
        return word.unit == token.unit and word.values == token.values
    options = (word.values, *word.alternatives)
    return any((value,) in options for value in _wanted(token))


def _says_other(word: NumberToken, token: NumberToken) -> bool:
    """Whether ``word`` is noon, a scale word or an article, and ``token`` no number that such a word says."""
    timed = token.kind is NumberKind.TIME
    if word.text == "noon":
        return not timed and token.unit != "h"
    if word.text == "scale":
        return not token.spelled
    named = token.unit or token.kind in (NumberKind.DATE, NumberKind.REFERENCE)
    return word.text == "one" and not timed and bool(named)


def _wanted(token: NumberToken) -> list[Decimal]:
    """The values that a word may have that says ``token``."""
    wanted = [token.values[0]] if len(token.values) == 1 or token.kind is NumberKind.TIME else []
    if token.kind is NumberKind.DATE and not token.values[0]:
        wanted.append(token.values[2])
    if token.kind is NumberKind.TIME or token.unit == "h":
        wanted.append(token.values[0] % 12)
    if token.unit == "%" and token.values[0] < _HUNDRED:
        wanted = [token.values[0] / _HUNDRED]
    if token.kind is NumberKind.FRACTION and token.values[1]:
        wanted.append(token.values[0] / token.values[1])
        wanted += [token.values[1]] if token.values[0] == 1 else []
    return wanted


_CHANGED = Relation(1.5, Verdict.CHANGED, "value")
_LEAST = 10
_CLOSE = Decimal("1.25")
"""By what factor two rough amounts may differ: a dozen, une dizaine; not twenty and thirty."""
_BEFORE = 24


class _Table(NamedTuple):
    words: frozenset[str]
    pattern: re.Pattern[str]
    values: dict[str, Decimal]
    shares: dict[str, Decimal]


@cache
def _table(known: Grammar) -> _Table | None:
    page = known.page
    values = {
        word: Decimal(value)
        for word, value in page.collectives.items()
        if float(value) >= _LEAST and word not in page.spans and word not in page.units
    }
    values |= {word: Decimal(scale) for word, scale in page.rough_scales.items()}
    values |= {word: Decimal(scale) for word, scale in page.scales.items() if scale >= MILLION}
    for code in ("decade", "age"):
        for word in [word for word, unit in page.units.items() if unit == code] + [*page.centuries]:
            values.pop(word, None)
    shares = {word: 1 / Decimal(bottom) for word, bottom in page.denominators.items()}
    shares |= dict.fromkeys(page.half_of, _HALF)
    shares |= {phrase: 1 / Decimal(bottom) for phrase, bottom in page.part_phrases.items()}
    told = [*values, *page.noon, *page.midnight, *shares]
    if not told:
        return None
    longest = "|".join(sorted(map(re.escape, told), key=len, reverse=True))
    return _Table(
        frozenset(word.split()[0] for word in told),
        re.compile(rf"(?<!\w)(?:{longest})(?!\w)", re.IGNORECASE),
        values,
        shares,
    )


def _sides(pairs: list[Pairing]) -> tuple[list[NumberToken | None], list[NumberToken | None]]:
    return [mine for mine, _, _ in pairs], [theirs for _, theirs, _ in pairs]


def rough_amounts(source: Side, target: Side, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, with more where the texts have as many rough amounts of a kind and two lie far apart."""
    told = [[token for token in side if token is not None and not token.implicit] for side in _sides(pairs)]
    here = _rough_amounts(source, told[0])
    there = _rough_amounts(target, told[1]) if here else []
    if not there:
        return pairs
    numbers = {
        value for mine, theirs, _ in pairs for token in (mine, theirs) if token for value in token.values
    }
    more: list[Pairing] = []
    for kind in (NumberKind.CARDINAL, NumberKind.FRACTION, NumberKind.TIME):
        mine, theirs = (_of_kind(side, kind) for side in (here, there))
        if len(mine) == len(theirs):
            more += [
                (one, other, _CHANGED)
                for one, other in zip(mine, theirs, strict=True)
                if not _close(one, other)
                and (kind is NumberKind.TIME or numbers.isdisjoint((one.values[0], other.values[0])))
            ]
    return [*pairs, *more]


def _of_kind(tokens: list[NumberToken], kind: NumberKind) -> list[NumberToken]:
    """Those of one kind, by size: good translations turn them round."""
    return sorted((token for token in tokens if token.kind is kind), key=lambda token: token.values)


def _close(one: NumberToken, other: NumberToken) -> bool:
    least, most = sorted((one.values[0], other.values[0]))
    return least == most or (least > 0 and most <= least * _CLOSE)


def _rough_amounts(side: Side, tokens: list[NumberToken]) -> list[NumberToken]:
    """The rough amounts of a text outside its numbers; none stands right behind a number (two dozen)."""
    table = _table(side.known)
    if table is None or table.words.isdisjoint(words(side.text)):
        return []
    found: list[NumberToken] = []
    end = -_BEFORE
    for match in table.pattern.finditer(side.text):
        start = match.start()
        if any(token.start <= start < token.end or 0 <= start - token.end <= 1 for token in tokens):
            continue
        low = match.group().lower()
        if low in table.shares:
            if not _is_share(side, match):
                continue
            kind, value = NumberKind.FRACTION, table.shares[low]
        elif low not in table.values:
            kind, value = NumberKind.TIME, Decimal(12 if low in side.known.page.noon else 0)
        else:
            kind, value = NumberKind.CARDINAL, table.values[low]
            value *= _half_of(side, start)
            if found and found[-1].kind is kind and start - end <= len(" of the "):
                value *= found.pop().values[0]  # hundreds of thousands
        found.append(NumberToken(kind, start, match.end(), 0, 0, (value,), spelled=True))
        end = match.end()
    return found


def _is_share(side: Side, match: re.Match[str]) -> bool:
    """Whether a share is said of something: a quarter of the voters, la moitié des élèves."""
    page = side.known.page
    before = _WORDS.findall(side.text[max(0, match.start() - _BEFORE) : match.start()].lower())
    after = _WORDS.match(side.text[match.end() + 1 : match.end() + _BEFORE].lower())
    if match.group().lower() in page.part_phrases:
        return True
    if after and after.group() not in page.share_links | page.openings | page.joiners:
        return False
    last = before[-1] if before else ""
    if match.group().lower() in page.half_of:
        return last not in page.ordinals
    if after and after.group() in page.share_links and match.group().lower() not in page.ordinals:
        return last in page.ones or last not in page.small  # le quart des élèves
    return last in page.ones or (last in page.openings and last not in page.ordinals)


def _half_of(side: Side, start: int) -> Decimal:
    """A half, where one is said of the amount: medio centenar, half a dozen."""
    before = _WORDS.findall(side.text[max(0, start - _BEFORE) : start].lower())
    while before and (before[-1] in side.known.page.ones or before[-1] in side.known.page.links):
        before.pop()
    half = bool(before) and side.known.implicit.get(before[-1]) == "0.5"
    return _HALF if half else Decimal(1)
