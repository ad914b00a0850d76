"""``copydesk import``: what other tools made of exported articles."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from copydesk.errors import ConfigError, CopydeskError, InputError, StoreError
from copydesk.formats.tmx import read_tmx
from copydesk.formats.xliff import read_xliff
from copydesk.review.current import Checks, Reader
from copydesk.review.imports import Refused, import_article, import_memory
from copydesk.review.intake import take_in
from copydesk.review.table import Table, read_table
from copydesk.store import people
from copydesk.store.address import address
from copydesk.store.database import Connection, connect, required, store_errors
from copydesk.store.people import Person

_TABLES = frozenset({".csv", ".tsv"})


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="XLIFF 1.2, 2.0 to 2.2, CSV, or TMX.")
    ],
    store: Annotated[
        str,
        typer.Option(metavar="STORE", help="The store they came from: a file or postgresql:// URL."),
    ],
    who: Annotated[
        str | None,
        typer.Option("--who", metavar="NAME", help="Who did the work; a user, where the desk has users."),
    ] = None,
) -> int:
    r"""Take over edits, states and notes from files that `copydesk export` wrote; TMX feeds the memory.

    Only what was changed in a file since it was exported is taken. A segment that somebody else changed
    meanwhile is refused by name, with both texts; so is one whose source changed, that is unknown or lost an
    inline code. A file that cannot be read is named. The rest is imported, and the exit code is 4.

    A TMX may be imported before the first run: the store is made for it. Its units serve whatever region
    their tags name, those of the very tags first.

    \b
    Examples:
      copydesk import handover/*.xlf --store out.copydesk.sqlite --who ana
      copydesk import segments.csv --store out.copydesk.sqlite
      copydesk import memory.tmx --store out.copydesk.sqlite
    """
    place = address(store)
    if any(path.suffix.lower() != ".tmx" for path in files):  # a memory may be there before the first run
        place = required(place)
    reader = Reader(Checks())
    good = True
    with store_errors(place), contextlib.closing(connect(place)) as connection:
        person = _person(connection, who)
        take_in(connection, reader)
        for path in files:
            try:
                good &= _import(connection, reader, person, path)
            except StoreError:
                raise
            except CopydeskError as error:
                good = False
                typer.echo(f"{path}: refused: {error}", err=True)
    return 0 if good else 4


def _person(connection: Connection, who: str | None) -> Person:
    """Who imports: where the desk has users, one of them.

    Raises:
        ConfigError: it has users, and nobody of that name.
    """
    name = who or getpass.getuser()
    users = {person.name: person for person in people.people(connection)}
    if users and name not in users:
        known = ", ".join(users)
        raise ConfigError(f"{name!r} is no user of this desk", remedy=f"Say --who NAME; users are {known}")
    return users.get(name, Person(name, "approver"))


def _import(connection: Connection, reader: Reader, person: Person, path: Path) -> bool:
    """Import one file and say what became of it; whether everything in it was taken."""
    data = _data(path)
    if path.suffix.lower() == ".tmx":
        typer.echo(f"{path}: {import_memory(connection, person, read_tmx(data), path.name)} units")
        return True
    table = read_table(data) if path.suffix.lower() in _TABLES else Table(read_xliff(data), ())
    refused = list(table.refused)
    unknown = []
    for exchange in table.exchanges:
        try:
            done = import_article(connection, reader, person, exchange, path.name)
        except InputError as error:
            unknown.append(str(error))
            continue
        told = f", {done.comments} comments" if done.comments else ""
        typer.echo(f"{path}: {exchange.original}: {done.changed} changed, {done.same} as they were{told}")
        refused += done.refused
    for line in (*unknown, *_lines(refused)):
        typer.echo(f"{path}: refused {line}", err=True)
    return not refused and not unknown


def _lines(refused: list[Refused]) -> Iterator[str]:
    for one in refused:
        yield f"{one.segment}: {one.reason}"
        if one.file or one.store:
            yield f"{one.segment}, in the file:  {one.file}"
            yield f"{one.segment}, in the store: {one.store}"


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", remedy="Check the name") from error
