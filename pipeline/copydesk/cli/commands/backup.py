"""``copydesk backup``: a copy of the store, while the desk is open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from copydesk.store.address import address
from copydesk.store.database import back_up, required


def backup(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must be new.")],
    store: Annotated[str, typer.Option(metavar="STORE", help="The store of `copydesk run`, a file.")],
) -> int:
    r"""Copy a store with all that was saved, also while a desk or a run works on it.

    A plain copy of the file alone lacks what still stands in its log (-wal). The store may be on a disk that
    cannot be written. For a store on PostgreSQL, use pg_dump.

    \b
    Examples:
      copydesk backup monday.sqlite --store out.copydesk.sqlite
      copydesk export --store monday.sqlite --out handover
    """
    back_up(required(address(store)), copy)
    typer.echo(f"{copy}: {copy.stat().st_size:,} bytes")
    return 0
