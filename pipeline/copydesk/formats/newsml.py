"""NewsML-G2 news items and NITF documents (IPTC) as markup and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp
from copydesk.formats.xml import content

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RENAMED = {
    "hl1": "h1",
    "hl2": "h2",
    "bq": "blockquote",
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": "figcaption",
    "block": "div",
    "nitf-table": "table",
    "note": "aside",
    "fn": "div",
    "lang": "span",
}
_BASIC = re.compile(r"^(\d{4})(\d\d)(\d\d)(T?)")
_STANZA = re.compile(r"\n[ \t]*\n")
_GONE = frozenset({"media-metadata", "media-object", "custom-table", "nitf-table-metadata", "pronounce"})
Element = etree._Element


def news_items(root: Element) -> list[bytes]:
    """The items with text in a message, each as a document of its own."""
    found = (item for item in root.iter(etree.Element) if _name(item) == "newsItem")
    return [etree.tostring(item, with_tail=False) for item in found if next(_bodies(item), None) is not None]


def read_news(root: Element) -> tuple[str, Metadata]:
    """The text of a news item or NITF document as markup, "" if it has none, and what it says of itself."""
    bodies = list(_bodies(root))
    nitf = next((body for body in bodies if _name(body) == "nitf"), None)
    own = _nitf_about(nitf) if nitf is not None else Metadata()
    about = _item_about(root, own) if _name(root) == "newsItem" else own
    if nitf is not None:
        return nitf_markup(nitf), about
    return (_markup(bodies[0]) if bodies else ""), about


def nitf_markup(nitf: Element) -> str:
    """The text of a NITF document as HTML: its abstract and body, without headline, byline and dateline."""
    shown = [part for name in ("abstract", "body.content") for part in _find(nitf, name)]
    return "".join(_markup(part) for part in shown)


def _bodies(root: Element) -> Iterator[Element]:
    """The texts that a document holds: NITF, XHTML, or plain data."""
    if _name(root) in ("nitf", "html"):
        yield root
    for holder in _find(root, "inlineXML"):
        yield from (child for child in holder if isinstance(child.tag, str))
    yield from (data for data in _find(root, "inlineData") if content(data).strip())


def _item_about(item: Element, nitf: Metadata) -> Metadata:
    meta = next(_find(item, "contentMeta"), item)
    created = ("contentCreated", "versionCreated", "firstCreated")
    language = next((element.get("tag") for element in _find(meta, "language") if element.get("tag")), None)
    return Metadata(
        id=item.get("guid", "") or nitf.id,
        title=_text(meta, "headline") or nitf.title or _text(item, "headline"),
        author=_text(meta, "by") or nitf.author or _text(next(_find(meta, "creator"), meta), "name"),
        date=next((d for name in created if (d := timestamp(_text(item, name)))), nitf.date),
        language=language_tag(language or item.get(_LANG)) or nitf.language,
        description=_text(meta, "description"),
        keywords=tuple(word for e in _find(meta, "keyword") if (word := _line(e))),
    )


def _nitf_about(nitf: Element) -> Metadata:
    head = next(_find(nitf, "body.head"), nitf)
    title = _text(head, "hl1") or _text(head, "hedline") or _text(nitf, "title")
    date = next((e.get("norm", "") for name in ("date.issue", "story.date") for e in _find(nitf, name)), "")
    language = next((e.get(_LANG) for e in (nitf, *_find(nitf, "body")) if e.get(_LANG)), None)
    byline = next(_find(head, "byline"), None)
    person = _text(byline, "person") if byline is not None else ""
    return Metadata(
        id=next((e.get("id-string", "") for e in _find(nitf, "doc-id")), ""),
        title=title,
        author=person or _text(head, "byline"),
        date=timestamp(_BASIC.sub(r"\1-\2-\3\4", date)),
        language=language_tag(language),
        keywords=tuple(e.get("key", "") for e in _find(nitf, "keyword") if e.get("key")),
    )


def _markup(element: Element) -> str:
    """An element as HTML, names of NITF turned into those of HTML."""
    if _name(element) == "inlineData":
        text = content(element)
        return text if "<p" in text else "".join(f"<p>{escape(part)}</p>" for part in _STANZA.split(text))
    return etree.tostring(_converted(element), method="html", encoding="unicode", with_tail=False)


def _converted(element: Element) -> Element:
    name = _name(element)
    made = etree.Element(_RENAMED.get(name, name.replace(".", "-")))
    if name == "media-reference":
        made = etree.Element("img", src=element.get("source", ""), alt=element.get("alternate-text", ""))
        made.tail = element.tail
        return made
    for key in ("href", "src", "alt", "title", "start", "value", "rowspan", "colspan", "lang"):
        if value := element.get(key):
            made.set(key, value)
    made.text, made.tail = element.text, element.tail
    for child in element:
        if isinstance(child.tag, str) and _name(child) not in _GONE:
            made.append(_converted(child))
        elif child.tail:
            last = made[-1] if len(made) else None
            if last is None:
                made.text = (made.text or "") + child.tail
            else:
                last.tail = (last.tail or "") + child.tail
    return made


def _find(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter(etree.Element) if _name(element) == name)


def _text(root: Element, name: str) -> str:
    return next((text for element in _find(root, name) if (text := _line(element))), "")


def _line(element: Element) -> str:
    return " ".join(content(element).split())


def _name(element: Element) -> str:
    return etree.QName(element).localname
