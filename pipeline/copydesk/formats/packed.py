"""XLIFF in a zip: .xlz of many tools, .mqxlz of memoQ."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from copydesk.errors import InputError

_INSIDE = frozenset({".xlf", ".xliff", ".mqxliff", ".sdlxliff"})
_MOST = 256 * 1024 * 1024


def unpack_xliff(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The XLIFF documents of a package by their names inside, in order; nothing is written to disk.

    Raises:
        InputError: it is no zip, is encrypted, holds no XLIFF, or its documents unpack to more than 256 MiB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            inside = [i for i in package.infolist() if PurePosixPath(i.filename).suffix.lower() in _INSIDE]
            if sum(info.file_size for info in inside) > _MOST:
                raise InputError("it unpacks to more than 256 MiB", remedy="Split the package")
            found = tuple((info.filename, package.read(info)) for info in sorted(inside, key=_name))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError(f"it is no sound package ({error})", remedy="Export the package again") from error
    if not found:
        raise InputError("the package holds no XLIFF", remedy="Check what it was exported as")
    return found


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename
