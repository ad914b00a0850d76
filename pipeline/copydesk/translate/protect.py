"""What an engine must not touch: addresses, handles, terms and names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.data import Glossary, Pair, Protection, Span, Term
from copydesk.text.terms import find_terms
from copydesk.translate.names import names

_ADDRESSES = re.compile(
    r"(?P<url>(?:https?|ftp)://[^\s<>\"«»“”]+|www\.[^\s<>\"«»“”]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<handle>(?<![\w@])@\w+)"
    r"|(?P<tag>(?<![\w#&])#\w*[^\W\d]\w*)"
    r"|(?P<domain>\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|es|fr|eu|uk|de|it|pt|cat|tv|io)\b(?:/\S*)?)"
)
_HINT = re.compile(r"[@#]|://|\.[^\W\d_]")
"""What every address holds; spares plain sentences the careful look."""

_TRAILING = ".,;:!?)]'’"


def addresses(text: str) -> list[Protection]:
    """URLs, e-mail addresses, @handles and #tags, without the punctuation that follows them."""
    if not _HINT.search(text):
        return []
    found = []
    for match in _ADDRESSES.finditer(text):
        surface = match.group().rstrip(_TRAILING)
        if surface:
            span = Span(match.start(), match.start() + len(surface))
            kind = "url" if match.lastgroup == "domain" else match.lastgroup or "url"
            found.append(Protection(span, surface, kind))
    return found


def protections(
    text: str, pair: Pair, glossary: Glossary, *, by_shape: bool = True
) -> tuple[Protection, ...]:
    """The protected spans of ``text``, in order, none overlapping: addresses, then terms, then names.

    ``by_shape`` also protects names that only their shape tells.
    """
    shaped = names(text, pair.source, pair.target) if by_shape else ()
    return chosen(addresses(text), terms(text, pair, glossary), shaped)


def terms(text: str, pair: Pair, glossary: Glossary) -> list[Protection]:
    """The glossary's terms in ``text``, as they are to be written; no plurals, whose form nobody has given.

    The target of a term in small letters has a capital where the source has one.
    """
    found = find_terms(text, glossary, pair)
    return [
        Protection(span, _written(span.of(text), term), "term")
        for span, term in found
        if len(span) == len(term.source)
    ]


def _written(surface: str, term: Term) -> str:
    if term.kept:
        return surface
    if surface[:1].isupper() and term.source[:1].islower():
        return term.target[:1].upper() + term.target[1:]
    return term.target


def chosen(*layers: Iterable[Protection]) -> tuple[Protection, ...]:
    """The protections of all layers; where two overlap, that of the earlier layer, then the longer, stays."""
    kept: list[Protection] = []
    for layer in layers:
        for protection in sorted(layer, key=lambda p: (-len(p.span), p.span)):
            if len(protection.span) and not any(protection.span.overlaps(other.span) for other in kept):
                kept.append(protection)
    return tuple(sorted(kept, key=lambda p: p.span))
