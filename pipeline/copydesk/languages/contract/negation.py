"""How the language says no."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Negation:
    """Neutral defaults: nothing known, so nothing is judged.

    All words are lower case. ``verbal`` are words
    that negate a verb and that no translation may lose ("no", "not"). ``kin`` are words by which a
    translator may say it instead ("without", "fail", "hardly"), ``stems`` beginnings of such words
    ("impos", "un"), ``spared`` beginnings that are no such words all the same ("under"). ``idioms`` are
    phrases that hold a verbal negation and deny nothing ("not only"). ``second`` are words that deny only
    together with a verbal one, so they tell nothing alone ("aucun"). ``drops`` are (pattern, replacement)
    pairs that take one negation out of a sentence: what a careless translation does, for measuring the
    check.
    """

    verbal: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    second: frozenset[str] = frozenset()
    drops: tuple[tuple[str, str], ...] = ()
