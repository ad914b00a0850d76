"""Self-contained HTML pages: a verdict, or systems side by side. No script, no request."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from copydesk.data import Severity
from copydesk.gate.compare import Comparison
from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Status
from copydesk.gate.report.snippet import snippet
from copydesk.gate.worddiff import word_diff
from copydesk.version import __version__

_SHOWN = 200


def render(report: Report) -> str:
    """The page of a verdict: counts by rule, articles, and the worst findings with their words marked."""
    issues = [issue for issue in report.issues if issue.finding.severity is not Severity.NOTE]
    rules = sorted({rule for rule, _, _ in report.counts})
    bars = [
        (rule, [report.counts.get((rule, level, Status.NEW), 0) for level in reversed(Severity)])
        for rule in rules
    ]
    bars.sort(key=lambda bar: (-bar[1][0], -bar[1][1], -bar[1][2]))
    by_article = {s.group.removeprefix("article "): s for s in report.scores
                  if s.group.startswith("article ") and s.metric == "chrf"}  # fmt: skip
    worst = sorted(report.articles, key=lambda a: (-a.errors, -a.warnings, a.article))
    return _page(
        "report.html",
        title="Translation gate",
        report=report,
        levels=[(level.value, report.total(level)) for level in reversed(Severity)],
        known=sum(report.total(level, Status.KNOWN) for level in Severity),
        waived=sum(report.total(level, Status.WAIVED) for level in Severity),
        bars=bars,
        longest=max((sum(counts) for _, counts in bars), default=1),
        articles=[(row, by_article.get(row.article)) for row in islice(worst, 60)],
        more_articles=max(len(worst) - 60, 0),
        totals=[score for score in report.scores if score.group == "all"],
        groups=[s for s in report.scores if s.group.startswith(("pair ", "engine "))],
        issues=[_issue(issue, report) for issue in islice(issues, _SHOWN)],
        hidden=max(sum(report.total(level) for level in (Severity.ERROR, Severity.WARNING)) - _SHOWN, 0),
    )


def render_comparison(comparison: Comparison) -> str:
    """The page of systems side by side: scores, significance, phenomena, articles, worst regressions."""
    worst = {
        name: [(r, word_diff(r.first, r.second)) for r in regressions]
        for name, regressions in comparison.regressions.items()
    }
    return _page("compare.html", title="Systems compared", c=comparison, worst=worst)


def _issue(issue: Issue, report: Report) -> dict[str, Any]:
    finding, bitext = issue.finding, issue.located.bitext
    card = report.cards.get(finding.rule)
    region = (issue.target or issue.source)[0]
    reference = issue.located.reference
    return {
        "severity": finding.severity.value,
        "status": issue.status.value,
        "rule": finding.rule,
        "message": finding.message,
        "place": f"{region.path}:{region.line}:{region.start}",
        "source": snippet(bitext.source, finding.source, around=400, most=1200).pieces,
        "target": snippet(bitext.target, finding.target, around=400, most=1200).pieces,
        "languages": bitext.pair,
        "reference": word_diff(bitext.target, reference) if reference else (),
        "advice": card.explains if card else "",
        "reason": issue.reason,
        "fingerprint": issue.fingerprint,
    }


def _page(template: str, **values: Any) -> str:
    css = (files("copydesk.gate.report") / "templates" / "gate.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    page: str = (
        _environment()
        .get_template(template)
        .render(
            css=Markup(css),  # noqa: S704 - our own style sheet
            policy=policy,
            version=__version__,
            **values,
        )
    )
    return page


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("copydesk.gate.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
