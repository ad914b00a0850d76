"""XLIFF 1.2: writing, for the tools that do not read 2.x."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.data import Inline, Means
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Note, Unit
from copydesk.formats.exported import exported_element
from copydesk.formats.inlinecodes import code, nested, walk
from copydesk.formats.xliff2 import require_ids, same_code
from copydesk.formats.xml import OWN_NAMESPACE, attribute, text

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

STATES = {
    ExchangeState.INITIAL: "needs-translation",
    ExchangeState.TRANSLATED: "translated",
    ExchangeState.REVIEWED: "signed-off",
    ExchangeState.FINAL: "final",
}
"""The target states that say what the states of XLIFF 2 say; the qualifier tells a machine's work."""

QUALIFIERS = {
    Means.MACHINE: "leveraged-mt",
    Means.HUMAN: "x-copydesk-human",
    Means.COPIED: "x-copydesk-copied",
    Means.HELD: "x-copydesk-held",
}
"""How a target came about, as a state-qualifier."""

_TYPES = {"a": "link", "b": "bold", "i": "italic", "u": "underlined"}


def write_xliff12(exchange: Exchange) -> bytes:
    """The XLIFF 1.2 document of ``exchange``: a group for each unit, a trans-unit for each segment.

    Inline marks are ``g`` and ``x``. What 1.2 has no place for (the text between segments, the code that an
    inline mark stands for, how a segment without target came to be) goes into attributes of our own
    namespace, which the schema allows.

    Raises:
        PublishError: an id is no NMTOKEN or stands twice, or a text has characters that XML cannot carry.
    """
    require_ids("unit", [unit.id for unit in exchange.units])
    require_ids("segment", [segment.id for unit in exchange.units for segment in unit.segments])
    target = exchange.target_language
    languages = f'source-language="{attribute(exchange.source_language)}"'
    if target is not None:
        languages += f' target-language="{attribute(target)}"'
    pieces = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<xliff xmlns="{NAMESPACE}" xmlns:cd="{OWN_NAMESPACE}" version="1.2">\n',
        f'<file original="{attribute(exchange.original)}" {languages} datatype="html"',
        ' xml:space="preserve">\n',
        "<header>\n",
        *_notes(exchange.notes),
        "</header>\n<body>\n",
    ]
    for unit in exchange.units:
        pieces += _group(unit)
    pieces.append("</body>\n</file>\n</xliff>\n")
    return "".join(pieces).encode()


def _group(unit: Unit) -> list[str]:
    kind = f' restype="x-copydesk-{attribute(unit.kind)}"' if unit.kind else ""
    pieces = [f'<group id="{attribute(unit.id)}"{kind}>\n']
    notes: dict[str | None, list[Note]] = defaultdict(list)
    for note in unit.notes:
        notes[note.segment].append(note)
    pieces += _notes(notes[None])
    for segment in unit.segments:
        pieces += _trans_unit(segment, notes[segment.id])
    pieces.append("</group>\n")
    return pieces


def _trans_unit(segment: ExchangeSegment, notes: Iterable[Note]) -> list[str]:
    approved = ' approved="yes"' if segment.state in (ExchangeState.REVIEWED, ExchangeState.FINAL) else ""
    own = f' cd:gap="{attribute(segment.gap)}"' if segment.gap else ""
    if segment.target is None:
        own += f' cd:state="{segment.state.value}"' if segment.state is not ExchangeState.INITIAL else ""
        own += f' cd:means="{segment.means.value}"' if segment.means is not None else ""
    source = nested(segment.source.text, segment.source.inlines)
    ids = list(range(1, len(source) + 1))
    pieces = [
        f'<trans-unit id="{attribute(segment.id)}"{approved}{own}>\n<source>',
        *_content(segment.source.text, source, ids),
        "</source>\n",
    ]
    if segment.target is not None:
        pieces += _target(segment, segment.target, source)
    left = [exported_element(segment.id, segment.exported)] if segment.exported is not None else []
    return [*pieces, *_notes(notes), *left, "</trans-unit>\n"]


def _target(segment: ExchangeSegment, marked: Marked, source: tuple[Inline, ...]) -> list[str]:
    target = nested(marked.text, marked.inlines)
    qualifier = f' state-qualifier="{QUALIFIERS[segment.means]}"' if segment.means is not None else ""
    return [
        f'<target state="{STATES[segment.state]}"{qualifier}>',
        *_content(marked.text, target, _matched(target, source)),
        "</target>\n",
    ]


def _matched(target: tuple[Inline, ...], source: tuple[Inline, ...]) -> list[int]:
    free = list(enumerate(source, 1))
    following = len(source)
    ids = []
    for inline in target:
        match = next((item for item in free if same_code(item[1], inline)), None)
        if match:
            free.remove(match)
            ids.append(match[0])
        else:
            following += 1
            ids.append(following)
    return ids


def _content(value: str, inlines: tuple[Inline, ...], ids: list[int]) -> Iterator[str]:
    for event in walk(value, inlines):
        if isinstance(event, str):
            yield text(event)
        elif event[0] == "close":
            yield "</g>"
        else:
            yield _code(inlines[event[1]], ids[event[1]])


def _code(inline: Inline, number: int) -> str:
    start, end = code(inline.tag, inline.attributes)
    if not len(inline.span):
        kind = "lb" if inline.tag == "br" else "x-copydesk-code"
        return f'<x id="{number}" ctype="{kind}" cd:code="{attribute(start)}"/>'
    kind = _TYPES.get(inline.tag, "x-copydesk-code")
    return f'<g id="{number}" ctype="{kind}" cd:code="{attribute(start)}" cd:end="{attribute(end)}">'


def _notes(notes: Iterable[Note]) -> list[str]:
    return [_note(note) for note in notes]


def _note(note: Note) -> str:
    category = f' from="{attribute(note.category)}"' if note.category else ""
    return f'<note priority="{note.priority}"{category}>{text(note.text)}</note>\n'
