"""Numbers as the press of a language prints them: 25 milliards, 18 h 30, 3,5 %, 1er mai, XXIe siècle.

What a house prints stands on the language pages (``NumeralStyle``), decimal marks and percent signs as CLDR
has them. A value never changes: an edit whose reading differs is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from copydesk.data import Edit, NumberKind, Span
from copydesk.numbers import compare
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import Grammar, grammar_of
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.writing import clock, digits, write
from copydesk.text.apply import apply

RULE = "house-numbers"
_NUMERAL = r"\d{1,3}(?:[ .,'’\u00a0\u2009\u202f]\d{3})*(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?"
_SCALED = re.compile(rf"({_NUMERAL})([ \u00a0\u202f])([^\W\d_].*?[^\W\d_]|[^\W\d_])(?=[\W\d]|$)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[ \u00a0\u202f]?[:.hH][ \u00a0\u202f]?([0-5]\d)")
_PERCENT = re.compile(r"(\d)([ \u00a0\u2009\u202f]?)(?=[%‰])")
_POINT = re.compile(r"(?<![\d.,])(\d+)([.,])(\d{1,2})(?![\d.,])")
_DAY = re.compile(r"(\d{1,2})(?=[ \u00a0]+[^\W\d_])")
_CENTURY = re.compile(r"(?:(?:[IVX]+|\d{1,2})(?:er|[^\W\d_]{1,3}|[.ºª°])?)")
_GAP = r"[ \u00a0\u202f]+"
_TITLE = re.compile(r"[«“\"][ \u00a0\u202f]?[^\W\d_a-zß-ÿ][^«»“”\"]{0,60}[»”\"]|`[^`]+`")
_MILLION, _THOUSAND = 10**6, 1000
_PLACES = 3
_TWO = 2
_COUNTED = frozenset({NumberKind.PERCENTAGE, NumberKind.MONEY, NumberKind.MEASURE, NumberKind.POINTS})

_Change = tuple[Span, str]


def in_house_style(
    text: str, language: str, *, source: str, source_language: str, untouched: Sequence[Span] = ()
) -> tuple[Edit, ...]:
    """Edits that print the numbers of ``text``, a translation of ``source``, as the house does.

    Nothing in ``untouched`` changes, nor what stands in code, in a title in quotation marks or behind a name
    (Ubuntu 22.04, Formule 1). No value changes and no alarm is added to the ledger.
    """
    known = grammar_of(language)
    tokens = number_tokens(text, known)
    if not tokens:
        return ()
    closed = [*untouched, *(Span(*match.span()) for match in _TITLE.finditer(text))]
    found = [
        Edit(span, span.of(text), after, RULE, "as the house prints it")
        for token in tokens
        for span, after in _changes(text, token, known, language)
        if span.of(text) != after and not any(span.overlaps(other) for other in closed)
    ]
    kept: list[Edit] = []
    for edit in found:
        if not any(edit.span.overlaps(other.span) for other in kept) and _same(text, [edit], language):
            kept.append(edit)
    if not kept:
        return ()
    before = compare(source, text, source_language, language)
    after = compare(source, apply(text, kept), source_language, language)
    return tuple(kept) if len(after.alarms) <= len(before.alarms) and _same(text, kept, language) else ()


def _same(text: str, edits: Sequence[Edit], language: str) -> bool:
    return compare(text, apply(text, edits), language, language).ok


def _changes(text: str, token: NumberToken, known: Grammar, language: str) -> Iterator[_Change]:
    if token.spelled or _named(text, token, known):
        return
    for part in token.parts or (token,):
        for rule in _RULES:
            yield from rule(text, part, known, language)


def _named(text: str, token: NumberToken, known: Grammar) -> bool:
    """Whether the number is behind a name that it belongs to: Python 3.12."""
    if token.kind not in (NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.TIME) or token.unit:
        return False
    before = re.search(r"(\S+)[ \u00a0]$", text[max(0, token.start - 30) : token.start])
    word = before.group(1) if before else ""
    first = text[: token.start].rstrip()[: -len(word) or None].rstrip()
    opens = not first or first[-1] in ".!?:"
    return word[:1].isupper() and not opens and word.lower() not in known.page.months


def _scales(text: str, token: NumberToken, known: Grammar, _language: str) -> Iterator[_Change]:
    """25 000 millions as 25 milliards, by the scale words that the language prints."""
    printed = known.page.style.scales
    if not printed or token.scaled < _MILLION or token.scalar is None:
        return
    match = _SCALED.search(text, token.start, token.end)
    if match is None or token.values[0] <= 0:
        return
    word = _scale_word(text, match.start(3), known)
    if word is None:
        return
    end, factor = word
    value = token.values[0]
    best = max((scale for scale in printed if scale <= value), default=0)
    if not best or best == factor or (factor in printed and value / factor < _THOUSAND):
        return
    count = (value / best).normalize()
    if max(0, -int(count.as_tuple().exponent)) > _PLACES:
        return
    one, many = printed[best]
    single = count < 2 if known.page.style.one_below_two else count == 1
    number = digits(Decimal(f"{count:f}"), known.page.style, grouped=True)
    yield Span(match.start(1), end), f"{number}{match[2]}{one if single else many}"


def _scale_word(text: str, start: int, known: Grammar) -> tuple[int, int] | None:
    """Where the scale words at ``start`` end and their factor."""
    page = known.page
    table = {word: n for word, n in page.scales.items() if n >= _MILLION} | dict(page.scale_phrases)
    table |= {
        f"{thousand} {word}": n * _THOUSAND
        for thousand, factor in page.scales.items() if factor == _THOUSAND
        for word, n in page.scales.items() if n == _MILLION
    }  # fmt: skip
    low = text[start : start + 40].lower().replace("\u00a0", " ")
    for word in sorted(table, key=len, reverse=True):
        if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
            return start + len(word), table[word]
    return None


def _clocks(text: str, token: NumberToken, known: Grammar, _language: str) -> Iterator[_Change]:
    """18:30, 18h30 and 18.30 heures as 18 h 30."""
    style = known.page.style
    hours = known.page.clock24 and token.unit == "h" and len(token.alternatives) == 1
    if token.kind is not NumberKind.TIME and not hours:
        return
    surface = text[token.start : token.end]
    match = _CLOCK.match(surface)
    words = "|".join(map(re.escape, style.clock_words))
    if match is None or not re.fullmatch(rf"(?:{_GAP}(?:{words}))?" if words else "", surface[match.end() :]):
        return
    span = Span(token.start, token.end)
    after = re.match(rf"{_GAP}(?:{words})(?!\w)", text[span.end :]) if words else None
    if after:
        span = Span(span.start, span.end + after.end())
    if len(match[1]) < _TWO and span.of(text) == match.group() and "h" not in match.group().lower():
        return  # a ratio, a verse or a stopwatch
    yield span, clock((Decimal(match[1]), Decimal(match[2])), style)


def _percents(text: str, token: NumberToken, known: Grammar, _language: str) -> Iterator[_Change]:
    """3.5% as 3,5 %: the space before the sign, and the decimal mark of what is counted."""
    style = known.page.style
    if token.kind not in _COUNTED:
        return
    if (sign := _PERCENT.search(text, token.start, token.end + 1)) and _plain(sign[2]) != _plain(
        style.percent
    ):
        yield Span(*sign.span(2)), style.percent
    point = _POINT.search(text, token.start, token.end)
    if point and point[2] not in known.page.decimal_marks:
        yield Span(*point.span(2)), style.decimal


def _plain(gap: str) -> str:
    return " " if gap else ""


def _days(text: str, token: NumberToken, known: Grammar, _language: str) -> Iterator[_Change]:
    """1 mai as 1er mai, 15 Mai as 15. Mai."""
    day = token.values[-1] if token.kind is NumberKind.DATE else Decimal(0)
    suffix = known.page.style.days.get(int(day), known.page.style.days.get(0, ""))
    match = _DAY.match(text, token.start)
    if match and suffix and int(match[1]) == day:
        yield Span(*match.span(1)), f"{int(day)}{suffix}"


def _centuries(text: str, token: NumberToken, known: Grammar, language: str) -> Iterator[_Change]:
    """21ème siècle and siècle XXI as XXIe siècle; the noun keeps its form."""
    if token.kind is not NumberKind.CENTURY or token.unit or token.scalar is None:
        return
    span = Span(token.start, token.end)
    nouns = "|".join(sorted(known.page.centuries, key=len, reverse=True))
    figure = _CENTURY.pattern
    form = rf"(?i:(?P<a>{nouns})){_GAP}{figure}|{figure}{_GAP}(?i:(?P<b>{nouns}))"
    match = re.fullmatch(form, span.of(text))
    mention = token.mention(0, text)
    if match is None or mention.value is None:
        return
    noun = match["a"] or match["b"]
    printed = re.sub(
        rf"(?<!\w)(?:{nouns})(?!\w)", noun, write(mention.value, token.kind, language), flags=re.IGNORECASE
    )
    if _spaced(printed) != _spaced(span.of(text)):
        yield span, printed


def _spaced(text: str) -> str:
    return " ".join(text.split())


_RULES: tuple[Callable[[str, NumberToken, Grammar, str], Iterator[_Change]], ...] = (
    _scales, _clocks, _percents, _days, _centuries,
)  # fmt: skip
