"""Write files so that a reader never sees half of one."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from copydesk.errors import PublishError


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, pieces: Iterable[bytes]) -> bool:
    """Write ``path`` atomically: temporary file beside it, fsync, rename, fsync of the folder.

    Returns:
        False if the file already held exactly these bytes; then it is left alone, its times too.

    Raises:
        PublishError: the disk is full, the folder is not writable, or the path leads elsewhere.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with temporary.open("xb") as handle:
            for piece in pieces:
                digest.update(piece)
                handle.write(piece)
            if _holds(path, digest.hexdigest()):
                temporary.unlink()
                return False
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PublishError(
            f"{path} cannot be written: {error.strerror}",
            remedy="Free disk space or choose another --out; then run the same command again",
        ) from error
    return True


def in_place(root: Path, files: Mapping[str, str]) -> bool:
    """Whether every file of ``files`` (relative path to SHA-256) stands under ``root`` with that content."""
    return all(_holds(root / name, digest) for name, digest in files.items())


def remove_own(root: Path, files: Mapping[str, str]) -> None:
    """Delete the files that still hold what the desk once wrote; leave those that somebody changed."""
    for name, digest in files.items():
        if _holds(root / name, digest):
            (root / name).unlink()


def sweep(root: Path) -> None:
    """Remove temporary files that a killed run left behind."""
    for left in root.rglob(".*.tmp"):
        left.unlink(missing_ok=True)


def _holds(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == digest
    except OSError:
        return False


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
