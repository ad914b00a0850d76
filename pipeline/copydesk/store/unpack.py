"""Bytes of one opened input: gzip undone, with limits on size and ratio, containers cut into records."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from copydesk.errors import InputError
from copydesk.ingest.options import IngestOptions

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_MARK = b"\xef\xbb\xbf"


class Source:
    """The content of a stream, unpacked if it is gzip (told by its first bytes), within limits.

    Every method raises InputError, naming ``uri``, if the content is too big, unpacks to suspiciously much,
    or is a damaged gzip; OSError if the system cannot read it.
    """

    def __init__(self, stream: BinaryIO, uri: str, options: IngestOptions) -> None:
        self._uri = uri
        self._options = options
        self._counter = _Counter(stream)
        packed = io.BufferedReader(self._counter)
        self._is_packed = packed.peek(2)[:2] == _GZIP
        reader = gzip.GzipFile(fileobj=cast("BinaryIO", packed)) if self._is_packed else packed
        self._reader = cast("io.BufferedReader", reader)
        self._given = 0

    def head(self) -> bytes:
        """The first bytes, up to a few thousand, left in place."""
        try:
            return self._reader.peek(4096)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise self._damaged(error) from error

    def all(self) -> bytes:
        """The whole content."""
        pieces = []
        while piece := self._take(_CHUNK, line=False):
            pieces.append(piece)
            if self._given > self._options.max_bytes:
                raise self._too_big(self._uri)
        return b"".join(pieces)

    def records(self) -> Iterator[tuple[int, bytes | InputError]]:
        """Each line that is not blank, with its number from 1; an oversized one as the error it is."""
        number = 0
        limit = self._options.max_bytes
        while line := self._take(limit + 1, line=True):
            number += 1
            if number == 1:
                line = line.removeprefix(_MARK)
            if len(line) > limit and not line.endswith(b"\n"):
                while (rest := self._take(_CHUNK, line=True)) and not rest.endswith(b"\n"):
                    pass
                yield number, self._too_big(f"{self._uri}#{number}")
            elif line.strip():
                yield number, line.rstrip(b"\r\n")

    def _take(self, size: int, *, line: bool) -> bytes:
        try:
            data = self._reader.readline(size) if line else self._reader.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise self._damaged(error) from error
        self._given += len(data)
        allowed = max(_CHUNK, self._counter.count * self._options.max_ratio)
        if self._is_packed and self._given > allowed:
            raise InputError(
                f"{self._uri}: it unpacks to more than {self._options.max_ratio} times its size",
                remedy="If it is not a gzip bomb, unpack it yourself or raise ingest.max_ratio",
            )
        return data

    def _damaged(self, error: Exception) -> InputError:
        what = "is cut off" if isinstance(error, EOFError) else "is damaged"
        return InputError(f"{self._uri}: the gzip data {what}", remedy="Fetch or pack the file again")

    def _too_big(self, uri: str) -> InputError:
        size = self._options.max_bytes
        shown = f"{size // (1 << 20)} MiB" if size >= 1 << 20 else f"{size} bytes"
        return InputError(f"{uri}: it is larger than {shown}", remedy="Split it, or raise ingest.max_bytes")


class _Counter(io.RawIOBase):
    """Passes a stream on and counts what was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)
