"""Terms a newsroom wants translated one way, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data.language import Pair


@dataclass(frozen=True, slots=True)
class Term:
    """``source`` is always written ``target`` in this direction.

    ``pair`` None means every direction. A do-not-translate term has ``target == source``. Matching is by
    whole words; ``case_sensitive`` for names and acronyms.
    """

    source: str
    target: str
    pair: Pair | None = None
    case_sensitive: bool = False

    @property
    def kept(self) -> bool:
        """Whether the term is not to be translated."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms in force; ``sha256`` identifies the content for content keys."""

    terms: tuple[Term, ...] = ()
    sha256: str = ""
