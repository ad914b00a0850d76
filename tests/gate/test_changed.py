import subprocess
from pathlib import Path

import pytest

from copydesk.errors import ConfigError
from copydesk.gate.changed import changed_lines, only_changed
from copydesk.gate.inputs import Inputs
from copydesk.gate.located import Located


def _git(folder: Path, *arguments: str) -> None:
    about = ("-c", "user.name=x", "-c", "user.email=x@localhost", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *about, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "--quiet")
    (tmp_path / "mañana b.es-fr.tsv").write_text("uno\tun\ndos\tdeux\ntres\ttrois\n", "utf-8")
    (tmp_path / "fr.po").write_text('msgid "a"\nmsgstr "à"\n\nmsgid "b"\nmsgstr ""\n"bé"\n', "utf-8")
    return tmp_path


def _sources(folder: Path, commit: str = "HEAD") -> list[str]:
    files = tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    items = only_changed(Inputs(files).pairs(), changed_lines(commit, folder))
    return [item.bitext.source for item in items if isinstance(item, Located)]


def test_only_pairs_on_changed_lines_are_left(repository: Path) -> None:
    _git(repository, "add", ".")
    assert _sources(repository) == ["a", "b", "uno", "dos", "tres"]
    _git(repository, "commit", "--quiet", "--message", "one")
    assert _sources(repository) == []
    table, catalogue = repository / "mañana b.es-fr.tsv", repository / "fr.po"
    table.write_text("cero\tzéro\n" + table.read_text("utf-8").replace("deux", "trois"), "utf-8")
    catalogue.write_text(catalogue.read_text("utf-8").replace("bé", "bée"), "utf-8")
    (repository / "new.es-fr.tsv").write_text("seis\tsix\n", "utf-8")
    assert _sources(repository) == ["b", "cero", "dos", "seis"]


def test_no_repository_and_no_such_commit_are_usage_errors(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(ConfigError, match="no git repository"):
        changed_lines("HEAD", tmp_path_factory.mktemp("bare"))
    _git(repository, "add", ".")
    _git(repository, "commit", "--quiet", "--message", "one")
    with pytest.raises(ConfigError, match="cannot tell what changed"):
        changed_lines("no-such", repository)
