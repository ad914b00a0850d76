"""HTML entities in answers, decoded exactly once."""

from __future__ import annotations

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decoded(answer: str, source: str, escaped: str) -> str:
    """``answer`` to ``source`` as plain text; ``escaped`` is "yes", "no" or "auto".

    A server that escapes turns ``&`` into ``&amp;`` wherever it writes text. "auto" takes an answer for
    escaped if it holds entities and the source none, or, where the source speaks of entities itself, if the
    answer escapes those again and every ``&`` of the answer begins an entity. Only entities with a semicolon
    count, so that ``?a=1&copy=2`` stays an address.
    """
    if escaped == "no" or "&" not in answer:
        return answer
    if escaped == "yes" or _looks_escaped(answer, source):
        return _ENTITY.sub(_one, answer)
    return answer


def _looks_escaped(answer: str, source: str) -> bool:
    own = entities(source)
    if not own:
        return bool(entities(answer))
    every = answer.count("&") == len(entities(answer))
    return every and any(entity.replace("&", "&amp;", 1) in answer for entity in own)


def entities(text: str) -> list[str]:
    """The entities in ``text``: numeric ones, and named ones that HTML knows."""
    return [m.group() for m in _ENTITY.finditer(text) if m.group()[1] == "#" or m.group()[1:] in html5]


def _one(match: re.Match[str]) -> str:
    entity = match.group()
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity
