"""JSON bytes to an object, whatever they hold."""

from __future__ import annotations

import json
from typing import Any

from copydesk.errors import InputError
from copydesk.ingest.base import Raw
from copydesk.ingest.decode import decode


def json_object(raw: Raw) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The JSON object in ``raw`` and notes on its charset.

    Raises:
        InputError: if the bytes are no JSON (with line and column) or the JSON is no object.
    """
    decoded = decode(raw.data, raw.uri)
    if not decoded.text.strip():
        raise InputError(
            f"{raw.uri}: it holds no text", remedy="Remove it from the input, or mend its export"
        )
    try:
        found = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{raw.uri}: no JSON at line {error.lineno}, column {error.colno} ({error.msg})",
            remedy="Mend the file, or name it by its real format",
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(
            f"{raw.uri}: its JSON nests too deep or holds an endless number", remedy="Mend the file"
        ) from error
    if not isinstance(found, dict):
        raise InputError(
            f"{raw.uri}: it holds a JSON {_NAMES.get(type(found), 'value')}, not an object",
            remedy="Give one article as one object; many go into a .jsonl file, one a line",
        )
    return found, (decoded.note,)


_NAMES = {list: "array", str: "string", int: "number", float: "number", bool: "truth value"}
