"""BCP 47 tags as detectors see them."""

from __future__ import annotations

from copydesk.data import primary
from copydesk.languages import facts


def configured(hint: str | None, languages: tuple[str, ...]) -> str | None:
    """The configured tag a page's hint stands for: "fr" for "fr-CA"; None where none is meant."""
    if not hint:
        return None
    return next((tag for tag in languages if primary(tag) == primary(hint)), None)


def name_of(tag: str | None) -> str:
    """How a message names a language: "Spanish", or the tag itself where the desk has no facts."""
    return "no language" if tag is None else facts(tag).name
