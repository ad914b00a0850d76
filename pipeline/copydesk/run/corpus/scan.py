"""Find the lines of a block of bytes that may be damaged, at the price of a scan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.numbers.reading.placeholders import FAMILIES, Family

_CORE = "num"
_TIGHT = {
    "brace": (rb"\{(?=\d)",),
    "printf": (rb"%(?=[ds%\\]| ?\d|\xc2\xa0\d)",),
    "tag": (rb"<(?=/?[bgx]\d|x id|extra_id_)",),
    "indexed": (rb"x(?=x\d)", rb"_(?=_ph)", rb"@(?=@\d)", rb"#(?=\d)"),
    "bracket": (rb"\[(?=\d{0,2}[ \\]|\d{0,2}\xc2\xa0)",),
    "variable": (rb"\{(?<=[#%$]\{)",),
}
"""Families whose hints are common in sound text, by patterns that begin with one rare character each."""

_CAPITALS = str.maketrans("\u0445\uff58", "\u0425\uff38")
"""Letters that lowering bytes leaves alone."""

_ESCAPED = (rb"\u27e8", rb"\u27e6", rb"\u003c", rb"\u007b", rb"\u0025", rb"\u005b")
"""The first characters of marks, as JSON may write them."""


def damaged(data: bytes, *, escaped: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end of each line of ``data`` (UTF-8) that may hold a mark, in order, its end not included.

    A line that is not given holds none. ``escaped`` says that the lines are JSON, whose escapes may hide a
    mark. Linear; no line is decoded.
    """
    low = data.lower()
    places: set[int] = set()
    for pattern in _JSON if escaped else _PLAIN:
        places.update(match.start() for match in pattern.finditer(low))
    end = -1
    for place in sorted(places):
        if place <= end:
            continue
        start = data.rfind(b"\n", 0, place) + 1
        end = data.find(b"\n", place)
        end = len(data) if end < 0 else end
        yield start, end


def _patterns(families: Iterable[Family]) -> Iterator[bytes]:
    """Patterns that begin with a fixed string each: those the regular expression engine looks up fast."""
    round_core: set[tuple[str, str]] = set()
    for family in families:
        if family.name in _TIGHT:
            yield from _TIGHT[family.name]
            continue
        for hint in family.hints:
            if _CORE in hint:
                before, _, after = hint.partition(_CORE)
                round_core.update({(before, after), (before.translate(_CAPITALS), after)})
            else:
                yield re.escape(hint.lower().encode())
    if round_core:
        looks = b"|".join(_around(before, after) for before, after in sorted(round_core))
        yield _CORE.encode() + b"(?:" + looks + b")"


def _around(before: str, after: str) -> bytes:
    """What stands before and after the core of a mark, looked at from behind the core."""
    behind = b"(?<=" + re.escape((before + _CORE).encode()) + b")" if before else b""
    return behind + (b"(?=" + re.escape(after.encode()) + b")" if after else b"")


_PLAIN = tuple(re.compile(pattern) for pattern in _patterns(FAMILIES))
_JSON = (
    *_PLAIN,
    *(re.compile(re.escape(mark)) for mark in _ESCAPED),
    re.compile(rb"num(?:(?<=\\u[0-9a-f]{4}num)|(?<=\\tnum)|(?=\\u[0-9a-f]{4}|\\t))"),
)
