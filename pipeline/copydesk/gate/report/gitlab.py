"""The report as a GitLab code quality file."""

from __future__ import annotations

import json
from collections import Counter

from copydesk.data import Severity
from copydesk.gate.examine import Report
from copydesk.gate.located import Status
from copydesk.gate.report.paths import repository_path
from copydesk.gate.report.snippet import snippet

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """A JSON list of the findings that count; fingerprints are unique, as GitLab wants them."""
    seen: Counter[str] = Counter()
    entries = []
    for issue in report.issues:
        if issue.status is not Status.NEW:
            continue
        finding, region = issue.finding, (issue.target or issue.source)[0]
        again = seen[issue.fingerprint]
        seen[issue.fingerprint] += 1
        columns = {"column": region.start}, {"column": max(region.end, region.start)}
        source = [
            {"begin": r.start, "end": r.end, "line": r.line, "path": repository_path(r.path)}
            for r in issue.source
        ]
        around = snippet(issue.located.bitext.target, finding.target).plain()
        entries.append(
            {
                "description": f"{finding.message}: {around}",
                "check_name": finding.rule,
                "fingerprint": issue.fingerprint + (f"-{again}" if again else ""),
                "severity": _LEVELS[finding.severity],
                "location": {
                    "path": repository_path(region.path),
                    "positions": {
                        "begin": {"line": region.line} | columns[0],
                        "end": {"line": region.line} | columns[1],
                    },
                    "lines": {"begin": region.line, "end": region.line},
                },
                "source": source,
            }
        )
    entries += [
        {
            "description": gap.error.message,
            "check_name": "incomplete-input",
            "fingerprint": f"gap-{at}-{gap.place.path}-{gap.place.line}",
            "severity": "blocker",
            "location": {"path": repository_path(gap.place.path), "lines": {"begin": max(gap.place.line, 1)}},
        }
        for at, gap in enumerate(report.gaps)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
