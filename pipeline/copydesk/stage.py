"""The stage contract: a plain function from Draft to Draft that says what it reads and what it gives."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from pydantic import BaseModel, ConfigDict

from copydesk.data import Draft
from copydesk.errors import ConfigError

_FIELDS = frozenset(field.name for field in fields(Draft))


class Options(BaseModel):
    """Base of every member's options: frozen, and a misspelt key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of an article's way.

    ``needs`` and ``gives`` are names of Draft fields. ``signature`` is everything beside the input draft
    that shapes the result (version, options, members used): same signature and input, same output.
    """

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    signature: str
    apply: Callable[[Draft], Draft]

    def key(self, previous: str) -> str:
        """The content key of this stage's result, given that of the stage before."""
        return content_key(self.name, self.signature, previous)


def content_key(*parts: object) -> str:
    """The SHA-256 of ``parts`` as JSON, in hexadecimal: the address of a piece of work."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def check_chain(stages: Sequence[Stage], given: frozenset[str]) -> None:
    """Make sure that each stage finds what it needs before anything runs.

    Raises:
        ConfigError: naming the stage and the missing or unknown Draft fields.
    """
    known = set(given)
    for stage in stages:
        unknown = (stage.needs | stage.gives) - _FIELDS
        if unknown:
            raise ConfigError(f"stage {stage.name} names no Draft field: {', '.join(sorted(unknown))}")
        missing = stage.needs - known
        if missing:
            raise ConfigError(f"stage {stage.name} needs {', '.join(sorted(missing))}, which nothing gives")
        known |= stage.gives
