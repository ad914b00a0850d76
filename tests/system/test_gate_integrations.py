"""The pytest plugin, the pre-commit hooks and the GitHub Action, the way their users meet them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from gate.material import clean_lines, seeded, write_lines

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

SUITE = """
def test_good(copydesk):
    copydesk.assert_translation(
        "El tren 14 salió.", "Le train 14 est parti.", source_language="es", target_language="fr"
    )

def test_bad(copydesk):
    copydesk.assert_translation(
        "El tren 14 salió.", "Le train 41 est parti.", source_language="es", target_language="fr"
    )
"""


def _run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"} | more
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_pytest_plugin_shows_what_differs(tmp_path: Path) -> None:
    (tmp_path / "test_texts.py").write_text(SUITE)
    result = _run(
        tmp_path,
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "copydesk.gate.pytest_plugin",
        "-q",
        "--color=no",
        PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
    )
    assert result.returncode == 1, result.stdout + result.stderr
    assert "1 failed, 1 passed" in result.stdout
    assert "source  El tren 14 salió." in result.stdout
    assert "target  Le train 41 est parti." in result.stdout
    assert "^^" in result.stdout


def test_the_plugin_is_an_entry_point_that_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"copydesk": "copydesk.gate.pytest_plugin"}


@pytest.fixture
def hooked(tmp_path: Path) -> Path:
    """A repository whose pre-commit uses our hooks, run from this environment and without a network."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entries = [block.splitlines() for block in text.split("- id: ")[1:]]
    hooks = "".join(
        f"      - id: {lines[0]}\n" + "".join(f"      {line}\n" for line in lines[1:] if line.strip())
        for lines in entries
    ).replace("language: python", "language: system")
    (tmp_path / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: local\n    hooks:\n{hooks}")
    for command in (("init", "-q"), ("config", "user.email", "a@example.org"), ("config", "user.name", "A")):
        assert _run(tmp_path, "git", *command).returncode == 0
    return tmp_path


def _hooks(folder: Path) -> subprocess.CompletedProcess[str]:
    _run(folder, "git", "add", "-A")
    home = folder / ".git" / "hooks-home"
    return _run(folder, sys.executable, "-m", "pre_commit", "run", PRE_COMMIT_HOME=str(home))


def test_the_check_hook_stops_a_changed_number(hooked: Path) -> None:
    source, target = clean_lines(5)
    table = hooked / "news.es-fr.tsv"
    table.write_text("".join(f"{s}\t{t}\n" for s, t in zip(source, target, strict=True)), "utf-8")
    good = _hooks(hooked)
    assert good.returncode == 0, good.stdout + good.stderr
    bad = seeded(target, 2)
    table.write_text("".join(f"{s}\t{t}\n" for s, t in zip(source, bad, strict=True)), "utf-8")
    result = _hooks(hooked)
    assert result.returncode == 1
    assert "news.es-fr.tsv:2:" in result.stdout


def test_the_repair_hook_flags_a_placeholder(hooked: Path) -> None:
    (hooked / "page.txt").write_text(
        "Le maire\n\nIl y a eu XNUMX visiteurs pendant la journée de dimanche.\n"
    )
    result = _hooks(hooked)
    assert result.returncode == 1
    assert "copydesk-repair" in result.stdout


ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def _act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's last step as the runner starts it: its script in bash, the inputs put into its ``env``."""
    assert inputs.keys() <= ACTION["inputs"].keys()
    given = {name: inputs.get(name, item["default"]) for name, item in ACTION["inputs"].items()}
    step = ACTION["runs"]["steps"][-1]
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    for name in ("output", "summary.md"):
        (folder / name).write_text("")
    return _run(
        folder, step["shell"], "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"],
        RUNNER_TEMP=str(folder), GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
        GITHUB_OUTPUT=str(folder / "output"), **variables,
    )  # fmt: skip


@pytest.mark.parametrize(("line", "code"), [(0, 0), (3, 1)])
def test_the_action_annotates_and_passes_the_exit_code_on(tmp_path: Path, line: int, code: int) -> None:
    source, target = clean_lines(5)
    write_lines(tmp_path, source, seeded(target, line) if line else target)
    result = _act(tmp_path, source="a.es", target="a.fr", arguments="--fail-on error")
    assert result.returncode == code, result.stdout + result.stderr
    assert ("::error file=a.fr,line=3" in result.stdout) == bool(line)
    assert (tmp_path / "output").read_text() == f"exit-code={code}\nsarif={tmp_path / 'copydesk.sarif'}\n"
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("## Translation gate")
    schema = json.loads((ROOT / "tests" / "gate" / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads((tmp_path / "copydesk.sarif").read_text("utf-8")))


def test_the_action_reads_all_lines_of_its_inputs(tmp_path: Path) -> None:
    source, target = clean_lines(3)
    for name, lines in (("good one.es-fr.tsv", target), ("bad.es-fr.tsv", seeded(target, 2))):
        rows = "".join(f"{s}\t{t}\n" for s, t in zip(source, lines, strict=True))
        (tmp_path / name).write_text(rows, "utf-8")
    result = _act(
        tmp_path,
        targets="good one.es-fr.tsv\nbad.*.tsv\n",
        arguments="--fail-on\nerror\n--report 'json=a b.json'",
    )
    assert result.returncode == 1, result.stdout + result.stderr
    assert json.loads((tmp_path / "a b.json").read_text("utf-8"))["segments"] == 6
    assert "::error file=bad.es-fr.tsv,line=2" in result.stdout


def test_the_action_says_what_is_wrong_with_its_inputs(tmp_path: Path) -> None:
    assert _act(tmp_path, targets="one\ntwo.tsv").returncode == 4
    for targets in ("none*.tsv", "'open"):
        result = _act(tmp_path, targets=targets)
        assert result.returncode == 2, result.stdout + result.stderr
        assert result.stderr.startswith("copydesk: ")


def test_the_action_never_puts_inputs_into_its_scripts() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert not any("${{" in step["run"] for step in ACTION["runs"]["steps"])
