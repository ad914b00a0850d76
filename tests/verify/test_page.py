from pathlib import Path

from copydesk.verify import CHECKS
from copydesk.verify.page import page

DOCS = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_documented_checks_are_those_of_the_cards() -> None:
    # To write it anew: .venv/bin/python -c "from copydesk.verify.page import page; print(page(), end='')"
    assert DOCS.read_text("utf-8") == page()


def test_every_check_has_its_section() -> None:
    assert all(f"\n## {name}\n" in page() for name in CHECKS.names())
