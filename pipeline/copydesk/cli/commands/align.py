"""``copydesk align``: two existing versions of an article, segment to segment."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from copydesk.align import align_articles
from copydesk.cli.inputs import one, settings_of
from copydesk.cli.options import ConfigFile
from copydesk.data import Draft, Link, Pair
from copydesk.errors import ConfigError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Unit
from copydesk.formats.links import links_json, links_tsv
from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.formats.xliff2 import write_xliff2
from copydesk.gate.inputs import Inputs
from copydesk.gate.located import Gap
from copydesk.run.prepare import prepare
from copydesk.store.address import address
from copydesk.text.assemble import segment_texts


class Format(StrEnum):
    """What the links are written as."""

    TSV = "tsv"
    JSON = "json"
    TMX = "tmx"
    XLIFF = "xliff"


_OF_A_PAIR = frozenset({Format.TMX, Format.XLIFF})
"""Forms that name their two languages."""


def align(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The article in its first language.")],
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[TARGET]", help="The same article in another language; none if SOURCE has both."
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.TSV,
    source_language: Annotated[
        str | None, typer.Option("--from", metavar="LANG", help="Language of SOURCE.")
    ] = None,
    target_language: Annotated[
        str | None, typer.Option("--to", metavar="LANG", help="Language of TARGET.")
    ] = None,
    config: ConfigFile = None,
) -> int:
    r"""Align two existing versions of an article: 1-1, 1-2, 2-1, omissions and insertions, with confidence.

    \b
    Exit codes: 0 done, 1 the articles do not belong together, 2 usage, 3 internal error, 4 a damaged or
    missing file.

    \b
    Examples:
      copydesk align story.es.html story.fr.html
      copydesk align story.es.txt story.fr.txt --format tmx > story.tmx
      copydesk align story.xlf                what a file of pairs, a folder or a store holds, side by side
    """
    if target is None:
        return _held(source, source_language, target_language, form)
    first = _draft(source, source_language, config)
    second = _draft(target, target_language, config)
    aligned = align_articles(first, second)
    links = aligned.links
    texts, others = segment_texts(first), segment_texts(second)
    pair = _pair(first, second) if form in _OF_A_PAIR else None
    _write(form, links, (texts, others), pair, source)
    if doubt := aligned.kinship.doubt:
        sys.stderr.write(
            f"copydesk: {source} and {target} do not seem to belong together: {doubt}.\n"
            "  Check that they are versions of one article, with their paragraphs in one order.\n"
        )
        return 1
    return 0


def _held(name: str, source_language: str | None, target_language: str | None, form: Format) -> int:
    """Write the pairs that one file, folder or store holds, as ``copydesk check`` reads them."""
    links: list[Link] = []
    texts: dict[str, str] = {}
    others: dict[str, str] = {}
    pairs: dict[Pair, None] = {}
    code = 0
    for item in Inputs(
        (address(name),), source_language=source_language, target_language=target_language
    ).pairs():
        if isinstance(item, Gap):
            sys.stderr.write(f"copydesk: {item.error.message}\n  {item.error.remedy}\n")
            code = 4
            continue
        key = f"{item.article}#{item.number}"
        texts[key], others[key] = item.bitext.source, item.bitext.target
        pairs[item.bitext.pair] = None
        links.append(Link((key,), (key,)))
    if form in _OF_A_PAIR and len(pairs) > 1:
        raise ConfigError(
            f"{name} holds several pairs of languages: {', '.join(map(str, pairs))}",
            remedy="Write them with --format tsv or json",
        )
    if links:
        _write(form, links, (texts, others), next(iter(pairs)), name)
    return code


def _write(
    form: Format,
    links: Sequence[Link],
    texts: tuple[dict[str, str], dict[str, str]],
    pair: Pair | None,
    name: str,
) -> None:
    if form is Format.TSV:
        sys.stdout.write(links_tsv(links, *texts))
    elif form is Format.JSON:
        sys.stdout.write(links_json(links, *texts) + "\n")
    elif pair is not None:
        pieces = [(link, _joined(link.source, texts[0]), _joined(link.target, texts[1])) for link in links]
        if form is Format.TMX:
            for piece in write_tmx(_units(pieces, pair), source_language=pair.source):
                sys.stdout.buffer.write(piece)
        else:
            sys.stdout.buffer.write(write_xliff2(_exchange(pieces, pair, name)))


def _draft(name: str, language: str | None, config: Path | None) -> Draft:
    settings = settings_of(config, detect={"source": language})
    return prepare(one(name, settings), settings)


def _joined(ids: tuple[str, ...], texts: dict[str, str]) -> str:
    return " ".join(texts[name] for name in ids)


def _pair(first: Draft, second: Draft) -> Pair:
    languages = [draft.document.language if draft.document else None for draft in (first, second)]
    if not languages[0] or not languages[1]:
        raise ConfigError("a language cannot be told", remedy="Name them with --from and --to")
    return Pair(languages[0], languages[1])


def _units(pieces: list[tuple[Link, str, str]], pair: Pair) -> Iterator[TmxUnit]:
    for number, (_, own, other) in enumerate(pieces):
        if own and other:
            yield TmxUnit(str(number), pair.source, pair.target, Marked(own), Marked(other))


def _exchange(pieces: list[tuple[Link, str, str]], pair: Pair, name: str) -> Exchange:
    units = tuple(
        Unit(
            f"u{number}",
            (ExchangeSegment(f"s{number}", Marked(own), Marked(other) if other else None, _state(other)),),
        )
        for number, (_, own, other) in enumerate(pieces)
        if own
    )
    return Exchange(name, pair.source, pair.target, units)


def _state(other: str) -> ExchangeState:
    return ExchangeState.TRANSLATED if other else ExchangeState.INITIAL
