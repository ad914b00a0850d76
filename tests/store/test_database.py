import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from copydesk.errors import ConfigError, StoreError
from copydesk.store import decisions
from copydesk.store.database import Connection, back_up, connect, exclusive, store_errors, transaction


def test_a_new_store_opens_with_wal_and_full_sync(tmp_path: Path) -> None:
    with_db = connect(tmp_path / "deep" / "desk.sqlite")
    assert with_db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert with_db.execute("PRAGMA synchronous").fetchone() == (2,)
    with_db.close()


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        connect(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is not a database, really not" * 100)
    with pytest.raises(StoreError, match="not a database"):
        connect(path)


def test_a_store_of_a_newer_copydesk_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    connection = connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(StoreError, match="newer copydesk"):
        connect(path)


def test_an_older_store_is_backed_up_and_then_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.sqlite"
    first = "CREATE TABLE early (x INTEGER) STRICT;"
    scripts = [first]
    monkeypatch.setattr("copydesk.store.sqlite.scripts", lambda _: scripts)
    connect(path).close()
    scripts = [first, "CREATE TABLE later (x INTEGER) STRICT;"]
    monkeypatch.setattr("copydesk.store.sqlite.scripts", lambda _: scripts)
    connection = connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    connection.close()
    backup = sqlite3.connect(tmp_path / "desk.sqlite.v1.backup")
    assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    backup.close()


def test_a_second_run_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with (
        exclusive(path),
        pytest.raises(StoreError, match="another run is using the store"),
        exclusive(path),
    ):
        pass
    with exclusive(path):
        pass


INSERT = "INSERT INTO decision (article, target, source, text, who, at) VALUES (?, 'fr', ?, 't', 'w', 'x')"


def insert(connection: Connection, rows: int, *, fail: bool = False) -> None:
    with transaction(connection):
        connection.executemany(INSERT, ((str(n), "s" * 500) for n in range(rows)))
        if fail:
            raise RuntimeError


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    connection = connect(tmp_path / "desk.sqlite")
    with pytest.raises(RuntimeError):
        insert(connection, 1, fail=True)
    assert connection.execute("SELECT count(*) FROM decision").fetchone() == (0,)
    connection.close()


def test_a_full_disk_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    connection = connect(path)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages + 1}")
    with pytest.raises(StoreError, match="Free disk space"), store_errors(path):
        insert(connection, 1000)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_backup_holds_what_a_plain_copy_of_the_file_misses(tmp_path: Path) -> None:
    place, copy = tmp_path / "store.sqlite", tmp_path / "copies" / "copy.sqlite"
    copy.parent.mkdir()
    with closing(connect(place)) as connection:
        for n in range(20):
            decisions.record(connection, article="a", target="fr", source=f"s{n}", text=f"t{n}", who="ana")
        shutil.copy(place, tmp_path / "plain.sqlite")
        back_up(place, copy)
    assert [file.name for file in copy.parent.iterdir()] == ["copy.sqlite"]
    with closing(sqlite3.connect(tmp_path / "plain.sqlite")) as plain:
        (tables,) = plain.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'decision'").fetchone()
        assert not tables or plain.execute("SELECT count(*) FROM decision").fetchone() != (20,)
    with closing(connect(copy)) as connection:
        assert len(decisions.human_texts(connection, article="a", target="fr")) == 20
    with pytest.raises(ConfigError, match="already"):
        back_up(place, copy)


def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    connect(place).close()
    with pytest.raises(StoreError):
        back_up(place, tmp_path / "nowhere" / "copy.sqlite")
    (tmp_path / "broken.sqlite").write_bytes(b"SQLite format 3\0" + bytes(4000))
    with pytest.raises(StoreError):
        back_up(tmp_path / "broken.sqlite", tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()
