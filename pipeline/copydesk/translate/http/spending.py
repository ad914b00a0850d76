"""What questions to a model cost, and the bound on it."""

from __future__ import annotations

import math
import threading
from typing import Any

from copydesk.errors import ConfigError, EngineGoneError
from copydesk.translate.base import Usage
from copydesk.translate.http.options import ChatOptions

_LETTERS_A_TOKEN = 3.0
"""Few enough for news in European languages, so that an estimate is rather too high."""

_GROWTH = 1.5
_ROOM = 30
"""Tokens of JSON round each translation."""


class Spending:
    """Counts tokens and their price, and stops before a question that the budget may not cover.

    A question's price is guessed from its length; where a server counts more, later guesses grow likewise, so
    that only the first questions of a run can cost more than was left.
    """

    def __init__(self, name: str, options: ChatOptions) -> None:
        self._name = name
        self._options = options
        self._usage = Usage()
        self._reserved = 0.0
        self._miss = 1.0
        self._lock = threading.Lock()

    @property
    def usage(self) -> Usage:
        """What was used up so far."""
        return self._usage

    def reserve(self, sent: int, texts: list[str]) -> Usage:
        """The estimate for a question of ``sent`` characters about ``texts``, set aside until ``count``.

        Raises:
            ConfigError: there is a budget but no price.
            EngineGoneError: the budget does not cover it.
        """
        options = self._options
        if options.budget and not (options.input_price or options.output_price):
            raise ConfigError(
                f"{self._name}: a budget needs prices",
                remedy="Set translate.chat.input_price and output_price, for a million tokens each",
            )
        written = sum(math.ceil(_GROWTH * len(text) / _LETTERS_A_TOKEN) + _ROOM for text in texts)
        with self._lock:
            read = math.ceil(self._miss * sent / _LETTERS_A_TOKEN)
            guess = self._priced(read, math.ceil(self._miss * written), estimated=1)
            spent = self._usage.cost + self._reserved
            if options.budget and spent + guess.cost > options.budget:
                raise EngineGoneError(
                    f"{self._name}: the budget of {options.budget:g} is used up "
                    f"({self._usage.cost:.4f} spent)",
                    remedy="Run the same command again with a higher --budget; what is done is kept",
                )
            self._reserved += guess.cost
        return guess

    def count(self, guess: Usage, counted: Any) -> None:
        """Replace what was set aside by what the server ``counted``; None where there was no answer."""
        usage = Usage()
        if isinstance(counted, dict):
            read, written = counted.get("prompt_tokens"), counted.get("completion_tokens")
            both = isinstance(read, int) and isinstance(written, int)
            usage = self._priced(int(read or 0), int(written or 0)) if both else guess
        with self._lock:
            self._reserved -= guess.cost
            self._usage += usage
            if usage.cost and guess.cost:
                self._miss *= max(1.0, usage.cost / guess.cost)

    def _priced(self, read: int, written: int, *, estimated: int = 0) -> Usage:
        cost = (read * self._options.input_price + written * self._options.output_price) / 1e6
        return Usage(1, read, written, cost, estimated)
