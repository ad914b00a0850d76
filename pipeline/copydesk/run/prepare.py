"""One article through reading, detection, repair and segmentation, without a store."""

from __future__ import annotations

from copydesk.config.settings import Settings
from copydesk.data import Article, Draft
from copydesk.detect import identify, identify_segments
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.repair import repair
from copydesk.segment import segment


def prepare(raw: Raw, settings: Settings, *, original: Article | None = None) -> Draft:
    """The draft of one article, up to its segments' languages; its target is its own language.

    ``original`` is the article it was translated from, as proof for repairs.

    Raises:
        InputError: if the bytes hold no article.
    """
    article = read(raw, settings.ingest)
    draft = identify(Draft(article, "", article.blocks), settings.detect)
    draft = repair(draft, settings.repair, original=original)
    return identify_segments(segment(draft, settings.segment), settings.detect)
