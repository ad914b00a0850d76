"""What docs/python.md and the notebook show is what happens."""

from __future__ import annotations

import doctest
import json
import shutil
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = [
    pytest.mark.apertium,
    pytest.mark.skipif(not shutil.which("apertium"), reason="Debian's apertium is not installed"),
]


def test_the_page_for_programs_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = doctest.testfile(str(DOCS / "python.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 15
    assert done.failed == 0


def test_the_notebook_runs_from_top_to_bottom() -> None:
    notebook = json.loads((DOCS / "examples" / "desk.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(cells) > 3
    names: dict[str, object] = {}
    for number, cell in enumerate(cells):
        exec(compile(cell, f"cell {number}", "exec"), names)
    assert "100" in names["fixed"].text  # type: ignore[attr-defined]
