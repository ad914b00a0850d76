"""What a check is: an identity card and a function from an aligned pair to findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from copydesk.data import Bitext, Edit, Finding, Means, Severity, Span, primary
from copydesk.languages import facts


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that passes or fails a check; shown in the docs and run by the tests.

    ``terms`` are lines of a glossary in force, ``unknown`` words of the target that the engine left,
    ``tags`` inline elements over the whole source that the target lacks, ``state`` what the file says,
    ``before`` pairs that were checked before.
    """

    source: str
    target: str
    pair: str = "es-fr"
    terms: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    state: str = ""
    before: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A check's identity: what users see, configure and waive.

    ``id`` is kebab-case and never changes; ``languages`` are the target languages it applies to, empty for
    all; ``needs`` the pages of facts without which it cannot judge a language, for both texts (see
    :meth:`copydesk.languages.Facts.knows`); ``means`` the kinds of target text. ``explains`` says in one or
    two sentences what is wrong and what to do. ``fixes`` says that every fix it offers is safe to apply to
    machine translations unseen. ``risk`` says how soon a reviewer should look at its errors: 1,000
    for a number that changed, a few dozen for spaces.
    """

    id: str
    title: str
    severity: Severity
    explains: str
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    means: tuple[Means, ...] = (Means.MACHINE, Means.HUMAN)
    fixes: bool = False
    risk: int = 200
    passes: tuple[Example, ...] = ()
    fails: tuple[Example, ...] = ()

    def applies(self, bitext: Bitext) -> bool:
        """Whether the check has anything to say about these languages and means."""
        wanted = not self.languages or primary(bitext.pair.target) in self.languages
        pair = bitext.pair
        return wanted and bitext.means in self.means and self.knows(pair.source) and self.knows(pair.target)

    def knows(self, language: str) -> bool:
        """Whether ``language`` has the facts that the check needs."""
        return not self.needs or _knows(self.needs, language)

    def finding(
        self,
        bitext: Bitext,
        message: str,
        *,
        severity: Severity | None = None,
        source: tuple[Span, ...] = (),
        target: tuple[Span, ...] = (),
        fix: Edit | None = None,
    ) -> Finding:
        """A finding of this check about ``bitext``, of the card's severity if none is given."""
        return Finding(
            self.id,
            severity or self.severity,
            message,
            segment=bitext.id or None,
            source=source,
            target=target,
            fix=fix,
        )

    def mend(self, bitext: Bitext, span: Span, after: str, why: str) -> Finding:
        """A finding whose fix writes ``after`` over ``span`` of the target; ``why`` is message and proof."""
        edit = Edit(span, span.of(bitext.target), after, self.id, why)
        return self.finding(bitext, why, target=(span,), fix=edit)


@cache
def _knows(concerns: tuple[str, ...], language: str) -> bool:
    return all(facts(language).knows(concern) for concern in concerns)


class Check(Protocol):
    """A rule over one aligned pair of texts. Built with a Context, once for many pairs."""

    @property
    def card(self) -> Card:
        """Who the check is."""
        ...

    def find(self, bitext: Bitext) -> Iterable[Finding]:
        """What is wrong with the pair; nothing found is nothing yielded. Pure and deterministic."""
        ...
