"""Headlines left in the source language."""

import pytest

from copydesk.data import Bitext, BlockRole, Glossary, Pair, Severity
from copydesk.verify import VerifyOptions, check_pair, load_checks
from copydesk.verify.context import Context


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        (BlockRole.HEADLINE, Severity.ERROR),
        (BlockRole.HEADING, Severity.ERROR),
        (BlockRole.CAPTION, Severity.WARNING),
    ],
)
def test_a_short_heading_left_as_it_was_is_an_error(role: BlockRole, severity: Severity) -> None:
    left = Bitext("El alcalde dimite", "El alcalde dimite", Pair("es", "fr"), role=role)
    checks = load_checks(Context(VerifyOptions(), Glossary()))
    found = [finding for finding in check_pair(left, checks) if finding.rule == "copied"]
    assert [finding.severity for finding in found] == [severity]
