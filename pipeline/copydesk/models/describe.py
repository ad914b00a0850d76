"""A card for a folder that brings none, from the model's own configuration."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from copydesk.errors import ConfigError
from copydesk.models.card import Card, Family

_FAMILIES: dict[str, Family] = {"marian": "marian", "m2m_100": "m2m100", "t5": "madlad"}
_THREE = {"spa": "es", "fra": "fr", "eng": "en", "deu": "de", "ita": "it", "por": "pt", "cat": "ca"}
_NAMED = re.compile(r"(?:opus-mt|nmt)-(?P<source>[a-z]{2,3})-(?P<target>[a-z]{2,3})$")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def describe(
    folder: Path, name: str, *, sources: tuple[str, ...], targets: tuple[str, ...], licence: str
) -> Card:
    """The card of the model in ``folder``, called ``name``.

    ``sources`` and ``targets`` are the languages if the caller knows them; else the tokenizer's
    configuration or a name such as ``opus-mt-es-fr`` tells.

    Raises:
        ConfigError: no configuration, an unknown kind of model, or languages that nothing tells.
    """
    config = read_json(folder / "config.json")
    tokenizer = read_json(folder / "tokenizer_config.json", optional=True)
    family = _family(config, tokenizer, folder.name)
    if not sources or not targets:
        told = _told(tokenizer, name)
        sources, targets = sources or told[0], targets or told[1]
    if not sources or not targets:
        raise ConfigError(
            f"{name}: nothing says which languages the model translates",
            remedy="Name them: copydesk models add ... --from es --to fr (several with commas)",
        )
    positions = config.get("max_position_embeddings") or 512
    return Card(
        name=name,
        family=family,
        sources=sources,
        targets=targets,
        licence=licence or "unknown",
        positions=int(positions),
    )


def read_json(path: Path, *, optional: bool = False) -> dict[str, Any]:
    """The JSON object in ``path``; an empty one if it is ``optional`` and missing.

    Raises:
        ConfigError: it is missing, or holds no JSON object.
    """
    if optional and not path.is_file():
        return {}
    try:
        known = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path.parent.name}: no {path.name}: this is no model's folder",
            remedy="Give a folder with config.json, *.safetensors and its SentencePiece models",
        ) from error
    except ValueError as error:
        raise ConfigError(f"{path}: no JSON ({error})") from error
    if not isinstance(known, dict):
        raise ConfigError(f"{path}: no JSON object")
    return known


def _family(config: dict[str, Any], tokenizer: dict[str, Any], name: str) -> Family:
    kind = str(config.get("model_type", ""))
    if kind == "m2m_100" and "nllb" in f"{tokenizer.get('tokenizer_class')} {name}".lower():
        return "nllb"
    if kind in _FAMILIES:
        return _FAMILIES[kind]
    raise ConfigError(
        f"{name}: models of type {kind or 'unknown'} are not supported",
        remedy="Supported: Marian (opus-mt), NLLB, M2M-100, MADLAD",
    )


def _told(tokenizer: dict[str, Any], name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    source, target = tokenizer.get("source_lang"), tokenizer.get("target_lang")
    if not (isinstance(source, str) and isinstance(target, str)):
        match = _NAMED.search(name)
        source, target = (match["source"], match["target"]) if match else ("", "")
    if not (_TAG.fullmatch(source) and _TAG.fullmatch(target)):
        return (), ()
    return (two_letters(source),), (two_letters(target),)


def two_letters(code: str) -> str:
    """The BCP 47 tag for an ISO 639 code of three letters, where there is a shorter one."""
    return _THREE.get(code, code)
