"""Where the text of markup stands in it: what to change in a page that shall else stay as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from copydesk.data import Block, Span
from copydesk.text.superscripts import plain_digits

_UNSEEN = frozenset({"script", "style", "template", "noscript", "title", "textarea", "svg", "head"})
_IGNORED = frozenset(" \t\n\r\f\v\xad")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text and, for each of its characters, where it stands in its source as written there."""

    text: str
    spans: tuple[Span, ...]

    def of(self, outer: SourceText) -> SourceText:
        """The same where this one's source is itself the text of ``outer``."""
        return SourceText(
            self.text, tuple(Span(outer.spans[s.start].start, outer.spans[s.end - 1].end) for s in self.spans)
        )


def html_text(markup: str) -> SourceText:
    """All text of HTML or XML ``markup`` outside tags, comments, scripts and styles, entities decoded."""
    reader = _Reader(markup)
    reader.feed(markup)
    reader.close()
    return SourceText("".join(reader.texts), tuple(reader.spans))


def located(blocks: Iterable[Block], source: SourceText) -> dict[str, tuple[Span, ...]]:
    """For each block whose text stands in ``source``, in order: where each of its characters is.

    White space and soft hyphens do not count; a character of white space takes the place after the one
    before it. Blocks that cannot be found, such as a title from the head of a page, are left out.
    """
    seen = [n for n, character in enumerate(source.text) if character not in _IGNORED]
    dense = plain_digits("".join(source.text[n] for n in seen))
    found: dict[str, tuple[Span, ...]] = {}
    position = 0
    for block in blocks:
        wanted = plain_digits("".join(c for c in block.text if c not in _IGNORED))
        at = dense.find(wanted, position) if wanted else -1
        if at < 0:
            continue
        places = (source.spans[n] for n in seen[at : at + len(wanted)])
        found[block.id] = tuple(_with_spaces(block.text, list(places)))
        position = at + len(wanted)
    return found


def _with_spaces(text: str, places: Sequence[Span]) -> Iterable[Span]:
    upcoming = iter(places)
    end = places[0].start
    for character in text:
        place = Span(end, end) if character in _IGNORED else next(upcoming)
        end = place.end
        yield place


class _Reader(HTMLParser):
    """Collects text with its places."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self.spans: list[Span] = []
        self._lines = [0, *(n + 1 for n, c in enumerate(markup) if c == "\n")]
        self._markup = markup
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  HTMLParser's
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            start = self._at()
            self.texts.append(data)
            self.spans += (Span(n, n + 1) for n in range(start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self._unseen:
            return
        start = self._at()
        end = start + len(written)
        end += self._markup[end : end + 1] == ";"
        text = unescape(self._markup[start:end])
        self.texts.append(text)
        self.spans += [Span(start, end)] * len(text)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
