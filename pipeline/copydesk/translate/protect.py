"""What an engine must not touch: code, addresses, paths, terms and names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.data import Glossary, Inline, Pair, Protection, Span, Term, primary
from copydesk.text.terms import find_terms
from copydesk.text.variables import code_spans
from copydesk.translate.names import names

_ENDINGS = (
    "com|org|net|edu|gov|int|info|biz|es|fr|eu|uk|de|it|pt|cat|gal|eus|tv|io|ch|nl|pl|ar|mx|br|cl|pe|ca|ie|lu"
    "|app|dev|news|example|test"
)
_FILES = (
    "pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|txt|md|html?|xml|json|ya?ml|toml|ini|cfg|conf|log|zip|t?gz|tar|rar"
    "|7z|jpe?g|png|gif|svg|webp|tiff?|mp[34]|wav|ogg|mov|avi|mkv|webm|exe|dmg|iso|deb|py|js|css|sql|sh|bat|php"
    "|epub|srt|vtt"
)
_LABELS = r"\b(?<!\w-)[\w-]{1,255}(?:\.[\w-]{1,255}){0,20}\."
"""Words with points between, from their first on; the limits keep a long run of them cheap."""

_ADDRESSES = re.compile(
    r"(?P<url>(?:https?|ftp)://[^\s<>\"«»“”]+|www\.[^\s<>\"«»“”]+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<handle>(?<![\w@])@\w+)"
    r"|(?P<tag>(?<![\w#&])#\w*[^\W\d]\w*)"
    r"|(?P<path>(?<![\w:])[A-Za-z]:\\[^\s<>\"«»“”|?*]*|(?<![\w\\])\\\\[\w.-]+\\[^\s<>\"«»“”|?*]+"
    r"|(?<![\w/.:<~)])(?:(?:~|\.\.?)/[\w.+-]+|/[\w.+-]+/[\w.+-]+)(?:/[\w.+-]+)*/?)"
    rf"|(?P<file>{_LABELS}(?i:{_FILES})\b(?!\.?[\w/-]))"
    rf"|(?P<domain>{_LABELS}(?:(?:{_ENDINGS})\b(?:/\S*)?|[^\W\d_]{{2,}}/[\w~#?][^\s<>\"«»“”]*))"
)
_HINT = re.compile(r"[@#\\]|://|\.[^\W\d_]|/\w")
"""What every address holds; spares plain sentences the careful look."""

_CODE = frozenset({"code", "kbd", "samp", "pre", "var"})
_TRAILING = ".,;:!?)]'’"


def addresses(text: str) -> list[Protection]:
    """URLs, e-mail addresses, @handles, #tags, paths and file names, without the punctuation behind them."""
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
    text: str, pair: Pair, glossary: Glossary, *, inlines: Iterable[Inline] = (), by_shape: bool = True
) -> tuple[Protection, ...]:
    """The protected spans of ``text``, in order, none overlapping.

    Where two kinds meet, the first stays: what the markup keeps, what a program fills in, addresses, terms,
    names. ``by_shape`` also protects names that only their shape tells.
    """
    shaped = names(text, pair.source, pair.target) if by_shape else ()
    filled = [Protection(span, span.of(text), "variable") for span in code_spans(text)]
    return chosen(literals(text, pair, inlines), filled, addresses(text), terms(text, pair, glossary), shaped)


def literals(text: str, pair: Pair, inlines: Iterable[Inline]) -> list[Protection]:
    """What the markup says is not to be translated: code, ``translate="no"``, words in another language.

    A language that the markup gives to all of ``text`` says nothing here: the text's own was found before.
    """
    found = []
    for inline in inlines:
        surface = inline.span.of(text).strip()
        if surface and (_is_closed(inline) or (_is_foreign(inline, pair) and surface != text.strip())):
            start = text.index(surface, inline.span.start)
            found.append(Protection(Span(start, start + len(surface)), surface, "literal"))
    return found


def _is_closed(inline: Inline) -> bool:
    return inline.tag in _CODE or dict(inline.attributes).get("translate", "").lower() == "no"


def _is_foreign(inline: Inline, pair: Pair) -> bool:
    language = dict(inline.attributes).get("lang", "")
    return bool(language) and primary(language) != primary(pair.source)


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
