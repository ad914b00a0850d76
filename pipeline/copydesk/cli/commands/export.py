"""``copydesk export``: reviewed articles for other tools."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.publish.slug import edition_name
from copydesk.review.against import articles
from copydesk.review.current import Checks, Current, Reader
from copydesk.review.exchange import export_article, page_of
from copydesk.review.intake import take_in
from copydesk.review.table import export_table
from copydesk.store import editions, outbox
from copydesk.store.address import address
from copydesk.store.database import Connection, connect, required, store_errors
from copydesk.store.reviews import ArticleRow


class Format(StrEnum):
    """What is written."""

    XLIFF = "xliff"
    XLIFF12 = "xliff12"
    TMX = "tmx"
    HTML = "html"
    CSV = "csv"


def export(
    store: Annotated[
        str, typer.Option(metavar="STORE", help="The store of `copydesk run`: a file or postgresql:// URL.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write into.")],
    format: Annotated[Format, typer.Option("--format", help="File format.")] = Format.XLIFF,  # noqa: A002
) -> int:
    r"""Write every article as it stands in review; xliff and csv come back with `copydesk import`.

    \b
    Examples:
      copydesk export --store out.copydesk.sqlite --format xliff --out handover
      copydesk export --store out.copydesk.sqlite --format tmx --out memory
    """
    place = required(address(store))
    reader = Reader(Checks())
    with store_errors(place), contextlib.closing(connect(place)) as connection:
        take_in(connection, reader)
        files = dict(_files(connection, reader, format))
        outbox.write_all((out / name, pieces) for name, pieces in files.items())
    typer.echo(f"{len(files)} files in {out}")
    return 0


def _files(connection: Connection, reader: Reader, form: Format) -> Iterator[tuple[str, list[bytes]]]:
    listed = list(_current(connection, reader))
    if form is Format.CSV:
        yield "segments.csv", [line.encode() for line in export_table(listed)]
        return
    if form is Format.TMX:
        for pair in sorted({(row.source_language, row.target) for row, _ in listed}):
            units = (
                unit
                for row, current in listed
                if (row.source_language, row.target) == pair
                for unit in TmxUnit.of(current.draft)
                if unit.means == "human"
            )
            yield f"{pair[0]}-{pair[1]}.tmx", list(write_tmx(units, source_language=pair[0]))
        return
    if form is Format.HTML:
        for row, current in listed:
            edition = editions.find(connection, article=row.article, target=row.target)
            assert edition is not None
            yield f"{edition.name}.{row.target}.html", [page_of(current, edition)]
        return
    write = write_xliff2 if form is Format.XLIFF else write_xliff12
    for row, current in listed:
        if current.parts:
            name = f"{edition_name(row.article, row.title)}.{row.target}.xlf"
            yield name, [write(export_article(current))]


def _current(connection: Connection, reader: Reader) -> Iterator[tuple[ArticleRow, Current]]:
    for row in articles(connection):
        current = reader.read(connection, row.article, row.target)
        if current is not None:
            yield row, current
