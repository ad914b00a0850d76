"""Protected spans under codes of letters and digits, which the models carry through; so do marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from copydesk.data import Protection, Span
from copydesk.translate.firefox.reader import Reader

MARK = "mark"
"""The kind of a protection without length that only marks a place; its text is one private character."""

_STEMS = ("X", "XXX", "ZX", "QZ", "KW")
"""What codes begin with. In news both ways, 97 of 100 X1 and XXX1 came through just once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text for the model, and the word that stands in it for each protection, in their order."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with the protected texts: ``kept`` where they stand, ``lost`` those that may be lost."""

    text: str
    kept: tuple[Protection, ...]
    lost: tuple[Protection, ...] = ()


def show(
    text: str, protections: Sequence[Protection], plain: Collection[Protection], reader: Reader
) -> Shown:
    """``text`` as the model shall see it: those of ``protections`` in ``plain`` as they are, else as codes.

    ``protections`` are in order and apart from each other.
    """
    stem = next((s for s in _STEMS if s not in text), "QX")
    shown, words, position = "", [], 0
    for number, protection in enumerate(protections, 1):
        shown += reader.shown(text[position : protection.span.start])
        if protection.kind == MARK:
            word = f"_{number}_"
            shown += "" if shown[-1:].isspace() else " "
        else:
            word = reader.shown(protection.text) if protection in plain else f"{stem}{number}"
        shown += word
        if protection.kind == MARK and text[protection.span.end : protection.span.end + 1].isalnum():
            shown += " "
        words.append(word)
        position = protection.span.end
    return Shown(shown + reader.shown(text[position:]), tuple(words))


def uncover(
    answer: str, shown: Shown, protections: Sequence[Protection], plain: Collection[Protection]
) -> Found | None:
    """``answer`` with the protected texts; None unless each is there just once, ``plain`` ones at most."""
    if not protections:
        return Found(answer, ())
    left: dict[str, list[Protection]] = {}
    for word, protection in zip(shown.words, protections, strict=True):
        left.setdefault(word, []).append(protection)
    longest = sorted(left, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    text, position = "", 0
    kept: list[Protection] = []
    for match in pattern.finditer(answer):
        waiting = left[match.group()]
        if not waiting:
            if all(p in plain for p, w in zip(protections, shown.words, strict=True) if w == match.group()):
                continue
            return None
        protection = waiting.pop(0)
        text += answer[position : match.start()]
        kept.append(replace(protection, span=Span(len(text), len(text) + len(protection.text))))
        text += protection.text
        position = match.end()
    lost = tuple(protection for waiting in left.values() for protection in waiting)
    if any(protection not in plain for protection in lost):
        return None
    return Found(text + answer[position:], tuple(kept), lost)
