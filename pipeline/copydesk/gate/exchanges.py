"""XLIFF, TMX and packages of XLIFF as pairs of texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from copydesk.data import Bitext, BlockRole, Means, Pair, primary
from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, Unit
from copydesk.formats.packed import unpack_xliff
from copydesk.formats.tmx import read_tmx
from copydesk.formats.xliff import read_xliff
from copydesk.formats.xliff_strict import violations
from copydesk.gate.located import Gap, Located, Place

_ROLES = {role.value: role for role in BlockRole}


def xliff_pairs(
    path: Path, shown: str, pair: Pair | None, *, strict: bool = False
) -> Iterator[Located | Gap]:
    """The segments of an XLIFF file; one without a target, or held by the desk, is a Gap.

    ``pair`` stands in for languages that the file does not name. Segments of codes alone are left out. With
    ``strict`` everything that the file does against the specification of XLIFF 2 is a Gap of its own, which
    names the rule.
    """
    yield from _xliff(content_of(path), shown, pair, strict=strict)


def packed_pairs(
    path: Path, shown: str, pair: Pair | None, *, strict: bool = False
) -> Iterator[Located | Gap]:
    """The segments of all XLIFF documents in a package (.xlz, .mqxlz)."""
    for name, data in unpack_xliff(content_of(path)):
        yield from _xliff(data, f"{shown}/{name}", pair, strict=strict)


def _xliff(data: bytes, shown: str, pair: Pair | None, *, strict: bool) -> Iterator[Located | Gap]:
    for found in violations(data) if strict else ():
        error = InputError(f"{shown}, line {found.line}: invalid XLIFF: {found.message}", remedy=found.remedy)
        yield Gap(Place(shown, found.line), shown, error, f"xliff:{found.rule}")
    raw = data.decode("utf-8", "replace").split("\n")
    for exchange in read_xliff(data, cut=True):
        number = 0
        languages = _languages(exchange, pair)
        for unit in exchange.units:
            for segment in unit.segments:
                number += 1
                if not segment.source.text.strip() and segment.exported is None and not _says(segment):
                    continue
                yield _segment(exchange, unit, segment, languages, raw=raw, shown=shown, number=number)


def _says(segment: ExchangeSegment) -> bool:
    return segment.target is not None and bool(segment.target.text.strip())


def _segment(
    exchange: Exchange,
    unit: Unit,
    segment: ExchangeSegment,
    pair: Pair,
    *,
    raw: list[str],
    shown: str,
    number: int,
) -> Located | Gap:
    article = exchange.original or shown
    if not segment.translate:
        segment = replace(segment, target=segment.target or segment.source, means=Means.COPIED)
    if segment.target is None or segment.means is Means.HELD:
        line = segment.lines[0]
        error = InputError(
            f"{shown}, line {line}: segment {segment.id} is not translated",
            remedy="Run the same `copydesk run` again, or translate it",
        )
        return Gap(Place(shown, line), article, error)
    means = segment.means or Means.MACHINE
    bitext = Bitext(
        segment.source.text,
        segment.target.text,
        _spoken(pair, segment, means),
        id=segment.id,
        role=_ROLES.get(unit.kind, BlockRole.PARAGRAPH),
        means=means,
        source_inlines=segment.source.inlines,
        target_inlines=segment.target.inlines,
        state=segment.said,
    )
    return Located(
        bitext,
        _place(shown, raw, segment.lines[0], segment.source.text),
        _place(shown, raw, segment.lines[1] or segment.lines[0], segment.target.text),
        article,
        number,
    )


def _spoken(pair: Pair, segment: ExchangeSegment, means: Means) -> Pair:
    """The languages of the two texts: one where the text was in the target language, or is to stay."""
    if means is not Means.COPIED:
        return pair
    return Pair(pair.target, pair.target) if segment.translate else Pair(pair.source, pair.source)


def tmx_pairs(path: Path, shown: str, pair: Pair | None) -> Iterator[Located | Gap]:
    """The units of a TMX file, those of one direction if ``pair`` is given."""
    data = content_of(path)
    raw = data.decode("utf-8", "replace").split("\n")
    for number, unit in enumerate(read_tmx(data), start=1):
        own = Pair(unit.source_language, unit.target_language)
        if pair and (primary(own.source), primary(own.target)) != (
            primary(pair.source),
            primary(pair.target),
        ):
            continue
        bitext = Bitext(
            unit.source.text,
            unit.target.text,
            own,
            id=unit.id or str(number),
            means=unit.means or Means.MACHINE,
            source_inlines=unit.source.inlines,
            target_inlines=unit.target.inlines,
        )
        yield Located(
            bitext,
            _place(shown, raw, unit.lines[0], unit.source.text),
            _place(shown, raw, unit.lines[1], unit.target.text),
            unit.id.partition("#")[0] or shown,
            number,
        )


def _languages(exchange: Exchange, pair: Pair | None) -> Pair:
    target = exchange.target_language or (pair.target if pair else None)
    if target is None:
        raise InputError("it names no target language", remedy="Give --target-language")
    return Pair(exchange.source_language, target)


def _place(shown: str, raw: list[str], line: int, text: str) -> Place:
    """Where ``text`` begins; its column is known where it stands in that line letter by letter."""
    written = raw[line - 1] if 0 < line <= len(raw) else ""
    at = written.find(text) if text and escape(text, quote=False) == text else -1
    return Place(shown, line, at + 1) if at >= 0 else Place(shown, line, exact=False)


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", remedy="Check the name") from error
