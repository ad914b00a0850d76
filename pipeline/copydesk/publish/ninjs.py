"""The translation as an IPTC ninjs 3 object."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from copydesk.data import Block, BlockRole, Edition, MediaKind
from copydesk.languages import facts
from copydesk.publish.language import making, source_language
from copydesk.publish.open_errors import open_errors
from copydesk.publish.reader_facts import description
from copydesk.publish.story import Story, figures, stories, story_html, title

_VERSION = "3.2"
_TYPES = {MediaKind.IMAGE: "picture", MediaKind.VIDEO: "video", MediaKind.AUDIO: "audio"}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
_DATE_TIME = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})"
)


class NinjsPublisher:
    """Writes ``article.ninjs.json``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The object; its ``uri`` is its own and stable, the original is an association and an ``altId``."""
        record = _record(edition)
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        yield "article.ninjs.json", text.encode("utf-8", "replace")


def _record(edition: Edition) -> dict[str, Any]:
    draft, article = edition.draft, edition.draft.article
    source, story = stories(draft)
    target = story.blocks
    headline = title(draft, target)
    text = description(story)
    record = {
        "uri": uuid.uuid5(uuid.NAMESPACE_URL, f"{article.id}#{draft.target}").urn,
        "standard": {
            "name": "ninjs",
            "version": _VERSION,
            "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{_VERSION}.json#",
        },
        "type": "text",
        "representationType": "full",
        "profile": "text-only",
        "version": str(edition.version),
        "language": draft.target,
        "title": headline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": headline}],
        "descriptions": [{"role": "summary", "contentType": "text/plain", "value": text}] if text else [],
        "by": article.author,
        "slugline": edition.slug,
        "contentCreated": article.date if _DATE_TIME.fullmatch(article.date) else "",
        "edNote": _note(edition),
        "bodies": _bodies(story, facts(draft.target).labels.related, embeds=edition.site.embeds),
        "infoSources": [
            {"name": "copydesk", "role": "translator", "literal": engine}
            for engine in edition.provenance.engines
        ],
        "altIds": [
            {"role": "source", "value": article.id},
            {"role": "sourceSha256", "value": edition.provenance.source_sha256},
            {"role": "settingsSha256", "value": edition.provenance.settings},
        ],
        "associations": [_original(edition, source.blocks), *_media(story)],
    }
    return {name: value for name, value in record.items() if value}


def _bodies(story: Story, related: str, *, embeds: bool) -> list[dict[str, Any]]:
    body = [block for block in story.blocks if block.role is not BlockRole.HEADLINE]
    plain = "\n\n".join(block.text for block in body)
    counted = [block.text for block in body if block.role is not BlockRole.CAPTION]
    counts = {
        "charCount": sum(map(len, counted)),
        "wordCount": sum(len(text.split()) for text in counted),
    }
    markup = story_html(body, related=related, story=story, embeds=embeds)
    return [
        {"role": "main", "contentType": "text/html", **counts, "value": markup},
        {"role": "main", "contentType": "text/plain", **counts, "value": plain},
    ]


def _original(edition: Edition, blocks: Sequence[Block]) -> dict[str, Any]:
    draft, article = edition.draft, edition.draft.article
    own = article.id if _URI.fullmatch(article.id) else uuid.uuid5(uuid.NAMESPACE_URL, article.id).urn
    headline = title(draft, blocks)
    return {
        "name": "original",
        "rel": "translationOf",
        "uri": own,
        "type": "text",
        "representationType": "partial",
        "language": source_language(draft),
        "headlines": [{"role": "main", "contentType": "text/plain", "value": headline}],
    }


def _media(story: Story) -> Iterator[dict[str, Any]]:
    """Pictures, films and sounds as objects of their own; pages shown inside are links in the body."""
    found = [figure for group in figures(story.blocks, story).values() for figure in group]
    for number, (item, captions, label) in enumerate(found, 1):
        if item.kind in _TYPES and _URI.fullmatch(item.url):
            said = [("headlines", label), ("descriptions", " ".join(block.text for block in captions))]
            yield {
                "name": f"media{number}",
                "uri": item.url,
                "type": _TYPES[item.kind],
                **{key: [{"contentType": "text/plain", "value": text}] for key, text in said if text},
            }


def _note(edition: Edition) -> str:
    """How the translation was made and what is open, in its language."""
    draft = edition.draft
    errors = open_errors(draft, reviewed=edition.reviewed)
    open_ones = facts(draft.target).labels.unreviewed.format(count=errors) if errors else ""
    return " ".join(sentence for sentence in (making(draft), open_ones) if sentence)
