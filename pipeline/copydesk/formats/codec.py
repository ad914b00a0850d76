"""Draft fields, candidates and other data types to JSON and back, losslessly."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from copydesk.data import Candidate, Draft

_VERSION = b"1"


@cache
def _adapter(field: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(Draft)[field])


@cache
def _candidate() -> TypeAdapter[Candidate]:
    return TypeAdapter(Candidate)


def encode_fields(draft: Draft, names: frozenset[str]) -> bytes:
    """The named fields of ``draft``, as compressed versioned JSON."""
    ordered = [field.name for field in fields(Draft) if field.name in names]
    lines = [name.encode() + b"=" + _adapter(name).dump_json(getattr(draft, name)) for name in ordered]
    return _VERSION + zlib.compress(b"\n".join(lines), level=1)


def decode_fields(data: bytes, wanted: frozenset[str] | None = None) -> Mapping[str, Any]:
    """What :func:`encode_fields` wrote: field names to values, of the ``wanted`` fields or all.

    Raises:
        ValueError: if the bytes are of another version or damaged.
    """
    if data[:1] != _VERSION:
        raise ValueError(f"stage result has format {data[:1]!r}, this copydesk reads {_VERSION!r}")
    values = {}
    for line in zlib.decompress(data[1:]).splitlines():
        start, _, json = line.partition(b"=")
        name = start.decode()
        if wanted is None or name in wanted:
            values[name] = _adapter(name).validate_json(json)
    return values


def encode_candidate(candidate: Candidate) -> str:
    """A candidate as JSON text."""
    return _candidate().dump_json(candidate).decode()


def decode_candidate(text: str) -> Candidate:
    """What :func:`encode_candidate` wrote."""
    return _candidate().validate_json(text)
