"""The report as SARIF 2.1.0, as code hosts and editors read it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from copydesk.data import Severity
from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Region, Status
from copydesk.gate.report.paths import repository_path
from copydesk.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    """One run; its results point at the target, and at the source as related location."""
    rules = [
        {
            "id": card.id,
            "shortDescription": {"text": card.title},
            "fullDescription": {"text": card.explains},
            "defaultConfiguration": {"level": _LEVELS[card.severity]},
            "help": {"text": f"{card.explains} See docs/checks.md#{card.id}."},
        }
        for card in report.cards.values()
    ]
    places = {str(rule["id"]): at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "copydesk", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": report.gap_count == 0,
                "exitCode": report.exit_code,
                "toolExecutionNotifications": [_gap(gap.error.message, gap.place) for gap in report.gaps],
            }
        ],
        "results": [_result(issue, places) for issue in report.issues],
        "properties": {"segments": report.segments, "reasons": list(report.reasons)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(issue: Issue, places: dict[str, int]) -> dict[str, Any]:
    finding, bitext = issue.finding, issue.located.bitext
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(r, bitext.target) for r in issue.target[:1]],
        "relatedLocations": [
            _location(r, text) | {"id": at, "message": {"text": side}}
            for at, (r, text, side) in enumerate(
                [
                    *((r, bitext.source, "source") for r in issue.source),
                    *((r, bitext.target, "also") for r in issue.target[1:]),
                ],
                start=1,
            )
        ],
        "partialFingerprints": {"copydesk/v1": issue.fingerprint},
        "baselineState": "unchanged" if issue.status is Status.KNOWN else "new",
    }
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    if issue.status is Status.WAIVED:
        result["suppressions"] = [{"kind": "external", "justification": issue.reason}]
    return result


def _location(region: Region, text: str) -> dict[str, Any]:
    place: dict[str, Any] = {"startLine": region.line}
    if region.end > region.start:
        place |= {"startColumn": region.start, "endColumn": region.end}
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(region.path),
            "region": place | {"snippet": {"text": text}},
        }
    }


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(repository_path(path)), "uriBaseId": "%SRCROOT%"}


def _gap(message: str, place: Any) -> dict[str, Any]:
    region = {"startLine": max(place.line, 1)}
    location = {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}
    return {"level": "error", "message": {"text": message}, "locations": [location]}
