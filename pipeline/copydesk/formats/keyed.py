"""Texts of programs by their keys: JSON as i18next and others write it, ARB of Flutter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.errors import InputError
from copydesk.formats.language_tag import language_tag

_ABOUT = frozenset({"message", "description", "placeholders"})
_LANGUAGE = "@@locale"
PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The categories of the CLDR, which end the keys of i18next and differ between languages."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and the line on which its key stands, 0 if unknown."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Keyed:
    """The texts of one language by key; the keys of nested objects are joined by dots."""

    language: str | None
    entries: Mapping[str, Entry]


def read_keyed(data: bytes) -> Keyed:
    """The texts in a JSON object or ARB file, in order; keys that begin with @ say things about others.

    Raises:
        InputError: not UTF-8, no JSON, or no object; the line is named.
    """
    try:
        text = data.decode("utf-8-sig")
        content = json.loads(text)
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8", remedy="Convert it to UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"line {error.lineno}: no JSON ({error.msg})", remedy="Mend that line") from error
    except RecursionError as error:
        raise InputError("its objects are nested too deep", remedy="Check the file") from error
    if not isinstance(content, dict):
        raise InputError("it is no object of keys and texts", remedy="Check the file's type")
    lines = _Lines(text)
    language = content.get(_LANGUAGE)
    entries = {key: Entry(value, line) for key, value, line in _entries(content, "", lines)}
    return Keyed(language_tag(language) if isinstance(language, str) else None, entries)


class _Lines:
    """Finds the line of each key, as they come in order."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1

    def of(self, key: str) -> int:
        for written in (json.dumps(key, ensure_ascii=False), json.dumps(key)):
            if (found := self._text.find(written, self._at)) >= 0:
                self._line += self._text.count("\n", self._at, found)
                self._at = found
                return self._line
        return 0


def _entries(content: Any, path: str, lines: _Lines) -> Iterator[tuple[str, str, int]]:
    for key, value in content.items() if isinstance(content, dict) else enumerate(content):
        name = f"{path}.{key}" if path else str(key)
        if isinstance(key, str) and key.startswith("@"):
            continue
        line = lines.of(key) if isinstance(key, str) else lines.of(value) if isinstance(value, str) else 0
        if isinstance(value, str):
            yield name, value, line
        elif isinstance(value, dict) and isinstance(value.get("message"), str) and value.keys() <= _ABOUT:
            yield name, value["message"], line
        elif isinstance(value, dict | list):
            yield from _entries(value, name, lines)


def counterpart(key: str, others: Mapping[str, Entry]) -> str | None:
    """The key of ``others`` that says what ``key`` does: itself, or another plural of it."""
    if key in others:
        return key
    stem, _, category = key.rpartition("_")
    if category not in PLURALS:
        return None
    return next((name for form in reversed(PLURALS) if (name := f"{stem}_{form}") in others), None)
