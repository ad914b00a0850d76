"""The same fact said elsewhere in the article: what a slot's value likely is, with a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from copydesk.data import Block, NumberKind, NumberMention, Span, primary
from copydesk.languages import cldr
from copydesk.languages.common_words import folded
from copydesk.languages.facts import facts
from copydesk.numbers import read
from copydesk.numbers.reading.number_token import NUMERAL
from copydesk.numbers.reading.placeholders import FAMILIES, Family, find
from copydesk.text.words import WORD

_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[^a-zß-öø-ÿ]|$)|\n+")
_CLAUSE = re.compile(r"[,;:()–—«»“”\"]|[.!?…](?!\w)")
_SAID = re.compile(rf"{WORD.pattern}|[,;:]")
_SETTING = 45
"""The longest phrase before a comma that sets the scene of a sentence: En Turquie, Last year."""
_RUN = 3
_TELLING = 4
_QUOTE = 40
_DATED = frozenset({NumberKind.YEAR, NumberKind.DATE, NumberKind.DECADE})
_TELLS_APART = _DATED | {NumberKind.ORDINAL, NumberKind.CENTURY}


@dataclass(frozen=True, slots=True)
class Evidence:
    """``surface`` stands in block ``block`` for the same thing; ``quote`` shows it."""

    surface: str
    block: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands round a number in its sentence: folded words, and what tells the number apart.

    ``said`` is the sentence in words and commas, the number as 0; ``before`` is the nearest word of the
    clause, ``counted`` the words right behind the number, ``beside`` the words before, behind and at the
    opening of the sentence; ``placed`` are names behind a little word (en Syrie), ``around`` all names of the
    paragraph; ``dates`` are years, dates and ranks.
    """

    words: frozenset[str]
    said: tuple[str, ...]
    before: frozenset[str]
    beside: tuple[frozenset[str], ...]
    counted: tuple[str, ...]
    names: frozenset[str]
    placed: frozenset[str]
    around: frozenset[str]
    days: frozenset[str]
    dates: frozenset[str]


def evidence(
    text: str, place: Span, blocks: Sequence[Block], language: str, families: Sequence[Family] = FAMILIES
) -> tuple[Evidence, ...]:
    """The numbers that ``blocks`` give for what the slot at ``place`` of ``text`` counts, one for each value.

    ``language`` is BCP 47. A number counts if it reads the same in the slot (kind, value, unit), the thing
    counted and another word agree, and no place, name, time or action beside one of the two contradicts the
    other. It is given as it is written there. Paragraphs with marks of their own say nothing: their numbers
    may have slid.
    """
    for mark in find(text, families):
        if not mark.span.overlaps(place):
            text = text[: mark.span.start] + "·" * len(mark.span) + text[mark.span.end :]
    found: dict[tuple[object, ...], Evidence] = {}
    known = _known_names(blocks, language)
    read_there: dict[str, NumberMention | None] = {}
    for block in blocks:
        if find(block.text, families):
            continue
        for there in read(block.text, language):
            for surface in NUMERAL.findall(there.surface):
                filled = text[: place.start] + surface + text[place.end :]
                if surface not in read_there:
                    read_there[surface] = _at(filled, Span(place.start, place.start + len(surface)), language)
                here = read_there[surface]
                if here is None or not _same(here, there):
                    continue
                mine, theirs = (
                    _setting(whole, number, language, known)
                    for whole, number in ((filled, here), (block.text, there))
                )
                if _agree(mine, theirs, here.kind):
                    start, end = there.span.start - _QUOTE, there.span.end + _QUOTE
                    quote = block.text[max(0, start) : end].strip()
                    found.setdefault(_value(here), Evidence(surface, block.id, quote))
                    break
    return tuple(found.values())


def _value(mention: NumberMention) -> tuple[object, ...]:
    value = mention.value
    return (value.values, value.unit, value.text) if value is not None else ()


def _at(filled: str, place: Span, language: str) -> NumberMention | None:
    """The number of ``filled`` that holds ``place``."""
    return next((m for m in read(filled, language) if m.span.contains(place)), None)


def _same(here: NumberMention, there: NumberMention) -> bool:
    """Whether two numbers say the same; "about" may be missing."""
    if here.value is None or there.value is None or here.kind is not there.kind:
        return False
    return _value(here) == _value(there) and here.value.bound.strip("~") == there.value.bound.strip("~")


def _agree(mine: _Setting, theirs: _Setting, kind: NumberKind) -> bool:
    """Whether both numbers count the same thing and nothing tells them apart."""
    if _clash(mine.dates, theirs.dates) or _clash(mine.days, theirs.days) or _elsewhere(mine, theirs):
        return False
    here, there = ((), ()) if kind in _DATED else (mine.counted, theirs.counted)
    thing = frozenset(here) & frozenset(there) if here or there else mine.before & theirs.before
    if not thing or not {*here[:1]} <= theirs.words or not {*there[:1]} <= mine.words:
        return False
    roles = zip(mine.beside, theirs.beside, strict=True)
    if any(one - theirs.words and other - mine.words for one, other in roles):
        return False
    if _in_its_place(mine, theirs):
        return False
    shared = {word for word in (mine.words & theirs.words) - thing - mine.days if len(word) >= _TELLING}
    qualified = mine.dates != theirs.dates or set(here) != set(there)
    return len(shared) > qualified


def _in_its_place(mine: _Setting, theirs: _Setting) -> bool:
    """Whether another word stands between the same words: the price of bread rose, the price of milk rose."""
    both = mine.said, theirs.said
    for what, a, b, c, d in SequenceMatcher(None, *both, autojunk=False).get_opcodes():
        if what != "replace" or b == len(both[0]) or d == len(both[1]) or max(b - a, d - c) > _RUN:
            continue
        left, right = {*both[0][a:b]}, {*both[1][c:d]}
        known = left & theirs.words or right & mine.words or "0" in left | right
        telling = (left & mine.words, right & theirs.words)
        if not known and (any(telling) if b - a == d - c == 1 else all(telling)):
            return True
    return False


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine != theirs


def _elsewhere(mine: _Setting, theirs: _Setting) -> bool:
    """Whether the two speak of different places or names, or of names in other roles (A beat B, B beat A)."""
    if not mine.names or not theirs.names:
        left, right = mine.names or mine.around, theirs.names or theirs.around
        return bool(left and right) and left.isdisjoint(right)
    if mine.names - theirs.names and theirs.names - mine.names:
        return True
    both = mine.names & theirs.names
    one, other = ([*dict.fromkeys(w for w in side.said if w in both)] for side in (mine, theirs))
    return one != other or _clash(mine.placed, theirs.placed)


@lru_cache(maxsize=4096)
def _setting(text: str, number: NumberMention, language: str, known: frozenset[str]) -> _Setting:
    sentence = _sentence(text, number.span)
    opening, closing = text[sentence.start : number.span.start], text[number.span.end : sentence.end]
    little, days = _little(language), _days(language)
    said = sentence.of(text)
    names, placed = _names(said, language, known)
    counted = _counted(_CLAUSE.split(closing)[0], language)
    names, placed = names - {*counted[:1]}, placed - {*counted[:1]}
    aside = days if facts(language).names.nouns else names | days
    before = [w for w in _content(_CLAUSE.split(opening)[-1], little) if w not in aside][-1:]
    behind = _content(_CLAUSE.split(closing)[0], little) if counted else []
    after = [w for w in behind if w not in names | days][:2]
    others = [m for m in read(said, language) if not m.span.shift(sentence.start).overlaps(number.span)]
    words = frozenset(_content(f"{opening} {closing}", little))
    return _Setting(
        words=words,
        said=(*map(folded, _SAID.findall(opening)), "0", *map(folded, _SAID.findall(closing))),
        before=frozenset(before),
        beside=tuple(frozenset(near) & words - days for near in (before, after, _scene(said, little))),
        counted=counted,
        names=names,
        placed=placed,
        around=_names(text, language, known)[0],
        days=words & days,
        dates=frozenset(
            str(m.value.values) for m in others if m.kind in _TELLS_APART and m.value is not None
        ),
    )


def _scene(sentence: str, little: frozenset[str]) -> list[str]:
    """The words before the first comma of a sentence, or its first word."""
    comma = sentence.find(",", 0, _SETTING)
    first = WORD.search(sentence)
    return _content(sentence[:comma] if comma > 0 else first.group() if first else "", little)


def _sentence(text: str, place: Span) -> Span:
    start = max((m.end() for m in _END.finditer(text) if m.end() <= place.start), default=0)
    end = min((m.start() for m in _END.finditer(text) if m.start() >= place.end), default=len(text))
    return Span(start, end)


def _content(text: str, little: frozenset[str]) -> list[str]:
    """The words of ``text`` that say something, folded."""
    return [
        folded(word)
        for word in WORD.findall(text)
        if word.lower() not in little and (len(word) > 1 or word.isupper())
    ]


def _counted(text: str, language: str) -> tuple[str, ...]:
    """The words right behind a number, up to a little one; "de" may stand before them."""
    little, links = facts(language).prose.function_words, facts(language).numerals.links
    run: list[str] = []
    for word in WORD.findall(text):
        if word.lower() in little or len(word) == 1:
            if run or word.lower() not in links:
                break
        else:
            run.append(folded(word))
    return tuple(run[:_RUN])


def _names(text: str, language: str, known: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of ``text``, and those behind a little word. A word that opens a sentence must be known.

    Where all nouns have a capital, a name is one behind a little word or another noun (in Hamburg, Stürmer
    Müller), and may be a noun.
    """
    little, days = _little(language), _days(language)
    names: set[str] = set()
    placed: set[str] = set()
    tied: set[str] = set()
    last, starts = "", {0, *(match.end() for match in _END.finditer(text))}
    for match in WORD.finditer(text):
        word, name = match.group(), folded(match.group())
        opens = not text[max(s for s in starts if s <= match.start()) : match.start()].strip("«“\"'( ")
        capital = word[0].isupper() and word.lower() not in little and name not in days
        if capital and (not opens or name in known):
            names.add(name)
            if last.lower() in little:
                placed.add(name)
            elif last[:1].isupper():
                tied.add(name)
        last = word
    if facts(language).names.nouns:
        return frozenset(placed | tied), frozenset()
    return frozenset(names), frozenset(placed)


def _known_names(blocks: Iterable[Block], language: str) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    inside = (_names(block.text, language, none)[0] for block in blocks)
    return frozenset(facts(language).names.exonyms).union(*inside)


@cache
def _little(language: str) -> frozenset[str]:
    """Words that say nothing of a thing: function words, and those that round or bound a number."""
    page = facts(language).numerals
    bounds = (word for phrase in (*page.about, *page.over, *page.under) for word in phrase.split())
    return facts(language).prose.function_words | frozenset(bounds)


@cache
def _days(language: str) -> frozenset[str]:
    """The days of the week and the months, folded."""
    page = cldr.locale(primary(language))
    days = page.days["format"]["wide"].values() if page is not None else ()
    named = (word for day in days for word in WORD.findall(day))
    return frozenset(map(folded, (*named, *facts(language).numerals.months)))
