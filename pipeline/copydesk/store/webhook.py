"""Tell another program what happened, signed as Standard Webhooks wants (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
from standardwebhooks import Webhook as Signer

from copydesk.errors import ConfigError, CopydeskError

PAUSES = (1.0, 5.0, 30.0, 120.0)
"""Seconds between the tries of one delivery."""

_SECONDS = 15.0
_LATER = frozenset({408, 425, 429})
_LEAST = 24


class DeliveryError(CopydeskError):
    """The other program did not take an event; ``final`` if it never will."""

    def __init__(self, message: str, *, remedy: str = "", final: bool = False) -> None:
        super().__init__(message, remedy=remedy)
        self.final = final


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where events go: an http(s) address, and the secret that signs them (``whsec_`` and base64).

    Raises:
        ConfigError: the address is none, or the secret is no base64 of 24 bytes or more.
    """

    url: str
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError(f"{self.url!r} is no address for a webhook", remedy="Give an https:// address")
        try:
            key = base64.b64decode(self.secret.removeprefix("whsec_"), validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) < _LEAST:
            raise ConfigError(
                f"the webhook's secret is no base64 of {_LEAST} bytes or more",
                remedy="Make one: echo whsec_$(openssl rand -base64 32)",
            )


def deliver(
    hook: Webhook,
    name: str,
    event: Mapping[str, Any],
    *,
    pauses: Sequence[float] = PAUSES,
    wait: Callable[[float], object] = time.sleep,
) -> None:
    """Send ``event`` (what JSON can hold) as JSON; ``name`` is its id, the same however often it is tried.

    Silence, 5xx and "later" (408, 425, 429) are tried again after each of ``pauses``; ``wait`` waits.

    Raises:
        DeliveryError: it was refused, or nothing took it in the end.
    """
    body = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    for pause in (*pauses, None):
        try:
            _post(hook, name, body)
        except DeliveryError as error:
            if pause is None or error.final:
                raise
            wait(pause)
        else:
            return


def _post(hook: Webhook, name: str, body: str) -> None:
    now = datetime.now(tz=UTC)
    headers = {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "copydesk",
        "webhook-id": name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Signer(hook.secret).sign(msg_id=name, timestamp=now, data=body),
    }
    remedy = "Check the address and what answers there"
    try:
        answer = httpx.post(hook.url, content=body.encode(), headers=headers, timeout=_SECONDS)
    except httpx.HTTPError as error:
        why = f"the webhook {hook.url} cannot be reached: {error or type(error).__name__}"
        raise DeliveryError(why, remedy=remedy) from error
    if not answer.is_success:
        final = answer.status_code < 500 and answer.status_code not in _LATER
        why = (
            f"the webhook {hook.url} {'refused' if final else 'did not take'} an event: {answer.status_code}"
        )
        raise DeliveryError(why, remedy=remedy, final=final)
