"""The few words that a published page says itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of a published page, in the page's language; neutral defaults are English.

    ``machine``, ``mixed`` and ``human`` say how the translation was made; ``{language}`` in them is the
    original's language, from ``languages`` (primary tag to name, in the form that fits the sentences).
    ``original`` is the text of the link to the original, ``related`` heads links to other articles,
    ``versions`` the links to other languages. ``unreviewed`` stands on a page with ``{count}`` errors that
    nobody has looked at.
    """

    machine: str = "Machine translation of an original in {language}."
    mixed: str = "Machine translation of an original in {language}, revised in part by an editor."
    human: str = "Translation of an original in {language}, revised by an editor."
    original: str = "Read the original"
    related: str = "Related"
    versions: str = "In other languages"
    unreviewed: str = "Translation not reviewed. Errors reported: {count}."
    languages: Mapping[str, str] = field(default_factory=dict)
