"""The report for people at a terminal: worst first, the verdict last, where the eye is."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk.data import Severity, Span
from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Status
from copydesk.gate.report.snippet import snippet

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def show(report: Report, console: Console, *, most: int = 20) -> None:
    """Print findings that count (notes only where they shut the gate), counts, scores and the verdict."""
    least = Severity.NOTE if report.fail_on == "note" else Severity.WARNING
    issues = [
        issue
        for issue in report.issues
        if issue.status is Status.NEW and issue.finding.severity.rank >= least.rank
    ]
    for gap in report.gaps[:most]:
        console.print(
            Text.assemble(("invalid  " if gap.rule else "missing  ", "bold red"), gap.error.message),
            soft_wrap=True,
        )
        if gap.rule:
            console.print(Text(f"    rule    {gap.rule}"), soft_wrap=True)
        if gap.error.remedy:
            console.print(Text(f"    do      {gap.error.remedy}"), soft_wrap=True)
    for issue in issues[:most]:
        _issue(issue, report, console)
    hidden = sum(report.total(severity) for severity in Severity if severity.rank >= least.rank) - len(
        issues[:most]
    )
    if hidden > 0:
        console.print(Text(f"… and {hidden} more: --report html=FILE shows them\n", style="dim"))
    _counts(report, console)
    for score in report.scores:
        if score.group == "all":
            console.print(Text.assemble((f"{score.metric:8} {score.value:6.2f}  ", "bold"), score.signature))
    _rates(report, console)
    for remark in report.remarks:
        console.print(Text(f"note: {remark}", style="yellow"), soft_wrap=True)
    _verdict(report, console)


def _issue(issue: Issue, report: Report, console: Console) -> None:
    finding, bitext = issue.finding, issue.located.bitext
    region = (issue.target or issue.source)[0]
    style = _STYLES[finding.severity]
    console.print(
        Text.assemble(
            (f"{finding.severity.value:7}  ", style), (finding.rule, "bold"), f"  {finding.message}"
        ),
        soft_wrap=True,
    )
    console.print(Text(f"    {region.path}:{region.line}:{region.start}", style="cyan"), soft_wrap=True)
    console.print(_side("source", bitext.source, finding.source, console), soft_wrap=True)
    console.print(_side("target", bitext.target, finding.target, console), soft_wrap=True)
    card = report.cards.get(finding.rule)
    if finding.fix is not None:
        advice = f"write {finding.fix.after!r} instead of {finding.fix.before!r}"
    else:
        advice = card.explains if card else ""
    console.print(Text(f"    do      {advice}\n", style="dim"), soft_wrap=True)


def _side(name: str, text: str, spans: tuple[Span, ...], console: Console) -> Text:
    row = Text(f"    {name}  ", style="dim")
    colour = console.is_terminal and not console.no_color
    for piece, marked in snippet(text, spans).pieces:
        if not marked:
            row.append(piece, style="not dim")
        elif colour:
            row.append(piece, style="not dim bold reverse")
        else:
            row.append(f"[[{piece}]]")
    return row


def _counts(report: Report, console: Console) -> None:
    rules = sorted({rule for rule, _, _ in report.counts})
    if not rules:
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("rule")
    for name in ("errors", "warnings", "notes", "known", "waived"):
        table.add_column(name, justify="right")
    for rule in rules:
        cells = [report.counts.get((rule, s, Status.NEW), 0) for s in reversed(Severity)]
        cells += [
            sum(report.counts.get((rule, s, status), 0) for s in Severity)
            for status in (Status.KNOWN, Status.WAIVED)
        ]
        table.add_row(rule, *(str(cell) if cell else "·" for cell in cells))
    console.print(table)


def _rates(report: Report, console: Console) -> None:
    rates = report.rates
    if report.segments:
        console.print(
            Text(
                f"numbers  precision {rates.number_precision:.4f}, recall {rates.number_recall:.4f}, "
                f"F1 {rates.number_f1:.4f}   length {rates.length_mean:+.2f} ± {rates.length_spread:.2f} σ"
            )
        )


def _verdict(report: Report, console: Console) -> None:
    if report.exit_code == 0:
        console.print(Text(f"PASSED  {report.segments} segments", style="bold green"))
        return
    name = "INCOMPLETE" if report.exit_code == 4 else "FAILED"
    console.print(
        Text(f"{name}  {report.segments} segments: {'; '.join(report.reasons)}", style="bold red"),
        soft_wrap=True,
    )
