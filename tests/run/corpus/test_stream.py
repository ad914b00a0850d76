"""Corpora through the repair: files, compressions, processes, failures."""

from __future__ import annotations

import gzip
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.errors import PluginError
from copydesk.run.corpus import FileReport, Progress, Shape, Task, repair_corpus
from copydesk.run.corpus.compression import BLOCK, LONGEST

zstandard: Any = importlib.import_module("zstandard")
pa: Any = importlib.import_module("pyarrow")
parquet: Any = importlib.import_module("pyarrow.parquet")

SPANISH = "La obra costará 45 millones de euros."
BROKEN = "Les travaux coûteront XNUMX millions d'euros."
SOUND = "Les travaux coûteront 45 millions d'euros."
FRENCH = Shape(language="fr")
PAIRS = Shape("fr", "es", language="fr", source_language="es")


def _run(*tasks: Task, shape: Shape = FRENCH, jobs: int = 1) -> list[FileReport]:
    return list(repair_corpus(tasks, shape, jobs=jobs))


def _pair(text: str = BROKEN) -> str:
    return json.dumps({"es": SPANISH, "fr": text}, ensure_ascii=False) + "\n"


def test_bytes_outside_the_edits_stay(tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "out" / "a.jsonl"
    path.write_bytes(b'{"fr": "\xff"}\r\n\n' + _pair().encode() + b'{"fr":1}')
    (report,) = _run(Task(path, out), shape=PAIRS)
    assert out.read_bytes() == b'{"fr": "\xff"}\r\n\n' + _pair(SOUND).encode() + b'{"fr":1}'
    assert (report.written, report.tally.changed, report.tally.left) == (out, 1, 0)


def test_gzip_and_zstandard_come_back_as_they_were_packed(tmp_path: Path) -> None:
    packed, frames = tmp_path / "a.jsonl.gz", tmp_path / "a.jsonl.zst"
    packed.write_bytes(gzip.compress(_pair().encode()) + gzip.compress(_pair().encode()))
    frames.write_bytes(zstandard.compress(_pair().encode()) + zstandard.compress(_pair().encode()))
    _run(Task(packed, packed, keep=True), Task(frames, frames, keep=True), shape=PAIRS)
    assert gzip.decompress(packed.read_bytes()).decode() == _pair(SOUND) * 2
    with zstandard.ZstdDecompressor().stream_reader(frames.read_bytes()) as reader:
        assert reader.read().decode() == _pair(SOUND) * 2


def test_several_processes_keep_the_order(tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    pad = json.dumps({"fr": "x" * 999}) + "\n"
    path.write_text("".join(_pair() if n % 600 == 0 else pad for n in range(12_000)), "utf-8")
    (report,) = _run(Task(path, out), shape=PAIRS, jobs=2)
    assert out.read_text("utf-8") == path.read_text("utf-8").replace(BROKEN, SOUND)
    assert report.tally.changed == 20


def test_record_numbers_run_on_over_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(("y" * 9_999 + "\n") * 300 + "Un XNUMX.\n", "utf-8")
    heard: list[Progress] = []
    list(repair_corpus([Task(path)], FRENCH, jobs=1, told=heard.append))
    assert [found.record.number for progress in heard for found in progress.mended] == [301]
    assert heard[-1].bytes == path.stat().st_size


def test_a_line_without_end_is_passed_on_unseen(tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(b"XNUMX\n" + b"XNUMX " * (LONGEST // 6 + BLOCK) + b"\nXNUMX\nfin")
    (report,) = _run(Task(path, out))
    assert out.read_bytes() == path.read_bytes()
    assert report.tally.counts["xnumx", "fr"].found == 2


def test_a_file_with_nothing_to_repair_is_not_written_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"Un XNUMX.\n", compresslevel=1))
    before = path.read_bytes()
    (report,) = _run(Task(path, path, keep=True))
    assert (report.written, report.error, path.read_bytes()) == (None, "", before)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt.gz"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bad.txt.gz", gzip.compress(b"a" * 9_999, mtime=0)[:20], "damaged or cut off"),
        ("bad.txt.gz", b"text", "no sound gzip"),
        ("bad.txt.zst", b"text", "damaged or cut off"),
        ("bad.parquet", b"text", "no sound Parquet"),
        ("bad.parquet.gz", b"text", "compressed twice"),
        ("bad.tsv", b"a\tb\n", "has no column 'fr'"),
        ("none.txt", None, "cannot be read"),
    ],
)
def test_a_bad_file_is_named_and_the_others_go_on(
    tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    bad, good, out = tmp_path / name, tmp_path / "good.jsonl", tmp_path / "out"
    if data is not None:
        bad.write_bytes(data)
    good.write_text(_pair(), "utf-8")
    first, second = _run(Task(bad, out / name), Task(good, out / "good.jsonl"), shape=PAIRS)
    assert reason in first.error
    assert str(bad) in first.error
    assert second.tally.changed == 1
    assert [entry.name for entry in out.iterdir()] == ["good.jsonl"]


def test_a_missing_package_is_named_with_the_command_before_work_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    (tmp_path / "a.txt").write_text("XNUMX\n", "utf-8")
    with pytest.raises(PluginError, match=r"zstandard.*copydesk\[corpus\]"):
        _run(Task(tmp_path / "a.txt", tmp_path / "b.txt"), Task(tmp_path / "a.txt.zst"))
    assert not (tmp_path / "b.txt").exists()


def test_tsv_keeps_its_header(tmp_path: Path) -> None:
    path, out = tmp_path / "a.tsv", tmp_path / "b.tsv"
    path.write_text(f"es\tfr\tXNUMX\n{SPANISH}\t{BROKEN}\t\n", "utf-8")
    (report,) = _run(Task(path, out), shape=PAIRS)
    assert out.read_text("utf-8") == f"es\tfr\tXNUMX\n{SPANISH}\t{SOUND}\t\n"
    assert report.troubles == ()


def test_parquet_keeps_schema_metadata_and_other_columns(tmp_path: Path) -> None:
    path, out = tmp_path / "a.parquet", tmp_path / "b.parquet"
    table = pa.table(
        {"id": range(9_000), "es": [SPANISH] * 9_000, "fr": [None, "rien", BROKEN] * 3_000}
    ).replace_schema_metadata({"origin": "made here"})
    parquet.write_table(table, path, compression="gzip")
    (report,) = _run(Task(path, out), shape=PAIRS, jobs=2)
    written = parquet.read_table(out)
    assert written.schema.equals(table.schema, check_metadata=True)
    assert written.column("fr").to_pylist() == [None, "rien", SOUND] * 3_000
    assert written.column("id").to_pylist() == list(range(9_000))
    assert parquet.ParquetFile(out).metadata.row_group(0).column(0).compression == "GZIP"
    assert report.tally.changed == 3_000


def test_parquet_without_the_column_names_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"id": [1], "body": ["x"]}), path)
    assert "no column 'text'. Its columns are id, body" in _run(Task(path))[0].error
    assert "holds int64, not text" in _run(Task(path), shape=Shape("id"))[0].error
