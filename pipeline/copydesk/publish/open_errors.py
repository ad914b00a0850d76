"""Whether an edition may go before readers without a warning."""

from __future__ import annotations

from copydesk.data import Edition, Means, Severity


def open_errors(edition: Edition) -> int:
    """How many errors nobody has looked at: none once a person approved the edition or wrote the sentence."""
    if edition.reviewed:
        return 0
    written = {t.segment for t in edition.draft.translations if t.means is Means.HUMAN}
    return sum(
        finding.severity is Severity.ERROR and finding.segment not in written
        for finding in edition.draft.findings
    )
