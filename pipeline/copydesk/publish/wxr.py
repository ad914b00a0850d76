"""Translations of posts of a WordPress export as an export of its own, to be imported into the site.

Each translation is a draft with the fields of its original, which stands before it to be linked. Polylang's
terms tell its language and what it belongs to where the export has such terms, else WPML's import fields do.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice

from copydesk.data import Article, BlockRole, Draft, primary
from copydesk.formats.wxr import NewItem, Term, WxrItem, serialized, wxr_file
from copydesk.languages import facts
from copydesk.publish.in_place import translated
from copydesk.publish.language import direction, source_language
from copydesk.publish.reader_facts import locale_of
from copydesk.publish.slug import slug
from copydesk.publish.story import sides, stories, story_html, title
from copydesk.text.assemble import target_blocks

WORDPRESS_FILE = "wordpress.xml"
_KEPT = ("post_date", "post_date_gmt", "comment_status", "ping_status", "menu_order", "post_type",
         "post_password", "is_sticky")  # fmt: skip
_OURS = ("language", "post_translations")
_PROSE = ("_wpml_import_", "_yoast_wpseo_", "rank_math_", "_aioseo", "_wp_old_slug")
"""Fields that speak of the original's language, or its slug, alone."""

_STAMP = "%Y-%m-%d %H:%M:%S"
_Terms = tuple[tuple[str, str, str], ...]
_Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordPressPost:
    """A translation: the number of its post and its parent's, and those of all versions by language."""

    draft: Draft
    number: int
    parent: int
    versions: Mapping[str, int]


def export_item(article: Article) -> WxrItem | None:
    """The item of a WordPress export that the article was; None if it was none."""
    xml = json.loads(article.extras or "{}").get("wxr") if article.origin.format == "feed" else None
    return WxrItem(xml) if xml else None


def wordpress_export(posts: Iterator[WordPressPost]) -> Iterator[bytes]:
    """``wordpress.xml``: the translations as an export of the site that they came from, piece by piece."""
    first = list(islice(posts, 1))
    site = json.loads(first[0].draft.article.extras).get("site", "") if first else ""
    return wxr_file(site, "copydesk", _pieces(chain(first, posts)))


def _pieces(posts: Iterable[WordPressPost]) -> Iterator[NewItem | Term]:
    known: dict[str, int] = {}
    for post in posts:
        draft = post.draft
        item = export_item(draft.article)
        if item is None:
            continue
        group = item.group or f"pll_{uuid.uuid5(uuid.NAMESPACE_URL, draft.article.id).hex[:13]}"
        own = primary(draft.target)
        if item.language and own not in known:
            known[own] = len(known) + 1
            yield Term(known[own], "language", own, facts(own).own_name, _language_facts(draft.target))
        if group not in known:
            known[group] = len(known) + 1
            if item.language:
                yield Term(known[group], "post_translations", group, group, serialized(post.versions))
            yield _original(draft, item, group)
        yield _translation(post, item, group)


def _original(draft: Draft, item: WxrItem, group: str) -> NewItem:
    """The original as the import knows it again, to be linked; a draft, should it be gone from the site."""
    terms, fields = _links(item, group, item.language or primary(source_language(draft)))
    return NewItem(
        title=item.field("title"),
        content=item.content,
        number=item.number,
        guid=item.field("guid"),
        terms=terms,
        fields=fields,
        plain=(("dc:creator", item.field("creator")), ("wp:status", "draft"), *_kept(item)),
    )


def _translation(post: WordPressPost, item: WxrItem, group: str) -> NewItem:
    draft = post.draft
    headline = title(draft, sides(draft)[1])
    own = primary(draft.target)
    source = item.language or primary(source_language(draft))
    terms, fields = _links(item, group, own, "" if own == source else source)
    return NewItem(
        title=headline,
        content=_content(draft, item),
        number=post.number,
        guid=uuid.uuid5(uuid.NAMESPACE_URL, f"{draft.article.id}#{draft.target}").urn,
        excerpt=stories(draft)[1].description if item.excerpt.strip() else "",
        parent=post.parent,
        terms=(*(term for term in item.categories() if term[0] not in _OURS), *terms),
        fields=(*(field for field in item.fields() if not field[0].startswith(_PROSE)), *fields),
        plain=(
            ("dc:creator", item.field("creator")),
            ("wp:post_name", slug(headline)),
            ("wp:status", "draft"),
            *_kept(item, later=list(post.versions).index(own)),
        ),
    )


def _links(item: WxrItem, group: str, own: str, source: str = "") -> tuple[_Terms, _Fields]:
    """What says in which language a post is, and which it belongs to."""
    if item.language:
        return (("language", own, facts(own).own_name), ("post_translations", group, group)), ()
    named = {"language_code": own, "source_language_code": source, "translation_group": group}
    return (), tuple((f"_wpml_import_{name}", value) for name, value in named.items() if value)


def _kept(item: WxrItem, later: int = 0) -> Iterator[tuple[str, str]]:
    """Elements of the original; dates some seconds ``later``: the import tells posts by them."""
    for name in _KEPT:
        if value := item.field(name):
            yield f"wp:{name}", _later(value, later) if name.startswith("post_date") else value


def _later(stamp: str, seconds: int) -> str:
    try:
        return str(datetime.strptime(stamp, _STAMP) + timedelta(seconds=seconds))
    except ValueError:
        return stamp  # a draft has 0000-00-00 00:00:00


def _content(draft: Draft, item: WxrItem) -> str:
    """The stored text, block comments and shortcodes kept; made anew where a paragraph has no place in it."""
    article = draft.article
    targets = {block.id: block for block in target_blocks(draft)}
    labels = {text.text: targets[text.id].text for text in article.texts if text.id in targets}
    flow = [block for block in article.blocks if block.role is not BlockRole.HEADLINE]
    if (written := translated(item.content, flow, targets, labels)) is not None:
        return written
    story = stories(draft)[1]
    body = [block for block in story.blocks if block.role is not BlockRole.HEADLINE]
    return story_html(body, related="", story=story, embeds=False)


def _language_facts(tag: str) -> str:
    """What Polylang keeps of a language that a site does not have yet."""
    locale = locale_of(tag)
    flag = locale.rpartition("_")[2].lower()
    return serialized({"locale": locale, "rtl": int(direction(tag) == "rtl"), "flag_code": flag})
