"""``copydesk repair`` over a corpus, as a user calls it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BROKEN = "Les travaux coûteront XNUMX millions d'euros."
PAIR = {"es": "La obra costará 45 millones de euros.", "fr": BROKEN}
LANGUAGES = ("--language", "fr", "--source-language", "es", "--field", "fr", "--source-field", "es")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "crawl" / "deep").mkdir(parents=True)
    line = json.dumps(PAIR, ensure_ascii=False) + "\n"
    (tmp_path / "crawl" / "a.jsonl").write_text(line * 3, "utf-8")
    (tmp_path / "crawl" / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    return tmp_path


def test_a_corpus_is_only_reported_unless_told(desk: Any, corpus: Path) -> None:
    before = (corpus / "crawl" / "a.jsonl").read_bytes()
    result = desk("repair", "crawl/**/*.jsonl*", *LANGUAGES)
    assert result.returncode == 0, result.stderr
    assert "xnumx" in result.stdout
    assert "4 records repaired" in result.stdout
    assert (corpus / "crawl" / "a.jsonl").read_bytes() == before


def test_out_keeps_folders_and_writes_the_edits(desk: Any, corpus: Path) -> None:
    result = desk(
        "repair", "crawl/a.jsonl", "crawl/deep/b.jsonl.gz", *LANGUAGES, "--out", "done", "--json",
        "--edits", "edits.jsonl", "--jobs", "1",
    )  # fmt: skip
    report = json.loads(result.stdout)
    assert report["total"]["artefacts"] == [
        {"kind": "xnumx", "language": "fr", "found": 4, "repaired": 4, "left": 0}
    ]
    assert [file["written"] for file in report["files"]] == ["done/a.jsonl", "done/deep/b.jsonl.gz"]
    assert "45 millions" in gzip.decompress((corpus / "done/deep/b.jsonl.gz").read_bytes()).decode()
    logged = [json.loads(line) for line in (corpus / "edits.jsonl").read_text("utf-8").splitlines()]
    assert [(entry["record"], entry["before"]) for entry in logged[:3]] == [(n, BROKEN) for n in (1, 2, 3)]
    assert logged[0]["edits"][0]["after"] == "45"


def test_write_changes_the_files_in_place(desk: Any, corpus: Path) -> None:
    assert desk("repair", "crawl/a.jsonl", *LANGUAGES, "--write").returncode == 0
    assert "XNUMX" not in (corpus / "crawl" / "a.jsonl").read_text("utf-8")
    assert [path.name for path in (corpus / "crawl").iterdir() if path.is_file()] == ["a.jsonl"]


def test_what_is_left_gives_1_and_a_bad_file_4(desk: Any, corpus: Path) -> None:
    (corpus / "open.txt.gz").write_bytes(gzip.compress(b"Il y a XNUMX ans.\n"))
    assert desk("repair", "open.txt.gz", "--language", "fr").returncode == 1
    result = desk("repair", "open.txt.gz", "missing.txt", "--language", "fr")
    assert result.returncode == 4
    assert "failed missing.txt cannot be read" in result.stdout
    assert "xnumx" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing/*.txt",), "no file matches"),
        (("crawl/a.jsonl", "--source", "x"), "--source belongs to one file"),
        (("crawl/a.jsonl", "--accept", "likely"), "comes from one article"),
        (("crawl/a.jsonl", "--out", "crawl"), "is one of the files"),
        (("crawl/a.jsonl", "--out", "done", "--write"), "Give one of them"),
        (("crawl/a.jsonl", "--language", "???"), "is no language tag"),
    ],
)
def test_what_makes_no_sense_is_refused(
    desk: Any, corpus: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = desk("repair", *arguments)
    assert result.returncode == 2
    assert message in result.stderr


def test_lines_of_any_ending_come_out_one_a_line(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.fr").write_bytes(b"Rien.\r\n\r\nEn XNUMX.\r\r\nFin de XNUMX")
    (tmp_path / "a.es").write_bytes(b"Nada.\n\nEn 1998.\nFin de 2004")
    languages = ("--language", "fr", "--source", "a.es", "--source-language", "es")
    result = desk("repair", "a.fr", "--lines", *languages)
    assert result.stdout == "Rien.\n\nEn 1998.\nFin de 2004\n"
    (tmp_path / "a.es").write_bytes(b"Nada.\n\nEn 1998.\nFin de 2004\n\n")
    longer = desk("repair", "a.fr", "--lines", *languages)
    assert longer.returncode == 2
    assert "different numbers of lines" in longer.stderr


_PEAK = r"""
import re, sys
from pathlib import Path
from copydesk.run.corpus import Shape, Task, repair_corpus
path = Path(sys.argv[1])
(report,) = repair_corpus([Task(path, path.with_suffix(".out.txt"))], Shape(language="fr"), jobs=1)
assert report.bytes == path.stat().st_size and not report.error
print(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1])
"""


def _peak(path: Path, megabytes: int) -> int:
    line = "Le conseil se réunit à 18 h 30 pour voter 45 millions d'euros de travaux.\n"
    path.write_text(line * (megabytes * 1_000_000 // len(line.encode())), "utf-8")
    call = [sys.executable, "-c", _PEAK, str(path)]
    return int(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small, large = _peak(tmp_path / "s.txt", 5), _peak(tmp_path / "l.txt", 50)
    assert large - small < 4_000  # kilobytes, for 45 MB more
