"""Text as the model can read it, and its answer in the source's own signs.

The vocabularies know no typographic quotes, dashes or dots: the model drops such a sign and often the word
it stands at. Plain ones go in, and where the answer has as many, the source's own come back.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "′": "'", "ʼ": "'", "´": "'", "`": "'",
    "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "…": "...",
}  # fmt: skip
_TABLE = str.maketrans(_PLAIN)
_DASHES = "–—―"
_SPACED_DASH = re.compile(rf"(?<=\s)[-{_DASHES}](?=\s)|^[-{_DASHES}](?=\s)")
_RANGE_DASH = re.compile(rf"(?<=\d)[-{_DASHES}](?=\d)")
_DOUBLE = re.compile(r"[\"“”„«»]")
_APOSTROPHE = re.compile(r"(?<=\w)['’]|['’](?=\w)")
_OPENING = re.compile(r"(?:^|[\s(\[—–-])$")


def legible(text: str) -> str:
    """``text`` in composed letters, plain quotes and dashes, without invisible signs; blanks are spaces."""
    plain = unicodedata.normalize("NFC", text).translate(_TABLE)
    return "".join(map(_shown, plain))


def _shown(sign: str) -> str:
    if sign.isspace():
        return " "
    kind = unicodedata.category(sign)
    return "" if kind in ("Cc", "Cf", "Cs", "Co", "Cn") else sign


def in_the_signs_of(source: str, answer: str) -> str:
    """``answer`` with the quotes, apostrophes, dashes and dots that ``source`` uses."""
    for pattern in (_SPACED_DASH, _RANGE_DASH):
        answer = _one_for_one(pattern, source, answer)
    if "…" in source and "..." not in source:
        answer = answer.replace("...", "…")
    if "’" in source and "'" not in source:
        answer = _APOSTROPHE.sub("’", answer)
    quotes = _DOUBLE.findall(source)
    if quotes and '"' not in quotes and answer.count('"') == len(quotes):
        answer = _quoted(answer, quotes)
    return answer


def _one_for_one(pattern: re.Pattern[str], source: str, answer: str) -> str:
    """The signs that ``pattern`` finds in ``source``, for those in ``answer`` if there are as many."""
    signs = pattern.findall(source)
    if not signs or len(pattern.findall(answer)) != len(signs):
        return answer
    waiting = iter(signs)
    return pattern.sub(lambda _: next(waiting), answer)


def _quoted(answer: str, quotes: list[str]) -> str:
    """``quotes`` for the plain ones; a mark moved to the other end of its phrase opens or closes as there."""
    opens, closes = quotes[0], quotes[1] if len(quotes) > 1 else quotes[0]
    done = ""
    for part in re.split(r'(")', answer):
        if part == '"':
            done += opens if _OPENING.search(done) else closes
        else:
            done += part
    return done
