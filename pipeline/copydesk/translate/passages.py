"""Segments of an article asked for together and in order, each with what goes before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from copydesk.data import Context, Draft, Exchange, Passage, Piece, Request, Translation
from copydesk.text.assemble import segment_texts
from copydesk.translate.http.options import ChatOptions

_CHARACTERS = 4000
"""The most characters of text that are asked for at once."""

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:[ \u00a0][A-ZÀ-ÖØ-Þ][\w’'-]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:¡¿\"“«(—–-]\s?)\s*$")
_ALIKE = 60
"""Least likeness (rapidfuzz, of 100) by which a name is known again in a translation."""


def passages(asked: Sequence[Request | Translation], options: ChatOptions) -> tuple[tuple[int, ...], ...]:
    """The places in ``asked`` that hold requests, in order, in groups that are asked for together.

    A group has one pair, at most ``options.segments`` members and 4,000 characters.
    """
    groups: list[list[int]] = []
    size = 0
    for place, one in enumerate(asked):
        if not isinstance(one, Request):
            continue
        last = asked[groups[-1][-1]] if groups else None
        fits = len(groups[-1]) < options.segments and size + len(one.text) <= _CHARACTERS if groups else False
        if not fits or not isinstance(last, Request) or last.pair != one.pair:
            groups.append([])
            size = 0
        groups[-1].append(place)
        size += len(one.text)
    return tuple(map(tuple, groups))


def in_context(
    draft: Draft,
    asked: Sequence[Request | Translation],
    group: Sequence[int],
    known: Mapping[int, str],
    options: ChatOptions,
) -> dict[int, Request]:
    """The requests of ``group`` in context; ``known`` holds the translations before them, by place."""
    roles = {block.id: block.role.value for block in draft.blocks}
    texts = list(segment_texts(draft).values())
    earlier = [Exchange(texts[n], known.get(n, "")) for n in range(group[0]) if texts[n].strip()]
    pieces = tuple(Piece(roles[draft.segments[n].block], texts[n]) for n in group)
    passage = Passage(
        pieces,
        draft.article.title,
        tuple(earlier[-options.previous :]) if options.previous else (),
        chosen_names(earlier, [piece.text for piece in pieces]),
    )
    found: dict[int, Request] = {}
    for place, n in enumerate(group):
        request = asked[n]
        assert isinstance(request, Request)
        found[n] = replace(request, context=Context(passage, place))
    return found


def chosen_names(earlier: Sequence[Exchange], texts: Sequence[str]) -> tuple[Exchange, ...]:
    """Names of ``texts`` that were translated before, each with what it became where it first stood."""
    wanted = dict.fromkeys(name for text in texts for name in names_in(text))
    found: list[Exchange] = []
    for name in wanted:
        for exchange in earlier:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", exchange.source) and exchange.target:
                if became := _became(name, exchange.target):
                    found.append(Exchange(name, became))
                break
    return tuple(found)


def names_in(text: str) -> list[str]:
    """Runs of words with a capital; at the start of a sentence also without the first word."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        opens = _OPENS.search(text[: match.start()])
        runs = (words, words[1:]) if opens and len(words) > 1 else () if opens else (words,)
        found += [" ".join(run) for run in runs]
    return found


def _became(name: str, target: str) -> str:
    """What in ``target`` renders ``name``: itself, else the run of capitals most like it; empty if unsure."""
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", target):
        return name
    runs = [run for match in _NAME.finditer(target) for run in _parts(match.group(), len(name.split()))]
    best = max(runs, key=lambda run: fuzz.ratio(run.casefold(), name.casefold()), default="")
    return best if best and fuzz.ratio(best.casefold(), name.casefold()) >= _ALIKE else ""


def _parts(run: str, words: int) -> list[str]:
    """Each stretch of ``words`` words of ``run``, or ``run`` if it has no more."""
    own = run.split()
    return [" ".join(own[n : n + words]) for n in range(max(1, len(own) - words + 1))]
