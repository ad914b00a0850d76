"""Currency signs in the words of the language, since the models' vocabularies lack most of them.

An unknown sign is dropped, and the model then says euros for pounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from copydesk.languages import facts
from copydesk.languages.signs import CURRENCY_SIGNS

_FIGURES = r"\d(?:[\d.,]*\d)?(?:\s?[-–]\s?\d(?:[\d.,]*\d)?)?"


def in_words(text: str, language: str, reads: Callable[[str], bool]) -> str:
    """``text`` with the name of the currency behind its amount, for every sign that ``reads`` denies."""
    pattern, names = _amounts(language)
    if pattern is None or not any(sign in text and not reads(sign) for sign in names):
        return text

    def said(match: re.Match[str]) -> str:
        sign = match["before"] or match["after"]
        if reads(sign):
            return match.group()
        return f"{match['first'] or match['second']} {names[sign]}"

    return pattern.sub(said, text)


def without_signs(text: str, language: str, reads: Callable[[str], bool]) -> str:
    """``text`` with a figure for every sign that ``in_words`` would say, so that places stay the same."""
    pattern, _ = _amounts(language)
    signs = list(text)
    for match in pattern.finditer(text) if pattern else ():
        group = "before" if match["before"] else "after"
        if not reads(match[group]):
            signs[match.start(group)] = "0"
    return "".join(signs)


@cache
def _amounts(language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """What finds amounts with a one-character sign, and the plural name of each sign's currency."""
    page = facts(language).numerals
    last = {code: phrase for phrase, code in page.currencies.items()}
    names = {s: last[code] for s, code in CURRENCY_SIGNS.items() if not s.isalnum() and code in last}
    names = {sign: name for sign, name in names.items() if len(sign) == 1}
    if not names:
        return None, {}
    signs = f"[{re.escape(''.join(names))}]"
    scales = "|".join(map(re.escape, sorted({*page.scales, *page.scale_signs}, key=len, reverse=True)))
    amount = rf"{_FIGURES}(?:\s?(?:{scales})(?!\w))?" if scales else _FIGURES
    return (
        re.compile(rf"(?P<before>{signs})\s?(?P<first>{amount})|(?P<second>{amount})\s?(?P<after>{signs})"),
        names,
    )
