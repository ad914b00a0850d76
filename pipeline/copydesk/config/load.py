"""Settings from layers: defaults, then a TOML file, then the environment, then flags."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from copydesk.config.settings import Settings
from copydesk.errors import ConfigError

PREFIX = "COPYDESK_"

Layer = Mapping[str, Mapping[str, Any]]


def load(*, file: Path | None, environment: Mapping[str, str] = os.environ, flags: Layer) -> Settings:
    """The settings in force; later layers win key by key.

    ``environment`` variables read ``COPYDESK_<SECTION>_<KEY>``, their values as TOML or as plain text.
    ``flags`` holds what the command line set, by section; what is None was not.

    Raises:
        ConfigError: the file cannot be read, or a key or value is wrong; the nearest key is suggested.
    """
    origin = str(file) if file else "the settings"
    merged: dict[str, dict[str, Any]] = {}
    given = {name: {k: v for k, v in values.items() if v is not None} for name, values in flags.items()}
    for layer in (_file(file) if file else {}, _environment(environment), given):
        for section, values in layer.items():
            if not isinstance(values, Mapping):
                raise ConfigError(f"{origin}: {section!r} is not a section", remedy=f"Write [{section}]")
            _merge(merged.setdefault(section, {}), values)
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        raise _explained(error, origin) from error


def _merge(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    """Put ``values`` over those of ``into``, key by key, also within the tables of a section."""
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(own := into.get(key), dict):
            _merge(own, value)
        else:
            into[key] = dict(value) if isinstance(value, Mapping) else value


def _file(path: Path) -> Layer:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"the configuration {path} cannot be read: {error.strerror}", remedy="Check --config"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}", remedy="Mend that line") from error


def _environment(environment: Mapping[str, str]) -> Layer:
    layer: dict[str, dict[str, Any]] = {}
    for name, value in environment.items():
        section, _, key = name.removeprefix(PREFIX).lower().partition("_")
        if name.startswith(PREFIX) and section in Settings.model_fields:
            layer.setdefault(section, {})[key] = toml_value(value)
    return layer


def toml_value(text: str) -> Any:
    """``text`` as the TOML value it spells (``true``, ``3``, ``["a"]``), else as plain text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _explained(error: ValidationError, origin: str) -> ConfigError:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] != "extra_forbidden":
        return ConfigError(f"{origin}: {place}: {first['msg']}", remedy="Mend that value")
    known = _known_at(first["loc"][:-1])
    near = difflib.get_close_matches(str(first["loc"][-1]), known, n=1, cutoff=0.5)
    remedy = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}"
    return ConfigError(f"{origin}: {place} is not a setting", remedy=remedy)


def _known_at(place: tuple[int | str, ...]) -> list[str]:
    model: type[BaseModel] = Settings
    for part in place:
        annotation = model.model_fields[str(part)].annotation
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return []
        model = annotation
    return sorted(model.model_fields)
