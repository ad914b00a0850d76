"""Questions that became statements, and marks that open them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_MARK = re.compile(r"[?？؟;՞]")
_END = re.compile(r"[?？؟՞](?=[\s»”\"'’)\]」』]*$)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|=)\S*")


class Question:
    """Finds texts that end in a question mark on one side only, and opening marks that the language wants.

    A question within the text may have become an indirect one; only its end is judged. Where the language
    opens questions and exclamations with a mark of their own (Spanish ¿ ¡), each needs one.
    """

    card = Card(
        id="question",
        title="Question became a statement",
        severity=Severity.WARNING,
        risk=400,
        explains="One side asks and the other states, or the mark that opens a question is missing.",
        passes=(
            Example("¿Vendrá el alcalde?", "Le maire viendra-t-il ?"),
            Example("Will he come?", "他会来吗？", "en-zh"),
            Example("Will he come?", "¿Vendrá?", "en-es"),
            Example("He asked whether it was true.", "Er fragte, ob das stimme.", "en-de"),
            Example("See https://ejemplo.es/?a=1", "Vea https://ejemplo.es/?a=1", "en-es"),
        ),
        fails=(
            Example("¿Vendrá el alcalde?", "Le maire viendra."),
            Example("The mayor will come.", "Kommt der Bürgermeister?", "en-de"),
            Example("Will he come?", "Vendrá?", "en-es"),
            Example("Goal for the visitors!", "Gol de los visitantes!", "en-es"),
            Example("Will he come?", "他会来。", "en-zh"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding about the end, and one about each kind of mark that does not open."""
        source, target = bitext.source, bitext.target
        asked, asks = _asks(source), _asks(target)
        if asked and not asks and not _MARK.search(target):
            yield self.card.finding(bitext, "the source asks, the translation does not", source=(asked,))
        elif asks and not asked and not _MARK.search(source):
            yield self.card.finding(bitext, "the translation asks, the source does not", target=(asks,))
        for closing, opening in facts(bitext.pair.target).typography.opening_marks:
            if closing in target:
                yield from self._unopened(bitext, closing, opening)

    def _unopened(self, bitext: Bitext, closing: str, opening: str) -> Iterator[Finding]:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), bitext.target)
        ends = [match.start() for match in re.finditer(rf"(?<!\w\w\w-){re.escape(closing)}+", text)]
        if len(ends) > text.count(opening) and _words_before(text, ends[0]):
            yield self.card.finding(
                bitext, f"{closing} without {opening}", target=(Span(ends[0], ends[0] + 1),)
            )


def _asks(text: str) -> Span | None:
    match = _END.search(text)
    return Span(match.start(), match.start() + 1) if match else None


def _words_before(text: str, at: int) -> bool:
    """Whether words stand before the mark, so that it is no note in brackets (?)."""
    return text[at - 1 : at] not in ("(", "")
