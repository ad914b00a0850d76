"""The engine that gives back the source: for benchmarks and tests."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.data import Candidate, Pair, Request
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.verbatim import verbatim


class IdentityEngine:
    """Answers each request with its own text, protections' texts in place."""

    name = "identity"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)

    def __init__(self, options: TranslateOptions) -> None:
        self._options = options

    def pairs(self) -> tuple[Pair, ...]:
        """None by name; it serves any direction when asked for by name."""
        return ()

    def fingerprint(self, pair: Pair) -> str:
        """Constant."""
        return f"identity:{pair}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order."""
        return [verbatim(request) for request in batch]

    def close(self) -> None:
        """Nothing to stop."""
