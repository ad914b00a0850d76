"""Glossaries: TSV tables and TBX files to terms."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from copydesk.data import Glossary, Pair, Term, primary
from copydesk.errors import InputError
from copydesk.formats.tbx import read_tbx
from copydesk.languages import KNOWN

KEPT = "-"
"""What stands in the target column of a term that is not to be translated."""

_COLUMNS = ("source", "target", "pair", "case")
_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
_PAIR = re.compile(rf"({_LANGUAGE})\s*>\s*({_LANGUAGE})|([A-Za-z]{{2,3}})-([A-Za-z]{{2,3}})")
_YES, _NO = frozenset({"yes", "true", "1", "x", "case"}), frozenset({"", "no", "false", "0"})


def read_glossary(data: bytes, *, name: str) -> Glossary:
    """The terms in ``data``: TBX if it begins like XML, else a table in UTF-8 with tabs between columns.

    Columns are source, target, and where wanted pair ("es-fr", "es>pt-BR") and case ("yes"). The target
    "-" keeps the source term untranslated. Empty lines and lines that begin with "#" are skipped. A first
    line may name the columns, or the two languages that the whole table translates between.

    Raises:
        InputError: naming file and line, and what to mend.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        terms = read_tbx(data, name=name)
    else:
        terms = _read_table(data, name)
    unique = tuple(dict.fromkeys(terms))
    rows = [(t.source, t.target, str(t.pair or ""), t.case_sensitive) for t in unique]
    return Glossary(unique, hashlib.sha256(json.dumps(rows).encode()).hexdigest())


def _read_table(data: bytes, name: str) -> list[Term]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}, line {place}: not UTF-8", remedy="Save the glossary as UTF-8") from error
    columns: Sequence[str] = _COLUMNS
    pair: Pair | None = None
    terms: list[Term] = []
    first = True
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if first:
            first = False
            lowered = [cell.lower() for cell in cells]
            if {"source", "target"} <= set(lowered):
                columns = lowered
                continue
            if len(cells) == 2 and all(primary(cell) in KNOWN for cell in cells):
                pair = Pair(cells[0], cells[1])
                continue
        terms.append(_term(cells, columns, pair, f"{name}, line {number}"))
    return terms


def _term(cells: list[str], columns: Sequence[str], pair: Pair | None, place: str) -> Term:
    if len(cells) > len(columns):
        raise InputError(
            f"{place}: {len(cells)} columns where {len(columns)} are known",
            remedy="Put nothing but source, target, pair and case, or name the columns in the first line",
        )
    row = dict(zip(columns, cells, strict=False))
    source, target = row.get("source", ""), row.get("target", "")
    if not source:
        raise InputError(f"{place}: no source term", remedy="Write the term in the source column")
    if not target:
        raise InputError(
            f"{place}: no translation of {source!r}",
            remedy=f'Write it after a tab, or "{KEPT}" to leave the term untranslated',
        )
    kept = target == KEPT
    return Term(
        source,
        source if kept else target,
        _pair(row.get("pair", ""), place) or pair,
        _flag(row.get("case", ""), place),
    )


def _pair(cell: str, place: str) -> Pair | None:
    if not cell:
        return None
    match = _PAIR.fullmatch(cell)
    if not match:
        raise InputError(f"{place}: {cell!r} is no pair", remedy='Write it like "es-fr" or "es-MX>fr-CA"')
    source, target = (part for part in match.groups() if part)
    return Pair(source, target)


def _flag(cell: str, place: str) -> bool:
    if cell.lower() not in _YES | _NO:
        raise InputError(
            f"{place}: {cell!r} does not say whether case matters", remedy='Write "yes", or leave it empty'
        )
    return cell.lower() in _YES
