"""Message catalogues of gettext (.po), read through polib."""

from __future__ import annotations

from dataclasses import dataclass

import polib

from copydesk.errors import InputError
from copydesk.formats.language_tag import language_tag

FUZZY = "fuzzy"
"""The state of a message that gettext does not use until somebody has looked at it."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation; each form of a plural is one. ``line`` is where its entry begins."""

    id: str
    source: str
    target: str
    line: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages in force; obsolete ones are left out. Languages are BCP 47, None where none is named."""

    source_language: str | None
    target_language: str | None
    messages: tuple[Message, ...]


def read_po(data: bytes) -> Catalogue:
    """The catalogue in ``data``. The first plural form belongs to the singular where there are several.

    Raises:
        InputError: it is not UTF-8, or no catalogue; the line is named.
    """
    try:
        text = data.decode("utf-8-sig")
        found = polib.pofile(text if "\n" in text else text + "\n")
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8", remedy="Convert it: msgconv --to-code=UTF-8") from error
    except (OSError, ValueError) as error:
        raise InputError(f"it is no message catalogue: {error}", remedy="Check it: msgfmt --check") from error
    messages = tuple(
        message
        for number, entry in enumerate(found, 1)
        if not entry.obsolete
        for message in _of(entry, number)
    )
    if not messages and "msgid" not in text:
        raise InputError("it is no message catalogue: it has no msgid", remedy="Check the file's type")
    about = found.metadata
    return Catalogue(
        language_tag(about.get("X-Source-Language")), language_tag(about.get("Language")), messages
    )


def _of(entry: polib.POEntry, number: int) -> list[Message]:
    state = FUZZY if entry.fuzzy else ""
    line = entry.linenum or 1
    if not entry.msgid_plural:
        return [Message(str(number), entry.msgid, entry.msgstr, line, state)]
    several = len(entry.msgstr_plural) > 1
    return [
        Message(
            f"{number}[{form}]",
            entry.msgid if several and not form else entry.msgid_plural,
            text,
            line,
            state,
        )
        for form, text in sorted(entry.msgstr_plural.items())
    ]
