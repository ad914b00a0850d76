"""Match short blocks against the furniture phrases of all languages.

The languages are taken together: what frames an article is often in another language than the article, and
the language of a text is not known before it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.data import BlockRole, FurnitureKind
from copydesk.formats.html_hints import Hint
from copydesk.languages import KNOWN, facts

LONGEST = 200
"""Code points; longer blocks are never taken for furniture by their words."""

_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_SPACE = re.compile(r"\s+")
_COUNT = re.compile(r"^\d+\s+|\s+\(?\d+\)?$")
_OWNER = re.compile(r"^\s*(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words of a block say. ``rest`` tells if there is more in it than the phrase."""

    hint: Hint
    rest: bool


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of one strength: of whole blocks, of openings by their first word, of insides."""

    whole: dict[str, Hint]
    opening: dict[str, tuple[tuple[str, Hint], ...]]
    inside: tuple[tuple[str, Hint], ...]


@lru_cache(maxsize=4096)  # several clues ask it of each piece of a page
def normal(text: str) -> str:
    """``text`` in lower case, with plain apostrophes and spaces, without marks at its ends."""
    text = _SPACE.sub(" ", text.casefold().replace("’", "'").replace(" :", ":").replace(" | ", ": "))
    return _EDGE.sub("", text)


def cue(text: str, *, after_story: bool = False) -> Cue | None:
    """What the words of ``text`` make it; None if nothing. Weak phrases count only ``after_story``."""
    if len(text) > LONGEST:
        return None
    return _cue(text, after_story)


@lru_cache(maxsize=8192)  # the furniture of a site comes again with every article
def _cue(text: str, after_story: bool) -> Cue | None:
    plain = normal(text)
    if not plain:
        return None
    strong, weak = _phrases()
    if found := _found(plain, strong):
        return found
    if _OWNER.match(text):
        return Cue(FurnitureKind.LEGAL, rest=True)
    return _found(plain, weak) if after_story else None


def is_byline(text: str) -> bool:
    """Whether ``text`` opens like an author line."""
    words = normal(text).split(" ", 1)
    return len(text) <= 120 and any(
        opening == normal(text) or normal(text).startswith(f"{opening} ")
        for opening in _bylines().get(words[0], ())
    )


def _found(plain: str, phrases: _Phrases) -> Cue | None:
    bare = _COUNT.sub("", plain)
    if (hint := phrases.whole.get(bare)) is not None:
        return Cue(hint, rest=False)
    first = re.split(r"\W", plain, maxsplit=1)[0]
    for phrase, hint in phrases.opening.get(first, ()):
        if plain.startswith(phrase) and not plain[len(phrase) : len(phrase) + 1].isalnum():
            return Cue(hint, rest=len(plain) > len(phrase))
    for phrase, hint in phrases.inside:
        if phrase in plain:
            return Cue(hint, rest=True)
    return None


@cache
def _phrases() -> tuple[_Phrases, _Phrases]:
    strong: list[tuple[str, Hint]] = []
    weak: list[tuple[str, Hint]] = []
    for language in KNOWN:
        page = facts(language).furniture
        for hint, texts in (
            (BlockRole.TEASER, page.teaser),
            (FurnitureKind.COMMENTS, page.comments),
            (FurnitureKind.SHARE, page.share),
            (FurnitureKind.NAVIGATION, page.navigation),
            (FurnitureKind.LEGAL, page.legal),
            (FurnitureKind.OTHER, page.other),
            (BlockRole.CAPTION, page.caption),
        ):
            strong += [(text, hint) for text in texts if not text.startswith("…")]
            weak += [(text, hint) for text in texts if text.startswith("…")]
        weak += [(text, FurnitureKind.LEGAL) for text in page.legal_labels]
    return _compiled(strong), _compiled(weak)


def _compiled(texts: list[tuple[str, Hint]]) -> _Phrases:
    whole: dict[str, Hint] = {}
    opening: dict[str, tuple[tuple[str, Hint], ...]] = {}
    inside: list[tuple[str, Hint]] = []
    for text, hint in texts:
        phrase = text.strip("…").casefold()
        if text.startswith("…"):
            inside.append((phrase, hint))
        elif text.endswith("…"):
            first = re.split(r"\W", phrase, maxsplit=1)[0]
            longest_first = sorted((*opening.get(first, ()), (phrase, hint)), key=lambda p: -len(p[0]))
            opening[first] = tuple(longest_first)
        else:
            whole.setdefault(normal(phrase), hint)
    return _Phrases(whole, opening, tuple(inside))


@cache
def _bylines() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language in KNOWN:
        for text in facts(language).furniture.byline:
            phrase = normal(text.strip("…"))
            first = phrase.split(" ", 1)[0]
            found[first] = (*found.get(first, ()), phrase)
    return found
