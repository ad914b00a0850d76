"""The closing words of a run: a table for people, JSON for machines."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from copydesk.run.events import ArticleDone, RouteTaken, RunDone
from copydesk.run.explain import Explained


def table(done: RunDone, routes: Sequence[RouteTaken], *, console: Console, root: Path) -> None:
    """Print the totals, the ways that pairs took with what would be better, and where to look."""
    rows = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    rows.add_column(style="bold")
    rows.add_column(justify="right")
    rows.add_row("articles published", f"{done.published}")
    rows.add_row("articles unchanged", f"{done.unchanged}")
    if done.failed:
        rows.add_row("articles failed", f"[red]{len(done.failed)}[/]")
    rows.add_row("segments", f"{done.segments}")
    rows.add_row("  translated now", f"{done.translated}")
    rows.add_row("  reused", f"{done.reused}")
    if done.held:
        rows.add_row("  left untranslated", f"[red]{done.held}[/]")
    rows.add_row("repairs", f"{done.repairs}")
    for severity, style in (("error", "red"), ("warning", "yellow"), ("note", "dim")):
        rows.add_row(f"findings: {severity}", f"[{style}]{done.findings.get(severity, 0)}[/]")
    rows.add_row("files written", f"{done.files_written}")
    if done.usage.requests:
        rows.add_row("tokens in, out", f"{done.usage.tokens_in:,}, {done.usage.tokens_out:,}")
        rows.add_row("cost", f"{done.usage.cost:.4f}")
    rows.add_row("time", f"{done.seconds:.1f} s")
    console.print(rows)
    for failed in done.failed:
        console.print(f"[red]failed[/] {escape(failed.reason)}", highlight=False, soft_wrap=True)
    for route in routes:
        more = f" [yellow]Better:[/] {escape(route.better)}" if route.better else ""
        console.print(f"{escape(route.shown)}.{more}", highlight=False, soft_wrap=True)
    if done.published or done.unchanged:
        console.print(f"Look at [bold]{escape(str(root / 'index.html'))}[/]", highlight=False, soft_wrap=True)


def stages(found: Explained, console: Console) -> None:
    """Print the stages of a run with their signatures, and for how many articles each is done."""
    rows = Table(
        "stage", "needs", "gives", "signature", "done", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for stage in found.plan.stages:
        done = found.stored.get(stage.name)
        count = "with its edition" if done is None else f"{done} of {found.articles}"
        fields = (" ".join(sorted(names)) for names in (stage.needs, stage.gives))
        rows.add_row(f"[bold]{stage.name}[/]", *fields, stage.signature[:12], count)
    console.print(rows)
    same = f"{found.published} of {found.articles} are published as they would be again"
    console.print(f"Into {found.plan.target}: {same}.", highlight=False)


def as_json(done: RunDone, articles: Sequence[ArticleDone], routes: Sequence[RouteTaken]) -> str:
    """The totals and each article, as one JSON object; ``version`` is that of this layout."""
    return json.dumps(
        {
            "version": 1,
            "exit_code": done.exit_code,
            "articles": {
                "published": done.published,
                "unchanged": done.unchanged,
                "failed": [_failure(failed) for failed in done.failed],
            },
            "segments": {
                "total": done.segments,
                "translated": done.translated,
                "reused": done.reused,
                "held": done.held,
            },
            "routes": [{"pair": r.pair, "route": r.shown, "better": r.better} for r in routes],
            "repairs": done.repairs,
            "findings": {name: done.findings.get(name, 0) for name in ("error", "warning", "note")},
            "files_written": done.files_written,
            "seconds": round(done.seconds, 3),
            "usage": dataclasses.asdict(done.usage),
            "editions": [_article(article) for article in articles],
        },
        ensure_ascii=False,
        indent=2,
    )


def _failure(failed: ArticleDone) -> dict[str, object]:
    error = failed.error
    return {
        "uri": failed.uri,
        "message": error.message if error else "",
        "remedy": error.remedy if error else "",
        "exit_code": error.exit_code if error else 3,
    }


def _article(article: ArticleDone) -> dict[str, object]:
    return {
        "uri": article.uri,
        "outcome": article.outcome.value,
        "title": article.title,
        "target": article.target,
        "folder": article.folder,
        "version": article.version,
        "segments": article.segments,
        "held": article.held,
        "why_held": article.why_held,
        "repairs": article.repairs,
        "findings": article.findings,
        "quality": article.quality,
        "files_written": article.files_written,
    }
