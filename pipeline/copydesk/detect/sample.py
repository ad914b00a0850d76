"""A sample that stands for a whole article."""

from __future__ import annotations

_WINDOWS = 4


def sample(text: str, size: int) -> str:
    """About ``size`` characters of ``text`` in four windows, evenly spread from its start to its end.

    Windows grow outwards to white space where there is any within forty characters, so few words are cut.
    A text no longer than ``size`` is returned as it is.
    """
    if len(text) <= size:
        return text
    width = size // _WINDOWS
    step = (len(text) - width) / (_WINDOWS - 1)
    return " ".join(_window(text, round(n * step), width) for n in range(_WINDOWS))


def _window(text: str, start: int, width: int) -> str:
    end = start + width
    space = text.rfind(" ", max(0, start - 40), start)
    start = space + 1 if space >= 0 else start
    space = text.find(" ", end, end + 40)
    return text[start : space if space >= 0 else end]
