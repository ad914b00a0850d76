"""``copydesk diff``: two runs or two files of lines, word by word, gravest changes first."""

from __future__ import annotations

import contextlib
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from copydesk.cli.inputs import lines_of
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.review.against import unlike
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.weigh import Change, weigh
from copydesk.store.address import Address, address, is_store
from copydesk.store.database import Connection, connect, required, store_errors


class Format(StrEnum):
    """How the differences are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Line:
    """A pair of texts that differ, by name."""

    name: str
    change: Change


def diff(
    a: Annotated[
        str,
        typer.Argument(metavar="A", help="A store (file, postgresql:// URL), or text with a segment a line."),
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one, of the same kind.")],
    language: Annotated[
        str | None, typer.Option(metavar="LANG", help="Language of two text files (BCP 47).")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to show them.")] = Format.TEXT,  # noqa: A002
) -> int:
    r"""Compare two runs (two stores) or two files, line n with line n.

    What alters the facts comes first: numbers, names, negation, modality, quotes, wording, then the rest.
    Exit code 1 if there are differences.

    \b
    Examples:
      copydesk diff apertium.copydesk.sqlite neural.copydesk.sqlite
      copydesk diff old.fr new.fr --language fr --format html > diff.html
    """
    one, two = address(a), address(b)
    for place in (one, two):
        if isinstance(place, Path) and not place.is_file():
            raise ConfigError(f"there is no file {place}", remedy="Name two stores or two text files")
    if is_store(one) != is_store(two):
        raise ConfigError("one is a store, the other is not", remedy="Name two of the same kind")
    if is_store(one):
        found = list(_stores(one, two))
    else:
        found = list(_lines(a, b, required_tag(language or "und", "--language")))
    found.sort(key=lambda line: line.change.order)
    {Format.TEXT: _text, Format.JSON: _json, Format.HTML: _html}[format](found)
    return int(bool(found))


def _lines(a: str, b: str, language: str) -> Iterator[Line]:
    one, two = list(lines_of(a)), list(lines_of(b))
    if len(one) != len(two):
        raise ConfigError(
            f"{a} has {len(one)} lines, {b} has {len(two)}", remedy="Give a segment a line, in the same order"
        )
    for number, (old, new) in enumerate(zip(one, two, strict=True), 1):
        if old != new:
            yield Line(f"line {number}", weigh(old, new, language))


def _stores(a: Address, b: Address) -> Iterator[Line]:
    with _opened(a) as first, _opened(b) as second:
        for found in unlike(first, second):
            yield Line(f"{found.article} {found.segment}", found.change)


@contextlib.contextmanager
def _opened(store: Address) -> Iterator[Connection]:
    with store_errors(store), contextlib.closing(connect(required(store))) as connection:
        take_in(connection, Reader(Checks()))
        yield connection


def _text(found: list[Line]) -> None:
    console = Console()
    for line in found:
        label = ", ".join(kind.label for kind in line.change.alters)
        shown = Text(f"{label}  ", style="bold").append(f"{line.name}\n", style="dim")
        for piece in line.change.pieces:
            if piece.same:
                shown.append(piece.before)
                continue
            if piece.before:
                shown.append(f"[-{piece.before}-]", style="red")
            if piece.after:
                shown.append(f"{{+{piece.after}+}}", style="green")
        console.print(shown, soft_wrap=True)
        console.print()


def _json(found: list[Line]) -> None:
    record = [
        {
            "name": line.name,
            "alters": [kind.label for kind in line.change.alters],
            "before": "".join(piece.before for piece in line.change.pieces),
            "after": "".join(piece.after for piece in line.change.pieces),
            "pieces": [
                {"before": piece.before, "after": piece.after}
                for piece in line.change.pieces
                if not piece.same
            ],
        }
        for line in found
    ]
    typer.echo(json.dumps({"version": 1, "changes": record}, ensure_ascii=False, indent=2))


def _html(found: list[Line]) -> None:
    typer.echo(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>copydesk diff</title>\n<style>body{max-width:50rem;margin:2rem auto;padding:0 1rem;"
        "font:1rem/1.6 serif}del{color:#b3261e}ins{color:#1f7a3d;text-decoration:none;font-weight:600}"
        "small{font-family:sans-serif;opacity:.8}"
        "</style>\n<h1>Changes</h1>"
    )
    for line in found:
        label = ", ".join(kind.label for kind in line.change.alters)
        body = "".join(
            html.escape(p.before)
            if p.same
            else (f"<del>{html.escape(p.before)}</del>" if p.before else "")
            + (f"<ins>{html.escape(p.after)}</ins>" if p.after else "")
            for p in line.change.pieces
        )
        typer.echo(f"<p><small><b>{label}</b> {html.escape(line.name)}</small><br><bdi>{body}</bdi></p>")
