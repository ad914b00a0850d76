"""Which edits of the code make what again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copydesk.run.code import ROOT, code_key

STAGES = ("detect", "repair", "segment", "verify", "align")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT, tmp_path / "copydesk", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "copydesk"


def changed(root: Path, *paths: str) -> set[str]:
    """The stages whose key changes when the files of ``paths`` do."""
    before = {name: code_key(f"copydesk.{name}", root=ROOT) for name in STAGES}
    for path in paths:
        with (root / path).open("a", encoding="utf-8") as handle:
            handle.write("\n# another line\n")
    # a folder of its own: nothing read before is taken for what is there now
    return {name for name in STAGES if code_key(f"copydesk.{name}", root=root) != before[name]}


def test_a_copy_has_the_same_keys(root: Path) -> None:
    assert changed(root) == set()


@pytest.mark.parametrize(
    ("path", "stages"),
    [
        ("verify/doubled.py", {"verify"}),  # known to a registry by name alone
        ("align/search.py", {"align"}),
        ("segment/rules.py", {"segment"}),
        (
            "languages/fr/negation.py",
            {"detect", "repair", "segment", "verify", "align"},
        ),  # its name is put together
        ("web/app.py", set()),
        ("store/queue.py", set()),
        ("cli/main.py", set()),
    ],
)
def test_an_edit_changes_the_stages_that_import_it(root: Path, path: str, stages: set[str]) -> None:
    assert changed(root, path) == stages


def test_an_edit_in_numbers_changes_the_checks_and_the_repair(root: Path) -> None:
    path = next(p for p in (root / "numbers").rglob("*.py") if p.name != "__init__.py")
    found = changed(root, str(path.relative_to(root)))
    assert {"verify", "repair"} <= found
    assert "segment" not in found
