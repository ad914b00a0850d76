"""One article through reading, detection, repair and segmentation, without a store."""

from __future__ import annotations

from dataclasses import replace

from copydesk.config.settings import Settings
from copydesk.data import Article, Draft, draft_of
from copydesk.detect import identify
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.run.pipeline import pipeline


def prepare(raw: Raw, settings: Settings, *, original: Article | None = None) -> Draft:
    """The draft of one article, up to its segments' languages; its target is its own language.

    ``original`` is the article it was translated from, as proof for repairs; its language is detected where
    it names none.

    Raises:
        InputError: if the bytes hold no article.
    """
    draft = draft_of(read(raw, settings.ingest))
    spoken = _spoken(original, settings) if original is not None else None
    for step in pipeline(settings, original=spoken):
        if step.apply is None:  # engines are asked from here on
            break
        draft = step.apply(draft)
    return draft


def _spoken(original: Article, settings: Settings) -> Article:
    """``original`` with its language; ``settings.detect.source`` is that of the translation, not its own."""
    if original.language is not None:
        return original
    options = settings.detect.model_copy(update={"source": None})
    document = identify(draft_of(original), options).document
    return replace(original, language=document.language if document is not None else None)
