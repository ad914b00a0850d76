"""What a page tells its readers about itself, as their language says it."""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_time

from copydesk.data import BlockRole
from copydesk.publish.story import Story

_LONGEST = 200


def said_date(stamp: str, language: str) -> str:
    """An ISO 8601 date as the language writes it, with its time if it has one; what is none as it is."""
    locale = _locale(language)
    if locale is None:
        return stamp[:10]
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp[:10]
    if "T" not in stamp:
        return str(format_date(date(when.year, when.month, when.day), "long", locale=locale))
    day = format_date(when, "long", locale=locale)
    clock = format_time(when, "short", locale=locale)
    return f"{day}, {clock}"


def locale_of(language: str) -> str:
    """The language with its likeliest country, as Open Graph wants it: ``fr_FR``."""
    locale = _locale(language)
    if locale is None:
        return language.replace("-", "_")
    if locale.territory:
        return f"{locale.language}_{locale.territory}"
    likely = str(get_global("likely_subtags").get(locale.language, locale.language))
    return f"{locale.language}_{likely.rpartition('_')[2]}" if "_" in likely else locale.language


def description(story: Story) -> str:
    """The story's own description, else how its first paragraph begins, cut between words."""
    text = story.description or next((b.text for b in story.blocks if b.role is BlockRole.PARAGRAPH), "")
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[: line.rfind(' ', 0, _LONGEST)].rstrip(' ,;:–-')}…"


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
