"""What parent and child say to each other: length-prefixed JSON, read back into frozen types, never code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter

from copydesk.data import Candidate, Pair, Request
from copydesk.translate.options import TranslateOptions

HEAD = 4
"""Bytes of the length that goes before each frame, big-endian."""

LIMIT = 256 << 20
"""The longest frame, bytes; a longer length means that the stream is not ours."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """What the parent asks. ``open`` comes first, once; ``count`` is for alternatives."""

    do: Literal["open", "pairs", "fingerprint", "translate", "alternatives"]
    engine: str = ""
    options: TranslateOptions | None = None
    pair: Pair | None = None
    batch: tuple[Request, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """An error of the engine's own: the name of its CopydeskError class, what went wrong, what to do."""

    kind: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Opened:
    """Who the engine is."""

    name: str
    inlines: bool
    protections: bool
    scores: bool
    deterministic: bool
    context: bool
    alternatives: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """What the child answers: a failure, or what the call asks for."""

    failure: Failure | None = None
    opened: Opened | None = None
    pairs: tuple[Pair, ...] = ()
    fingerprint: str = ""
    candidates: tuple[tuple[Candidate, ...], ...] = ()


def packed(message: Call | Reply) -> bytes:
    """The frame of ``message``."""
    body = _adapter(type(message)).dump_json(message)
    return len(body).to_bytes(HEAD, "big") + body


def unpacked(kind: type[T], body: bytes) -> T:
    """The message in ``body``, a frame without its length.

    Raises:
        ValueError: if it is no message of this ``kind``.
    """
    message: T = _adapter(kind).validate_json(body)
    return message


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return _calls() if kind is Call else _replies()


@cache
def _calls() -> TypeAdapter[Call]:
    return TypeAdapter(Call)


@cache
def _replies() -> TypeAdapter[Reply]:
    return TypeAdapter(Reply)
