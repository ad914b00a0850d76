"""The same text translated in two ways, or two texts in one, over all that is checked together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_LONGEST = 200
"""Code points of a text that may come back: labels, headlines, captions, sentences."""

_MOST = 200_000
"""Texts that are remembered; later ones are only looked up."""

_WORD = re.compile(r"[^\W_]+")
_LEAST = 4
"""Words of a translation that cannot stand for two texts by chance, as one word does for "Yes" and "Yeah"."""


class Inconsistent:
    """Compares a pair with those before it in the same run.

    Case, spaces and marks do not count. ``find`` looks up, ``remember`` keeps a pair for later ones; without
    it nothing is found.
    """

    card = Card(
        id="inconsistent",
        title="Translated in two ways",
        severity=Severity.WARNING,
        explains="The same text has another translation elsewhere, or another text has this one. "
        "Make them agree.",
        passes=(
            Example("Guardar", "Enregistrer", before=(("Guardar.", "ENREGISTRER"),)),
            Example("Save", "Speichern", "en-de", before=(("Print", "Drucken"),)),
            Example("Yes", "Sí", "en-es", before=(("Yeah", "Sí"),)),
        ),
        fails=(
            Example("Guardar", "Sauver", before=(("Guardar", "Enregistrer"),)),
            Example("Save changes", "Änderungen sichern", "en-de", before=(("Save changes", "Speichern"),)),
            Example(
                "The port is closed.", "El puerto ya está abierto.", "en-es",
                before=(("The port is open.", "El puerto ya está abierto."),),
            ),
        ),
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        del context
        self._targets: dict[tuple[object, str], str] = {}
        self._sources: dict[tuple[object, str], str] = {}

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if not self._targets or len(bitext.source) > _LONGEST:
            return
        own, other = _plain(bitext.source), _plain(bitext.target)
        if not own or not other:
            return
        whole = Span(0, len(bitext.target))
        known = self._targets.get((bitext.pair, own))
        if known is not None and _plain(known) != other:
            yield self.card.finding(bitext, f"elsewhere: {known}", target=(whole,))
            return
        before = self._sources.get((bitext.pair, other))
        if before is not None and _plain(before) != own and len(other.split()) >= _LEAST:
            yield self.card.finding(bitext, f"also stands for: {before}", target=(whole,))

    def remember(self, bitext: Bitext) -> None:
        """Keep the pair for those to come; the first translation of a text is the one that counts."""
        if len(bitext.source) <= _LONGEST and len(self._targets) < _MOST:
            self._targets.setdefault((bitext.pair, _plain(bitext.source)), bitext.target)
            self._sources.setdefault((bitext.pair, _plain(bitext.target)), bitext.source)


@lru_cache(maxsize=8)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
