"""Which reader an input needs: told by its first bytes, its name being only a hint."""

from __future__ import annotations

import re

from copydesk.errors import InputError

_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?P<doctype>[\w:.-]+)[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    r"(?:<(?P<root>[A-Za-z][\w:.-]*))?",
    re.DOTALL | re.IGNORECASE,
)
_READERS = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "newsitem": "newsml",
    "newsmessage": "newsml",
    "nitf": "newsml",
    "html": "html",
}
_REMEDIES = {
    "xliff": (
        "an XLIFF file, a translation in work",
        "Check it with copydesk check, or import it into the desk",
    ),
    "tmx": ("a TMX file, a translation memory", "Check it with copydesk check"),
    "urlset": ("a sitemap", "Give the addresses in it to copydesk run"),
    "sitemapindex": ("a list of sitemaps", "Give addresses of articles to copydesk run"),
    "svg": ("a drawing (SVG)", "Leave it out of the input"),
    "opml": ("a list of feeds (OPML)", "Give the feeds in it to copydesk run"),
}
_BINARY = (
    (b"%PDF-", "a PDF", "Export the text as .docx or .html from the program that made it"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as .docx"),
    (b"{\\rtf", "a rich text file (RTF)", "Save it as .docx"),
    (b"\x89PNG", "a picture", "Leave it out of the input"),
    (b"\xff\xd8\xff", "a picture", "Leave it out of the input"),
    (b"GIF8", "a picture", "Leave it out of the input"),
)
_CUE = re.compile(r"\s*\d+\s*\n\s*(?:\d+:)?\d\d:\d\d[,.]\d+\s*-->")
_RECORD = re.compile(r'(?:\[\s*)?\{\s*"[^"\n]*"\s*:')
_WORD_FILE = re.compile(rb"word/|\[Content_Types\]\.xml|docProps/")


def reader_of(head: bytes, hint: str, uri: str) -> str:
    """The name of the reader for an input that begins with ``head``; ``hint`` is what its name says, or "".

    Raises:
        InputError: it is something that holds no article, or none that can be read; the remedy says what to
            do about that very thing.
    """
    for start, what, remedy in _BINARY:
        if head.startswith(start):
            raise InputError(f"{uri}: it is {what}, which is not read", remedy=remedy)
    if head.startswith(b"PK\x03\x04"):
        return _packed(head, uri)
    text = head.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd \t\r\n")
    if text.startswith("WEBVTT") or _CUE.match(text):
        return "subtitles"
    if hint == "subtitles":
        raise InputError(f"{uri}: it has no cues with times", remedy="Export it again as .srt or .vtt")
    is_record = hint == "plain" and _RECORD.match(text)
    if is_record or (text.startswith(("{", "[")) and hint in ("", "html", "ninjs", "jsonl", "xml")):
        return _json(text, "" if is_record else hint)
    if text.startswith("<") and (found := _markup(text, hint, uri)):
        return found
    if hint in ("xml", "newsml", "feed"):
        raise InputError(f"{uri}: it is no XML", remedy="Name it by what it is, such as .txt or .html")
    return hint or "plain"


def _packed(head: bytes, uri: str) -> str:
    if b"application/epub+zip" in head[:200]:
        return "epub"
    if _WORD_FILE.search(head):
        return "docx"
    raise InputError(f"{uri}: it is a zip archive", remedy="Unpack it and give the files in it")


def _json(text: str, hint: str) -> str:
    line, end, rest = text.partition("\n")
    is_lines = text.startswith("{") and line.rstrip().endswith("}") and rest.lstrip().startswith("{")
    if text.startswith("{") and (hint == "jsonl" or is_lines or not (hint or end)):
        return "jsonl"
    return "json"


def _markup(text: str, hint: str, uri: str) -> str:
    match = _ROOT.match(text)
    root, doctype = ((match[part] or "").lower() if match else "" for part in ("root", "doctype"))
    name = root.rpartition(":")[2]
    if found := _READERS.get(name) or _READERS.get(doctype):
        return found
    if name in _REMEDIES:
        what, remedy = _REMEDIES[name]
        raise InputError(f"{uri}: it is {what}, not an article", remedy=remedy)
    is_xml = text.startswith("<?xml") or hint in ("xml", "newsml", "feed")
    if is_xml and hint != "html" and name:
        raise InputError(
            f"{uri}: it is XML of a kind that is not read (its root is <{root}>)",
            remedy="RSS, Atom, WXR, NewsML-G2, NITF and XHTML are read; export it as one of these",
        )
    return "" if hint in ("markdown", "plain", "html") else "html"
