"""How machine output is edited in a language, and how its text is made ready for a machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    r"""One rule of grammar or usage as a rewrite.

    ``pattern`` is a regular expression, case-insensitive unless ``exact``; ``replacement`` a template for
    it (``\1`` is a group, ``\l1`` and ``\u1`` the group with a small and a capital letter), which takes over
    a capital from the start of the match. ``cues``: at least one of these lower-case strings must be in the
    text, a cheap test before the search. ``why`` is the rule in words. A rule may not change digits unless
    ``digits``.

    ``source`` limits the rule to texts translated from that language, ``target`` to texts on their way into
    that one. ``when`` is a pattern that the source text must contain, ``unless`` one that it must not;
    ``named`` is one that it must contain where ``{}`` stands for the very words of group 1. ``engines``
    names the engines whose habits the rule was written against, empty for all: what mends one engine's
    output spoils a good translation of another's.
    """

    cues: tuple[str, ...]
    pattern: str
    replacement: str
    why: str
    source: str = ""
    when: str = ""
    unless: str = ""
    named: str = ""
    exact: bool = False
    digits: bool = False
    target: str = ""
    engines: tuple[str, ...] = ("apertium", "apertium-apy")


@dataclass(frozen=True, slots=True)
class PostEdit:
    """Neutral defaults: nothing is changed.

    ``prepare`` are rules for source text before translation, ``rules`` for target text after it; both are
    applied in order, each to what the one before left.
    """

    prepare: tuple[Rule, ...] = ()
    rules: tuple[Rule, ...] = ()
