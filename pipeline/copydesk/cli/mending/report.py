"""What a corpus held: a table for people, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from copydesk.run.corpus import FileReport, Tally
from copydesk.run.corpus.tally import total


def table(reports: Sequence[FileReport], *, console: Console) -> None:
    """Print the counts by kind and language, then every file and record that could not be done."""
    whole = total(report.tally for report in reports)
    if whole.counts:
        rows = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        rows.add_column("artefact")
        rows.add_column("language")
        for name in ("found", "repaired", "left"):
            rows.add_column(name, justify="right")
        for (kind, language), found in whole.counts.items():
            rows.add_row(kind, language, f"{found.found:,}", f"{found.repaired:,}", f"{found.left:,}")
        console.print(rows)
    read = sum(report.bytes for report in reports) / 1e6
    written = sum(report.written is not None for report in reports)
    console.print(
        f"{len(reports)} files, {read:,.1f} MB: {whole.changed:,} records repaired, {whole.open:,} left open"
        f", {written} files written"
    )
    for report in reports:
        name = escape(str(report.path))
        if report.error:
            console.print(f"[red]failed[/] {escape(report.error)}")
        for trouble in report.troubles:
            console.print(f"[red]skipped[/] {name}, record {trouble.record}: {escape(trouble.reason)}")
        if report.troubled > len(report.troubles):
            more = report.troubled - len(report.troubles)
            console.print(f"[red]skipped[/] {name}: {more:,} records more")


def as_json(reports: Sequence[FileReport]) -> str:
    """The same as one JSON object; ``version`` is that of this layout."""
    whole = total(report.tally for report in reports)
    record = {"version": 1, "total": _counts(whole), "files": [_file(report) for report in reports]}
    return json.dumps(record, ensure_ascii=False, indent=2)


def _file(report: FileReport) -> dict[str, Any]:
    return {
        "file": str(report.path),
        "written": str(report.written) if report.written is not None else None,
        "bytes": report.bytes,
        **_counts(report.tally),
        "error": report.error or None,
        "skipped": report.troubled,
        "skipped_first": [
            {"record": trouble.record, "reason": trouble.reason} for trouble in report.troubles
        ],
    }


def _counts(tally: Tally) -> dict[str, Any]:
    return {
        "records_repaired": tally.changed,
        "records_open": tally.open,
        "artefacts": [
            {
                "kind": kind,
                "language": language,
                "found": found.found,
                "repaired": found.repaired,
                "left": found.left,
            }
            for (kind, language), found in tally.counts.items()
        ],
    }
