"""The pages of this folder: each shows one trait of real pages, and a comment at its top says what is right.

``trait`` says in words what is special, ``headline`` is the headline to find, ``keep`` opens a text that is
part of the story, ``cut`` a text that is not. Pages and texts were written for the project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"^(trait|headline|keep|cut): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TraitPage:
    """A page and what is right about it."""

    name: str
    data: bytes
    trait: str
    headline: str
    keep: tuple[str, ...]
    cut: tuple[str, ...]


def trait_pages() -> tuple[TraitPage, ...]:
    """All pages of the folder, by name."""
    return tuple(_page(path) for path in sorted(Path(__file__).parent.glob("*.html")))


def _page(path: Path) -> TraitPage:
    data = path.read_bytes()
    found: dict[str, list[str]] = {"trait": [], "headline": [], "keep": [], "cut": []}
    for key, value in _LINE.findall(data.decode("utf-8").partition("-->")[0]):
        found[key].append(value)
    headline = "".join(found["headline"])
    return TraitPage(
        path.stem, data, "".join(found["trait"]), headline, tuple(found["keep"]), tuple(found["cut"])
    )
