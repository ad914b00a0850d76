"""The request that a text becomes."""

from __future__ import annotations

from copydesk.data import Glossary, Inline, Pair, Request
from copydesk.translate.options import TranslateOptions
from copydesk.translate.protect import protections


def request(
    text: str, pair: Pair, glossary: Glossary, options: TranslateOptions, *, inlines: tuple[Inline, ...] = ()
) -> Request:
    """``text`` to be translated along ``pair``, with its inline marks and all that must stay as it is."""
    return Request(text, pair, inlines, protections(text, pair, glossary, by_shape=options.protect_names))
