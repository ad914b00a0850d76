"""Words that may hide a number: articles, a dozen, half an hour, both, noon, a triennium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.roman import from_roman

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
_QUARTER = Decimal("0.25")
_WHOLE = Decimal(1)


def weak_marks(text: str, known: Lexicon) -> list[Mark]:
    """Words that may hide a number: they explain one of the other side and claim nothing."""
    found = []
    for at, match in enumerate(_WORDS.finditer(text)):
        if match.group().lower() not in known.hiding:
            continue
        share, start = _share(match, text, known)
        values = list(_values(match, text, known, share))
        if values:
            mark = Mark(
                NumberKind.CARDINAL, start, match.end(), at, at, values[0], alternatives=tuple(values[1:]),
                spelled=True, weak=True, text=_said_of(match, text, known),
            )  # fmt: skip
            found.append(mark)
        found += [
            Mark(NumberKind.DURATION, start, end, at, at, (value,), unit, spelled=True, weak=True)
            for value, unit, end in _spans(match, text, known, share)
        ]
    return found + _phrases(text, known)


def _phrases(text: str, known: Lexicon) -> list[Mark]:
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
        found.append(Mark(kind, *match.span(), at, at, values, unit, spelled=True, weak=True))
    return found


def _said_of(match: re.Match[str], text: str, known: Lexicon) -> str:
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


def _values(match: re.Match[str], text: str, known: Lexicon, share: Decimal) -> Iterator[tuple[Decimal, ...]]:
    page, low = known.page, match.group().lower()
    before = text[max(0, match.start() - 12) : match.end()].lower()
    if any(before.endswith(phrase) for phrase in page.percent if phrase != low):
        return
    tables = (page.ordinals, page.small, page.hundreds, page.denominators, page.multipliers)
    part_of_century = share < 1 and low in page.centuries  # which is so many years and nothing else
    if low in known.weak and not part_of_century:
        if low not in page.ones or low in page.small:
            yield (Decimal(known.weak[low]) * share,)
        after = _LINK.match(text, match.end())
        factor = page.scales.get(after.group(1).lower(), 0) if after else 0
        if not factor and after:
            factor = page.rough_scales.get(after.group(1).lower(), 0)
        if factor:
            yield (Decimal(known.weak[low]) * factor,)
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
    match: re.Match[str], text: str, known: Lexicon, share: Decimal
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


def _share(match: re.Match[str], text: str, known: Lexicon) -> tuple[Decimal, int]:
    """How much of what a word says is meant, and where it begins: half a century, un quart d'heure."""
    page, near = known.page, max(0, match.start() - _NEAR)
    before = list(_WORDS.finditer(text[near : match.start()].lower()))
    for _ in range(2):  # of a
        if before and (before[-1].group() in page.ones or before[-1].group() in page.links):
            before.pop()
    last = before[-1].group() if before else ""
    half = known.weak.get(last) == str(_HALF)
    if not half and page.denominators.get(last) != 1 / _QUARTER:
        return _WHOLE, match.start()
    return (_HALF if half else _QUARTER), near + before[-1].start()
