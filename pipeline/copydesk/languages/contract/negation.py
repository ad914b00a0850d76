"""How the language says no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def said(**words: str) -> dict[str, str]:
    """A table from each word to what it says; underscores stand for spaces."""
    return {word.replace("_", " "): sense for sense, listed in words.items() for word in listed.split()}


@dataclass(frozen=True, slots=True)
class Negation:
    """Neutral defaults: nothing known, so nothing is judged.

    All words are lower case. ``verbal`` are words that negate a verb and that no translation may lose ("no",
    "not"); ``particles`` those of them that deny only with a partner behind them ("ne"). ``kin`` are words by
    which a translator may say it instead ("without", "fail", "hardly"), ``stems`` beginnings of such words
    ("impos", "un"), ``spared`` beginnings that are no such words all the same ("under"). ``senses`` tell what
    words say, by a name that all languages share: a kin word that renders its counterpart ("without" for
    "sin") stands for nothing else. ``idioms`` are phrases that hold a word of denial and deny nothing ("not
    only", "so far"; an ellipsis stands for one to three words), ``limits`` the words for "only" in them and
    elsewhere. ``second`` are words that deny only together with a verbal one, so they tell nothing alone
    ("aucun"). ``strong`` are words and phrases that deny by themselves and what they say ("never", "nobody",
    "without"); where there is ``concord`` they and a verbal word deny once together ("no … nunca").
    ``renders`` are words that may say such a sense without denying ("just" for "barely"), ``opposites`` those
    that stand where it was turned round ("with"). ``drops`` are (pattern, replacement) pairs that take one
    negation out of a sentence: what a careless translation does, for measuring the check; ``word_drops``
    do so with the strong words.
    """

    verbal: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    senses: Mapping[str, str] = field(default_factory=dict)
    idioms: tuple[str, ...] = ()
    limits: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    strong: Mapping[str, str] = field(default_factory=dict)
    concord: bool = False
    renders: Mapping[str, str] = field(default_factory=dict)
    opposites: Mapping[str, str] = field(default_factory=dict)
    drops: tuple[tuple[str, str], ...] = ()
    word_drops: tuple[tuple[str, str], ...] = ()
