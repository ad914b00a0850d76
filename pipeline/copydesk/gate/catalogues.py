"""Texts of programs as pairs: gettext catalogues, JSON and ARB by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.data import Bitext, Means, Pair
from copydesk.errors import InputError
from copydesk.formats.keyed import counterpart, read_keyed
from copydesk.formats.po import read_po
from copydesk.gate.exchanges import content_of
from copydesk.gate.located import Gap, Located, Place

_MESSAGES = "en"  # what msgids are where nothing else is said, by the manual of gettext


def po_pairs(path: Path, shown: str, *, source: str | None, target: str | None) -> Iterator[Located | Gap]:
    """The messages of a catalogue; one without a translation is a Gap, a fuzzy one has that state.

    The languages given come before those that the file names; msgids are English where neither says.
    """
    catalogue = read_po(content_of(path))
    language = target or catalogue.target_language
    if language is None:
        raise InputError("it names no target language", remedy="Give --target-language, or write Language:")
    pair = Pair(source or catalogue.source_language or _MESSAGES, language)
    for number, message in enumerate(catalogue.messages, start=1):
        place = Place(shown, message.line, exact=False)
        if not message.target:
            yield _untranslated(place, shown, f"message {message.source[:60]!r}")
            continue
        bitext = Bitext(
            message.source,
            message.target,
            pair,
            id=message.id,
            means=Means.MACHINE,
            state=message.state,
        )
        yield Located(bitext, place, place, shown, number)


Told = tuple[str | None, str | None]
"""The language of a side: as it was given, and as its name tells it."""


def keyed_pairs(source: Path, target: Path, *, own: Told, other: Told) -> Iterator[Located | Gap]:
    """The texts of two files by their keys; a key that one side lacks is a Gap.

    Plurals have the categories of their language: one is compared with another where it has no like. What
    a file says of its language comes after what was given and before its name.
    """
    first, second = (read_keyed(content_of(path)) for path in (source, target))
    languages = [told[0] or side.language or told[1] for told, side in ((own, first), (other, second))]
    if languages[0] is None or languages[1] is None:
        raise InputError("its language is unknown", remedy="Give --source-language and --target-language")
    pair, shown = Pair(languages[0], languages[1]), str(target)
    for key, entry in first.entries.items():
        if counterpart(key, second.entries) is None and entry.text:
            yield _untranslated(Place(shown), shown, f"key {key} of {source}")
    for number, (key, entry) in enumerate(second.entries.items(), start=1):
        place = Place(shown, entry.line, exact=False)
        like = counterpart(key, first.entries)
        if like is None:
            error = InputError(f"{place}: key {key} is not in {source}", remedy="Remove it, or add it there")
            yield Gap(place, shown, error)
            continue
        said = first.entries[like]
        bitext = Bitext(said.text, entry.text, pair, id=key, means=Means.MACHINE)
        yield Located(bitext, Place(str(source), said.line, exact=False), place, shown, number)


def _untranslated(place: Place, shown: str, what: str) -> Gap:
    return Gap(place, shown, InputError(f"{place}: {what} is not translated", remedy="Translate it"))
