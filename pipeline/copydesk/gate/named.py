"""The languages that names of files and folders tell."""

from __future__ import annotations

import re
from pathlib import PurePath

from copydesk.data import Pair, primary
from copydesk.formats.language_tag import language_tag
from copydesk.languages import CHECKED, KNOWN

_LANGUAGES = frozenset({*KNOWN, *CHECKED})
_TAG = re.compile(r"(?:^|[._])([a-zA-Z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}|[0-9]{3}))*)$")


def named_language(path: PurePath) -> str | None:
    """The language of ``news.es.txt``, ``news.es``, ``app_pt_BR.arb``, ``es.json`` or ``es/news.txt``.

    The end of the name comes first; a folder counts where the name says nothing, the nearest first. Only
    languages that the desk has facts about are believed, since many a suffix looks like a language.
    """
    return _found(path)[0]


def without_language(path: PurePath) -> str:
    """The path without the language that it names: alike for all versions of one text."""
    return _found(path)[1]


def _found(path: PurePath) -> tuple[str | None, str]:
    suffix = path.suffix.removeprefix(".")
    if tag := _known(suffix):
        return tag, str(path.with_suffix(""))
    if (match := _TAG.search(path.stem)) and (tag := _known(match[1])):
        return tag, str(path.with_name(path.stem[: match.start()] + path.suffix))
    parts = path.parts
    for at in range(len(parts) - 2, max(len(parts) - 4, -1), -1):
        if tag := _known(parts[at]):
            return tag, str(PurePath(*parts[:at], "*", *parts[at + 1 :]))
    return None, str(path)


def named_pair(path: PurePath) -> Pair | None:
    """The pair of ``news.es-fr.tsv``, ``news.en-pt-BR.csv`` or ``es-fr/news.tsv``, source first."""
    for part in (re.split(r"[._]", path.stem)[-1], path.parent.name):
        pieces = part.split("-")
        for cut in range(1, len(pieces)):
            own, other = _known("-".join(pieces[:cut])), _known("-".join(pieces[cut:]))
            if own and other:
                return Pair(own, other)
    return None


def _known(text: str) -> str | None:
    tag = language_tag(text)
    return tag if tag and primary(tag) in _LANGUAGES else None
