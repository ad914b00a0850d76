"""XLIFF 2.1: writing. Structure, states and inline codes follow the OASIS core specification."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.data import Inline
from copydesk.errors import PublishError
from copydesk.formats.exchange import Exchange, ExchangeSegment, Note, Unit
from copydesk.formats.exported import exported_element
from copydesk.formats.inlinecodes import code, nested, walk
from copydesk.formats.xml import OWN_NAMESPACE, attribute, text

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

_NMTOKEN = re.compile(r"[\w.:\-·]+")
_FORMATTING = {
    "a": ("link", ""),
    "b": ("fmt", "xlf:b"),
    "br": ("fmt", "xlf:lb"),
    "i": ("fmt", "xlf:i"),
    "u": ("fmt", "xlf:u"),
}


def write_xliff2(exchange: Exchange) -> bytes:
    """The XLIFF 2.1 document of ``exchange``.

    A unit is a block, its segments are the block's, with the gaps between them as ignorables, so that the
    block's text can be put together again. Inline marks are ``pc`` and ``ph`` with original data.

    Raises:
        PublishError: an id is no NMTOKEN or stands twice, or a text has characters that XML cannot carry.
    """
    target = exchange.target_language
    languages = f'srcLang="{attribute(exchange.source_language)}"'
    if target is not None:
        languages += f' trgLang="{attribute(target)}"'
    require_ids("unit", [unit.id for unit in exchange.units])
    pieces = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<xliff xmlns="{NAMESPACE}" xmlns:cd="{OWN_NAMESPACE}" version="2.1" {languages}',
        ' xml:space="preserve">\n',
        f'<file id="f1" original="{attribute(exchange.original)}">\n',
        *_notes(exchange.notes),
    ]
    for unit in exchange.units:
        pieces += _unit(unit)
    pieces.append("</file>\n</xliff>\n")
    return "".join(pieces).encode()


class _Codes:
    """The inline codes of one unit: ids unique over its sources, shared by equal codes of the target."""

    def __init__(self) -> None:
        self._used = 0
        self._data: dict[str, str] = {}

    def source_ids(self, inlines: tuple[Inline, ...]) -> list[int]:
        """A new id for each mark."""
        first = self._used + 1
        self._used += len(inlines)
        return list(range(first, first + len(inlines)))

    def target_ids(self, inlines: tuple[Inline, ...], source: Iterable[tuple[Inline, int]]) -> list[int]:
        """For each mark the id of the first source mark of the same kind that is still free, or a new id."""
        free = list(source)
        found = []
        for inline in inlines:
            match = next((item for item in free if same_code(item[0], inline)), None)
            if match:
                free.remove(match)
                found.append(match[1])
            else:
                found += self.source_ids((inline,))
        return found

    def data(self, raw: str) -> str:
        """The id under which original data ``raw`` is kept."""
        return self._data.setdefault(raw, f"d{len(self._data) + 1}")

    def original_data(self) -> Iterator[str]:
        """The originalData element, if there is any."""
        if self._data:
            yield "<originalData>\n"
            for raw, name in self._data.items():
                yield f'<data id="{name}">{text(raw)}</data>\n'
            yield "</originalData>\n"


def same_code(one: Inline, other: Inline) -> bool:
    """Whether two marks stand for the same code: tag, attributes, and both with text or both without."""
    alike = (one.tag, one.attributes) == (other.tag, other.attributes)
    return alike and bool(len(one.span)) == bool(len(other.span))


def _unit(unit: Unit) -> list[str]:
    require_ids("segment", [segment.id for segment in unit.segments])
    codes = _Codes()
    body: list[str] = []
    for segment in unit.segments:
        body += _segment(segment, codes)
    kind = f' type="copydesk:{attribute(unit.kind)}"' if unit.kind else ""
    return [
        f'<unit id="{attribute(unit.id)}"{kind}>\n',
        *(exported_element(s.id, s.exported) for s in unit.segments if s.exported is not None),
        *_notes(unit.notes),
        *codes.original_data(),
        *body,
        "</unit>\n",
    ]


def _segment(segment: ExchangeSegment, codes: _Codes) -> list[str]:
    source = nested(segment.source.text, segment.source.inlines)
    ids = codes.source_ids(source)
    pieces = [
        f'<segment id="{attribute(segment.id)}"{_state(segment)}>\n<source>',
        *_content(segment.source.text, source, ids, codes),
        "</source>\n",
    ]
    if segment.target is not None:
        target = nested(segment.target.text, segment.target.inlines)
        target_ids = codes.target_ids(target, zip(source, ids, strict=True))
        pieces += ["<target>", *_content(segment.target.text, target, target_ids, codes), "</target>\n"]
    pieces.append("</segment>\n")
    if segment.gap:
        pieces.append(f"<ignorable><source>{text(segment.gap)}</source></ignorable>\n")
    return pieces


def _state(segment: ExchangeSegment) -> str:
    if segment.means is None:
        return f' state="{segment.state.value}"'
    return f' state="{segment.state.value}" subState="copydesk:{segment.means.value}"'


def _content(value: str, inlines: tuple[Inline, ...], ids: list[int], codes: _Codes) -> Iterator[str]:
    for event in walk(value, inlines):
        if isinstance(event, str):
            yield text(event)
        elif event[0] == "close":
            yield "</pc>"
        else:
            yield _code(inlines[event[1]], ids[event[1]], codes)


def _code(inline: Inline, number: int, codes: _Codes) -> str:
    start, end = code(inline.tag, inline.attributes)
    kind, sub = _FORMATTING.get(inline.tag, ("other", "copydesk:code"))
    kinds = f'type="{kind}" subType="{sub}"' if sub else f'type="{kind}"'
    if not len(inline.span):
        return f'<ph id="{number}" {kinds} dataRef="{codes.data(start)}"/>'
    return f'<pc id="{number}" {kinds} dataRefStart="{codes.data(start)}" dataRefEnd="{codes.data(end)}">'


def _notes(notes: tuple[Note, ...]) -> list[str]:
    if not notes:
        return []
    return ["<notes>\n", *(_note(number, note) for number, note in enumerate(notes, 1)), "</notes>\n"]


def _note(number: int, note: Note) -> str:
    category = f' category="{attribute(note.category)}"' if note.category else ""
    segment = f' cd:segment="{attribute(note.segment)}"' if note.segment is not None else ""
    return f'<note id="n{number}"{category} priority="{note.priority}"{segment}>{text(note.text)}</note>\n'


def require_ids(kind: str, ids: list[str]) -> None:
    """Make sure that ``ids`` are NMTOKENs and all different.

    Raises:
        PublishError: naming the first that is not.
    """
    wrong = next((name for name in ids if not _NMTOKEN.fullmatch(name)), None)
    if wrong is not None:
        raise PublishError(f"{wrong!r} cannot be the id of an XLIFF {kind}: it is no NMTOKEN")
    if len(set(ids)) != len(ids):
        twice = next(name for name in ids if ids.count(name) > 1)
        raise PublishError(f"the {kind} id {twice!r} stands twice")
