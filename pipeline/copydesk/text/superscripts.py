"""Raised digits as signs of their own, so that a note's mark or an exponent never runs into a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.data import Inline

_RAISED = dict(zip("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", strict=True))
_RAISE = str.maketrans(_RAISED)
_LOWER = str.maketrans({sign: plain for plain, sign in _RAISED.items()})
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBER = re.compile(r"[(\[]?[-+]?\d+(?:[,;– -]{1,2}\d+)*[)\]]?")
_FRACTION = frozenset("/⁄")


def raised(text: str, inlines: Iterable[Inline]) -> str:
    """``text``, as long as before, with the digits of its ``sup`` elements as Unicode superscripts.

    2021<sup>3</sup> is 2021³ and not 20213. An element that holds more than numbers (1<sup>er</sup>) stays,
    as does the top of a fraction.
    """
    for inline in inlines:
        start, end = inline.span.start, inline.span.end
        number = inline.tag == "sup" and _NUMBER.fullmatch(text, start, end)
        if number and text[end : end + 1] not in _FRACTION:
            text = text[:start] + text[start:end].translate(_RAISE) + text[end:]
    return text


def is_raised(text: str) -> bool:
    """Whether ``text`` is a number in superscripts."""
    return any(sign in text for sign in _SIGNS) and _NUMBER.fullmatch(plain_digits(text)) is not None


def plain_digits(text: str) -> str:
    """``text``, as long as before, with every superscript as a digit."""
    return text.translate(_LOWER)


def lowered(text: str, inlines: Iterable[Inline]) -> str:
    """What ``raised`` was given: the digits as they stand in the markup."""
    for inline in inlines:
        if inline.tag == "sup":
            start, end = inline.span.start, inline.span.end
            text = text[:start] + plain_digits(text[start:end]) + text[end:]
    return text
