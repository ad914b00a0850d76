"""What ``copydesk review`` does without opening the desk: users, sessions, the audit log."""

from __future__ import annotations

import contextlib
import getpass
import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum

import typer

from copydesk.errors import ConfigError
from copydesk.review.states import AuditEvent, record
from copydesk.store import people, review_log
from copydesk.store.address import Address
from copydesk.store.database import Connection, connect, store_errors, transaction


class Role(StrEnum):
    """What a user may do."""

    REVIEWER = "reviewer"
    APPROVER = "approver"


def administer(words: Sequence[str], store: Address, role: Role) -> int:
    """Do what ``words`` say, on the record.

    Raises:
        ConfigError: they cannot be understood, or there is no such user or session.
    """
    with store_errors(store), contextlib.closing(connect(store)) as connection:
        if list(words) == ["log"]:
            _log(connection)
        elif list(words) == ["user", "list"]:
            for person in people.people(connection):
                typer.echo(f"{person.name}\t{person.role}")
        elif list(words) == ["session", "list"]:
            for one in people.sessions(connection):
                typer.echo("\t".join((one.number, one.name, one.role, one.at, one.agent)))
        else:
            with transaction(connection):
                _change(connection, words, role)
    return 0


def login() -> str:
    """The name of whoever runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "editor"


def _change(connection: Connection, words: Sequence[str], role: Role) -> None:
    match words:
        case ["user", "add", str(name)]:
            token = people.add(connection, name, role.value)
            name = people.checked_name(name)
            _told(name, role, token)
            record(connection, AuditEvent.USER_ADD, login(), f"{name} ({role.value})")
        case ["user", "rotate", str(name)]:
            fresh = people.rotate(connection, name)
            _known(fresh is not None, name)
            typer.echo(f"{name} signs in with this token; shown only now; the old one is void:\n{fresh}")
            record(connection, AuditEvent.USER_ROTATE, login(), name)
        case ["user", "role", str(name)]:
            _known(people.change_role(connection, name, role.value), name)
            typer.echo(f"{name} is {role.value} now")
            record(connection, AuditEvent.USER_ROLE, login(), f"{name} ({role.value})")
        case ["user", "remove", str(name)]:
            _known(people.remove(connection, name), name)
            record(connection, AuditEvent.USER_REMOVE, login(), name)
        case ["session", "end", str(number)]:
            ended = people.end_session(connection, number)
            if ended is None:
                raise ConfigError(f"no session {number!r}", remedy="See: copydesk review session list")
            record(connection, AuditEvent.SESSION_END, login(), f"{ended.name}, {number}")
        case _:
            raise ConfigError(
                f"cannot understand: {' '.join(words)}",
                remedy="Write: user add, rotate, role or remove NAME, user list, session list,"
                " session end ID, or log",
            )


def _told(name: str, role: Role, token: str) -> None:
    typer.echo(f"{name} ({role.value}) signs in with this token; it is shown only now:\n{token}")


def _known(found: bool, name: str) -> None:
    if not found:
        raise ConfigError(f"no user {name!r}", remedy="See: copydesk review user list")


def _log(connection: Connection) -> None:
    """All that was ever done at the desk, a JSON object a line, oldest first."""
    for event in review_log.all_events(connection):
        given = {name: value for name, value in asdict(event).items() if value not in ("", "[]")}
        typer.echo(json.dumps(given, ensure_ascii=False))
