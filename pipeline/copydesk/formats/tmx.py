"""TMX 1.4b: translation memories, written and read as streams of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from copydesk.data import Draft, Inline, Means, primary
from copydesk.errors import InputError
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import code, nested, walk
from copydesk.formats.tmx_content import segment_content
from copydesk.formats.xml import attribute, content, line_of, parse, text
from copydesk.text.assemble import segment_inlines
from copydesk.version import __version__

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE_1_1 = "lang"
_KINDS = {"a": "link", "b": "bold", "i": "italic", "u": "underlined", "br": "lb"}


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A segment and its translation. ``means`` is None where the memory does not say."""

    id: str
    source_language: str
    target_language: str
    source: Marked
    target: Marked
    means: Means | None = None
    lines: tuple[int, int] = field(default=(0, 0), compare=False)

    @classmethod
    def of(cls, draft: Draft) -> Iterator[TmxUnit]:
        """The translated segments of ``draft``; what was only copied or held is no translation."""
        blocks = {block.id: block for block in draft.blocks}
        document = (draft.document.language if draft.document else None) or "und"
        for segment, detection, translation in zip(
            draft.segments, draft.languages, draft.translations, strict=True
        ):
            if translation.means not in (Means.MACHINE, Means.HUMAN):
                continue
            block = blocks[segment.block]
            yield cls(
                id=f"{draft.article.id}#{segment.id}",
                source_language=detection.language or document,
                target_language=draft.target,
                source=Marked(segment.span.of(block.text), segment_inlines(block, segment)),
                target=Marked(translation.text, translation.inlines),
                means=translation.means,
            )


def write_tmx(units: Iterable[TmxUnit], *, source_language: str) -> Iterator[bytes]:
    """A TMX 1.4b document, piece by piece; memory does not grow with the number of units.

    Inline marks are level 2 (``bpt``, ``ept``, ``ph``). There are no dates, for the desk has no clock.

    Raises:
        PublishError: a text has characters that XML cannot carry.
    """
    header = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="copydesk" creationtoolversion="{__version__}" segtype="sentence"'
        f' o-tmf="copydesk" adminlang="en" srclang="{attribute(source_language)}" datatype="html"/>\n<body>\n'
    )
    yield header.encode()
    for unit in units:
        yield _unit(unit, source_language).encode()
    yield b"</body>\n</tmx>\n"


def read_tmx(data: bytes) -> tuple[TmxUnit, ...]:
    """The units of a TMX document that have a source and a target; further languages give further units.

    A DOCTYPE is skipped, never resolved.

    Raises:
        InputError: not well-formed, not TMX, or without a source language.
    """
    root = parse(data, doctype="skip")
    header, body = root.find("header"), root.find("body")
    if root.tag != "tmx" or header is None or body is None:
        raise InputError(
            "not a TMX document: it needs <tmx>, <header> and <body>", remedy="Check the file's type"
        )
    srclang = header.get("srclang", "*all*")
    return tuple(
        unit for tu in body.iterchildren("tu") for unit in _read_unit(tu, tu.get("srclang", srclang))
    )


def _unit(unit: TmxUnit, source_language: str) -> str:
    source = nested(unit.source.text, unit.source.inlines)
    target = nested(unit.target.text, unit.target.inlines)
    own = f' srclang="{attribute(unit.source_language)}"' if unit.source_language != source_language else ""
    means = f'<prop type="x-copydesk-means">{unit.means.value}</prop>\n' if unit.means else ""
    return (
        f'<tu tuid="{attribute(unit.id)}"{own}>\n{means}'
        f"{_variant(unit.source_language, unit.source.text, source)}"
        f"{_variant(unit.target_language, unit.target.text, target)}</tu>\n"
    )


def _variant(language: str, value: str, inlines: tuple[Inline, ...]) -> str:
    pieces = "".join(_piece(event, inlines) for event in walk(value, inlines))
    return f'<tuv xml:lang="{attribute(language)}"><seg>{pieces}</seg></tuv>\n'


def _piece(event: str | tuple[str, int], inlines: tuple[Inline, ...]) -> str:
    if isinstance(event, str):
        return text(event)
    kind, number = event
    start, end = code(inlines[number].tag, inlines[number].attributes)
    if kind == "close":
        return f'<ept i="{number + 1}">{text(end)}</ept>'
    name = _KINDS.get(inlines[number].tag, "x-copydesk-code")
    if kind == "point":
        return f'<ph x="{number + 1}" type="{name}">{text(start)}</ph>'
    return f'<bpt i="{number + 1}" x="{number + 1}" type="{name}">{text(start)}</bpt>'


def _read_unit(tu: etree._Element, source_language: str) -> Iterator[TmxUnit]:
    elements = list(tu.iterchildren("tuv"))
    variants = [(_language(tuv), segment_content(tuv.find("seg"), tuv)) for tuv in elements]
    lines = [line_of(tuv.find("seg")) for tuv in elements]
    source = next((i for i, (lang, _) in enumerate(variants) if _alike(lang, source_language)), None)
    if source is None:
        if source_language != "*all*" or not variants:
            return
        source = 0
    means = next((content(p) for p in tu.iterchildren("prop") if p.get("type") == "x-copydesk-means"), "")
    for place, (language, target) in enumerate(variants):
        if place != source:
            yield TmxUnit(
                id=tu.get("tuid", ""),
                source_language=variants[source][0],
                target_language=language,
                source=variants[source][1],
                target=target,
                means=Means(means) if means in set(Means) else None,
                lines=(lines[source], lines[place]),
            )


def _language(tuv: etree._Element) -> str:
    found = tuv.get(_LANGUAGE) or tuv.get(_LANGUAGE_1_1)
    if not found:
        raise InputError(f"<tuv> at line {tuv.sourceline} has no language")
    return found


def _alike(one: str, other: str) -> bool:
    return primary(one) == primary(other)
