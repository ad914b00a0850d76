"""TBX: TermBase eXchange, ISO 30042:2008 (``<martif>``) and 30042:2019 (``<tbx>``)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from lxml import etree

from copydesk.data import Pair, Term
from copydesk.errors import InputError
from copydesk.formats import xml

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_BEST = frozenset({"preferredTerm", "preferred", "preferredTerm-admn-sts"})
_BAD = frozenset({"deprecatedTerm", "supersededTerm", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"})


def read_tbx(data: bytes, *, name: str) -> list[Term]:
    """The terms of every concept, in each direction between its languages.

    All terms of a language lead to the other's preferred term, or to its first that is neither deprecated
    nor superseded. A DOCTYPE is skipped; entities are never resolved.

    Raises:
        InputError: no well-formed TBX, or a language section without ``xml:lang`` (the line is named).
    """
    root = _parse(data, name)
    if _local(root) not in ("martif", "tbx"):
        raise InputError(f"{name}: <{_local(root)}> is no TBX", remedy="Give a TBX or a TSV file")
    return [term for entry in root.iter() if _local(entry) in _CONCEPTS for term in _concept(entry, name)]


def _parse(data: bytes, name: str) -> etree._Element:
    try:
        return xml.parse(data, doctype="skip")
    except InputError as error:
        raise InputError(f"{name}: {error.message}", remedy=error.remedy) from error


def _concept(entry: etree._Element, name: str) -> Iterator[Term]:
    terms: dict[str, list[tuple[str, str]]] = {}
    for section in entry.iter():
        if _local(section) not in _LANGUAGES:
            continue
        language = section.get(_LANG) or section.get("lang")
        if not language:
            raise InputError(
                f"{name}, line {section.sourceline}: <{_local(section)}> without xml:lang",
                remedy="Name the language of the terms",
            )
        terms.setdefault(language, []).extend(_terms(section))
    for source, target in permutations(terms, 2):
        best = _best(terms[target])
        for text, _ in terms[source]:
            if best:
                yield Term(text, best, Pair(source, target))


def _terms(section: etree._Element) -> Iterator[tuple[str, str]]:
    """The terms of a language section, each with its administrative status."""
    for element in section.iter():
        text = " ".join(xml.content(element).split()) if _local(element) == "term" else ""
        if not text:
            continue
        parent = element.getparent()
        around = parent.getparent() if parent is not None and _local(parent) == "termGrp" else parent
        status = next(
            (
                (note.text or "").strip()
                for note in (around.iter() if around is not None else ())
                if _local(note) in ("termNote", "administrativeStatus")
                and note.get("type", "administrativeStatus") == "administrativeStatus"
            ),
            "",
        )
        yield text, status


def _best(terms: list[tuple[str, str]]) -> str:
    usable = [(text, status) for text, status in terms if status not in _BAD]
    preferred = [text for text, status in usable if status in _BEST]
    return next(iter(preferred or [text for text, _ in usable]), "")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
