"""The wheel holds all that the program needs; it runs without the source tree."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from the sdist, as a release is."""
    folder = tmp_path_factory.mktemp("dist")
    _build(ROOT, "sdist", folder)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder / "source", filter="data")
    _build(next((folder / "source").iterdir()), "wheel", folder)
    return folder


def _build(source: Path, target: str, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def installed(built: Path) -> Path:
    """The wheel, unpacked as an installer does."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(built / "site")
    return built / "site"


def test_every_file_of_the_package_is_in_the_wheel(installed: Path) -> None:
    package = ROOT / "pipeline" / "copydesk"
    own = {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()}
    own = {name for name in own if "__pycache__" not in name}
    own |= {f"models/cards/{path.name}" for path in (ROOT / "models").iterdir()}
    there = {str(path.relative_to(installed / "copydesk")) for path in (installed / "copydesk").rglob("*.*")}
    assert own - there == set()
    assert "copydesk/py.typed" in {str(p.relative_to(installed)) for p in installed.rglob("py.typed")}


@pytest.mark.apertium
def test_the_wheel_translates_the_demo(installed: Path, tmp_path: Path, unmeasured: dict[str, str]) -> None:
    article = min((ROOT / "corpora" / "demo" / "es").glob("*.html"))
    environment = unmeasured | {"PYTHONPATH": str(installed)}

    def said(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert said("-c", "import copydesk; print(copydesk.__file__)").startswith(str(installed))
    said("-m", "copydesk", "run", str(article), "--to", "fr", "--out", "out", "--engine", "apertium")
    assert "<html" in next((tmp_path / "out").glob("*/fr/article.html")).read_text("utf-8")
    assert "opus-mt-es-fr" in said("-m", "copydesk", "models", "list", "--all")
