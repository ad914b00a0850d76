"""The request that a text becomes."""

from __future__ import annotations

import re
import unicodedata

from copydesk.data import Edit, Glossary, Inline, Pair, Request, Span
from copydesk.text.apply import apply, move_inlines
from copydesk.translate.options import TranslateOptions
from copydesk.translate.protect import protections

_LOOSE = re.compile(r"\w[\u0300-\u036f]+|[\u00ad\u200b\u2060\ufeff]+")
"""Letters with their accents apart, and characters without width that join nothing."""


def request(
    text: str, pair: Pair, glossary: Glossary, options: TranslateOptions, *, inlines: tuple[Inline, ...] = ()
) -> Request:
    """``text`` to be translated along ``pair``, with its inline marks and all that must stay as it is.

    Engines and word lists know whole letters only: accents are joined to theirs (NFC), soft hyphens and
    zero-width spaces go, so that a word is the same request however it was typed. Joiners, which shape emoji
    and letters, stay.
    """
    edits = [
        Edit(Span(*loose.span()), loose.group(), whole, "source", "whole letters")
        for loose in _LOOSE.finditer(text)
        if (whole := _whole(loose.group())) != loose.group()
    ]
    if edits:
        text, inlines = apply(text, edits), move_inlines(inlines, edits)
    kept = protections(text, pair, glossary, inlines=inlines, by_shape=options.protect_names)
    return Request(text, pair, inlines, kept)


def _whole(loose: str) -> str:
    return unicodedata.normalize("NFC", loose) if loose[0].isalnum() or loose[0] == "_" else ""
