"""Write files so that a reader never sees half of one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from copydesk.errors import CopydeskError, PublishError

_TEMPORARY = re.compile(r"\A\..+\.\d+\.tmp\Z")
_SYNCED_AT_ONCE = 8


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

    They are renamed in the order given. Several are synced at once, which costs little more than one. A file
    that already holds exactly its bytes is left alone, its times too.

    Returns:
        The files that changed.

    Raises:
        PublishError: the disk is full or a folder is not writable; no temporary file stays behind, nor does
            one if the pieces themselves raise a CopydeskError.
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
            _fill(temporary, pieces)
            if _alike(temporary, place):
                temporary.unlink()
                staged.pop()
        _sync([temporary for temporary, _ in staged], os.O_RDONLY)
        for temporary, place in staged:
            temporary.replace(place)
        _sync(list(dict.fromkeys(path.parent for _, path in staged)), os.O_RDONLY | os.O_DIRECTORY)
    except (CopydeskError, KeyboardInterrupt):  # what gives the pieces failed or was stopped
        _drop(staged)
        raise
    except OSError as error:
        _drop(staged)
        raise PublishError(
            f"{place} cannot be written: {error.strerror}",
            remedy="Free disk space or choose another --out; then run the same command again",
        ) from error
    return tuple(path for _, path in staged)


def _drop(staged: Iterable[tuple[Path, Path]]) -> None:
    for temporary, _ in staged:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _fill(temporary: Path, pieces: Iterable[bytes]) -> None:
    with temporary.open("xb") as handle:
        for piece in pieces:
            handle.write(piece)


def _alike(temporary: Path, place: Path) -> bool:
    """Whether ``place`` is a file that holds the same bytes already."""
    try:
        if place.stat().st_size != temporary.stat().st_size:
            return False
    except OSError:
        return False
    return _holds(place, _digest(temporary))


def in_place(root: Path, files: Mapping[str, str]) -> bool:
    """Whether every file of ``files`` (relative path to SHA-256) stands under ``root`` with that content."""
    return all(_holds(root / name, digest) for name, digest in files.items())


def remove_own(root: Path, files: Mapping[str, str]) -> None:
    """Delete the files that still hold what the desk once wrote, and the folders that this empties.

    Those that somebody changed stay.
    """
    for name, digest in files.items():
        if _holds(root / name, digest):
            (root / name).unlink()
            for folder in (root / parent for parent in Path(name).parents[:-1]):
                with contextlib.suppress(OSError):  # it holds more
                    folder.rmdir()


def sweep(root: Path, patterns: Iterable[str]) -> None:
    """Remove temporary files that a killed run left behind where ``patterns`` (globs below root) match."""
    for pattern in patterns:
        for left in root.glob(pattern):
            if _TEMPORARY.search(left.name):
                left.unlink(missing_ok=True)


def _holds(path: Path, digest: str) -> bool:
    try:
        return _digest(path) == digest
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _sync(paths: Sequence[Path], flags: int) -> None:
    """Bring ``paths`` to the disk; the file system writes its journal once for those that wait together."""
    shares = [paths[n::_SYNCED_AT_ONCE] for n in range(min(len(paths), _SYNCED_AT_ONCE))]
    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as threads:
        for _ in threads.map(lambda share: _sync_each(share, flags), shares):
            pass


def _sync_each(paths: Iterable[Path], flags: int) -> None:
    for path in paths:
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
