"""What the functions for programs give back: frozen, printable, and plain data on request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from copydesk.data import Draft, Edit, Finding, Ledger, Severity, Span


class Result:
    """A result: ``to_dict`` gives its fields as what JSON can hold."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The fields as numbers, texts, lists and dicts; spans are [start, end] in code points."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self) if f.repr}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Detected(Result):
    """The language of a text: a BCP 47 tag or None, the confidence from 0 to 1, the script (ISO 15924)."""

    language: str | None
    confidence: float
    script: str | None = None


@dataclass(frozen=True, slots=True)
class Repaired(Result):
    """``text`` with the proved ``edits`` applied; spans count in the text as it was given.

    An edit of certainty "unknown" changed nothing and carries candidates; each has a finding as well.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was left open."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Translated(Result):
    """A translation and what the desk has to say about it.

    ``source`` is the language that was found or given, ``target`` the one asked for, ``engine`` who
    translated, ``quality`` what a reader may expect in words. ``draft`` is the whole article with its
    segments, ledgers and links; it is no part of ``to_dict``.
    """

    text: str
    source: str
    target: str
    engine: str
    quality: str
    findings: tuple[Finding, ...]
    draft: Draft = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether no check found an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Checked(Result):
    """A pair of texts, the ledger of its numbers and what the checks found."""

    source: str
    target: str
    findings: tuple[Finding, ...]
    ledger: Ledger = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether no check found an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Aligned(Result):
    """Source sentences that answer target sentences; an empty side is an omission or an addition.

    ``confidence`` is the probability, from 0 to 1, that exactly these belong together.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    confidence: float


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
