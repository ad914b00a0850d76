"""Whether an edition may go before readers without a warning."""

from __future__ import annotations

from copydesk.data import Draft, Means, Severity


def open_errors(draft: Draft, *, reviewed: bool) -> int:
    """How many errors nobody has looked at: none once a person approved the version or wrote the sentence."""
    if reviewed:
        return 0
    written = {t.segment for t in draft.translations if t.means is Means.HUMAN}
    return sum(f.severity is Severity.ERROR and f.segment not in written for f in draft.findings)
