"""What GitHub shows: annotations beside the lines, and a summary of the step."""

from __future__ import annotations as _annotations

from itertools import islice

from copydesk.data import Severity
from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Status
from copydesk.gate.report.paths import repository_path
from copydesk.gate.report.snippet import snippet

PER_STEP = 10
"""Annotations of each level that GitHub shows for one step; more are dropped without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ROWS = 100
_MOST = 900_000  # characters; GitHub takes 1 MiB


def annotations(report: Report) -> str:
    """Workflow commands, worst first, no more of each level than GitHub shows; the summary has the rest."""
    lines = [
        _command(
            "error", gap.error.message, file=repository_path(gap.place.path), line=max(gap.place.line, 1)
        )
        for gap in report.gaps[:PER_STEP]
    ]
    room = {"error": PER_STEP - len(lines), "warning": PER_STEP, "notice": PER_STEP}
    unshown = "" if report.fail_on == "note" else "notice"
    for issue in report.issues:
        command = _COMMANDS[issue.finding.severity]
        if issue.status is Status.NEW and command != unshown and room[command] > 0:
            room[command] -= 1
            lines.append(_annotation(command, issue))
    lines += [f"::notice title=copydesk::{_data(remark)}" for remark in report.remarks[:PER_STEP]]
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """Markdown for ``$GITHUB_STEP_SUMMARY``: the verdict, counts, scores, and the worst findings."""
    verdict = "passed" if report.exit_code == 0 else f"shut (exit code {report.exit_code})"
    text = [f"## Translation gate: {verdict}\n\n", *(f"- {_cell(reason)}\n" for reason in report.reasons)]
    text += [f"\n{report.segments} segments. "]
    text += [", ".join(f"{report.total(s)} {s.value}s" for s in reversed(Severity)), ".\n\n"]
    scores = [score for score in report.scores if score.group == "all"]
    if scores:
        text += ["| Metric | Score | Signature |\n|---|---|---|\n"]
        text += [f"| {s.metric} | {s.value:.2f} | `{s.signature}` |\n" for s in scores]
        text.append("\n")
    shown = [issue for issue in report.issues if issue.status is Status.NEW]
    if shown:
        text += ["| | Rule | Where | Source | Target |\n|---|---|---|---|---|\n"]
        text += [_row(issue) for issue in islice(shown, _ROWS)]
        if len(shown) > _ROWS:
            text.append(f"\n… and {len(shown) - _ROWS} more.\n")
    text += [f"\n> {_cell(remark)}\n" for remark in report.remarks]
    return "".join(text)[:_MOST]


def _annotation(command: str, issue: Issue) -> str:
    finding = issue.finding
    region = (issue.target or issue.source)[0]
    where: dict[str, str | int] = {"file": repository_path(region.path), "line": region.line}
    if region.end > region.start:
        where |= {"col": region.start, "endColumn": region.end}
    source = issue.source[0] if issue.source else None
    said = [finding.message]
    if source:
        said.append(f"source {source.path}:{source.line}:{source.start}-{source.end}")
    said.append(f"source: {snippet(issue.located.bitext.source, finding.source).plain()}")
    said.append(f"target: {snippet(issue.located.bitext.target, finding.target).plain()}")
    return _command(command, "\n".join(said), **(where | {"title": f"copydesk {finding.rule}"}))


def _command(name: str, message: str, **properties: str | int) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(issue: Issue) -> str:
    finding, region = issue.finding, (issue.target or issue.source)[0]
    cells = (
        finding.severity.value,
        f"{finding.rule}: {finding.message}",
        f"{region.path}:{region.line}:{region.start}",
        snippet(issue.located.bitext.source, finding.source).plain(),
        snippet(issue.located.bitext.target, finding.target).plain(),
    )
    return f"| {' | '.join(_cell(cell) for cell in cells)} |\n"


def _cell(text: str) -> str:
    flat = text.replace("\r", " ").replace("\n", " ").replace("\\", "\\\\").replace("|", "\\|")
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("`", "\\`").replace("[", "\\[")
