"""The report as JSON; its layout is versioned."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Region
from copydesk.version import __version__

VERSION = 1
"""Rises when a key changes its meaning or goes; new keys may come without notice."""


def render(report: Report) -> str:
    """One JSON object. Lines and columns count from 1, in code points; ``end_column`` is excluded."""
    record = {
        "version": VERSION,
        "copydesk": __version__,
        "exit_code": report.exit_code,
        "passed": report.exit_code == 0,
        "fail_on": report.fail_on,
        "reasons": list(report.reasons),
        "remarks": list(report.remarks),
        "segments": report.segments,
        "counts": [
            {"rule": rule, "severity": severity.value, "status": status.value, "findings": count}
            for (rule, severity, status), count in sorted(report.counts.items())
        ],
        "findings": [_issue(issue) for issue in report.issues],
        "gaps": [
            {"path": gap.place.path, "line": gap.place.line, "article": gap.article}
            | {"message": gap.error.message, "remedy": gap.error.remedy, "rule": gap.rule}
            for gap in report.gaps
        ],
        "scores": [asdict(score) for score in report.scores],
        "rates": asdict(report.rates),
        "differences": [asdict(d) | {"significant": d.significant} for d in report.differences],
        "articles": [asdict(article) for article in report.articles],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _issue(issue: Issue) -> dict[str, Any]:
    finding, located = issue.finding, issue.located
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "status": issue.status.value,
        "reason": issue.reason,
        "message": finding.message,
        "fingerprint": issue.fingerprint,
        "article": located.article,
        "segment": located.bitext.id,
        "pair": str(located.bitext.pair),
        "source": {"text": located.bitext.source, "regions": [_region(r) for r in issue.source]},
        "target": {"text": located.bitext.target, "regions": [_region(r) for r in issue.target]},
        "fix": _fix(issue),
    }


def _region(region: Region) -> dict[str, Any]:
    return {"path": region.path, "line": region.line, "column": region.start, "end_column": region.end}


def _fix(issue: Issue) -> dict[str, Any] | None:
    fix = issue.finding.fix
    return {"start": fix.span.start, "end": fix.span.end, "after": fix.after} if fix else None
