"""A post of Hugo or Jekyll with its prose translated: all else in the file stays byte for byte."""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import PurePosixPath

from copydesk.data import Block, Draft, Edition, Inline, Span, primary
from copydesk.errors import PublishError
from copydesk.formats.front_matter import LANGUAGE_KEYS
from copydesk.formats.inlinecodes import RAW, nested, walk
from copydesk.formats.language_tag import language_tag
from copydesk.formats.markdown import MarkdownSource, Slot, SlotKind, read_markdown
from copydesk.formats.markdown_inline import Code
from copydesk.publish.in_place import as_in_source
from copydesk.publish.language import source_language
from copydesk.publish.markdown import MarkdownPublisher
from copydesk.publish.markdown_text import escaped, guarded
from copydesk.publish.markup import inline_html, tags
from copydesk.text.assemble import target_blocks

_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "s": "~~", "del": "~~", "code": "`"}
_SAME = {"i": "em", "b": "strong", "del": "s"}
_STARTS = {SlotKind.LINE: "## ", SlotKind.CELL: "x "}
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_GLUE = "\ue0f1"
"""Stands for a space at which no line may end."""

_NO_START = re.compile(r"(?:[-+*>#=|~`:<]|\d+[.)])")
"""What at the start of a line would be read as the start of something."""


class SiteMarkdownPublisher:
    """Writes ``<name of the post>.<language>.md``, as Hugo names the languages of a page."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The post; of an article that was no Markdown, a new one.

        Raises:
            PublishError: the post was read by another version of copydesk.
        """
        draft = edition.draft
        source = json.loads(draft.article.extras or "{}").get("markdown")
        if draft.article.origin.format != "markdown" or source is None:
            ((_, data),) = MarkdownPublisher().render(edition)
            yield f"{edition.slug}.{draft.target}.md", data
            return
        text = source.removeprefix("\ufeff")  # the byte order mark, which the file keeps
        yield _file_name(draft), (source[: len(source) - len(text)] + site_markdown(draft, text)).encode()


def _file_name(draft: Draft) -> str:
    path = PurePosixPath(draft.article.origin.uri.partition("#")[0].removesuffix(".gz"))
    suffix = path.suffix if path.suffix in (".md", ".markdown") else ".md"
    stem = path.stem.removesuffix(f".{source_language(draft)}") if path.suffix else path.name
    return f"{stem.strip('-.') or 'post'}.{draft.target}{suffix}"


def site_markdown(draft: Draft, source: str) -> str:
    """``source``, the post as it was read, with the translations of ``draft`` in the places of its prose.

    Raises:
        PublishError: the draft's blocks are not those of ``source``.
    """
    post = read_markdown(source)
    originals = [*draft.article.blocks, *draft.article.texts]
    texts = {block.id: block for block in target_blocks(draft)}
    by_text = {block.text: texts.get(block.id, block) for block in reversed(originals)}
    if [b.text for b in post.blocks] != [b.text for b in draft.article.blocks]:
        raise PublishError(
            f"{draft.article.id}: it was read by another version of copydesk", remedy="Run the batch again"
        )
    pieces: dict[Span, str] = {}
    writer = _Writer(post, pieces)
    for slot in sorted(post.slots, key=lambda slot: slot.kind is not SlotKind.ALT):  # pictures stand in prose
        original = draft.article.blocks[slot.block] if slot.block is not None else None
        target = texts.get(original.id) if original else by_text.get(slot.text)
        if target is not None and target.text != (original.text if original else slot.text):
            pieces[slot.span] = writer.write(slot, original, target)
    spans = [span for span in pieces if not any(o is not span and o.contains(span) for o in pieces)]
    language = _language_pieces(post, draft) if pieces else []
    return post.spliced([*((span, pieces[span]) for span in spans), *language], source)


def _language_pieces(post: MarkdownSource, draft: Draft) -> Iterator[tuple[Span, str]]:
    """The target where the front matter names the source language as the post's own."""
    source = primary(source_language(draft))
    for field in post.front.fields:
        if field.key in LANGUAGE_KEYS and primary(language_tag(field.text) or "") == source:
            yield field.span, field.written(draft.target)


class _Writer:
    """Writes translations as their places want them."""

    def __init__(self, post: MarkdownSource, pieces: Mapping[Span, str]) -> None:
        self._post = post
        self._pieces = pieces
        self._definitions = "\n".join(_DEFINITION.findall(post.text))

    def write(self, slot: Slot, original: Block | None, target: Block) -> str:
        """The translation as it stands in the file."""
        line = " ".join(target.text.split())
        if slot.field is not None:
            return slot.field.written(line)
        if slot.kind is SlotKind.ALT:
            return re.sub(r'([\\\[\]"])', r"\\\1", line)
        if slot.kind is SlotKind.HTML:
            return self._html(slot, target)
        marked = self._marked(slot, original, target)
        if slot.kind is SlotKind.PROSE:
            return self._laid_out(marked, slot)
        marked = " ".join(marked.split()).replace(_GLUE, " ")
        return re.sub(r"(?<!\\)\|", r"\|", marked) if slot.kind is SlotKind.CELL else marked

    def _marked(self, slot: Slot, original: Block | None, target: Block) -> str:
        """The text with its marks, escaped as little as reads back as the same, else as much as it takes."""
        written = ""
        own = _own_escapes(slot.span.of(self._post.text))
        for escape, as_html in ((own, False), (escaped, False), (escaped, True)):
            codes = _Codes(original, slot.codes)
            written = self._inline(target, codes, escape, as_html=as_html)
            if escape is escaped:
                written = guarded(written)
            if self._reads_as(written.replace(_GLUE, " "), target, slot):
                break
        return written

    def _reads_as(self, written: str, target: Block, slot: Slot) -> bool:
        """Whether ``written`` reads back as one block with the text and marks of ``target``."""
        start = _STARTS.get(slot.kind, "")
        again = read_markdown(f"\n{start}{written}\n\n{self._definitions}").blocks
        if len(again) != 1:
            return False
        text = again[0].text.removeprefix(start) if slot.kind is SlotKind.CELL else again[0].text
        return text.split() == target.text.split() and _tags(again[0]) == _tags(target)

    def _inline(self, target: Block, codes: _Codes, escape: Callable[[str], str], *, as_html: bool) -> str:
        text, marks = target.text, nested(target.text, target.inlines)
        out: list[str] = []
        closers: dict[int, str] = {}
        position = 0
        verbatim: set[int] = set()  # marks whose words are written as they are
        for event in walk(text, marks):
            if isinstance(event, str):
                out.append(event if verbatim else escape(event))
                position += len(event)
                continue
            kind, number = event
            mark = marks[number]
            if kind == "close":
                out.append(closers[number])
                verbatim.discard(number)
            elif kind == "open":
                code = None if as_html and mark.tag in _MARKS else codes.take(mark)
                opener, closers[number] = self._around(mark, code, mark.span.of(text), as_html=as_html)
                out.append(opener)
                if mark.tag == "code" or opener == "<":
                    verbatim.add(number)
            elif mark.tag == "br":
                out.append("" if text[position : position + 1] == "\n" else "\n")
            elif (code := codes.take(mark)) is not None:
                self._point(out, code, text[position : position + 1])
        for code in codes.points_left():
            self._point(out, code, "")
        return "".join(out)

    def _around(self, mark: Inline, code: Code | None, words: str, *, as_html: bool) -> tuple[str, str]:
        if code is not None:
            opener, closer = self._written(code.opener), self._written(code.closer)
            if opener != "<" or words.casefold() in dict(mark.attributes).get("href", "").casefold():
                return opener, closer
        if mark.tag in _MARKS and not as_html:
            return _MARKS[mark.tag], _MARKS[mark.tag]
        if mark.tag == "a":
            return "[", f"]({dict(mark.attributes).get('href', '')})"
        return tags(mark.tag, mark.attributes)

    def _point(self, out: list[str], code: Code, following: str) -> None:
        """A shortcode, picture or reference: apart from the words where it was, else right behind them."""
        source, span = self._post.text, code.opener
        before = "".join(out)
        stood_apart = source[span.start - 1 : span.start].isspace()
        if stood_apart:
            lead = " " if before and not before[-1].isspace() else ""
            trail = " " if source[span.end : span.end + 1].isspace() and following.strip() else ""
        else:
            lead = ""
            trail = " " if before.endswith(" ") else ""
            before = before.removesuffix(" ")
        out[:] = [before, lead, self._written(span), trail]

    def _written(self, span: Span) -> str:
        """The source at ``span``, alt texts in it translated; its white space holds together."""
        inside = sorted(s for s in self._pieces if span.contains(s) and len(s) < len(span))
        parts: list[str] = []
        position = span.start
        for piece in inside:
            parts += (self._post.text[position : piece.start], self._pieces[piece])
            position = piece.end
        return re.sub(r"[ \n]", _GLUE, "".join((*parts, self._post.text[position : span.end])))

    def _laid_out(self, written: str, slot: Slot) -> str:
        """Lines as long as those of the source, where it has several; hard breaks as it writes them."""
        text = self._post.text
        hard = re.search(r"(?:\\| {2,})(?=\n)", slot.span.of(text))
        lines = re.split(r"\\?\n", written)
        if slot.width:
            indent = len(slot.prefix)
            first = slot.span.start - text.rfind("\n", 0, slot.span.start) - 1
            lines = [
                _wrapped(line, slot.width, indent, indent if n else first) for n, line in enumerate(lines)
            ]
        broken = f"{hard[0] if hard else chr(92)}\n".join(lines)
        return broken.replace("\n", f"\n{slot.prefix}").replace(_GLUE, " ")

    def _html(self, slot: Slot, target: Block) -> str:
        """The text as HTML, its elements with the attributes that they have in the source."""
        return as_in_source(inline_html(target.text, target.inlines), slot.span.of(self._post.text))


class _Codes:
    """How the source writes the marks of a block, by mark, in order; the last of a kind serves for more."""

    def __init__(self, original: Block | None, codes: Sequence[Code]) -> None:
        self._waiting: dict[tuple[str, object], deque[Code]] = defaultdict(deque)
        for mark, code in zip(original.inlines if original else (), codes, strict=False):
            self._waiting[mark.tag, mark.attributes].append(code)

    def take(self, mark: Inline) -> Code | None:
        """The next code of a mark."""
        waiting = self._waiting.get((mark.tag, mark.attributes))
        if not waiting:
            return None
        return waiting.popleft() if len(waiting) > 1 or mark.tag == RAW else waiting[0]

    def points_left(self) -> list[Code]:
        """The points that the translation lost: a shortcode is none of its business."""
        return [code for (tag, _), codes in self._waiting.items() if tag == RAW for code in codes]


def _own_escapes(source: str) -> Callable[[str], str]:
    """What writes the characters that ``source`` escapes or names as it does."""
    table: dict[str, str] = {character: f"\\{character}" for character in _ESCAPED.findall(source)}
    for entity in re.findall(r"&#?\w+;", source):
        if len(character := unescape(entity)) == 1:
            table[character] = entity
    codes = str.maketrans(dict[str, str | int | None](table))
    return lambda text: text.translate(codes)


def _tags(block: Block) -> list[str]:
    return sorted(_SAME.get(i.tag, i.tag) for i in block.inlines if len(i.span) and i.tag != RAW)


def _wrapped(text: str, width: int, indent: int, first: int) -> str:
    """The words of ``text`` in lines of at most ``width`` characters, ``indent`` and ``first`` counted in."""
    lines: list[str] = []
    line, room = "", width - first
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room and not _NO_START.match(word):
            lines.append(line)
            line, room = word, width - indent
        else:
            line = f"{line} {word}" if line else word
    return "\n".join((*lines, line))
