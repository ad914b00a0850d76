"""Files and their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from copydesk.models.card import FileHash


def hashes(folder: Path) -> tuple[FileHash, ...]:
    """Every file below ``folder`` but cards, sorted by path."""
    return tuple(
        of_file(path, path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "card.toml"
    )


def of_file(path: Path, name: str) -> FileHash:
    """What ``path`` holds, under the name ``name``."""
    return FileHash(path=name, sha256=sha256(path), size=path.stat().st_size)


def differences(folder: Path, files: Sequence[FileHash]) -> tuple[str, ...]:
    """What is wrong with ``files`` in ``folder``, one sentence each; empty if all are as they must be."""
    found = []
    for file in files:
        path = folder / file.path
        if not path.is_file():
            found.append(f"{file.path} is missing")
        elif path.stat().st_size != file.size:
            found.append(f"{file.path} has {path.stat().st_size} bytes, its card says {file.size}")
        elif (actual := sha256(path)) != file.sha256:
            found.append(f"{file.path} has SHA-256 {actual}, its card says {file.sha256}")
    return tuple(found)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
