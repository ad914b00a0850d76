"""Translations of WordPress posts written back to their site as drafts, never over a newer edit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from copydesk.data import primary
from copydesk.errors import ConfigError, InputError
from copydesk.store import outbox
from copydesk.store.web import Web
from copydesk.store.wordpress import WordPress, one_post, reached

_STATE = ".wordpress.json"
"""What was written to which post, beside the published files."""


class Outcome(StrEnum):
    """What became of a translation."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited since, left alone"
    PUBLISHED = "no draft any more, left alone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Written:
    """A translation, the number of its post (0 if none), and what became of it."""

    title: str
    language: str
    post: int
    outcome: Outcome
    why: str = ""


def write_drafts(out: Path, site: WordPress, web: Web, languages: tuple[str, ...]) -> Iterator[Written]:
    """Write each translation below ``out`` that came from ``site`` as a draft, linked to its original.

    ``languages`` limits them; empty: all. A draft that was written before is updated unless somebody has
    changed or published it since.

    Raises:
        ConfigError: no login is set, or nothing below ``out`` came from the site.
    """
    if site.auth is None:
        raise ConfigError(
            "writing to WordPress needs a login",
            remedy="Set COPYDESK_WORDPRESS_USER and COPYDESK_WORDPRESS_PASSWORD (an application password)",
        )
    state = _state(out)
    items = [item for item in _items(out) if _source(item).startswith(site.uri(""))]
    if not items:
        raise ConfigError(
            f"{out} holds no translation of a post of {site.site}",
            remedy=f"Make them first: copydesk run wordpress:{site.site} --to LANG --out {out}",
        )
    site = reached(site, web)
    for item in items:
        if languages and item["language"] not in languages:
            continue
        key = f"{_source(item)} {item['language']}"
        try:
            written, state[key] = _written(item, state.get(key, {}), site, web)
        except InputError as error:
            written = Written(item["title"], item["language"], 0, Outcome.FAILED, str(error))
        outbox.write(out / _STATE, [json.dumps(state, indent=1, sort_keys=True).encode()])
        yield written


def _written(
    item: Mapping[str, Any], before: dict[str, Any], site: WordPress, web: Web
) -> tuple[Written, dict[str, Any]]:
    content = _content(item)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    number = int(before.get("post", 0))

    def said(outcome: Outcome) -> Written:
        return Written(item["title"], item["language"], number, outcome)

    if number:
        there = one_post(site, web, number, context="edit")
        if there.get("modified_gmt") != before.get("modified"):
            return said(Outcome.EDITED), before
        if there.get("status") != "draft":
            return said(Outcome.PUBLISHED), before
        if digest == before.get("sha256"):
            return said(Outcome.UNCHANGED), before
    answer = json.loads(web.post(site.api(f"posts/{number}" if number else "posts"), content, auth=site.auth))
    outcome = Outcome.UPDATED if number else Outcome.CREATED
    number = int(answer["id"])
    return said(outcome), {"post": number, "modified": answer.get("modified_gmt"), "sha256": digest}


def _content(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a post; ``lang`` and ``translations`` are Polylang's, others pass them over."""
    original: Mapping[str, Any] = next(
        (other for other in item.get("associations", ()) if other.get("name") == "original"), {}
    )
    number = _source(item).rpartition("#")[2]
    body = next(body["value"] for body in item["bodies"] if body["contentType"] == "text/html")
    fields: dict[str, Any] = {
        "title": item["title"],
        "content": body,
        "status": "draft",
        "lang": primary(item["language"]),
    }
    if number.isdigit() and original.get("language"):
        fields["translations"] = {primary(original["language"]): int(number)}
    return fields


def _items(out: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(out.glob("*/*/article.ninjs.json")):
        yield json.loads(path.read_text("utf-8"))


def _source(item: Mapping[str, Any]) -> str:
    return next((str(i["value"]) for i in item.get("altIds", ()) if i.get("role") == "source"), "")


def _state(out: Path) -> dict[str, Any]:
    path = out / _STATE
    return json.loads(path.read_text("utf-8")) if path.exists() else {}
