"""How machine output is mended in a language, and how its text is made ready for a machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    r"""One general rule of grammar or usage as a rewrite.

    ``pattern`` is a regular expression, case-insensitive unless ``exact``; ``replacement`` a template for
    it (``\1`` is a group, ``\l1`` the group in lower case), which takes over a capital from the start of
    the match. ``cues``: at least one of these lower-case strings must be in the text, a cheap test before
    the search. ``why`` is the rule in words. ``source`` limits the rule to texts translated from that
    language; ``when`` is a pattern that the source text must contain. A rule may not change digits unless
    ``digits``.
    """

    cues: tuple[str, ...]
    pattern: str
    replacement: str
    why: str
    source: str = ""
    when: str = ""
    exact: bool = False
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """Neutral defaults: nothing is changed.

    ``prepare`` are rules for source text before translation, ``mend`` for target text after it; both are
    applied in order, each to what the one before left.
    """

    prepare: tuple[Rule, ...] = ()
    mend: tuple[Rule, ...] = ()
