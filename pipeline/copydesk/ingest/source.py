"""The text of a raw document, decoded and cleaned."""

from __future__ import annotations

from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean, noise
from copydesk.ingest.decode import decode


def source_text(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The clean text of ``raw`` and notes on what was guessed or changed on the way.

    Raises:
        InputError: if the bytes are not text in a charset that can be told.
    """
    decoded = decode(raw.data, raw.uri)
    text = clean(decoded.text)
    count = noise(decoded.text) if text is not decoded.text else 0
    removed = f"{count} control or illegal characters were removed or replaced" if count else ""
    return text, (decoded.note, removed)
