"""What the functions for programs take beside texts: settings, language tags, terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from copydesk.config.load import load
from copydesk.config.settings import Settings
from copydesk.data import Glossary, Term

Terms: TypeAlias = Glossary | Sequence[tuple[str, str]]
"""A glossary, or pairs of a source term and its rendering."""


def settings_of(settings: Settings | None, **sections: dict[str, Any]) -> Settings:
    """``settings``, else those of the environment, with the values on top that are not None.

    Raises:
        ConfigError: a value is wrong.
    """
    if settings is None:
        return load(file=None, flags=sections)
    changed = {
        name: getattr(settings, name).model_copy(update={k: v for k, v in values.items() if v is not None})
        for name, values in sections.items()
    }
    return settings.model_copy(update=changed)


def glossary_of(terms: Terms) -> Glossary:
    """The glossary that ``terms`` are."""
    return terms if isinstance(terms, Glossary) else Glossary(tuple(Term(own, other) for own, other in terms))
