"""An edition that the desk published, as pairs of texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from copydesk.errors import InputError
from copydesk.gate.exchanges import content_of, xliff_pairs
from copydesk.gate.located import Gap, Located, Place

_XLIFF = ("article.xlf", "article.12.xlf")


def edition_pairs(manifest: Path, shown: str) -> Iterator[Located | Gap]:
    """The segments of the edition whose manifest the desk left; a Gap where files are missing or changed."""
    place = Path(shown)
    try:
        yield from _edition(manifest, place)
    except InputError as error:
        yield Gap(Place(str(place)), str(place.parent), error)


def _edition(manifest: Path, place: Path) -> Iterator[Located | Gap]:
    record = _manifest(manifest, place)
    for name, digest in sorted(record["files"].items()):
        path = manifest.parent / name
        if not path.is_file() or hashlib.sha256(content_of(path)).hexdigest() != digest:
            raise InputError(
                f"{place.parent / name} is missing or was changed after it was published",
                remedy="Run the same `copydesk run` again",
            )
    name = next((name for name in _XLIFF if name in record["files"]), None)
    if name is None:
        if record.get("segments"):
            raise InputError(
                f"{place.parent} has no XLIFF file to check", remedy='Publish "xliff2" too (publish.formats)'
            )
        return
    yield from xliff_pairs(manifest.parent / name, str(place.parent / name), None)


def _manifest(path: Path, place: Path) -> Mapping[str, Any]:
    try:
        record = json.loads(content_of(path))
    except ValueError as error:
        raise InputError(f"{place} is no JSON", remedy="Run the same `copydesk run` again") from error
    if not isinstance(record, dict) or not isinstance(record.get("files"), dict):
        raise InputError(f"{place} is no manifest of the desk", remedy="Check the folder")
    return record
