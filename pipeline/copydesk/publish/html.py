"""The clean pages: the translation and the original as a reader would see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from markupsafe import Markup

from copydesk.data import Block, BlockRole, Edition
from copydesk.formats.attributes import safe_url
from copydesk.languages import facts
from copydesk.publish.language import direction, making, source_language
from copydesk.publish.page import render_page
from copydesk.publish.story import sides, story_html, title

TARGET_PAGE = "article.html"
SOURCE_PAGE = "source.html"
_STYLES = ("base.css", "article.css")


class HtmlPublisher:
    """Writes ``article.html`` and ``source.html``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """Both pages; they name each other and the other versions by ``hreflang``."""
        source, target = sides(edition.draft)
        yield TARGET_PAGE, _page(edition, target, edition.draft.target, note=making(edition.draft))
        yield SOURCE_PAGE, _page(edition, source, source_language(edition.draft), note=None)


def _page(edition: Edition, blocks: tuple[Block, ...], language: str, *, note: str | None) -> bytes:
    article, provenance = edition.draft.article, edition.provenance
    labels = facts(language).labels
    head = len(list(takewhile(lambda block: block.role is BlockRole.HEADLINE, blocks)))
    return render_page(
        "article.html",
        styles=_STYLES,
        language=language,
        direction=direction(language),
        title=title(edition.draft, blocks),
        author=article.author,
        date=article.date,
        alternates=_alternates(edition, language),
        metas=[
            ("copydesk:source-sha256", provenance.source_sha256),
            ("copydesk:engine", " ".join(provenance.engines)),
            ("copydesk:settings", provenance.settings),
            ("copydesk:edition-version", str(edition.version)),
        ],
        generator=f"copydesk {provenance.copydesk}",
        head=_markup(blocks[:head], labels.related),
        body=_markup(blocks[head:], labels.related),
        note=note,
        original=labels.original,
        source_page=SOURCE_PAGE if note else "",
    )


def _markup(blocks: tuple[Block, ...], related: str) -> Markup:
    return Markup(story_html(blocks, related=related))  # noqa: S704  escaped where it was built


def _alternates(edition: Edition, own: str) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for language, href in _versions(edition, own):
        safe = safe_url(href)
        if safe is not None:
            found.setdefault(language, safe)
    return list(found.items())


def _versions(edition: Edition, own: str) -> Iterator[tuple[str, str]]:
    draft = edition.draft
    source = source_language(draft)
    yield own, TARGET_PAGE if own == draft.target else SOURCE_PAGE
    yield draft.target, TARGET_PAGE
    yield source, SOURCE_PAGE
    for sibling in edition.siblings:
        yield sibling.language, sibling.href
    yield from draft.article.alternates
