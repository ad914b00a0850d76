"""Items of WordPress exports (WXR) as the export writes them, and files of such items.

The format is that of ``wp-admin/includes/export.php`` of WordPress. Polylang keeps language and versions of
a post as categories (domains ``language`` and ``post_translations``), WPML's import reads fields of the post
(``_wpml_import_language_code``, ``_wpml_import_source_language_code``, ``_wpml_import_translation_group``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from copydesk.formats.xml import attribute, parse, text

EXPORT = "http://wordpress.org/export/"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_VOLATILE = frozenset({"_edit_lock", "_edit_last"})
_GROUP = "_wpml_import_translation_group"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>{title}</title>
<link>{site}</link>
<description>{title}</description>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{site}</wp:base_site_url>
<wp:base_blog_url>{site}</wp:base_blog_url>
"""
_TAIL = "</channel>\n</rss>\n"


@dataclass(frozen=True, slots=True)
class WxrItem:
    """An item of an export. ``xml`` is what it stands there but for comments and marks of who edits it."""

    xml: str

    @property
    def number(self) -> int:
        """The number of the post, 0 if it has none."""
        return _number(self.field("post_id"))

    @property
    def parent(self) -> int:
        """The number of the page that it is under, 0 if none."""
        return _number(self.field("post_parent"))

    @property
    def content(self) -> str:
        """Its text as WordPress stores it."""
        return self._element().findtext(_CONTENT) or ""

    @property
    def excerpt(self) -> str:
        """Its excerpt, empty if it has none."""
        found = (e for e in self._element() if str(e.tag).endswith("excerpt/}encoded"))
        return next((e.text or "" for e in found), "")

    @property
    def language(self) -> str:
        """Polylang's code of its language, empty without Polylang."""
        return next((nice for domain, nice, _ in self.categories() if domain == "language"), "")

    @property
    def group(self) -> str:
        """What Polylang or WPML call the versions of the post, empty if it has no other."""
        polylang = (nice for domain, nice, _ in self.categories() if domain == "post_translations")
        return next(polylang, "") or dict(self.fields()).get(_GROUP, "")

    def field(self, name: str) -> str:
        """The text of ``<wp:NAME>``, ``<dc:NAME>`` or ``<NAME>``."""
        found = (e for e in self._element() if etree.QName(e).localname == name)
        return next((e.text or "" for e in found), "")

    def categories(self) -> list[tuple[str, str, str]]:
        """Domain, short name and name of each category, tag and other term."""
        found = self._element().iterfind("category")
        return [(e.get("domain", ""), e.get("nicename", ""), e.text or "") for e in found]

    def fields(self) -> list[tuple[str, str]]:
        """The custom fields of the post."""
        metas = (e for e in self._element() if etree.QName(e).localname == "postmeta")
        return [_pair(meta) for meta in metas]

    def _element(self) -> etree._Element:
        return parse(self.xml.encode())


@dataclass(frozen=True, slots=True)
class NewItem:
    """A post to be imported: texts, its number and that of its parent, terms and custom fields.

    ``terms`` are domain, short name and name; ``plain`` are other elements of the item by name.
    """

    title: str
    content: str
    number: int
    guid: str
    excerpt: str = ""
    parent: int = 0
    terms: tuple[tuple[str, str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    plain: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the import makes where the site has none: taxonomy, short name, name, description."""

    number: int
    taxonomy: str
    slug: str
    name: str
    description: str


def wxr_items(data: bytes) -> tuple[str, list[WxrItem]]:
    """The address of the site that ``data``, an export, came from, and its items.

    Raises:
        InputError: it is no well-formed XML.
    """
    root = parse(data, doctype="skip")
    site = next((e.text or "" for e in root.iter(etree.Element) if _named(e, "base_blog_url")), "")
    return site, [WxrItem(_bare(item)) for item in root.iter("item")]


def is_export(data: bytes) -> bool:
    """Whether ``data`` may be a WordPress export."""
    return EXPORT.encode() in data[:8192]


def wxr_file(site: str, title: str, pieces: Iterable[NewItem | Term]) -> Iterator[bytes]:
    """An export, piece by piece.

    Raises:
        PublishError: a text has characters that XML cannot carry.
    """
    yield _HEAD.format(title=text(title), site=text(site)).encode()
    for piece in pieces:
        yield (_term(piece) if isinstance(piece, Term) else _item(piece)).encode()
    yield _TAIL.encode()


def serialized(numbers: Mapping[str, int | str]) -> str:
    """A map as PHP's ``serialize`` writes it."""
    pairs = (
        f's:{len(key.encode())}:"{key}";'
        + (f"i:{value};" if isinstance(value, int) else f's:{len(value.encode())}:"{value}";')
        for key, value in numbers.items()
    )
    return f"a:{len(numbers)}:{{{''.join(pairs)}}}"


def _item(item: NewItem) -> str:
    lines = [
        ("title", item.title),
        ("content:encoded", item.content),
        ("excerpt:encoded", item.excerpt),
        ("wp:post_id", str(item.number)),
        ("wp:post_parent", str(item.parent)),
        *item.plain,
    ]
    written = "".join(f"<{name}>{_cdata(value)}</{name}>\n" for name, value in lines)
    written += f'<guid isPermaLink="false">{text(item.guid)}</guid>\n'
    written += "".join(
        f'<category domain="{attribute(domain)}" nicename="{attribute(nice)}">{_cdata(name)}</category>\n'
        for domain, nice, name in item.terms
    )
    written += "".join(
        f"<wp:postmeta><wp:meta_key>{_cdata(key)}</wp:meta_key>"
        f"<wp:meta_value>{_cdata(value)}</wp:meta_value></wp:postmeta>\n"
        for key, value in item.fields
    )
    return f"<item>\n{written}</item>\n"


def _term(term: Term) -> str:
    return (
        f"<wp:term><wp:term_id>{term.number}</wp:term_id>"
        f"<wp:term_taxonomy>{_cdata(term.taxonomy)}</wp:term_taxonomy>"
        f"<wp:term_slug>{_cdata(term.slug)}</wp:term_slug><wp:term_parent></wp:term_parent>"
        f"<wp:term_name>{_cdata(term.name)}</wp:term_name>"
        f"<wp:term_description>{_cdata(term.description)}</wp:term_description></wp:term>\n"
    )


def _cdata(value: str) -> str:
    text(value)  # says what XML cannot carry
    return "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _bare(item: etree._Element) -> str:
    for element in list(item):
        is_edit = _named(element, "postmeta") and _pair(element)[0] in _VOLATILE
        if is_edit or _named(element, "comment"):
            item.remove(element)
    item.tail = None
    return etree.tostring(item, encoding="unicode")


def _pair(meta: etree._Element) -> tuple[str, str]:
    said = {etree.QName(e).localname: e.text or "" for e in meta}
    return said.get("meta_key", ""), said.get("meta_value", "")


def _named(element: etree._Element, name: str) -> bool:
    return str(element.tag).startswith(f"{{{EXPORT}") and str(element.tag).endswith(f"}}{name}")


def _number(written: str) -> int:
    return int(written) if written.strip().isascii() and written.strip().isdigit() else 0
