"""A report in every form that people and machines want; a member is a function from Report to text."""

from copydesk.plugins import Registry

REPORTERS = Registry(
    "reporters",
    {
        "json": "copydesk.gate.report.json_report:render",
        "junit": "copydesk.gate.report.junit:render",
        "sarif": "copydesk.gate.report.sarif:render",
        "github": "copydesk.gate.report.github:annotations",
        "summary": "copydesk.gate.report.github:summary",
        "gitlab": "copydesk.gate.report.gitlab:render",
        "html": "copydesk.gate.report.page:render",
    },
    {},
)

__all__ = ["REPORTERS"]
