"""Stable, harmless file names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST = 60
_EMPTY = "article"
_APART = re.compile("[^a-z0-9]+")
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")


def slug(title: str) -> str:
    """``title`` as lower-case ASCII words joined by hyphens.

    At most 60 characters, cut between words where it can be; never empty, never with a hyphen at either
    end, never a name that Windows reserves. Same title, same slug.
    """
    folded = unicodedata.normalize("NFKD", title.casefold()).translate(_SPELLED)
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    words = _APART.sub("-", plain).strip("-")
    if len(words) > _LONGEST:
        whole, hyphen, _ = words[: _LONGEST + 1].rpartition("-")
        words = whole if hyphen and len(whole) > _LONGEST // 2 else words[:_LONGEST]
    if not words or _RESERVED.fullmatch(words):
        return f"{_EMPTY}-{words}".rstrip("-")
    return words


def edition_name(article_id: str, title: str) -> str:
    """The name of an article's folder: the slug of its title and 8 hexadecimal digits of its id's SHA-256.

    Titles change; keep the name of the first version.
    """
    digest = hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug(title)}-{digest[:8]}"
