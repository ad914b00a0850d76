"""A model's card: what it is, where it comes from, what its files must be."""

from __future__ import annotations

import json
import tomllib
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from copydesk.data import Pair
from copydesk.errors import ConfigError

Family = Literal["firefox", "marian", "nllb", "m2m100", "madlad"]
Quantisation = Literal["int8", "int8_float32", "int16", "float32"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileHash(_Part):
    """One file: its path below the model's folder with ``/``, its SHA-256 in hexadecimal, its bytes."""

    path: str = Field(min_length=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0)

    @field_validator("path")
    @classmethod
    def _stays_inside(cls, path: str) -> str:
        if path.startswith("/") or ".." in path.split("/") or "\\" in path or "\0" in path:
            raise ValueError("the path leads out of the model's folder")
        return path


class Quality(_Part):
    """A measured quality: BLEU and chrF on a public set, with the sacreBLEU signature of the first.

    ``source`` says who published figures that were not measured here.
    """

    pair: str
    set: str
    bleu: float | None = None
    chrf: float | None = None
    signature: str = ""
    source: str = ""


class Card(_Part):
    """What is known of a model.

    ``sources`` and ``targets`` are BCP 47 tags; every source goes to every other target. ``tokens`` gives a
    language's token in the model where the family's own table does not say it. ``repo`` is the hub id,
    ``revision`` the commit that is meant; ``package`` is an installed Python package that brings the files.
    ``positions`` is the longest input and output in tokens. ``files`` are all files that belong to the
    model; a card without files is a recipe: its hashes are recorded when it is added, and hold from then
    on. ``pickled`` is the ``pytorch_model.bin`` that the weights were read from, where they came so; the
    file itself is not kept.

    Source of the card idea: Mitchell et al. 2019, "Model Cards for Model Reporting".
    """

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$")
    family: Family
    sources: tuple[str, ...] = Field(min_length=1)
    targets: tuple[str, ...] = Field(min_length=1)
    licence: str = Field(min_length=1)
    repo: str = ""
    package: str = ""
    revision: str = Field(default="", pattern=r"^([0-9a-f]{40})?$")
    quantisation: Quantisation = "int8"
    positions: int = Field(default=512, ge=16)
    note: str = ""
    tokens: dict[str, str] = {}
    pickled: FileHash | None = None
    quality: tuple[Quality, ...] = ()
    files: tuple[FileHash, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All directions, sorted."""
        return tuple(sorted(Pair(s, t) for s in self.sources for t in self.targets if s != t))

    def figures(self, pair: Pair) -> dict[str, float]:
        """The best BLEU that the card gives for ``pair``, by test set."""
        found: dict[str, float] = {}
        for row in self.quality:
            if row.pair == str(pair) and row.bleu is not None:
                found[row.set] = max(row.bleu, found.get(row.set, 0.0))
        return found

    def bleu(self, pair: Pair) -> float | None:
        """The best BLEU that the card gives for ``pair``; None without one."""
        return max(self.figures(pair).values(), default=None)


def parse(text: str, *, where: str) -> Card:
    """The card in ``text`` (TOML); ``where`` names it in errors.

    Raises:
        ConfigError: it is no TOML, or a field is missing, unknown or wrong.
    """
    try:
        return Card.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: no TOML ({error})") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{where}: {place}: {first['msg']}", remedy="See models/README.md") from error


def render(card: Card) -> str:
    """``card`` as TOML; ``parse`` gives the same card back."""
    fields = card.model_dump(mode="json", exclude_defaults=True)
    tables = {name: fields.pop(name) for name in ("tokens", "pickled", "quality", "files") if name in fields}
    lines = [f"{name} = {_value(value)}" for name, value in fields.items()]
    for name, table in tables.items():
        for row in table if isinstance(table, list) else [table]:
            lines += ["", f"[[{name}]]" if isinstance(table, list) else f"[{name}]"]
            lines += [f"{_key(key)} = {_value(value)}" for key, value in row.items()]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return _value(key)
