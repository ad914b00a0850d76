"""The clean pages: the translation and the original as a reader would see them."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from copydesk.data import Block, BlockRole, Edition, MediaKind
from copydesk.formats.attributes import safe_url
from copydesk.languages import facts
from copydesk.publish.language import direction, language_name, making, source_language
from copydesk.publish.open_errors import open_errors
from copydesk.publish.page import Shown, render_page
from copydesk.publish.reader_facts import description, locale_of, said_date
from copydesk.publish.story import Story, stories, story_html, title

TARGET_PAGE = "article.html"
SOURCE_PAGE = "source.html"
_STYLES = ("base.css", "article.css")


class HtmlPublisher:
    """Writes ``article.html`` and ``source.html``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """Both pages; they name each other and the other versions by ``hreflang``."""
        source, target = stories(edition.draft)
        yield TARGET_PAGE, _page(edition, target, edition.draft.target)
        yield SOURCE_PAGE, _page(edition, source, source_language(edition.draft))


def _page(edition: Edition, story: Story, language: str) -> bytes:
    draft, provenance, article = edition.draft, edition.provenance, edition.draft.article
    labels = facts(language).labels
    is_target = language == draft.target
    head = len(list(takewhile(lambda block: block.role is BlockRole.HEADLINE, story.blocks)))
    errors = open_errors(draft, reviewed=edition.reviewed) if is_target else 0
    made = making(draft) if is_target else None
    alternates = _alternates(edition, language)
    address = _address(edition, TARGET_PAGE) if is_target else safe_url(article.url) or ""
    pictures = [item.url for item in story.media if item.kind is MediaKind.IMAGE and "://" in item.url]
    facts_ = {
        "title": title(draft, story.blocks),
        "description": description(story),
        "address": address,
        "image": pictures[0] if pictures else "",
    }
    return render_page(
        "article.html",
        styles=_STYLES,
        shown=Shown(media=bool(story.media), frames=bool(story.media) and edition.site.embeds),
        **facts_,
        language=language,
        direction=direction(language),
        locale=locale_of(language),
        author=article.author,
        date=article.date,
        said_date=said_date(article.date, language),
        keywords=", ".join(article.keywords),
        alternates=alternates,
        metas=[
            ("copydesk:source-sha256", provenance.source_sha256),
            ("copydesk:engine", " ".join(provenance.engines)),
            ("copydesk:settings", provenance.settings),
            ("copydesk:edition-version", str(edition.version)),
        ],
        generator=f"copydesk {provenance.copydesk}",
        data=_linked_data(edition, language, facts_, pictures),
        head=_markup(edition, story, story.blocks[:head], labels.related),
        body=_markup(edition, story, story.blocks[head:], labels.related, media=True),
        note=made,
        warning=labels.unreviewed.format(count=errors) if errors else "",
        original=labels.original,
        source_page=SOURCE_PAGE if made else "",
        versions=labels.versions,
        others=_others(edition, language),
    )


def _markup(
    edition: Edition, story: Story, blocks: tuple[Block, ...], related: str, *, media: bool = False
) -> Markup:
    written = story_html(blocks, related=related, story=story if media else None, embeds=edition.site.embeds)
    return Markup(written)  # noqa: S704  escaped where it was built


def _linked_data(edition: Edition, language: str, said: dict[str, str], pictures: list[str]) -> Markup:
    """The schema.org record of the page, as JSON that no page can break out of."""
    draft, article = edition.draft, edition.draft.article
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": said["title"],
        "inLanguage": language,
        "description": said["description"],
        "datePublished": article.date,
        "author": [{"@type": "Person", "name": article.author}] if article.author else None,
        "keywords": list(article.keywords),
        "image": pictures,
        "url": said["address"],
        "mainEntityOfPage": said["address"],
        "version": edition.version,
    }
    if language == draft.target:
        original = stories(draft)[0]
        record["translationOfWork"] = {
            "@type": "NewsArticle",
            "headline": title(draft, original.blocks),
            "inLanguage": source_language(draft),
            **({"url": article.url} if article.url else {}),
        }
    text = json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  no sign in it that HTML reads


def _alternates(edition: Edition, own: str) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    draft = edition.draft
    named = [(own, _address(edition, TARGET_PAGE if own == draft.target else SOURCE_PAGE))]
    for language, href in (*named, *_versions(edition), *draft.article.alternates):
        safe = safe_url(href)
        if safe is not None:
            found.setdefault(language, safe)
    source = source_language(draft)
    if source in found and edition.site.base_url:
        found["x-default"] = found[source]
    return list(found.items())


def _others(edition: Edition, own: str) -> list[tuple[str, str, str]]:
    """The tag, the name and the address of each version in another language."""
    found = dict(_versions(edition))
    return [
        (tag, language_name(tag), safe)
        for tag, href in found.items()
        if tag != own and (safe := safe_url(href))
    ]


def _versions(edition: Edition) -> Iterator[tuple[str, str]]:
    """Each language the article is published in, and where."""
    draft = edition.draft
    yield draft.target, _address(edition, TARGET_PAGE)
    yield source_language(draft), _address(edition, SOURCE_PAGE)
    for sibling in edition.siblings:
        yield sibling.language, _address(edition, sibling.href)


def _address(edition: Edition, href: str) -> str:
    """Where a page of the edition is: absolute if the site is known, else relative to its folder."""
    if not edition.site.base_url or "://" in href:
        return href
    folder = f"{edition.slug}/{edition.draft.target}"
    return urljoin(edition.site.base_url, posixpath.normpath(f"{folder}/{href}"))
