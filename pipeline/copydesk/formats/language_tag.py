"""BCP 47 tags as pages, records and people write them."""

from __future__ import annotations

import re

import langcodes

from copydesk.errors import ConfigError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$")


def language_tag(text: str | None) -> str | None:
    """``text`` as a BCP 47 tag in its usual case; None if it is not one.

    "es_mx" gives "es-MX", "fr_FR.UTF-8" gives "fr-FR"; where ISO 639 has a code of two letters it is taken
    for that of three ("spa", "fra" and "fre" give "es" and "fr").
    """
    text = (text or "").split(".")[0].strip()
    if not _TAG.match(text):
        return None
    language, *others = re.split("[-_]", text)
    if len(language) == 3:
        language = langcodes.standardize_tag(language, macro=False)
    return "-".join([language.lower(), *(_cased(part) for part in others)])


def required_tag(text: str, told: str = "") -> str:
    """``text`` as a BCP 47 tag in its usual case; ``told`` says where it was told, such as an option's name.

    Raises:
        ConfigError: if it is none.
    """
    tag = language_tag(text)
    if tag is None:
        raise ConfigError(
            f"{told} {text!r} is no language tag".lstrip(), remedy="Write it like es, fr or pt-BR"
        )
    return tag


def _cased(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
