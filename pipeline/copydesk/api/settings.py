"""What the functions for programs take beside texts: settings, language tags, terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from copydesk.config.load import load
from copydesk.config.settings import Settings
from copydesk.data import Glossary, Term
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import language_tag

Terms: TypeAlias = Glossary | Sequence[tuple[str, str]]
"""A glossary, or pairs of a source term and its rendering."""


def settings_of(settings: Settings | None, **sections: dict[str, Any]) -> Settings:
    """``settings``, else those of the environment, with the values on top that are not None.

    Raises:
        ConfigError: a value is wrong.
    """
    given = {name: {k: v for k, v in values.items() if v is not None} for name, values in sections.items()}
    if settings is None:
        return load(file=None, flags=given)
    changed = {name: getattr(settings, name).model_copy(update=values) for name, values in given.items()}
    return settings.model_copy(update=changed)


def tag_of(text: str) -> str:
    """``text`` as a BCP 47 tag in its usual case.

    Raises:
        ConfigError: if it is none.
    """
    tag = language_tag(text)
    if tag is None:
        raise ConfigError(f"{text!r} is no language tag", remedy="Write it like es, fr or pt-BR")
    return tag


def glossary_of(terms: Terms) -> Glossary:
    """The glossary that ``terms`` are."""
    return terms if isinstance(terms, Glossary) else Glossary(tuple(Term(own, other) for own, other in terms))
