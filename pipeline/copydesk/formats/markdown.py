"""Reading Markdown: CommonMark with tables, raw HTML and a front matter of ``key: value`` lines."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from copydesk.formats.html import Fragment, read_fragment
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"""^(\w[\w-]*)\s*[:=]\s*(?:"(.*)"|'(.*)'|(.*?))\s*$""", re.MULTILINE)
_LONGEST_FRONT = 65_536
_DEEPEST = 100


def read_markdown(text: str) -> tuple[Fragment, Metadata]:
    """A Markdown text and what its front matter says (title, author, date, lang, id).

    Markdown is rendered and its HTML read, so that raw HTML in it counts as in a page.
    What is nested deeper than 100 quotes and lists is not read.
    """
    front = _FRONT.match(text[:_LONGEST_FRONT])
    about = _metadata(front[2]) if front else Metadata()
    return read_fragment(_renderer().render(text[front.end() :] if front else text)), about


def _metadata(front: str) -> Metadata:
    fields = {m[1].lower(): (m[2] or m[3] or m[4] or "").strip() for m in _FIELD.finditer(front)}
    return Metadata(
        id=fields.get("id", ""),
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        date=timestamp(fields.get("date", "")),
        language=language_tag(fields.get("lang") or fields.get("language")),
    )


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
