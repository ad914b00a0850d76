"""Paths as code hosts know them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from copydesk.gate.changed import repository


@lru_cache(maxsize=4096)
def repository_path(path: str) -> str:
    """``path`` from the root of the repository that it stands in, wherever the command was called.

    Outside of one it is told from the working folder, and stays as it is where it is not below that.
    """
    place = Path(path).resolve()
    root = repository(place.parent) or Path.cwd()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else path
