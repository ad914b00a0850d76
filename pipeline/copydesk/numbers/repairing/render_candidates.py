"""The ways a source number may be written in a slot: candidates, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from copydesk.data import NumberKind, Quantity
from copydesk.numbers.comparing.match import PAIRS
from copydesk.numbers.reading.grammar import Grammar
from copydesk.numbers.reading.number_token import NumberToken, to_roman
from copydesk.numbers.repairing.dates_and_times import (
    date_candidates,
    decade_candidates,
    decimal_time,
    fits_calendar,
    halved,
    said_time,
    time_candidates,
    year_candidates,
)
from copydesk.numbers.repairing.slots import STRUCTURE, ProbedText, Slot, SlotSpan, after_cue, contradicts
from copydesk.numbers.units import counted_in
from copydesk.numbers.writing import number_in_style, ordinal, pair_digits, percent_gap, write
from copydesk.numbers.writing.number_style import NO_STYLE, Format, NumberStyle, clock_mark, number_style

_NAME = re.compile(r"(\S+)[ \u00a0]$")
_LONGEST_NAME = 30
_RUNS = re.compile(r"\d+")
_TWO = 2


def pieces(whole: str) -> Iterator[str]:
    """Parts of a numeral, for a mark that took only some of its digits: XNUMX 000."""
    runs = _RUNS.findall(whole)
    if len(runs) > 1:
        yield from runs
    if len(runs) == 1 and len(whole) > len("000"):
        yield from dict.fromkeys((whole[:-3], whole[-3:], whole[-3:].lstrip("0") or "0"))


def share(token: NumberToken, scale: int) -> Decimal:
    """The number to write where ``scale`` is said in words; decimals as the source has them."""
    value = token.values[0]
    return value if scale == token.scaled == 1 else trimmed(value / scale)


def tidy(share: Decimal, token: NumberToken) -> bool:
    """Whether ``share`` has no more decimals than print would give it."""
    return share.as_tuple().exponent >= min(-2, token.values[0].as_tuple().exponent)  # type: ignore[operator]


def of_copies(text: str, span: SlotSpan) -> bool:
    """Whether ``text`` may have left as many marks, parted so, as stand there."""
    joiner = span.joiner.strip()
    if joiner and joiner in STRUCTURE:
        return span.joiner in text
    runs = len(_RUNS.findall(text))
    return span.copies == runs if span.joiner else span.copies <= max(_TWO, runs)


def trimmed(value: Decimal) -> Decimal:
    """``value`` without superfluous zeros or exponent."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) if abs(value) < 10**24 else value
    return value.normalize()


_SAFE_PAIR = re.compile(r"\d+(?:[.,]\d+)?([-–:/])\d+(?:[.,]\d+)?")
_DIGITAL = re.compile(r"\d+(?:[.,]\d+)*")
_PLURAL = re.compile(r"['’]?s\b")
_MIXED = re.compile(r"\d\D*[^\W\d_]\D*\d")
_ROMAN = range(1, 61)
_THOUSAND = 1000
_LINK = 12


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates for the slots of ``seen``, in the language of ``known``, in its style.

    ``shown`` is what the text itself shows of that, ``usual`` the texts around. ``source`` is the text that
    the numbers come from, ``spoken`` the grammar of its language.
    """

    seen: ProbedText
    known: Grammar
    shown: NumberStyle
    usual: NumberStyle
    language: str
    source: str
    spoken: Grammar

    @property
    def own(self) -> NumberStyle:
        """The style of the text and of those around."""
        return self.shown + self.usual

    def single(self, slot: Slot, token: NumberToken, surface: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """Texts for the one hole of ``slot``, and how many code points behind it they replace too."""
        span = slot.spans[0]
        if _negative(slot.token) and _negative(token):
            token = token._replace(values=(-token.values[0],))
            surface = surface.lstrip("-−–")
        if slot.standing and token.unit == "%" and contradicts(slot.token):
            yield from self._percentage(slot, token, surface)
        yield from self._ranked(slot, span, token)
        for text in self._texts(slot, span, token, surface):
            if of_copies(text, span):
                yield (text,), 0

    def _percentage(
        self, slot: Slot, token: NumberToken, surface: str
    ) -> Iterator[tuple[tuple[str, ...], int]]:
        """A number that slid to a percent sign took the sign's space with it: both are written anew."""
        span = slot.spans[0]
        rest = self.seen.text[span.until : slot.token.end]
        if rest in ("%", "‰"):
            others = self.seen.text[: span.at] + self.seen.text[slot.token.end :]
            own = number_style(others, self.known.page, self.source) + self.usual
            gap = percent_gap(own, self.known.page.style)
            for value in self._written(token.values[0], surface):
                yield (value + gap + rest,), len(rest)

    def _written(self, value: Decimal, surface: str, joiner: str = "") -> Iterator[str]:
        """``value`` in the text's style; where that would read otherwise, in the language's."""
        for own in (self.own, self.shown, NO_STYLE):
            yield number_in_style(value, own, self.known.page, surface, joiner=joiner)

    def _ranked(
        self, slot: Slot, span: SlotSpan, token: NumberToken
    ) -> Iterator[tuple[tuple[str, ...], int]]:
        """An ordinal whose suffix is another number's: XNUMXth for the 21st."""
        suffix = re.match(r"[^\W\d_]+", self.seen.text[span.until : slot.token.end])
        style = self.known.page.style
        if suffix is None or not token.values or token.values[0] % 1:
            return
        stands = suffix.group().lower()
        expected = ordinal(token.values[0], style)
        if stands not in self.known.page.ordinal_suffixes or expected.endswith(stands):
            return
        if len(style.ordinals) > _TWO or (
            stands == style.ordinals.get(0) and token.values[0] in style.ordinals
        ):
            yield (expected,), suffix.end()

    def _texts(self, slot: Slot, span: SlotSpan, token: NumberToken, surface: str) -> Iterator[str]:
        text = self.seen.text
        cued = after_cue(self.source, token.start, self.spoken)
        if not fits_calendar(text, slot, token, self.known, cued=cued):
            return
        if token.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE):
            if (
                slot.token.kind is NumberKind.CARDINAL
                and not slot.standing
                and not self._begun(span, surface)
                and not self._abbreviated(span, surface)
            ):
                yield surface
            if slot.token.kind in (NumberKind.IDENTIFIER, NumberKind.CARDINAL):
                yield from _RUNS.findall(surface)
        elif (
            slot.token.kind is NumberKind.IDENTIFIER and token.kind is NumberKind.YEAR and _letter(text, span)
        ):
            yield f"{int(token.values[0]) % 100:02}"
        elif slot.token.kind is NumberKind.IDENTIFIER and (token.spelled or token.unit):
            return
        elif slot.token.kind is NumberKind.TIME and (said := decimal_time(token)):
            yield from time_candidates(text, slot, said, surface, self.known, self._clock(surface))
        elif halved(text, slot, self.known) and token.scalar is not None and token.scalar % 1 == 0:
            yield str(int(token.scalar) % 12 or 12)
        elif time := said_time(token):
            yield from time_candidates(text, slot, time, surface, self.known, self._clock(surface))
        elif token.kind in PAIRS:
            yield from self._pairs(token, surface)
        elif token.kind is NumberKind.DATE and not halved(text, slot, self.known):
            yield from date_candidates(text, slot, token, surface, self.known)
        else:
            yield from self._scalars(slot, span, token, surface)

    def _clock(self, surface: str) -> str:
        """What parts hours and minutes: the text's style, else the source's where the language has it too."""
        theirs = clock_mark(surface)
        copied = theirs in (":", ".") and "h" not in self.known.page.style.clock
        return self.own.separator(Format.CLOCK, theirs) or (theirs if theirs and copied else "")

    def _pairs(self, token: NumberToken, surface: str) -> Iterator[str]:
        page = self.known.page
        match = _SAFE_PAIR.search(surface)
        if match and (page.style.decimal in match.group() or not re.search(r"[.,]", match.group())):
            yield match.group()
        yield write(Quantity(token.values), token.kind, self.language)
        yield "-".join(pair_digits(token.values, page.style))

    def _scalars(self, slot: Slot, span: SlotSpan, token: NumberToken, surface: str) -> Iterator[str]:
        value, text = token.values[0], self.seen.text
        yield from self._special(slot, span, token, surface)
        plural = self.known.page.plural_decades and _PLURAL.match(text, span.until)
        if token.kind is NumberKind.DECADE or (plural and value % 10 == 0 and value < 100):
            yield from decade_candidates(text, span, value, surface, self.known, self.own)
        if surface.startswith("0") and surface.isdecimal():
            yield surface
        rest = (slot.whole.scalar or Decimal(0)) % 1
        if rest and rest == value % 1 and not slot.standing:
            yield from self._written(trimmed(value - rest), surface)
        if token.kind is NumberKind.YEAR and value != _THOUSAND:
            yield from year_candidates(text[: span.at], value, surface)
        yield from self._scaled(slot, span, token, surface)
        if token.unit != slot.token.unit and (count := counted_in(value, token.unit, slot.token.unit)):
            yield from self._written(count, surface)
        if written := _DIGITAL.search(surface):
            yield from self._as_written(slot, written.group(), surface)
        if _MIXED.search(surface):
            yield from _RUNS.findall(surface)
        yield from pieces(number_in_style(value, self.own, self.known.page, surface))

    def _special(self, slot: Slot, span: SlotSpan, token: NumberToken, surface: str) -> Iterator[str]:
        """A foreign numeral as it is, the Roman numerals of kings and centuries."""
        value, text, style = token.values[0], self.seen.text, self.known.page.style
        if self._foreign(token, surface) or self._version(span, token, surface):
            yield surface
        if value not in _ROMAN:
            return
        if (
            token.kind is NumberKind.REGNAL
            and _named(self.source, token.start)
            and _named(text, span.at)
            and not text[span.until : span.until + 1].isalpha()
        ):
            yield to_roman(int(value))
        of_century = slot.token.kind is NumberKind.CENTURY and "{n}" in style.century
        if of_century and not text.startswith("ème", span.until):
            yield to_roman(int(value))

    def _scaled(self, slot: Slot, span: SlotSpan, token: NumberToken, surface: str) -> Iterator[str]:
        """The value, or its part where a scale word says the rest, here or at the other end of a range."""
        value = token.values[0]
        shared = is_shared(token, surface)
        beyond = self.seen.scale_beyond(slot)
        if (
            beyond > 1 < token.scaled
            and token.kind is not NumberKind.YEAR
            and tidy(share(token, beyond), token)
        ):
            yield from self._written(share(token, beyond), surface, span.joiner)
        if shared:
            yield from self._written(share(token, token.scaled), surface, span.joiner)
        signs = [int(v[0] / slot.token.values[0]) for v in slot.token.alternatives if slot.token.scalar]
        signs = [scale for scale in signs if scale >= 1000]
        for scale in dict.fromkeys((*signs, slot.token.scaled, token.scaled, 1, 10**3, 10**6, 10**9)):
            part = share(token, scale)
            plain = scale == 1 and not shared and (value % _THOUSAND or not self._scale_follows(span))
            if scale == _THOUSAND and part < 1 <= value:
                continue
            scaled = scale > 1 and (signs or slot.token.scaled > 1 or slot.whole.scaled > 1)
            if plain or (scaled and token.kind is not NumberKind.YEAR and tidy(part, token)):
                yield from self._written(part, surface, span.joiner)
        if shared and slot.token.scaled == 1:
            yield from self._written(value, surface)

    def _as_written(self, slot: Slot, written: str, surface: str) -> Iterator[str]:
        if slot.token.kind in (NumberKind.TIME, NumberKind.RATIO, NumberKind.IDENTIFIER):
            yield written
        if slot.token.kind is NumberKind.TIME:
            yield from re.split("[:hH]", surface)
        if slot.token.unit == "h":
            yield written

    def _begun(self, span: SlotSpan, surface: str) -> bool:
        """Whether the letters of a code stand before the span already."""
        words = re.findall(r"[^\W\d_]+", self.seen.text[max(0, span.at - 24) : span.at].casefold())
        letters = re.match(r"[^\W\d_]+", surface.casefold())
        return span.gap[0] or bool(words and letters and words[-1][:4] == letters.group()[:4])

    def _foreign(self, token: NumberToken, surface: str) -> bool:
        """Whether a numeral without a unit has a decimal mark foreign to its language: Web 2.0."""
        numeral = re.fullmatch(r"\d+([.,])\d{1,2}", surface)
        bare = not token.unit and token.scaled == 1
        return bare and numeral is not None and numeral.group(1) not in self.spoken.page.decimal_marks

    def _abbreviated(self, span: SlotSpan, surface: str) -> bool:
        """Whether the word before spells out the letter of the code: Formule XNUMX for F1."""
        before = _NAME.search(self.seen.text[max(0, span.at - _LONGEST_NAME) : span.at])
        return before is not None and before.group(1)[:1] == surface[:1] and surface[1:].isdecimal()

    def _version(self, span: SlotSpan, token: NumberToken, surface: str) -> bool:
        """Whether the decimal is part of a name that both texts have: Python 3.12."""
        if token.kind is not NumberKind.DECIMAL or token.unit or not surface[:1].isdecimal():
            return False
        sides = ((self.source, token.start), (self.seen.text, span.at))
        names = (_NAME.search(text[max(0, at - _LONGEST_NAME) : at]) for text, at in sides)
        here, there = (name.group(1) if name else "" for name in names)
        return here == there and here[:1].isupper()

    def is_range(self, start: int, end: int) -> bool:
        """Whether what stands between makes two numbers a range: 5 to 10."""
        between = self.seen.text[start:end].strip().lower() if end - start <= _LINK else ""
        return between in {"-", "–", *self.known.page.range_words}

    def _scale_follows(self, span: SlotSpan) -> bool:
        """Whether a word like a scale word follows that was not read as one: 60milles."""
        after = re.match(r"\s?([^\W\d_]+)", self.seen.text[span.until :][:24])
        word = after.group(1).lower() if after else ""
        return any(
            word != scale and word.startswith(scale) and len(word) <= len(scale) + _TWO
            for scale in self.known.page.scales
            if len(scale) > 3
        )


def _negative(token: NumberToken) -> bool:
    """Whether a minus, or a word for it, belongs to ``token``."""
    return token.scalar is not None and token.scalar < 0


def is_shared(token: NumberToken, surface: str) -> bool:
    """Whether the scale word of ``token`` stands elsewhere in the source: the 5 of 5 a 15 mil."""
    return token.scaled > 1 and _DIGITAL.fullmatch(surface) is not None


def _letter(text: str, span: SlotSpan) -> bool:
    return text[span.at - 1 : span.at].isalpha()


def _named(text: str, at: int) -> bool:
    """Whether a word with a capital stands right before ``at``."""
    words = text[max(0, at - 30) : at].split()
    return bool(words) and words[-1][0].isupper() and text[at - 1 : at].isspace()
