"""All that the desk knows about a language, by BCP 47 tag."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from copydesk.data import primary
from copydesk.languages import cldr
from copydesk.languages.contract.furniture import FurnitureCues
from copydesk.languages.contract.labels import Labels
from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.names import Names
from copydesk.languages.contract.negation import Negation
from copydesk.languages.contract.numerals import Numerals
from copydesk.languages.contract.post_edit import PostEdit
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.segmentation import Segmentation
from copydesk.languages.contract.typography import Typography

KNOWN = ("ca", "de", "en", "es", "fr", "it", "pt")
"""Languages with a folder of facts on every page."""

CHECKED = ("ar", "eu", "gl", "ja", "nl", "pl", "ro", "sv", "uk", "zh")
"""Languages with the facts that the gate needs; all others have what the CLDR tells, or neutral ones."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one language: its BCP 47 primary tag, English and own name, and a page per concern."""

    code: str
    name: str
    own_name: str
    segmentation: Segmentation = field(default_factory=Segmentation)
    furniture: FurnitureCues = field(default_factory=FurnitureCues)
    numerals: Numerals = field(default_factory=Numerals)
    typography: Typography = field(default_factory=Typography)
    prose: Prose = field(default_factory=Prose)
    post_edit: PostEdit = field(default_factory=PostEdit)
    names: Names = field(default_factory=Names)
    labels: Labels = field(default_factory=Labels)
    negation: Negation = field(default_factory=Negation)
    meaning: Meaning = field(default_factory=Meaning)

    def knows(self, concern: str) -> bool:
        """Whether there are facts on ``concern``: the name of a page, or "words" for those of numbers."""
        if concern == "words":
            return bool(self.numerals.small)
        return bool(getattr(self, concern) != getattr(_NEUTRAL, concern))


_NEUTRAL = Facts("und", "und", "und")


@cache
def facts(language: str) -> Facts:
    """The facts of ``language`` (BCP 47); region and script subtags are ignored.

    Of a language without a folder there are its names and the numbers page that the CLDR gives; of a tag that
    is no language, neutral facts.
    """
    code = primary(language)
    if code not in KNOWN and code not in CHECKED:
        page = cldr.locale(code)
        names = (page.english_name or code, page.get_display_name() or code) if page else (code, code)
        return Facts(code, *names, numerals=cldr.numerals(code))
    found: Facts = importlib.import_module(f"copydesk.languages.{code}").FACTS
    return found


def extended(page: Numerals, **more: Any) -> Numerals:
    """``page`` with ``more``: tables are joined, what is new first; other fields are replaced."""
    joined: dict[str, Any] = {
        name: {**getattr(page, name), **value} if isinstance(value, Mapping) else value
        for name, value in more.items()
    }
    return replace(page, **joined)
