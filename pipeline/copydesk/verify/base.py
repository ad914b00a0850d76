"""What a check is: an identity card and a function from an aligned pair to findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from copydesk.data import Bitext, Finding, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that passes or fails a check; shown in the docs and run by the tests."""

    source: str
    target: str
    pair: str = "es-fr"


@dataclass(frozen=True, slots=True)
class Card:
    """A check's identity: what users see, configure and waive.

    ``id`` is kebab-case and never changes; ``languages`` are the target languages it applies to, empty for
    all. ``explains`` says in one or two sentences what is wrong and what to do.
    """

    id: str
    title: str
    severity: Severity
    explains: str
    languages: tuple[str, ...] = ()
    passes: tuple[Example, ...] = ()
    fails: tuple[Example, ...] = ()


class Check(Protocol):
    """A rule over one aligned pair of texts."""

    @property
    def card(self) -> Card:
        """Who the check is."""
        ...

    def find(self, bitext: Bitext) -> Iterable[Finding]:
        """What is wrong with the pair; nothing found is nothing yielded. Pure and deterministic."""
        ...
