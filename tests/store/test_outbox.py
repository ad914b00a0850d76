from pathlib import Path

import pytest

from copydesk.errors import PublishError
from copydesk.store import outbox


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.html"
    assert outbox.write(path, [b"one ", b"two"])
    before = path.stat().st_mtime_ns
    assert not outbox.write(path, [b"one two"])
    assert path.stat().st_mtime_ns == before
    assert list(path.parent.iterdir()) == [path]


def test_a_failing_renderer_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    outbox.write(path, [b"old"])

    def pieces() -> object:
        yield b"new, but"
        raise OSError(28, "No space left on device")

    with pytest.raises(PublishError, match="No space left"):
        outbox.write(path, pieces())  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PublishError, match="choose another --out"):
        outbox.write(tmp_path / "file" / "page.html", [b"x"])


def test_only_own_unchanged_files_are_removed(tmp_path: Path) -> None:
    (tmp_path / "ours").write_bytes(b"1")
    (tmp_path / "theirs").write_bytes(b"changed by somebody")
    outbox.remove_own(tmp_path, {"ours": outbox.sha256(b"1"), "theirs": outbox.sha256(b"2")})
    assert [p.name for p in tmp_path.iterdir()] == ["theirs"]


def test_leftovers_of_a_killed_run_are_swept_where_they_were_written_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    kept = [tmp_path / ".page.html.123.tmp", tmp_path / "es" / "page.html", tmp_path / "es" / ".session.tmp"]
    for path in (*kept, tmp_path / "es" / ".page.html.123.tmp"):
        path.write_bytes(b"some")
    outbox.sweep(tmp_path, ["*/.*.tmp"])
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == set(kept)
