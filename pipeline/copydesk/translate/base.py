"""What an engine is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from copydesk.data import Candidate, Pair, Request


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine keeps by itself: inline marks, protected spans; whether it scores.

    What it does not keep the desk puts back, by ``Candidate.alignment`` where the engine gives one.
    ``context`` says that it reads ``Request.context``, so that it can be told what goes before, and what was
    wrong with an answer. ``deterministic`` says that asking another way gives the same answer, so that nobody
    needs to try.
    """

    inlines: bool = False
    protections: bool = False
    scores: bool = False
    deterministic: bool = False
    context: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What servers counted: questions, tokens read and written, and their price, in the options' currency.

    ``estimated`` are questions whose tokens the server did not count, and were guessed from their length.
    """

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    estimated: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.requests + other.requests,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.cost + other.cost,
            self.estimated + other.estimated,
        )


class Engine(Protocol):
    """Translates batches. Registered under ``copydesk.engines``; built once per run, closed at its end.

    A registered member is a callable that takes ``TranslateOptions`` and gives an engine. Engines start
    what they need on the first batch, so that building one is cheap.
    """

    @property
    def name(self) -> str:
        """The registry name."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the engine keeps by itself."""
        ...

    def pairs(self) -> tuple[Pair, ...]:
        """The directions that are installed and work now, sorted."""
        ...

    def fingerprint(self, pair: Pair) -> str:
        """One short line that changes whenever the engine's output for ``pair`` may change."""
        ...

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; all requests of a batch share one pair.

        The answer to a request depends on that request alone, never on the batch. An engine that keeps
        protections says in ``Candidate.kept`` where they stand, each exactly once.

        Raises:
            PairMissingError: naming the exact install command.
            EngineError: if the engine broke; the batch may be tried again.
        """
        ...

    def close(self) -> None:
        """Stop child processes and free memory; a closed engine is not used again."""
        ...


@runtime_checkable
class Metered(Protocol):
    """An engine that costs something."""

    @property
    def usage(self) -> Usage:
        """What it has used up since it was built."""
        ...


@runtime_checkable
class Alternatives(Protocol):
    """An engine that can give more than one answer to a request."""

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` different candidates per request, best first, decoded with a wider beam.

        Same order, same guarantees and same errors as ``Engine.translate``.
        """
        ...
