"""The front page of an output folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from copydesk.languages import facts
from copydesk.publish.language import direction
from copydesk.publish.page import render_page

_STYLES = ("base.css", "index.css")
_SEVERITIES = ("error", "warning", "note")
_FILES = {
    "bilingual.html": "proof",
    "article.html": "article",
    "source.html": "source",
    "article.md": "Markdown",
    "article.ninjs.json": "ninjs",
    "article.xlf": "XLIFF 2",
    "article.12.xlf": "XLIFF 1.2",
    "manifest.json": "manifest",
}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A line of the list.

    ``folder`` and ``files`` are relative paths: the edition's folder in the output folder, its files in
    the edition's folder. ``target_title`` is the title in the target language, ``review`` says how far people
    have come. ``findings`` maps severity names to counts. ``quality`` is the badge: what a reader may expect,
    who translated, what effort is left. ``held`` counts segments that no engine could translate.
    """

    title: str
    folder: str
    source_language: str
    target_language: str
    version: int
    segments: int
    target_title: str = ""
    review: str = ""
    held: int = 0
    quality: str = ""
    findings: Mapping[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()


def render_index(rows: Iterable[IndexRow], *, downloads: Iterable[tuple[str, str]] = ()) -> bytes:
    """``index.html``: every edition, those with errors first, then by title.

    ``downloads`` are (relative path, words) of files of the whole batch, such as translation memories.
    """
    ordered = sorted(rows, key=_order)
    return render_page(
        "index.html",
        styles=_STYLES,
        rows=[_line(row) for row in ordered],
        segments=sum(row.segments for row in ordered),
        totals=[(name, sum(row.findings.get(name, 0) for row in ordered)) for name in _SEVERITIES],
        downloads=list(downloads),
    )


def _order(row: IndexRow) -> tuple[bool, bool, str, str, str]:
    errors, warnings = row.findings.get("error", 0), row.findings.get("warning", 0)
    return not (errors or row.held), not warnings, row.title.casefold(), row.target_language, row.folder


def _line(row: IndexRow) -> dict[str, object]:
    main = next((name for name in _FILES if name in row.files), "")
    return {
        "title": row.title or row.folder,
        "href": f"{row.folder}/{main}" if main else "",
        "source": facts(row.source_language).name,
        "target": facts(row.target_language).name,
        "language": row.source_language,
        "direction": direction(row.source_language),
        "target_title": row.target_title if row.target_title != row.title else "",
        "target_language": row.target_language,
        "target_direction": direction(row.target_language),
        "review": row.review,
        "version": row.version,
        "segments": row.segments,
        "held": row.held,
        "quality": row.quality,
        "findings": [(name, row.findings[name]) for name in _SEVERITIES if row.findings.get(name)],
        "files": [(f"{row.folder}/{name}", word) for name, word in _FILES.items() if name in row.files],
    }
