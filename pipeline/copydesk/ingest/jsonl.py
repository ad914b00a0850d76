"""The reader of JSON records: one line of a .jsonl file is one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from copydesk.data import Article
from copydesk.errors import InputError
from copydesk.formats.html import Fragment, plain_line, read_fragment
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.ninjs import is_ninjs
from copydesk.formats.plain import read_plain
from copydesk.formats.timestamp import timestamp
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean
from copydesk.ingest.compose import compose
from copydesk.ingest.ninjs import news_article
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.records import json_object

_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|strong|em|b|i|blockquote|figure|img|span)\b[^<>]*>", re.IGNORECASE
)


class JsonlReader:
    """Reads a JSON object by the field map of the options; a ninjs item in a line is read as such."""

    def __init__(self, options: IngestOptions) -> None:
        self._fields = options.fields

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        record, notes = json_object(raw)
        fields = self._fields
        html, text = _first(record, fields.html), _first(record, fields.text)
        if not html and not text and is_ninjs(record):
            return news_article(raw, record, notes)
        if not html and not text:
            names = ", ".join((*fields.html, *fields.text))
            raise InputError(
                f"{raw.uri}: the record has no text (looked for {names})",
                remedy="Name its text field in the configuration: [ingest.fields] text = NAME",
            )
        if not html and _MARKUP.search(text):
            html = text
        story = read_fragment(clean(html)) if html else Fragment(read_plain(clean(text)))
        about = self._about(record)
        return compose(raw, story.blocks, about, media=story.media, shaped=not html, notes=notes)

    def _about(self, record: Mapping[str, Any]) -> Metadata:
        fields = self._fields
        used = {*fields.html, *fields.text, *fields.title}
        rest = {key: value for key, value in record.items() if key not in used}
        words = _first(record, fields.keywords)
        return Metadata(
            id=_first(record, fields.id),
            title=plain_line(_first(record, fields.title)),
            author=_first(record, fields.author),
            date=timestamp(_first(record, fields.date)),
            language=language_tag(_first(record, fields.language)),
            description=plain_line(_first(record, fields.description)),
            keywords=tuple(word for part in words.split(",") if (word := part.strip())),
            url=_address(_first(record, fields.url)),
            extras=json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else "",
        )


def _first(record: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((text for name in names if (text := _text(record.get(name)))), "")


def _address(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""


def _text(value: Any) -> str:
    if isinstance(value, dict):  # {"name": ...} of JSON Feed, {"rendered": ...} of WordPress
        value = value.get("name") or value.get("rendered")
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := _text(item)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
