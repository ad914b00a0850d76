"""The ways a source number may be written in a place: candidates, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from copydesk.data import NumberKind, Quantity
from copydesk.numbers.calendar import dates, decades, fits, years
from copydesk.numbers.habit import NO_HABIT, Format, Habit, clock_mark, habit
from copydesk.numbers.hours import decimal_time, halved, said_time, times
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.places import Hole, Place, Probed, after_cue, contradicts
from copydesk.numbers.printed import number, percent_gap
from copydesk.numbers.relate import PAIRS
from copydesk.numbers.roman import to_roman
from copydesk.numbers.shares import of_copies, pieces, share, tidy, trimmed
from copydesk.numbers.units import counted_in
from copydesk.numbers.write import ordinal, pair_digits, write

_SAFE_PAIR = re.compile(r"\d+(?:[.,]\d+)?([-–:/])\d+(?:[.,]\d+)?")
_RUNS = re.compile(r"\d+")
_DIGITAL = re.compile(r"\d+(?:[.,]\d+)*")
_PLURAL = re.compile(r"['’]?s\b")
_MIXED = re.compile(r"\d\D*[^\W\d_]\D*\d")
_ROMAN = range(1, 61)
_TWO = 2
_THOUSAND = 1000
_LINK = 12


@dataclass(frozen=True, slots=True)
class Forms:
    """Candidates for the places of ``seen``, in the language of ``known``, in its habit.

    ``shown`` is what the text itself shows of that, ``usual`` the texts around. ``source`` is the text that
    the numbers come from, ``spoken`` the lexicon of its language.
    """

    seen: Probed
    known: Lexicon
    shown: Habit
    usual: Habit
    language: str
    source: str
    spoken: Lexicon

    @property
    def own(self) -> Habit:
        """The habit of the text and of those around."""
        return self.shown + self.usual

    def single(self, place: Place, mark: Mark, surface: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """Texts for the one hole of ``place``, and how many code points behind it they replace too."""
        hole = place.holes[0]
        if _negative(place.mark) and _negative(mark):
            mark = mark._replace(values=(-mark.values[0],))
            surface = surface.lstrip("-−–")
        if place.standing and mark.unit == "%" and contradicts(place.mark):
            yield from self._percentage(place, mark, surface)
        yield from self._ranked(place, hole, mark)
        for text in self._texts(place, hole, mark, surface):
            if of_copies(text, hole):
                yield (text,), 0

    def _percentage(self, place: Place, mark: Mark, surface: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """A number that slid to a percent sign took the sign's space with it: both are written anew."""
        hole = place.holes[0]
        rest = self.seen.text[hole.until : place.mark.end]
        if rest in ("%", "‰"):
            others = self.seen.text[: hole.at] + self.seen.text[place.mark.end :]
            own = habit(others, self.known.page, self.source) + self.usual
            gap = percent_gap(own, self.known.page.style)
            for value in self._written(mark.values[0], surface):
                yield (value + gap + rest,), len(rest)

    def _written(self, value: Decimal, surface: str, joiner: str = "") -> Iterator[str]:
        """``value`` in the text's habit; where that would read otherwise, in the language's."""
        for own in (self.own, self.shown, NO_HABIT):
            yield number(value, own, self.known.page, surface, joiner=joiner)

    def _ranked(self, place: Place, hole: Hole, mark: Mark) -> Iterator[tuple[tuple[str, ...], int]]:
        """An ordinal whose suffix is another number's: XNUMXth for the 21st."""
        suffix = re.match(r"[^\W\d_]+", self.seen.text[hole.until : place.mark.end])
        style = self.known.page.style
        if suffix is None or not mark.values or mark.values[0] % 1:
            return
        stands = suffix.group().lower()
        expected = ordinal(mark.values[0], style)
        if stands not in self.known.page.ordinal_suffixes or expected.endswith(stands):
            return
        if len(style.ordinals) > _TWO or (
            stands == style.ordinals.get(0) and mark.values[0] in style.ordinals
        ):
            yield (expected,), suffix.end()

    def _texts(self, place: Place, hole: Hole, mark: Mark, surface: str) -> Iterator[str]:
        text = self.seen.text
        cued = after_cue(self.source, mark.start, self.spoken)
        if not fits(text, place, mark, self.known, cued=cued):
            return
        if mark.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE):
            if (
                place.mark.kind is NumberKind.CARDINAL
                and not place.standing
                and not self._begun(hole, surface)
            ):
                yield surface
            if place.mark.kind in (NumberKind.IDENTIFIER, NumberKind.CARDINAL):
                yield from _RUNS.findall(surface)
        elif (
            place.mark.kind is NumberKind.IDENTIFIER and mark.kind is NumberKind.YEAR and _letter(text, hole)
        ):
            yield f"{int(mark.values[0]) % 100:02}"
        elif place.mark.kind is NumberKind.IDENTIFIER and (mark.spelled or mark.unit):
            return
        elif place.mark.kind is NumberKind.TIME and (said := decimal_time(mark)):
            yield from times(text, place, said, surface, self.known, self._clock(surface))
        elif halved(text, place, self.known) and mark.scalar is not None and mark.scalar % 1 == 0:
            yield str(int(mark.scalar) % 12 or 12)
        elif time := said_time(mark):
            yield from times(text, place, time, surface, self.known, self._clock(surface))
        elif mark.kind in PAIRS:
            yield from self._pairs(mark, surface)
        elif mark.kind is NumberKind.DATE and not halved(text, place, self.known):
            yield from dates(text, place, mark, surface, self.known)
        else:
            yield from self._scalars(place, hole, mark, surface)

    def _clock(self, surface: str) -> str:
        """What parts hours and minutes: the text's habit, else the source's where the language has it too."""
        theirs = clock_mark(surface)
        copied = theirs in (":", ".") and "h" not in self.known.page.style.clock
        return self.own.mark(Format.CLOCK, theirs) or (theirs if theirs and copied else "")

    def _pairs(self, mark: Mark, surface: str) -> Iterator[str]:
        page = self.known.page
        match = _SAFE_PAIR.search(surface)
        if match and (page.style.decimal in match.group() or not re.search(r"[.,]", match.group())):
            yield match.group()
        yield write(Quantity(mark.values), mark.kind, self.language)
        yield "-".join(pair_digits(mark.values, page.style))

    def _scalars(self, place: Place, hole: Hole, mark: Mark, surface: str) -> Iterator[str]:
        value, text = mark.values[0], self.seen.text
        yield from self._special(place, hole, mark, surface)
        plural = self.known.page.plural_decades and _PLURAL.match(text, hole.until)
        if mark.kind is NumberKind.DECADE or (plural and value % 10 == 0 and value < 100):
            yield from decades(text, hole, value, surface, self.known, self.own)
        if surface.startswith("0") and surface.isdecimal():
            yield surface
        rest = (place.whole.scalar or Decimal(0)) % 1
        if rest and rest == value % 1 and not place.standing:
            yield from self._written(trimmed(value - rest), surface)
        if mark.kind is NumberKind.YEAR and value != _THOUSAND:
            yield from years(text[: hole.at], value, surface)
        yield from self._scaled(place, hole, mark, surface)
        if mark.unit != place.mark.unit and (count := counted_in(value, mark.unit, place.mark.unit)):
            yield from self._written(count, surface)
        if written := _DIGITAL.search(surface):
            yield from self._as_written(place, written.group(), surface)
        if _MIXED.search(surface):
            yield from _RUNS.findall(surface)
        yield from pieces(number(value, self.own, self.known.page, surface))

    def _special(self, place: Place, hole: Hole, mark: Mark, surface: str) -> Iterator[str]:
        """A foreign numeral as it is, the Roman numerals of kings and centuries."""
        value, text, style = mark.values[0], self.seen.text, self.known.page.style
        if self._foreign(mark, surface):
            yield surface
        if value not in _ROMAN:
            return
        if (
            mark.kind is NumberKind.REGNAL
            and _named(self.source, mark.start)
            and _named(text, hole.at)
            and not text[hole.until : hole.until + 1].isalpha()
        ):
            yield to_roman(int(value))
        of_century = place.mark.kind is NumberKind.CENTURY and "{n}" in style.century
        if of_century and not text.startswith("ème", hole.until):
            yield to_roman(int(value))

    def _scaled(self, place: Place, hole: Hole, mark: Mark, surface: str) -> Iterator[str]:
        """The value, or its part where a scale word says the rest, here or at the other end of a range."""
        value = mark.values[0]
        shared = is_shared(mark, surface)
        beyond = self.seen.scale_beyond(place)
        if beyond > 1 < mark.scaled and mark.kind is not NumberKind.YEAR and tidy(share(mark, beyond), mark):
            yield from self._written(share(mark, beyond), surface, hole.joiner)
        if shared:
            yield from self._written(share(mark, mark.scaled), surface, hole.joiner)
        signs = [int(v[0] / place.mark.values[0]) for v in place.mark.alternatives if place.mark.scalar]
        signs = [scale for scale in signs if scale >= 1000]
        for scale in dict.fromkeys((*signs, place.mark.scaled, mark.scaled, 1, 10**3, 10**6, 10**9)):
            part = share(mark, scale)
            plain = scale == 1 and not shared and (value % _THOUSAND or not self._scale_follows(hole))
            if scale == _THOUSAND and part < 1 <= value:
                continue
            scaled = scale > 1 and (signs or place.mark.scaled > 1 or place.whole.scaled > 1)
            if plain or (scaled and mark.kind is not NumberKind.YEAR and tidy(part, mark)):
                yield from self._written(part, surface, hole.joiner)
        if shared and place.mark.scaled == 1:
            yield from self._written(value, surface)

    def _as_written(self, place: Place, written: str, surface: str) -> Iterator[str]:
        if place.mark.kind in (NumberKind.TIME, NumberKind.RATIO, NumberKind.IDENTIFIER):
            yield written
        if place.mark.kind is NumberKind.TIME:
            yield from re.split("[:hH]", surface)
        if place.mark.unit == "h":
            yield written

    def _begun(self, hole: Hole, surface: str) -> bool:
        """Whether the letters of a code stand before the hole already."""
        words = re.findall(r"[^\W\d_]+", self.seen.text[max(0, hole.at - 24) : hole.at].casefold())
        letters = re.match(r"[^\W\d_]+", surface.casefold())
        return hole.gap[0] or bool(words and letters and words[-1][:4] == letters.group()[:4])

    def _foreign(self, mark: Mark, surface: str) -> bool:
        """Whether a numeral without a unit has a decimal mark foreign to its language: Web 2.0."""
        numeral = re.fullmatch(r"\d+([.,])\d{1,2}", surface)
        bare = not mark.unit and mark.scaled == 1
        return bare and numeral is not None and numeral.group(1) not in self.spoken.page.decimal_marks

    def is_range(self, start: int, end: int) -> bool:
        """Whether what stands between makes two numbers a range: 5 to 10."""
        between = self.seen.text[start:end].strip().lower() if end - start <= _LINK else ""
        return between in {"-", "–", *self.known.page.range_words}

    def _scale_follows(self, hole: Hole) -> bool:
        """Whether a word like a scale word follows that was not read as one: 60milles."""
        after = re.match(r"\s?([^\W\d_]+)", self.seen.text[hole.until :][:24])
        word = after.group(1).lower() if after else ""
        return any(
            word != scale and word.startswith(scale) and len(word) <= len(scale) + _TWO
            for scale in self.known.page.scales
            if len(scale) > 3
        )


def _negative(mark: Mark) -> bool:
    """Whether a minus, or a word for it, belongs to ``mark``."""
    return mark.scalar is not None and mark.scalar < 0


def is_shared(mark: Mark, surface: str) -> bool:
    """Whether the scale word of ``mark`` stands elsewhere in the source: the 5 of 5 a 15 mil."""
    return mark.scaled > 1 and _DIGITAL.fullmatch(surface) is not None


def _letter(text: str, hole: Hole) -> bool:
    return text[hole.at - 1 : hole.at].isalpha()


def _named(text: str, at: int) -> bool:
    """Whether a word with a capital stands right before ``at``."""
    words = text[max(0, at - 30) : at].split()
    return bool(words) and words[-1][0].isupper() and text[at - 1 : at].isspace()
