"""Addresses that must survive translation letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_HINTS = ("@", "://", "www.", "#")
_CONTACT = re.compile(
    r"https?://[^\s<>\"«»“”]+"
    r"|www\.[^\s<>\"«»“”]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![a-zA-Z0-9_@])@[a-zA-Z0-9_]+(?:\.[a-zA-Z0-9_]+)*"
    r"|(?<![\w#&])#[^\W\d]\w*"
)
_TRAILING = ".,;:!?…)]}'’"


def contacts(text: str) -> list[Span]:
    """URLs, e-mail addresses, @handles and #tags in ``text``, without the punctuation that follows them."""
    if not any(hint in text for hint in _HINTS):
        return []
    return [Span(m.start(), m.start() + len(m.group().rstrip(_TRAILING))) for m in _CONTACT.finditer(text)]


class Contacts:
    """Finds addresses, handles and tags that were changed, lost or made up."""

    card = Card(
        id="contacts",
        title="Address or handle changed",
        severity=Severity.ERROR,
        risk=600,
        explains="Addresses, @handles and #tags are kept letter by letter. Copy them from the source.",
        passes=(
            Example("Escriba a redaccion@ejemplo.es.", "Écrivez à redaccion@ejemplo.es."),
            Example("La etiqueta puertoabierto creció.", "Le mot-dièse #puertoabierto a grandi."),
            Example("Write to @northdesk.", "メッセージは@northdeskに。", "en-ja"),
        ),
        fails=(
            Example("Write to @northdesk.", "メッセージは@northdeckに。", "en-ja"),
            Example("Escriba a redaccion@ejemplo.es.", "Écrivez à rédaction@exemple.es."),
            Example("Más en https://ejemplo.es/nota.", "Plus sur https : // ejemplo.es/nota."),
            Example("Lo dijo @ayuntamiento.", "@mairie l'a dit."),
            Example("Write to desk@example.org.", "Schreiben Sie an tisch@example.org.", "en-de"),
            Example("See https://example.org/en/a.", "Veja https://example.org/em/a.", "en-pt"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding for the addresses missing, one for those added."""
        wanted, got = contacts(bitext.source), contacts(bitext.target)
        if not wanted and not got:
            return
        missing = _beyond(wanted, bitext.source, got, bitext.target)
        added = tuple(
            span
            for span in _beyond(got, bitext.target, wanted, bitext.source)
            if span.of(bitext.target).lstrip("#@") not in bitext.source
        )
        if missing:
            names = ", ".join(span.of(bitext.source) for span in missing)
            yield self.card.finding(
                bitext, f"not kept from the source: {names}", source=missing, target=added
            )
        elif added:
            names = ", ".join(span.of(bitext.target) for span in added)
            yield self.card.finding(
                bitext, f"not in the source: {names}", severity=Severity.WARNING, target=added
            )


def _beyond(spans: list[Span], text: str, others: list[Span], other_text: str) -> tuple[Span, ...]:
    left = Counter(span.of(other_text) for span in others)
    beyond = []
    for span in spans:
        if left[span.of(text)]:
            left[span.of(text)] -= 1
        else:
            beyond.append(span)
    return tuple(beyond)
