"""The numbered scripts that make a store's tables, in each database's own words."""

from __future__ import annotations

import importlib.resources

from copydesk.errors import StoreError

APPLICATION_ID = 0x63647368
""" "cdsh": tells our files and locks from those of other programs."""


def scripts(database: str) -> list[str]:
    """The scripts for ``database`` ("sqlite" or "postgresql"), in order; their number is the version."""
    folder = importlib.resources.files("copydesk.store") / "migrations" / database
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def require_known(version: int, known: int, place: object) -> None:
    """Make sure that the store at ``place`` is not newer than this program.

    Raises:
        StoreError: it is.
    """
    if version > known:
        raise StoreError(
            f"{place} was written by a newer copydesk (store {version}, this one knows {known})",
            remedy="Upgrade copydesk, or name another store with --store",
        )
