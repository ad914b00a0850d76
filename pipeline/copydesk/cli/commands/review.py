"""``copydesk review``: the desk in the browser, and who may use it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from copydesk.cli.administration import Role, administer, login
from copydesk.cli.inputs import glossary_of, settings_of
from copydesk.cli.options import ConfigFile, GlossaryFile
from copydesk.errors import ConfigError
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget
from copydesk.store import people
from copydesk.store.address import Address, address
from copydesk.store.database import connect, required, store_errors
from copydesk.store.people import Person
from copydesk.web.app import create_app
from copydesk.web.desk import Desk, Ticket
from copydesk.web.server import serve

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SUFFIX = ".copydesk.sqlite"


def review(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[user add|rotate|role|remove|list [NAME]] [session list|end [ID]] [log]",
            help="Manage users and sessions; print the audit log.",
        ),
    ] = None,
    store: Annotated[
        str, typer.Option(metavar="STORE", help="The store of `copydesk run`: a file or postgresql:// URL.")
    ] = "out.copydesk.sqlite",
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Output folder; default: the store's name without suffix, or out."),
    ] = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; others than loopback need users.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="Port to listen on.")] = 8642,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="Further host names to answer to.")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="STORE", help="Store of another run to compare with.")
    ] = None,
    glossary: GlossaryFile = None,
    config: ConfigFile = None,
    role: Annotated[Role, typer.Option(help="Role of a user: user add, user role.")] = Role.REVIEWER,
) -> int:
    r"""Review what a run translated: read, compare, correct, approve and publish, in the browser.

    Prints a link that signs in once. With users, each signs in with a token of their own.

    \b
    Examples:
      copydesk review --store out.copydesk.sqlite
      copydesk review user add ana --role approver
      copydesk review user role ben --role approver
      copydesk review session list
      copydesk review --store neural.copydesk.sqlite --against apertium.copydesk.sqlite
      copydesk review log > audit.jsonl
      copydesk review --host 0.0.0.0 --name desk.example.org
      copydesk review --store postgresql://desk@db.example.org/news --out /srv/news
    """
    place = required(address(store))
    other = required(address(against)) if against else None
    if words:
        return administer(words, place, role)
    settings = settings_of(config, run={"glossary": glossary})
    reader = Reader(Checks(settings.verify, glossary_of(settings)))
    with store_errors(place), contextlib.closing(connect(place)) as connection:
        users = people.people(connection)
        take_in(connection, reader)
    if host not in _LOOPBACK and not users:
        raise ConfigError(
            f"--host {host} would let anybody in", remedy="Add users first: copydesk review user add NAME"
        )
    ticket = None if users else Ticket(Person(login(), "approver"))
    desk = Desk(PublishTarget(place, out or _root(place), settings.publish), reader, ticket, other)
    names = [*_LOOPBACK[:2], "[::1]", *([host] if host not in (*_LOOPBACK, "0.0.0.0") else []), *(name or [])]  # noqa: S104
    hosts = [f"{one}:{port}" for one in names] + list(name or [])
    shown = f"http://{'127.0.0.1' if host in ('0.0.0.0', *_LOOPBACK) else host}:{port}/"  # noqa: S104
    link = f"{shown}sign-in?token={ticket.token}" if ticket else shown
    typer.echo(f"Review desk: {link}\nCtrl-C ends it.")
    serve(create_app(desk, hosts=hosts), host=host, port=port)
    return 0


def _root(store: Address) -> Path:
    if isinstance(store, Path):
        return store.with_name(store.name.removesuffix(_SUFFIX) if store.name.endswith(_SUFFIX) else "out")
    return Path("out")
