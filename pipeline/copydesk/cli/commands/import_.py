"""``copydesk import``: what other tools made of exported articles."""

from __future__ import annotations

import contextlib
import getpass
from pathlib import Path
from typing import Annotated

import typer

from copydesk.errors import InputError
from copydesk.formats.tmx import read_tmx
from copydesk.formats.xliff import read_xliff
from copydesk.review.current import Checks, Reader
from copydesk.review.exchange import import_article, import_memory
from copydesk.review.intake import take_in
from copydesk.store.address import address
from copydesk.store.database import connect, required, store_errors
from copydesk.store.people import Person


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="XLIFF 1.2, 2.0 to 2.2, or TMX.")],
    store: Annotated[
        str,
        typer.Option(metavar="STORE", help="The store they came from: a file or postgresql:// URL."),
    ],
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who did the work.")] = None,
) -> int:
    r"""Take over edits, states and notes from files that `copydesk export` wrote; TMX feeds the memory.

    A segment whose source changed, that is unknown or lost an inline code is refused by name; the rest is
    imported, and the exit code is 4.

    \b
    Examples:
      copydesk import handover/*.xlf --store out.copydesk.sqlite --who ana
    """
    place = required(address(store))
    reader = Reader(Checks())
    person = Person(who or getpass.getuser(), "approver")
    partial = False
    with store_errors(place), contextlib.closing(connect(place)) as connection:
        take_in(connection, reader)
        for path in files:
            data = _data(path)
            if path.suffix.lower() == ".tmx":
                typer.echo(f"{path}: {import_memory(connection, person, read_tmx(data), path.name)} units")
                continue
            for exchange in read_xliff(data):
                done = import_article(connection, reader, person, exchange)
                typer.echo(f"{path}: {done.changed} changed, {done.same} as they were")
                for refused in done.refused:
                    partial = True
                    typer.echo(f"{path}: refused {refused.segment}: {refused.reason}", err=True)
    return 4 if partial else 0


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", remedy="Check the name") from error
