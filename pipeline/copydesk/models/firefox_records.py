"""Firefox Translations models from Mozilla's records, or from a mirror that hosts records and files anew.

A mirror is one URL: a JSON document as Mozilla's (``{"data": [...]}``), whose files lie where each record's
``attachment.location`` leads from there. No file without a SHA-256 in its record is taken.
"""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from copydesk.errors import ConfigError, CopydeskError, PluginError
from copydesk.models.card import Card
from copydesk.models.fetch import OFFLINE, is_offline
from copydesk.models.progress import Progress, Tell
from copydesk.models.refusal import ModelRefusedError

_KINDS = ("model", "vocab", "srcvocab", "trgvocab", "lex")
_ORDER = ("base-memory", "base", "tiny", "")
"""Which of several models for a direction is taken: the best for its size first."""

_REMOTE_SETTINGS = "/v1/buckets/"
_LARGEST = 512 << 20
"""Bytes of the largest answer that is read."""

_WAIT = 30.0
_FILE = re.compile(r"[A-Za-z0-9][\w.+-]*")


def is_url(source: str) -> bool:
    """Whether ``source`` is an address rather than a name or folder."""
    return source.startswith(("http://", "https://"))


def fetch(card: Card, url: str, folder: Path, *, tell: Tell, patience: float) -> Card:
    """Bring the files for ``card`` into ``folder``, from the records at ``url`` or, if empty, from Mozilla's.

    Of several models the newest, of its architectures the best is taken; the card that comes back says
    which, with the figures that were published for it. ``patience`` is the seconds that the records may take.

    Raises:
        ModelRefusedError: a record has no hash, or a file is not what its record says.
        CopydeskError: offline, nothing answers there, or it has no model for the direction.
        PluginError: the package fxtranslate is missing.
    """
    discovery = _discovery()
    url = url or discovery.records_url()
    _may_ask(url, card)
    body = _get(url, patience)
    try:
        records = discovery.parse_records(body.decode("utf-8"))
    except ValueError as error:
        raise CopydeskError(f"{url}: these are no records of models ({error})") from error
    chosen = _chosen(records, card, url)
    base = _files_at(url)
    for record in chosen:
        name, wanted = str(record["name"]), record["decompressedHash"]
        if not wanted:
            raise ModelRefusedError(
                f"{url}: the record of {name} has no SHA-256; copydesk takes no such file"
            )
        if not _FILE.fullmatch(name):
            raise ModelRefusedError(f"{url}: {name!r} is no file name")
        tell(Progress(f"fetching {name}"))
        data = _get(urljoin(base, str(record["location"])))
        try:
            (folder / name).write_bytes(discovery.verify_and_decompress(data, wanted))
        except ValueError as error:
            raise ModelRefusedError(f"{name} is not what its record says: {error}") from error
    return _told(card, str(chosen[0]["architecture"] or ""), str(chosen[0]["version"]))


def _chosen(records: Sequence[dict[str, Any]], card: Card, url: str) -> list[dict[str, Any]]:
    pair = (card.sources[0], card.targets[0])
    ours = [
        r for r in records if (r["sourceLanguage"], r["targetLanguage"]) == pair and r["fileType"] in _KINDS
    ]
    models = [r for r in ours if r["fileType"] == "model"]
    if not models:
        known = sorted({f"{r['sourceLanguage']}-{r['targetLanguage']}" for r in records})
        raise CopydeskError(
            f"{url} has no model from {pair[0]} to {pair[1]}", remedy=f"It has: {', '.join(known) or 'none'}"
        )
    best = min(models, key=_rank)
    same = [r for r in ours if r["version"] == best["version"]]
    return [best, *(r for r in same if r["fileType"] != "model" and _fits(r, best))]


def _rank(model: dict[str, Any]) -> tuple[bool, tuple[int, ...], int]:
    """Released ones before trials ("3.0a1"), newer before older, better architectures first."""
    version = str(model["version"])
    numbers = tuple(-int(n) for n in re.findall(r"\d+", version))
    kind = model["architecture"] or ""
    return bool(re.search("[a-z]", version)), numbers, _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _fits(record: dict[str, Any], model: dict[str, Any]) -> bool:
    return record["architecture"] in (None, model["architecture"])


def _told(card: Card, architecture: str, version: str) -> Card:
    """``card`` as of the model that was taken, without the figures of another architecture."""
    note = f"{card.note} Version {version}, {architecture or 'unknown architecture'}.".strip()
    rows = tuple(row for row in card.quality if architecture and row.source.endswith(f", {architecture}"))
    return card.model_copy(update={"note": note, "quality": rows})


def _may_ask(url: str, card: Card) -> None:
    if is_offline():
        raise CopydeskError(
            f"{OFFLINE} is set, and {card.name} would have to be fetched",
            remedy="Copy the model's folder here and run: copydesk models add FOLDER",
        )
    place = urlsplit(url)
    if place.scheme != "https" and place.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise ConfigError(f"{url}: models are fetched by https only, since it also says their hashes")


def _files_at(url: str) -> str:
    """Where the files of the records at ``url`` lie: Mozilla's server says it, a mirror's lie beside."""
    if _REMOTE_SETTINGS not in url:
        return url
    root = url[: url.index(_REMOTE_SETTINGS)] + "/v1/"
    try:
        base = json.loads(_get(root))["capabilities"]["attachments"]["base_url"]
    except (ValueError, KeyError, TypeError) as error:
        raise CopydeskError(f"{root} does not say where its files are") from error
    return str(base)


def _get(url: str, wait: float = _WAIT) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=wait) as answer:  # noqa: S310  # _may_ask looked at it
            data: bytes = answer.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise CopydeskError(
            f"{url} cannot be fetched ({reason})",
            remedy="Check the address and the network; or copy the model's folder here and add that",
        ) from error
    if len(data) > _LARGEST:
        raise CopydeskError(f"{url} is larger than {_LARGEST >> 20} MiB; no model is")
    return data


def _discovery() -> Any:
    try:
        from fxtranslate import discovery
    except ImportError as error:
        raise PluginError(
            "fetching Firefox models needs the package fxtranslate",
            remedy="Run: pip install 'copydesk[firefox]'",
        ) from error
    return discovery
