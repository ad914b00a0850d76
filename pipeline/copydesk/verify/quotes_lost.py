"""Quotations that came or went as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Inline, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_MARK = re.compile(r'[«»“”„"「」『』《》]')
_LOOSE = re.compile(
    r"(?<!\w)['‘‚‹](?=\w)[^'’‘›]{2,}[’'‘›](?!\w)|(?:^|[.!?]\s+)[-–—]\s?\w|``|''|[′`´](?=\w)[^′`´]{2,}[′`´]"
)
"""Single marks round words, the dash of a dialogue, marks typed otherwise."""

_SET_OFF = frozenset({"em", "i", "q", "cite", "strong", "b"})
_NAME = 2
"""Words in marks that were added: so few are a name or a term, which styles set in marks or not."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]")


class QuotesLost:
    """Finds quotations all of whose marks are missing, and quotations that the source does not have.

    Where both sides have marks, where they stand is the rule ``quotations``'s. Emphasis and single marks
    count as marks of either side. A name of one or two words, and as few words that only the translation
    quotes, are a note: styles differ in them.
    """

    card = Card(
        id="quotes-lost",
        title="Quotation marks lost or added",
        severity=Severity.WARNING,
        risk=300,
        explains="Marks say whose words these are. Quote what the source quotes, and nothing else.",
        passes=(
            Example('Dijo que es "falso".', "Il a dit que c'est « faux »."),
            Example('He called it "a disgrace".', "Er nannte es „eine Schande“.", "en-de"),
            Example('He called it "a disgrace".', "他称其为「耻辱」。", "en-zh"),
            Example("She read 'Quiet Days' twice.", 'Leyó "Días tranquilos" dos veces.', "en-es"),
            Example("It is 5' 10\" tall.", "Mide 1,78 m.", "en-es"),
        ),
        fails=(
            Example('El ministro lo llamó "una vergüenza".', "Le ministre en a eu honte."),
            Example("Es geschah aus „emotionalen Gründen“.", "It happened for emotional reasons.", "de-en"),
            Example('"We will not pay", he said.', "Wir werden nicht zahlen, sagte er.", "en-de"),
            Example("The minister called it a disgrace.", 'El ministro lo llamó "una vergüenza".', "en-es"),
            Example('Their album "Quiet Days" is out.', "Leur album Jours tranquilles est sorti.", "en-fr"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        own, other = bool(_MARK.search(bitext.source)), bool(_MARK.search(bitext.target))
        if own == other:
            return
        if own:
            spans = _quoted(bitext.source)
            if spans and not _is_set_off(bitext.target, bitext.target_inlines):
                kept = bitext.target if facts(bitext.pair.source).names.nouns else None
                named = all(_is_name(span.of(bitext.source), kept) for span in spans)
                yield self.card.finding(
                    bitext,
                    f"not quoted: {spans[0].of(bitext.source)}",
                    severity=Severity.NOTE if named else Severity.WARNING,
                    source=spans,
                )
        else:
            spans = _quoted(bitext.target)
            if spans and not _is_set_off(bitext.source, bitext.source_inlines):
                most = max(len(_WORD.findall(span.of(bitext.target))) for span in spans)
                yield self.card.finding(
                    bitext,
                    f"quoted: {spans[0].of(bitext.target)}",
                    severity=Severity.WARNING if most > _NAME else Severity.NOTE,
                    target=spans,
                )


def _quoted(text: str) -> tuple[Span, ...]:
    """What stands between marks, in pairs; nothing where one lacks its other half or follows a figure."""
    places = [match.start() for match in _MARK.finditer(text)]
    if len(places) % 2 or any(text[at - 1 : at].isdigit() and text[at] == '"' for at in places):
        return ()
    spans = [Span(a + 1, b) for a, b in zip(places[::2], places[1::2], strict=True)]
    return tuple(span for span in spans if _LETTERS.search(span.of(text)))


def _is_name(text: str, kept: str | None) -> bool:
    """Whether a word or two are quoted, the last with a capital: a newspaper, a film.

    In a language whose nouns all have one, only if the text ``kept`` has the last word too.
    """
    words = _WORD.findall(text)
    return 0 < len(words) <= _NAME and words[-1][0].isupper() and (kept is None or words[-1] in kept)


def _is_set_off(text: str, inlines: tuple[Inline, ...]) -> bool:
    return _LOOSE.search(text) is not None or any(inline.tag in _SET_OFF for inline in inlines)
