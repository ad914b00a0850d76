"""Protected spans under codes of letters and digits, which the models carry through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from copydesk.data import Protection, Span
from copydesk.translate.firefox.legible import legible

_STEMS = ("X", "XXX", "ZX", "QZ", "KW")
"""What codes begin with. In news both ways, 97 of 100 X1 and XXX1 came through just once."""

_NAME = re.compile(r"[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,5}")


class Way(Enum):
    """How protected spans are shown: ``NAMES`` as they are and the rest as codes, or all as ``CODES``."""

    NAMES = "names"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text with what stands in it for each of the protections, in their order."""

    text: str
    words: tuple[str, ...]


def show(text: str, protections: Sequence[Protection], way: Way) -> Shown:
    """``text`` as the model shall see it; ``protections`` are in order and apart from each other."""
    stem = next((s for s in _STEMS if s not in text), "QX")
    pieces, words, position = [], [], 0
    for number, protection in enumerate(protections):
        word = f"{stem}{number + 1}"
        if way is Way.NAMES and protection.kind == "name" and _NAME.fullmatch(protection.text):
            word = legible(protection.text)
        pieces += [legible(text[position : protection.span.start]), word]
        words.append(word)
        position = protection.span.end
    return Shown("".join(pieces) + legible(text[position:]), tuple(words))


def uncover(
    answer: str, shown: Shown, protections: Sequence[Protection]
) -> tuple[str, tuple[Protection, ...]] | None:
    """``answer`` with the protected texts, and where they stand; None unless each is there just once."""
    if not protections:
        return answer, ()
    left: dict[str, list[Protection]] = {}
    for word, protection in zip(shown.words, protections, strict=True):
        left.setdefault(word, []).append(protection)
    longest = sorted(left, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    text, kept, position = "", [], 0
    for match in pattern.finditer(answer):
        if not left[match.group()]:
            return None
        protection = left[match.group()].pop(0)
        text += answer[position : match.start()]
        kept.append(replace(protection, span=Span(len(text), len(text) + len(protection.text))))
        text += protection.text
        position = match.end()
    return None if any(left.values()) else (text + answer[position:], tuple(kept))
