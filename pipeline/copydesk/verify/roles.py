"""Two names that changed places: who beat whom, from where to where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from copydesk.data import Bitext, Span
from copydesk.languages import facts
from copydesk.text.words import capitals
from copydesk.verify.known_names import known

_BESIDE = frozenset((" ", "-", "\u00a0"))
_TWO_NAMES = 4
"""Words of two names."""

_LEAST = 3
"""Letters of a name."""

_ONE_NAME = re.compile(r"[\s\-’.]*")
"""What stands between the parts of one name, whose order languages change (Stanford University)."""


_FAR = 0.35
"""Share of the text between the place of a name and that of the other in the translation, up to which they
seem exchanged: with more, clauses changed places. On newstest 0.35 finds 94 to 98 of 100 names exchanged by
the mutation ``name-role`` and flags 0.7 to 4.3 per 1,000 segments; 0.2 finds 89 to 97, flags 0.3 to 3.6."""


def exchanged(bitext: Bitext) -> tuple[tuple[Span, Span], tuple[Span, Span]] | None:
    """Two names in the source and in the target, in the order of the source; None if none changed places.

    Both stand once on each side, and but for them all shared names follow each other as in the source.
    """
    if min(len(capitals(bitext.source)), len(capitals(bitext.target))) < 2:
        return None
    standing = _single(bitext.source, bitext.pair.source), _single(bitext.target, bitext.pair.target)
    shared = [name for name in standing[0] if name in standing[1]]
    if len(shared) < 2:
        return None
    own, other = ({name: Span(*places[name]) for name in shared} for places in standing)
    if crossed := _crossed(bitext, own, other):
        one, two = crossed
        return (own[one], own[two]), (other[one], other[two])
    whole = _whole(bitext, [(own[name], other[name]) for name in shared])
    order = [span.start for _, span in whole]
    if order == sorted(order):
        return None
    for first in range(len(whole)):
        for second in range(first + 1, len(whole)):
            if order[first] > order[second] and _settles(order, first, second):
                source, target = zip(whole[first], whole[second], strict=True)
                if _apart(bitext, source, target):
                    return source, target
    return None


def _whole(bitext: Bitext, shared: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The names where both texts have them, those that follow each other on both sides as one (Joe Biden)."""
    whole = [shared[0]]
    for own, other in shared[1:]:
        before, behind = whole[-1]
        if bitext.source[before.end : own.start] == bitext.target[behind.end : other.start] == " ":
            whole[-1] = Span(before.start, own.end), Span(behind.start, other.end)
        else:
            whole.append((own, other))
    return whole


def _crossed(bitext: Bitext, own: dict[str, Span], other: dict[str, Span]) -> tuple[str, str] | None:
    """Two names that gave their partners away: David Marek of Patria Finance as David Finance."""
    if len(own) < _TWO_NAMES:
        return None
    before, after = _partners(bitext.source, own), _partners(bitext.target, other)
    for name, partners in after.items():
        for new in partners - before.get(name, set()):
            lost, given = (before.get(one, set()) - after.get(one, set()) for one in (name, new))
            if lost and given and not partners & before.get(name, set()):
                return min(lost), new
    return None


def _partners(text: str, spans: dict[str, Span]) -> dict[str, set[str]]:
    """For each name those that stand right beside it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, two in pairwise(sorted(spans, key=spans.__getitem__)):
        if text[spans[one].end : spans[two].start] in _BESIDE:
            found[one].add(two)
            found[two].add(one)
    return found


def is_list(gap: str, language: str) -> bool:
    """Whether nothing but names, commas and the word for "and" stands in ``gap``: a list, in any order."""
    joiners = facts(language).numerals.joiners
    return all(word in joiners or word[0].isupper() for word in re.findall(r"[^\W\d_]+", gap))


def _single(text: str, language: str) -> dict[str, tuple[int, int]]:
    """The names that stand once, by what both languages write, or by what all call a place they know."""
    places = {span.start: name for name, span in known(text, language).items()}
    found: dict[str, tuple[int, int]] = {}
    again: set[str] = set()
    for word, start in capitals(text):
        if len(word) >= _LEAST:
            name = places.get(start) or word
            if name in found:
                again.add(name)
            found[name] = start, start + len(word)
    return {name: span for name, span in found.items() if name not in again} if again else found


def _settles(order: list[int], first: int, second: int) -> bool:
    """Whether all follow each other once the two are exchanged."""
    back = [*order]
    back[first], back[second] = back[second], back[first]
    return back == sorted(back)


def _apart(bitext: Bitext, source: tuple[Span, Span], target: tuple[Span, Span]) -> bool:
    """Whether the two are no parts of one name, and each stands about where the other stood.

    Names of several words change places with their like only.
    """
    if len({" " in span.of(bitext.source) for span in source}) > 1:
        return False  # a person and a place: translators move these
    languages = bitext.pair.source, bitext.pair.target
    gaps = bitext.source[source[0].end : source[1].start], bitext.target[target[1].end : target[0].start]
    if any(
        _ONE_NAME.fullmatch(gap) or is_list(gap, language)
        for gap, language in zip(gaps, languages, strict=True)
    ):
        return False
    own, other = len(bitext.source), len(bitext.target)
    return all(
        abs(one.start / own - two.start / other) < _FAR
        for one, two in ((source[0], target[1]), (source[1], target[0]))
    )
