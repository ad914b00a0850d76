"""The report as JUnit XML: a suite per article, a case per rule.

Only what shuts the gate fails a case, for JUnit knows no warnings; the others stand in its system-out.
"""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from copydesk.data import Severity
from copydesk.gate.examine import Report
from copydesk.gate.located import Issue, Status
from copydesk.gate.report.snippet import snippet

_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")


def render(report: Report) -> str:
    """The XML document, after the schema that Jenkins' xUnit plugin publishes."""
    by_article: dict[str, dict[str, list[Issue]]] = defaultdict(lambda: defaultdict(list))
    for issue in report.issues:
        by_article[issue.located.article][issue.finding.rule].append(issue)
    root = etree.Element("testsuites", name="copydesk check")
    failures = errors = tests = 0
    for count in report.articles:
        found = by_article.get(count.article, {})
        suite = etree.SubElement(root, "testsuite", name=_safe(count.article))
        failed = sum(_case(suite, rule, found.get(rule, []), report) for rule in report.cards)
        _counts(suite, tests=len(report.cards), failures=failed, errors=0)
        tests, failures = tests + len(report.cards), failures + failed
    for name, messages in (("input", _gaps(report)), ("gate", _reasons(report))):
        if messages:
            suite = etree.SubElement(root, "testsuite", name=f"copydesk {name}")
            for message in messages:
                case = etree.SubElement(suite, "testcase", name=_safe(message), classname=name)
                kind = "error" if name == "input" else "failure"
                etree.SubElement(case, kind, message=_safe(message), type=name)
            wrong = len(messages)
            is_input = name == "input"
            _counts(suite, tests=wrong, failures=0 if is_input else wrong, errors=wrong if is_input else 0)
            tests, failures, errors = (
                tests + wrong,
                failures + (0 if is_input else wrong),
                errors + (wrong if is_input else 0),
            )
    _counts(root, tests=tests, failures=failures, errors=errors)
    text: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _case(suite: etree._Element, rule: str, issues: list[Issue], report: Report) -> bool:
    case = etree.SubElement(suite, "testcase", name=rule, classname=suite.get("name", ""))
    bad = [issue for issue in issues if _fails(issue, report)]
    if bad:
        first = bad[0].finding
        failure = etree.SubElement(case, "failure", message=_safe(first.message), type=first.severity.value)
        failure.text = _safe("\n".join(_told(issue) for issue in bad))
    rest = [issue for issue in issues if issue not in bad and issue.finding.severity is not Severity.NOTE]
    if rest:
        etree.SubElement(case, "system-out").text = _safe("\n".join(_told(issue) for issue in rest))
    return bool(bad)


def _fails(issue: Issue, report: Report) -> bool:
    if issue.status is not Status.NEW or report.fail_on == "never":
        return False
    return issue.finding.severity.rank >= Severity(report.fail_on).rank


def _told(issue: Issue) -> str:
    finding, bitext = issue.finding, issue.located.bitext
    lines = [
        f"{finding.severity.value} {issue.status.value}: {finding.message}",
        *(f"  at {r.path}:{r.line}:{r.start}-{r.end}" for r in (*issue.source, *issue.target)),
        f"  source: {snippet(bitext.source, finding.source).plain()}",
        f"  target: {snippet(bitext.target, finding.target).plain()}",
    ]
    return "\n".join(lines)


def _gaps(report: Report) -> list[str]:
    return [gap.error.message for gap in report.gaps]


def _reasons(report: Report) -> list[str]:
    return [] if report.exit_code == 0 else list(report.reasons)


def _counts(element: etree._Element, *, tests: int, failures: int, errors: int) -> None:
    element.set("tests", str(tests))
    element.set("failures", str(failures))
    element.set("errors", str(errors))


def _safe(text: str) -> str:
    return text.translate(_CONTROL).encode("utf-8", "replace").decode("utf-8")
