"""How numbers are written and said: the page a language fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, int]
Codes = Mapping[str, str]


def counted(start: int, words: str, step: int = 1) -> dict[str, int]:
    """``words`` numbered from ``start`` by ``step``; variants of one number are joined by a slash."""
    table: dict[str, int] = {}
    for position, variants in enumerate(words.split()):
        table.update(dict.fromkeys(variants.split("/"), start + step * position))
    return table


def coded(**variants: str) -> dict[str, str]:
    """A table from each word (underscores stand for spaces, slashes part words) to its code."""
    return {word.replace("_", " "): code for code, words in variants.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class NumeralStyle:
    """How a number is written in good print.

    ``group`` parts thousands from ``group_from`` digits on; ``percent`` stands between number and sign;
    ``clock`` is a format with ``h`` and ``m``; ``money_before`` puts the symbol first; ``ordinals`` maps a
    number to its suffix, with 0 as the general one; ``roman_ordinal`` follows a Roman numeral. ``century``
    (``n`` Roman, ``o`` ordinal), ``decade``, ``date``, ``day_month`` and ``month_year`` (``d`` day, ``o`` day
    as an ordinal where it is one, ``M`` month name, ``m`` month, ``y`` year) are formats. ``scales`` are the
    words that large numbers are printed with, one and many, by their factor; ``one_below_two`` tells that
    1,5 takes the singular. ``days`` are the suffixes of the day before a month, 0 for any day.
    ``clock_words`` may stand behind a time in figures; without any, times stay as they are.
    """

    decimal: str = "."
    group: str = ","
    group_from: int = 4
    percent: str = ""
    clock: str = "{h}:{m:02}"
    clock_full: str = "{h}:00"
    money_before: bool = False
    ordinals: Mapping[int, str] = field(default_factory=dict)
    roman_ordinal: str = ""
    century: str = "{n}"
    decade: str = "{n}"
    date: str = "{y:04}-{m:02}-{d:02}"
    day_month: str = "{d}/{m}"
    month_year: str = "{m}/{y}"
    scales: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    one_below_two: bool = False
    days: Mapping[int, str] = field(default_factory=dict)
    clock_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numerals:
    """Neutral defaults: digits with a decimal point, no words.

    ``small`` are words below 100, ``hundreds`` whole hundreds said in one word, ``hundred`` words that
    multiply what stands before them, ``scales`` powers of a thousand (thousand included). ``ones`` are the
    words for one that are also articles: they count inside a longer number only. ``weak`` words are often
    no number at all ("neuf"): they may explain a number of the other side, never raise an alarm.
    ``collectives`` are rough or hidden numbers (dozen, half, both) as decimal strings. Phrases
    (``percent``, ``currencies``, ``units`` ...) follow the number; ``scale_signs`` do so without a space or
    before a currency sign. ``loose_scales`` are scale words with a second meaning or a doubtful spelling
    ("milles"): they give the number another reading. ``interposed`` words may stand between a number and its
    scale ("350 autres milliards"). ``closing`` are ordinals that may end a compound (twenty-first).
    ``compounds`` are numbers below a hundred written in one word, ``inner`` the stems that multiply within a
    word (zweitausenddreißig). ``rough_scales`` are nouns for unnamed thousands (dozens of thousands).
    ``idioms`` are phrases whose numbers count nothing. ``multipliers`` say how many times (double); ``times``
    follow such a number (3 times). ``about``, ``over`` and ``under`` come before a number that is rounded or
    bounded. ``spans`` are words and phrases that hide a number of units ("trienio" is "3 year"), ``feasts``
    those that hide a day ("May Day" is "5-1", month and day). ``references`` come before the number of a
    thing (No. 5). ``half_of`` are nouns for a half, ``part_phrases`` say a share (cuarta
    parte), ``share_links`` join a share to its whole.
    ``past`` and ``to`` join minutes and hours (ten past six; las seis
    menos diez, where ``hour_first``), ``clock_cues`` come before; ``quarter`` and ``halves`` are minutes too.
    ``one_in`` joins a share said in whole numbers (one in five). ``from_words`` come before where a change
    begins, ``range_words`` before its end. ``contrasts`` let a translator turn
    two numbers round (15 instead of 25). ``vague`` words stand for an unsaid number (few, several).
    ``minus`` and ``below_zero`` stand before and after a temperature below zero; words that begin with one of
    ``falls`` (regular expressions) say that an amount is a loss, so that a minus before it may go.
    ``clock24``: hours run to 24 in print. ``openings`` begin a phrase that may stand first or
    last in a sentence. ``ages`` are words for the age of a
    person. ``eras`` say before or after Christ (code BC or AD); ``every`` makes a share of the rank that
    follows (jeder fünfte); ``periods`` are parts of a year that are counted (third quarter); ``rounds`` are
    those of a cup, with the number of their matches; ``draws`` come before the goals of both sides (empate a
    dos), ``each`` after (2-all), ``scores`` name one, ``no_goals`` say 0-0; ``mixed`` are numbers with a half
    in one word (anderthalb), as decimal strings; ``half_to`` comes before the hour that is half begun (halb
    acht), ``half_past`` before the hour that it follows (half seven is 7:30),
    ``quarters_to`` between the quarters of it and the hour (dos quarts de nou); ``dozens`` multiply a
    number by twelve;
    ``century_names`` are centuries said by their hundreds (Settecento); ``date_signs`` stand behind year,
    month and day; ``participles`` are endings by which a unit before them is seen to be a verb (ha vendido).
    All words are lower case.
    """

    decimal_marks: str = "."
    group_marks: str = ","
    style: NumeralStyle = NumeralStyle()
    small: Words = field(default_factory=dict)
    hundreds: Words = field(default_factory=dict)
    hundred: frozenset[str] = frozenset()
    bare_hundred: bool = False
    scales: Words = field(default_factory=dict)
    bare_scales: frozenset[str] = frozenset()
    scale_phrases: Words = field(default_factory=dict)
    scale_signs: Words = field(default_factory=dict)
    ones: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    vigesimal: bool = False
    reversed_tens: bool = False
    weak: frozenset[str] = frozenset()
    ordinals: Words = field(default_factory=dict)
    ordinal_suffixes: frozenset[str] = frozenset()
    collectives: Codes = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    denominators: Words = field(default_factory=dict)
    percent: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    point_units: tuple[str, ...] = ()
    currencies: Codes = field(default_factory=dict)
    units: Codes = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    months: Words = field(default_factory=dict)
    months_capitalised: bool = False
    month_first: bool = False
    date_links: frozenset[str] = frozenset()
    centuries: frozenset[str] = frozenset()
    decades: tuple[str, ...] = ()
    decade_names: Words = field(default_factory=dict)
    plural_decades: bool = False
    range_words: frozenset[str] = frozenset()
    contrasts: tuple[str, ...] = ()
    between: Codes = field(default_factory=dict)
    morning: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    noon: frozenset[str] = frozenset()
    midnight: frozenset[str] = frozenset()
    year_cues: frozenset[str] = frozenset()
    loose_scales: Words = field(default_factory=dict)
    interposed: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    compounds: Words = field(default_factory=dict)
    inner: Words = field(default_factory=dict)
    rough_scales: Words = field(default_factory=dict)
    idioms: tuple[str, ...] = ()
    multipliers: Words = field(default_factory=dict)
    times: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    spans: Codes = field(default_factory=dict)
    feasts: Codes = field(default_factory=dict)
    references: tuple[str, ...] = ()
    past: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    quarter: frozenset[str] = frozenset()
    clock_cues: frozenset[str] = frozenset()
    hour_first: bool = False
    one_in: tuple[str, ...] = ()
    from_words: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    below_zero: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    clock24: bool = False
    openings: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    eras: Codes = field(default_factory=dict)
    every: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    rounds: Words = field(default_factory=dict)
    draws: frozenset[str] = frozenset()
    scores: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    no_goals: tuple[str, ...] = ()
    mixed: Codes = field(default_factory=dict)
    half_to: frozenset[str] = frozenset()
    half_past: frozenset[str] = frozenset()
    quarters_to: frozenset[str] = frozenset()
    dozens: frozenset[str] = frozenset()
    century_names: Words = field(default_factory=dict)
    half_of: frozenset[str] = frozenset()
    part_phrases: Words = field(default_factory=dict)
    share_links: frozenset[str] = frozenset()
    date_signs: tuple[str, ...] = ()
    participles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
