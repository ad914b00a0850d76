"""Bytes of a file as they were before compression, and back; zstandard is asked for only where needed."""

from __future__ import annotations

import contextlib
import gzip
import importlib
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from copydesk.errors import InputError, PluginError

EXTRA = "pip install 'copydesk[corpus]'"
BLOCK = 1 << 20
"""Bytes that are read at once."""

LONGEST = 16 * BLOCK
"""A longer line is passed on as it is."""

_GZIP = 31  # zlib's window bits for a gzip header


def extra(module: str, path: Path) -> Any:
    """The optional ``module``.

    Raises:
        PluginError: if it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise PluginError(
            f"{path} needs {module.partition('.')[0]}, which is not installed", remedy=EXTRA
        ) from error


@contextlib.contextmanager
def opened(path: Path, compression: str) -> Iterator[IO[bytes]]:
    """``path`` for reading, decompressed.

    Raises:
        InputError: what is read turns out damaged, or the file cannot be read.
        PluginError: a package for this compression is missing.
    """
    broken: tuple[type[Exception], ...] = (EOFError, zlib.error)
    zstd = extra("zstandard", path) if compression == ".zst" else None
    if zstd is not None:
        broken = (*broken, zstd.ZstdError)
    try:
        with contextlib.ExitStack() as stack:
            raw = stack.enter_context(path.open("rb"))
            if compression == ".gz":
                yield cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=raw)))
            elif zstd is not None:
                yield stack.enter_context(zstd.ZstdDecompressor().stream_reader(raw, read_across_frames=True))
            else:
                yield raw
    except gzip.BadGzipFile as error:
        raise InputError(f"{path} is no sound gzip file ({error})", remedy="Fetch it again") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", remedy="Check the file") from error
    except broken as error:
        raise InputError(f"{path} is damaged or cut off ({error})", remedy="Fetch it again") from error


def blocks(handle: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The bytes in pieces of about a megabyte that end where a line ends, and whether to look into them.

    A line of more than 16 MB comes in several pieces that are not looked into.
    """
    rest = b""
    long = False
    while piece := handle.read(BLOCK):
        cut = piece.rfind(b"\n") + 1
        if not cut:
            rest += piece
            if len(rest) > LONGEST:
                yield rest, False
                rest, long = b"", True
            continue
        if long:
            first = piece.find(b"\n") + 1
            yield rest + piece[:first], False
            rest, long = b"", False
            piece, cut = piece[first:], cut - first
        if cut:
            yield rest + piece[:cut], True
            rest = b""
        rest += piece[cut:]
    if rest:
        yield rest, not long


def packed(pieces: Iterable[bytes], compression: str, path: Path) -> Iterator[bytes]:
    """``pieces``, compressed as the file ``path`` is."""
    if not compression:
        yield from pieces
        return
    if compression == ".gz":
        packer: Any = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    else:
        packer = extra("zstandard", path).ZstdCompressor().compressobj()
    for piece in pieces:
        if out := packer.compress(piece):
            yield out
    yield packer.flush()
