"""Questions to a server and its answers as JSON, asked again within bounds."""

from __future__ import annotations

import email.utils
import json
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from copydesk.errors import ConfigError, EngineError, EngineGoneError
from copydesk.translate.http.options import HttpOptions

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_ANSWER = 16 << 20
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 20.0
_FAILURES = 12
"""Questions in a row, each with its further tries, that fail before the server counts as broken."""


class RefusedError(EngineError):
    """The server refuses this question; ``status`` is its HTTP status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Timing:
    """Where pauses come from; tests put their own."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random


class Server:
    """One server. ``key`` names the environment variable that holds the key, for advice only."""

    def __init__(
        self,
        name: str,
        options: HttpOptions,
        *,
        secret: str = "",
        key: str = "",
        timing: Timing | None = None,
    ) -> None:
        self._name = name
        self._options = options
        self._secret = secret
        self._key = key
        self._timing = timing or Timing()
        self._turn = threading.Lock()
        self._next = 0.0
        self._failed = 0
        self._client: httpx.Client | None = None

    def ask(self, method: str, path: str, **content: Any) -> Any:
        """The JSON that ``method path`` answers; ``content`` is httpx's ``json``, ``data``, ``headers``.

        Tries again after time-outs, broken connections, cut answers and the statuses that ask for it, with
        pauses that double and vary, or as long as ``Retry-After`` says.

        Raises:
            ConfigError: the address is none, or would send the key in the clear.
            EngineGoneError: the server cannot be reached, refuses the key, is overloaded, or only fails.
            EngineError: it refuses or spoils this question.
        """
        if self._failed >= _FAILURES:
            raise EngineGoneError(
                f"{self._name}: {self._failed} questions in a row failed",
                remedy="It is not asked again in this run; see the reasons above, then run the command again",
            )
        trouble = EngineError(f"{self._name}: not asked")
        for attempt in range(self._options.retries + 1):
            outcome = self._once(method, path, content)
            if not isinstance(outcome, _Trouble):
                self._failed = 0
                return outcome.value
            trouble = outcome.error
            if outcome.final or attempt == self._options.retries:
                break
            self._timing.sleep(self._pause(attempt, outcome.wait))
        self._failed += 1
        raise trouble

    def close(self) -> None:
        """End all connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _once(self, method: str, path: str, content: Mapping[str, Any]) -> _Answer | _Trouble:
        self._wait_for_turn()
        try:
            with self._open().stream(method, self._base() + path, **content) as response:
                body = self._read(response)
        except httpx.TimeoutException as error:
            return self._trouble("no answer in time", error)
        except httpx.ConnectError as error:
            return self._trouble(f"cannot be reached ({error})", error, gone=True)
        except httpx.HTTPError as error:
            return self._trouble(f"the connection broke ({error})", error)
        if response.status_code in _AGAIN:
            wait = _retry_after(response.headers.get("retry-after", ""))
            said = f"status {response.status_code}{_said(body)}"
            busy = response.status_code == 429
            return self._trouble(said, None, gone=busy, wait=wait, final=wait > self._options.patience)
        if not response.is_success:
            return self._refused(response.status_code, body)
        try:
            return _Answer(json.loads(body))
        except ValueError as error:
            return self._trouble("its answer is cut off or no JSON", error)

    def _read(self, response: httpx.Response) -> bytes:
        until = self._timing.clock() + self._options.timeout
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > _LONGEST_ANSWER:
                raise httpx.DecodingError(f"more than {_LONGEST_ANSWER >> 20} MiB")
            if self._timing.clock() > until:
                raise httpx.ReadTimeout("too slow")
        return bytes(body)

    def _refused(self, status: int, body: bytes) -> _Trouble:
        text = f"{self._name}: status {status}{_said(body)}"
        if status in (401, 403):
            remedy = f"Set {self._key} in the environment" if self._key and not self._secret else ""
            return _Trouble(EngineGoneError(text, remedy=remedy), final=True)
        if status in (301, 302, 307, 308, 404, 405):
            return _Trouble(EngineGoneError(text, remedy="Check translate.http.url"), final=True)
        return _Trouble(RefusedError(text, status), final=True)

    def _trouble(
        self,
        words: str,
        cause: Exception | None,
        *,
        gone: bool = False,
        wait: float = 0.0,
        final: bool = False,
    ) -> _Trouble:
        place = urlsplit(self._options.url).netloc
        error = (EngineGoneError if gone else EngineError)(f"{self._name} at {place}: {words}")
        error.__cause__ = cause
        return _Trouble(error, wait=wait, final=final)

    def _pause(self, attempt: int, asked: float) -> float:
        """Half to the whole of a pause that doubles; never shorter than the server asked for."""
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0**attempt) * (0.5 + self._timing.chance() / 2)
        return max(asked, pause)

    def _wait_for_turn(self) -> None:
        if self._options.rate:
            with self._turn:
                now = self._timing.clock()
                start = max(now, self._next)
                self._next = start + 1 / self._options.rate
            if start > now:
                self._timing.sleep(start - now)

    def _base(self) -> str:
        parts = urlsplit(self._options.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError(
                f"{self._name}: translate.http.url is {self._options.url!r}, no address of a server",
                remedy="Write it as in url = 'http://127.0.0.1:5000'",
            )
        if parts.username or parts.password:
            raise ConfigError(
                f"{self._name}: translate.http.url holds a password",
                remedy=f"Put the key into the environment variable {self._key}",
            )
        loopback = parts.hostname in ("localhost", "::1") or parts.hostname.startswith("127.")
        if self._secret and parts.scheme == "http" and not loopback:
            raise ConfigError(
                f"{self._name}: the key would travel to {parts.hostname} unencrypted", remedy="Use https"
            )
        return self._options.url.rstrip("/")

    def _open(self) -> httpx.Client:
        with self._turn:
            if self._client is None:
                self._client = httpx.Client(timeout=self._options.timeout, follow_redirects=False)
            return self._client


@dataclass(frozen=True, slots=True)
class _Answer:
    value: Any


@dataclass(frozen=True, slots=True)
class _Trouble:
    error: EngineError
    wait: float = 0.0
    final: bool = False


def _retry_after(value: str) -> float:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3); 0 where it says nothing readable."""
    if value.strip().isdigit():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(0.0, moment.timestamp() - time.time())


def _said(body: bytes) -> str:
    """What the server says about an error, shortened."""
    try:
        content = json.loads(body)
    except ValueError:
        return ""
    if isinstance(content, dict):
        content = content.get("error") or content.get("explanation") or content.get("message") or ""
    if isinstance(content, dict):
        content = content.get("message", "")
    return f" ({content[:200]})" if isinstance(content, str) and content else ""
