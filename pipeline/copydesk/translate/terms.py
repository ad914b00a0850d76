"""Glossary terms in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.data import Glossary, Pair, Protection, Span, Term


def matches(text: str, pair: Pair, glossary: Glossary) -> list[Protection]:
    """Whole-word matches of the terms in force for ``pair``; longer terms win.

    Raises nothing: a glossary is checked where it is read. At the start of a sentence a term's lower-case
    first letter also matches a capital, and its target is capitalised likewise.
    """
    if not glossary.terms:
        return []
    pattern, terms = _compiled(glossary, pair)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(text):
        term = terms.get(match.group()) or terms.get(match.group().casefold())
        if term is not None:
            found.append(
                Protection(
                    Span(*match.span()), match.group() if term.kept else _cased(match.group(), term), "term"
                )
            )
    return found


@lru_cache(maxsize=64)
def _compiled(glossary: Glossary, pair: Pair) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    chosen = [t for t in glossary.terms if t.source and (t.pair is None or t.pair == pair)]
    table: dict[str, Term] = {}
    sources: list[str] = []
    for term in chosen:
        source = re.escape(term.source)
        if term.case_sensitive:
            sources.append(source)
            table.setdefault(term.source, term)
        else:
            sources.append(f"(?i:{source})")
            table.setdefault(term.source.casefold(), term)
    if not sources:
        return None, {}
    sources.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)"), table


def _cased(surface: str, term: Term) -> str:
    if surface[:1].isupper() and term.source[:1].islower():
        return term.target[:1].upper() + term.target[1:]
    return term.target
