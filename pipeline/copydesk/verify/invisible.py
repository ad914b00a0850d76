"""Characters nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.text.windows import MEANT
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HARMLESS = "\u00ad\u200b\u2060\ufeff"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Invisible:
    """Finds control, zero-width and direction characters, which can hide or reorder text.

    Direction marks are in order where the target holds Hebrew or Arabic letters; zero-width joiners always.
    Zero-width spaces and soft hyphens are notes. The fix takes the character out, or writes the one of
    Windows-1252 that it was meant to be.
    """

    card = Card(
        id="invisible",
        title="Invisible character",
        severity=Severity.WARNING,
        risk=60,
        explains="A control, zero-width or direction character hides in the translation. Delete it, or write "
        "what it was meant to be.",
        fixes=True,
        passes=(
            Example("Una presa.", "Un barrage."),
            Example("La palabra שלום.", "Le mot \u200fשלום\u200f."),
        ),
        fails=(
            Example("Una presa.", "Un bar\u200brage."),
            Example("Una presa.", "Un \u202eegarrab\u202c."),
            Example("El agua.", "L\u0092eau."),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per character."""
        if bitext.target.isprintable():
            return
        matches = list(_INVISIBLE.finditer(bitext.target))
        if not matches:
            return
        mixed = _RIGHT_TO_LEFT.search(bitext.target) is not None
        for match in matches:
            char = match.group()
            if mixed and _BIDI.match(char):
                continue
            harmless = char in _HARMLESS
            meant = MEANT.get(char, "")
            name = (
                f"{meant} in Windows-1252" if meant else unicodedata.name(char, "control character").lower()
            )
            why = f"invisible U+{ord(char):04X} ({name})"
            found = self.card.mend(bitext, Span(*match.span()), meant, why)
            yield replace(found, severity=Severity.NOTE) if harmless else found
