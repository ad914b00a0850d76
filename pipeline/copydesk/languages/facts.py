"""All that the desk knows about a language, by BCP 47 tag."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from functools import cache

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
"""Languages with a folder of facts; others fall back to neutral ones."""


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


@cache
def facts(language: str) -> Facts:
    """The facts of ``language`` (BCP 47); region and script subtags are ignored, unknown tags are neutral."""
    code = language.split("-")[0].lower()
    if code not in KNOWN:
        return Facts(code, code, code)
    found: Facts = importlib.import_module(f"copydesk.languages.{code}").FACTS
    return found
