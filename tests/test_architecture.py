"""The house keeps its shape."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "pipeline" / "copydesk"
FILES = sorted(PACKAGE.rglob("*.py"))
HEAVY = (
    "torch",
    "transformers",
    "ctranslate2",
    "spacy",
    "lxml",
    "pydantic",
    "trafilatura",
    "jinja2",
    "langdetect",
)


def test_there_is_no_junk_room() -> None:
    junk = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not [path for path in FILES if path.stem in junk or path.parent.name in junk]


def test_files_are_small() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in FILES)
    assert lengths[len(lengths) // 2] <= 120
    assert lengths[int(len(lengths) * 0.95)] <= 250


def test_own_modules_are_imported_at_the_top() -> None:
    late = [
        f"{path.name}:{node.lineno}"
        for path in FILES
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("copydesk")
    ]
    assert late == []


def test_the_number_room_is_at_most_seven_imports_deep() -> None:
    room = PACKAGE / "numbers"
    modules = {
        ".".join(("copydesk", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in room.rglob("*.py")
    }

    @cache
    def depth(module: str) -> int:
        tree = ast.walk(ast.parse(modules[module].read_text("utf-8")))
        names = {node.module or "" for node in tree if isinstance(node, ast.ImportFrom)}
        return 1 + max((depth(name) for name in names & modules.keys()), default=0)

    assert depth("copydesk.numbers.repairing") <= 7
    assert len(modules) <= 29
    assert max(len(path.read_text("utf-8").splitlines()) for path in modules.values()) <= 400


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, typer; from copydesk.cli.present import guarded; from copydesk.cli.main import app; "
        "guarded(typer.main.get_command(app), ['--help']); "
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip().splitlines()[-1] == "[]"
