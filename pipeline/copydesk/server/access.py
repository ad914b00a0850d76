"""Who may ask, how much, and how often."""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.errors import ConfigError

_NAME = re.compile(r"[\w.@-]+")

_CLIENTS = 10_000
"""Clients whose pace is remembered; the one that was silent longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``keys`` maps the SHA-256 of a key to its owner; empty lets everybody in.

    ``per_minute`` are requests of a client (0: any number), ``body`` bytes of a request, ``article`` those of
    one that hands in an article, ``texts`` texts in a request, ``characters`` of all its texts.
    """

    keys: dict[str, str] = field(default_factory=dict, repr=False)
    per_minute: int = 0
    body: int = 1 << 20
    article: int = 32 << 20
    texts: int = 128
    characters: int = 100_000

    def owner(self, key: str | None) -> str | None:
        """Whose ``key`` it is; "" where none is needed, None where it is wrong or missing."""
        if not self.keys:
            return ""
        digest = hashlib.sha256((key or "").encode("utf-8", "replace")).hexdigest()
        return next((name for own, name in self.keys.items() if hmac.compare_digest(own, digest)), None)


class Pace:
    """How fast each client asks: ``per_minute`` requests, which may come at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds that ``client`` has to wait; 0 lets its request pass and counts it."""
        if not self._most:
            return 0.0
        now = self._clock()
        left, since = self._left.pop(client, (float(self._most), now))
        left = min(float(self._most), left + (now - since) * self._most / 60)
        passes = left >= 1
        self._left[client] = (left - passes, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return 0.0 if passes else (1 - left) * 60 / self._most


def read_keys(path: Path) -> dict[str, str]:
    """The keys in a file, a line each, ``NAME KEY``; lines that begin with # are remarks.

    Raises:
        ConfigError: it cannot be read, a line is wrong, or there is no key.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the keys {path} cannot be read: {error}", remedy="Check --keys") from error
    keys: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) != 2 or len(words[1]) < 16 or not _NAME.fullmatch(words[0]) or words[0][0] == ".":
            raise ConfigError(
                f"{path}:{number} is no key",
                remedy="Write NAME KEY, a plain word and 16 characters or more",
            )
        keys[hashlib.sha256(words[1].encode()).hexdigest()] = words[0]
    if not keys:
        raise ConfigError(f"{path} holds no key", remedy="Write NAME KEY, one a line")
    return keys
