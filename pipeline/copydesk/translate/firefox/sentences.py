"""One sentence, or part of one, through a model: shown, asked, and asked again where it lost something."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from copydesk.data import Protection, Span
from copydesk.translate.firefox.faithful import losses
from copydesk.translate.firefox.legible import in_the_signs_of
from copydesk.translate.firefox.masks import Found, Shown, show, uncover
from copydesk.translate.firefox.names import by_shape, mistreated
from copydesk.translate.firefox.native import NativeModel
from copydesk.translate.firefox.reader import Reader
from copydesk.translate.neural.repetition import runs_away

_STOPS = re.compile(r"[.!?…]+$")
_FEWEST = 2
"""Words of the shortest text whose capitals are taken for emphasis."""


class Sentences:
    """Translates single sentences of ``language`` with ``model``; every answer depends on its text alone."""

    def __init__(self, model: NativeModel, language: str) -> None:
        self.reader = Reader(model, language)
        self._model = model
        self._language = language

    def translate(self, text: str, protections: Sequence[Protection]) -> Found:
        """The answer to ``text``, with each of ``protections`` once; names may be ``lost`` to a translation.

        Names are shown as they are, all else as codes. Where a code does not come back just once, all are
        codes, and then the text goes in pieces, round the protected spans.
        """
        if not _has_letters(text, protections):
            return self._round(text, protections, spoken=False)
        if _shouted(text, protections):
            calm = self.translate(_calm(text, protections), protections)
            return _louder(calm)
        names = [p for p in protections if by_shape(p, text)]
        found = self.ask(text, protections, names)
        if found and (bad := mistreated(found.lost, text, found.text, self._language)):
            found = self.ask(text, protections, [n for n in names if n not in bad]) or found
        if found is None and names:
            found = self.ask(text, protections, ())
        hard = [p for p in protections if p not in names]
        return found or self._round(text, hard)

    def ask(
        self, text: str, protections: Sequence[Protection], plain: Collection[Protection]
    ) -> Found | None:
        """The model's answer with ``protections`` in it; None where one did not come back once."""
        shown = show(text, protections, plain, self.reader)
        return uncover(self._say(text, shown), shown, protections, plain)

    def _say(self, text: str, shown: Shown) -> str:
        return in_the_signs_of(text, self._model.translate(shown.text))

    def _round(self, text: str, protections: Sequence[Protection], *, spoken: bool = True) -> Found:
        """``text`` translated between its protected spans; as it is if it is not ``spoken``."""
        answer, position = "", 0
        kept: list[Protection] = []
        for protection in (*protections, None):
            gap = text[position : protection.span.start if protection else len(text)]
            bare = gap.strip()
            if spoken and any(map(str.isalpha, bare)):
                said = in_the_signs_of(bare, self._model.translate(self.reader.shown(bare)))
                inside = as_inside(bare, said, begins=not position, ends=protection is None)
                answer += gap.replace(bare, inside, 1)
            else:
                answer += gap
            if protection:
                kept.append(replace(protection, span=Span(len(answer), len(answer) + len(protection.text))))
                answer += protection.text
                position = protection.span.end
        return Found(answer, tuple(kept))


def worse(source: str, answer: str) -> int:
    """How much ``answer`` lost of ``source``; much where it goes round in circles."""
    circles = runs_away(answer.split(), source.split())
    return losses(source, answer) + 100 * circles


def as_inside(source: str, said: str, *, begins: bool, ends: bool) -> str:
    """``said`` with the capital, and without the full stop, that the model takes from how ``source`` looks.

    ``source`` is a part of a sentence, which ``begins`` or ``ends`` it or neither.
    """
    word = re.match(r"\w+", said)
    if not begins and word and source[:1].islower() and word.group() not in source:
        first = word.group()
        if first[1:].islower() or (len(first) == 1 and first != "I"):
            said = first.lower() + said[len(first) :]
    if source[:1].isupper() and said[:1].islower():
        said = said[:1].upper() + said[1:]
    if not ends and not _STOPS.search(source):
        said = _STOPS.sub("", said)
    return said


def _shouted(text: str, protections: Sequence[Protection]) -> bool:
    """Whether ``text`` outside of its protected spans is all in capitals."""
    bare = _without(text, protections)
    return bare.isupper() and len(re.findall(r"[^\W\d_]{2,}", bare)) >= _FEWEST


def _calm(text: str, protections: Sequence[Protection]) -> str:
    """``text`` in small letters after the first one, but for protected spans."""
    signs = [s.lower() if len(s.lower()) == 1 else s for s in text]
    first = next((n for n, sign in enumerate(text) if sign.isalpha()), 0)
    signs[first] = text[first]
    for protection in protections:
        signs[protection.span.start : protection.span.end] = protection.span.of(text)
    return "".join(signs)


def _louder(found: Found) -> Found:
    signs = [s.upper() if len(s.upper()) == 1 else s for s in found.text]
    for protection in found.kept:
        signs[protection.span.start : protection.span.end] = protection.text
    return replace(found, text="".join(signs))


def _has_letters(text: str, protections: Sequence[Protection]) -> bool:
    return any(map(str.isalpha, _without(text, protections)))


def _without(text: str, protections: Sequence[Protection]) -> str:
    signs = list(text)
    for protection in protections:
        signs[protection.span.start : protection.span.end] = " " * len(protection.span)
    return "".join(signs)
