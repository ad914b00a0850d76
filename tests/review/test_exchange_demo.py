"""XLIFF of every demo article: out and back unedited, and edited by another tool's library.

translate-toolkit is GPL and stays outside: it is installed into an environment of its own, and edits the
files in a process of its own.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import command
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.states import State
from copydesk.store import queue
from copydesk.store.database import connect
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow

DEMO = Path(__file__).parents[2] / "corpora" / "demo"
TOOLKIT = "translate-toolkit==3.20.4"

pytestmark = [
    pytest.mark.apertium,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("apertium"), reason="Debian's apertium is not installed"),
]

EDITS = '''
"""Edits an XLIFF file as a translation tool does: argv is the file and the edits, as JSON."""
import json, sys
from translate.storage.placeables import StringElem
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

path, edits = sys.argv[1], json.loads(sys.argv[2])
with open(path, "rb") as handle:
    data = handle.read()
kind = Xliff2File if b'version="2.1"' in data[:600] else Xliff1File
store = kind.parsestring(data)
for unit in store.units:
    for edit in edits:
        if edit["source"] not in unit.source:
            continue
        if "target" in edit:
            unit.target = edit["target"]
        if "plain" in edit:  # all of the target, with its codes
            unit.rich_target = [StringElem(edit["plain"])]
        if "before" in edit:
            rich = unit.rich_target
            rich[0].apply_to_strings(lambda text: text.replace(edit["before"], edit["after"]))
            unit.rich_target = rich
        if "state" in edit and kind is Xliff2File:  # where its set_state_n writes what XLIFF 1.2 would have
            unit.xmlelement.set("state", edit["state"])
        elif "state" in edit:
            unit.set_state_n(unit.statemap[edit["state"]])
        if "note" in edit:
            unit.addnote(edit["note"], origin="translator")
store.savefile(path)
'''


def copydesk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = command.copydesk(*arguments, cwd=folder)
    assert done.returncode in (0, 4), done.stderr
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    for source, target in (("es", "fr"), ("fr", "es"), ("en", "es")):
        shutil.copytree(DEMO / source, folder / source)
        copydesk(folder, "run", source, "--to", target, "--out", "out", "--engine", "apertium")
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that knows translate-toolkit."""
    place = tmp_path_factory.mktemp("toolkit")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True, timeout=120)
    python = place / "venv" / "bin" / "python"
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", TOOLKIT], capture_output=True, text=True, timeout=300
    )
    if done.returncode:
        pytest.skip(f"translate-toolkit cannot be installed here: {done.stderr[-300:]}")
    (place / "edits.py").write_text(EDITS)
    return place


def dump(folder: Path) -> list[Any]:
    tables = ("review_event", "decision", "review_segment", "review_article", "edition")
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        take_in(connection, Reader(Checks()))
        return [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


def handed_over(folder: Path, form: str) -> list[Path]:
    copydesk(folder, "export", "--store", "out.copydesk.sqlite", "--format", form, "--out", form)
    return sorted((folder / form).glob("*.xlf"))


def brought_back(folder: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    names = [str(file) for file in files]
    return copydesk(folder, "import", *names, "--store", "out.copydesk.sqlite", "--who", "ana")


@pytest.mark.parametrize("form", ["xliff", "xliff12"])
def test_unedited_files_of_all_demo_articles_leave_the_store_as_it_was(folder: Path, form: str) -> None:
    before = dump(folder)
    files = handed_over(folder, form)
    assert len(files) == sum(1 for language in ("es", "fr", "en") for _ in (DEMO / language).iterdir())
    done = brought_back(folder, *files)
    assert (done.returncode, done.stderr) == (0, "")
    assert dump(folder) == before


def segment(folder: Path, words: str) -> SegmentRow:
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        ((row, _), *_) = queue.page(connection, Wanted(state="", text=words)).rows
        return row


def edited(toolkit: Path, file: Path, *edits: dict[str, str]) -> None:
    python = toolkit / "venv" / "bin" / "python"
    subprocess.run([python, toolkit / "edits.py", file, json.dumps(edits)], check=True, timeout=60)


@pytest.mark.parametrize("form", ["xliff", "xliff12"])
def test_what_another_tool_edited_comes_back_with_states_notes_and_codes(
    folder: Path, toolkit: Path, form: str
) -> None:
    (fire,) = (file for file in handed_over(folder, form) if "incendio" in file.name)
    edited(
        toolkit, fire,
        {"source": "El incendio de la sierra", "target": "L'incendie est maîtrisé.", "state": "final",
         "note": "shorter"},
        {"source": "Más de mil", "target": "Plus de mille habitants rentrent."},
        {"source": "Amparo Sifre", "before": "Sifre /", "after": "Sifre, à", "state": "final"},
        {"source": "esa superficie pertenecen", "plain": "Sans code."},
    )  # fmt: skip
    done = brought_back(folder, fire)
    title, plain = segment(folder, "incendio sierra Calderona"), segment(folder, "Más de mil vecinos")
    assert (title.target, title.state, title.who) == ("L'incendie est maîtrisé.", "approved", "ana")
    assert (plain.target, plain.state) == ("Plus de mille habitants rentrent.", "edited")
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        notes = connection.execute("SELECT note FROM review_event WHERE action = 'comment'").fetchall()
        coded = Reader(Checks()).read(connection, "incendio-sierra-calderona.html", "fr")
    assert notes == [("shorter",)]
    assert coded is not None
    byline = next(p for p in coded.parts.values() if p.source.text.startswith("Amparo"))
    assert byline.translation.text == "Amparo Sifre, à Gátova 11/08/2022 - 9\xa0h\xa040"
    assert [inline.tag for inline in byline.translation.inlines] == ["time"]
    assert byline.status.state is State.APPROVED
    assert done.returncode == 4
    assert "lost the inline code <a>" in done.stderr
    assert done.stderr.count("refused") == 1
