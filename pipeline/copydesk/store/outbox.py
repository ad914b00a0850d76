"""Write files so that a reader never sees half of one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from copydesk.errors import PublishError

_TEMPORARY = re.compile(r"\A\..+\.\d+\.tmp\Z")


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, pieces: Iterable[bytes]) -> bool:
    """Write one file atomically; its pieces are streamed. See :func:`write_all`.

    Returns:
        False if the file already held exactly these bytes.
    """
    return bool(write_all([(path, pieces)]))


def write_all(files: Iterable[tuple[Path, Iterable[bytes]]]) -> tuple[Path, ...]:
    """Write files so that a reader sees each old or new: temporary file, fsync, rename, fsync of folders.

    They are renamed in the order given. Syncing many at once costs little more than syncing one. A file that
    already holds exactly its bytes is left alone, its times too.

    Returns:
        The files that changed.

    Raises:
        PublishError: the disk is full or a folder is not writable; no temporary file stays behind.
    """
    staged: list[tuple[Path, Path]] = []
    place = folder = Path()
    try:
        for place, pieces in files:
            temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
            if place.parent != folder:
                folder = place.parent
                folder.mkdir(parents=True, exist_ok=True)
            staged.append((temporary, place))
            if _holds(place, _fill(temporary, pieces)):
                temporary.unlink()
                staged.pop()
        for temporary, _ in staged:
            _sync(temporary, os.O_RDONLY)
        for temporary, place in staged:
            temporary.replace(place)
        for place in dict.fromkeys(path.parent for _, path in staged):
            _sync(place, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise PublishError(
            f"{place} cannot be written: {error.strerror}",
            remedy="Free disk space or choose another --out; then run the same command again",
        ) from error
    return tuple(path for _, path in staged)


def _fill(temporary: Path, pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with temporary.open("xb") as handle:
        for piece in pieces:
            digest.update(piece)
            handle.write(piece)
    return digest.hexdigest()


def in_place(root: Path, files: Mapping[str, str]) -> bool:
    """Whether every file of ``files`` (relative path to SHA-256) stands under ``root`` with that content."""
    return all(_holds(root / name, digest) for name, digest in files.items())


def remove_own(root: Path, files: Mapping[str, str]) -> None:
    """Delete the files that still hold what the desk once wrote; leave those that somebody changed."""
    for name, digest in files.items():
        if _holds(root / name, digest):
            (root / name).unlink()


def sweep(root: Path, patterns: Iterable[str]) -> None:
    """Remove temporary files that a killed run left behind where ``patterns`` (globs below root) match."""
    for pattern in patterns:
        for left in root.glob(pattern):
            if _TEMPORARY.search(left.name):
                left.unlink(missing_ok=True)


def _holds(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == digest
    except OSError:
        return False


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
