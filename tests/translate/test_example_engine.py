"""The example engine of the documentation works as an installed package would."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "engine"


def installed(folder: Path) -> dict[str, str]:
    """An environment in which the example is installed."""
    about = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    info = folder / "copydesk_wordlist-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n"
    )
    points = about["entry-points"]["copydesk.engines"].items()
    (info / "entry_points.txt").write_text(
        "[copydesk.engines]\n" + "".join(f"{name} = {path}\n" for name, path in points)
    )
    return os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{EXAMPLE}", "PYTHONDONTWRITEBYTECODE": "1"}


def translate(to: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """One line through the desk with the example engine."""
    arguments = ["translate", "--lines", "-", "--from", "es", "--to", to, "--engine", "wordlist"]
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments],
        input="El gato ve el tren.\n",
        capture_output=True,
        text=True,
        env=installed(folder),
        timeout=120,
    )


def test_the_example_engine_translates_through_the_desk(tmp_path: Path) -> None:
    done = translate("fr", tmp_path)
    assert done.stdout == "Le chat voit le train.\n", done.stderr


def test_the_example_engine_says_what_it_cannot_do(tmp_path: Path) -> None:
    done = translate("it", tmp_path)
    assert done.returncode == 3
    assert "no word list for es-it" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_example_engine_is_under_sixty_lines() -> None:
    assert len((EXAMPLE / "wordlist_engine.py").read_text("utf-8").splitlines()) < 60
