"""Stores on a real PostgreSQL server: made, refused, locked, searched."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from copydesk.errors import ConfigError, StoreError
from copydesk.store import people
from copydesk.store.address import Server, address
from copydesk.store.connection import Connection
from copydesk.store.database import connect, exclusive, required, transaction
from copydesk.store.pool import ConnectionPool
from postgres_server import PASSWORD, Cluster
from store.segments import list_segments

MakeUrl = Callable[[], str]


@pytest.fixture
def server(make_url: MakeUrl) -> Server:
    found = address(make_url())
    assert isinstance(found, Server)
    return found


@pytest.fixture
def opened(server: Server) -> Iterator[Connection]:
    with contextlib.closing(connect(server)) as connection:
        yield connection


def add(connection: Connection, article: str) -> None:
    connection.execute(
        "INSERT INTO decision (article, target, source, text, who, at) VALUES (?, 'fr', 's', 't', 'w', 'x')",
        (article,),
    )


def count(connection: Connection) -> int:
    (found,) = connection.execute("SELECT count(*) FROM decision").fetchone()
    return int(found)


def test_both_kinds_of_store_have_the_same_scripts_tables_and_columns(
    opened: Connection, tmp_path: Path
) -> None:
    folder = files("copydesk.store") / "migrations"
    names = [sorted(e.name for e in (folder / kind).iterdir()) for kind in ("sqlite", "postgresql")]
    assert names[0] == names[1]
    own = {"store_version": ["number"]}
    rows = opened.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'copydesk'"
        " AND column_name <> 'vector' ORDER BY table_name, ordinal_position"
    ).fetchall()
    server_tables: dict[str, list[str]] = {}
    for table, column in rows:
        server_tables.setdefault(table, []).append(column)
    with contextlib.closing(connect(tmp_path / "desk.sqlite")) as sqlite:
        tables = sqlite.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'review_text%'"
            " AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        file_tables = {
            name: [row[1] for row in sqlite.execute(f"PRAGMA table_info({name})")] for (name,) in tables
        }
    assert server_tables == file_tables | own


def test_a_transaction_is_all_or_nothing_and_seen_by_others_when_it_ends(
    server: Server, opened: Connection
) -> None:
    with contextlib.closing(connect(server)) as other:
        with pytest.raises(RuntimeError):
            fail_after(opened, "a")
        assert count(opened) == 0
        with transaction(opened):
            add(opened, "b")
            assert count(other) == 0
        assert count(other) == 1


def fail_after(connection: Connection, article: str) -> None:
    with transaction(connection):
        add(connection, article)
        raise RuntimeError


def swallow_an_error(connection: Connection) -> None:
    with transaction(connection):
        add(connection, "a")
        with contextlib.suppress(StoreError):
            connection.execute("SELECT no_such_column FROM decision")


def test_a_commit_that_cannot_be_is_an_error(server: Server, opened: Connection) -> None:
    with pytest.raises(StoreError):
        swallow_an_error(opened)
    with contextlib.closing(connect(server)) as fresh:
        assert count(fresh) == 0


def test_commits_wait_for_the_disk_whatever_the_server_says(cluster: Cluster, server: Server) -> None:
    cluster.sql(f"ALTER DATABASE {server.database} SET synchronous_commit = off")
    with contextlib.closing(connect(server)) as connection:
        assert connection.execute("SELECT current_setting('synchronous_commit')").fetchone() == ("on",)


def test_values_come_back_as_they_were(opened: Connection) -> None:
    fields = bytes(range(256))
    opened.execute("INSERT INTO stage_result VALUES (?, ?, ?, ?, ?)", ("k", "ñ'\"\\:?%$1", "fr", "s", fields))
    assert opened.execute("SELECT article, fields FROM stage_result").fetchall() == [("ñ'\"\\:?%$1", fields)]
    with pytest.raises(StoreError, match="the character NUL"):
        add(opened, "a\0b")
    assert count(opened) == 0


def test_a_stream_gives_all_rows_and_lets_others_write_meanwhile(opened: Connection) -> None:
    with transaction(opened):
        opened.executemany(
            "INSERT INTO review_session VALUES (?, 'ana', 'reviewer', '')",
            [(f"{n:05}",) for n in range(1200)],
        )
    seen = []
    for (key,) in opened.stream("SELECT key FROM review_session ORDER BY key"):
        seen.append(key)
        if len(seen) == 3:
            add(opened, "a")
    assert seen == [f"{n:05}" for n in range(1200)]


def test_a_second_run_is_refused_at_once_until_the_first_ends(server: Server) -> None:
    with exclusive(server), pytest.raises(StoreError, match="another run is using"), exclusive(server):
        pass
    with exclusive(server), exclusive(replace(server, schema="other")):
        pass


def test_several_stores_share_a_database(server: Server, opened: Connection) -> None:
    add(opened, "a")
    with contextlib.closing(connect(replace(server, schema="other"))) as other:
        assert count(other) == 0


def test_desks_that_open_a_new_store_at_once_make_it_once(server: Server) -> None:
    failed: list[BaseException] = []

    def open_it() -> None:
        try:
            connect(server).close()
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_an_older_store_is_migrated_and_one_that_fails_halfway_stays_as_it_was(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = ["CREATE TABLE early (x INTEGER)"]
    monkeypatch.setattr("copydesk.store.postgresql.server.scripts", lambda _: steps)
    connect(server).close()
    steps = [*steps, "CREATE TABLE later (x INTEGER); CREATE TABLE early (x INTEGER)"]
    with pytest.raises(StoreError, match="already exists"):
        connect(server)
    steps = [steps[0], "CREATE TABLE later (x INTEGER)"]
    with contextlib.closing(connect(server)) as connection:
        assert connection.execute("SELECT number FROM store_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_a_store_of_a_newer_copydesk_is_refused(server: Server, opened: Connection) -> None:
    opened.execute("UPDATE store_version SET number = 99")
    with pytest.raises(StoreError, match="newer copydesk"):
        connect(server)


def test_a_schema_of_another_program_is_refused(cluster: Cluster, server: Server) -> None:
    cluster.sql("CREATE SCHEMA copydesk; CREATE TABLE copydesk.theirs (x INT)", database=server.database)
    with pytest.raises(StoreError, match="another program"):
        connect(server)


def test_where_no_store_is_none_is_made(server: Server) -> None:
    with pytest.raises(ConfigError, match="there is no store postgresql://"):
        required(server)
    connect(server).close()
    assert required(server) == server


@pytest.mark.parametrize(
    ("changes", "message", "remedy"),
    [
        ({"password": "falsch"}, "password authentication failed", "PGPASSWORD"),
        ({"password": ""}, "password authentication failed", "PGPASSWORD"),
        ({"user": "nobody"}, "password authentication failed", "Check the user"),
        ({"database": "nowhere"}, 'database "nowhere" does not exist', "createdb --encoding UTF8 nowhere"),
        ({"port": 1}, "cannot be reached: Connection refused", "Start it"),
        ({"host": "/nowhere"}, "cannot be reached: No such file", "Start it"),
        ({"host": "no-such-host.invalid"}, "cannot be reached: ", "Start it"),
        ({"tls": "verify-full"}, "cannot be reached: .*certificate verify failed", "sslrootcert"),
    ],
)
def test_a_server_that_cannot_be_used_says_what_to_do_and_no_password(
    server: Server, changes: dict[str, str], message: str, remedy: str
) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        connect(replace(server, **changes))  # type: ignore[arg-type]
    assert remedy in caught.value.remedy
    assert not re.search(f"{PASSWORD}|falsch", str(caught.value))


def test_a_line_over_a_network_can_be_encrypted_and_the_server_made_to_prove_itself(
    cluster: Cluster, server: Server
) -> None:
    proved = replace(server, host="localhost", tls="verify-full", authorities=str(cluster.certificate))
    asked = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    for place, encrypted in [(server, False), (replace(server, tls="require"), True), (proved, True)]:
        with contextlib.closing(connect(place)) as connection:
            assert connection.execute(asked).fetchone() == (encrypted,)
    with pytest.raises(StoreError, match="certificate verify failed"):
        connect(replace(proved, host="127.0.0.1"))


def test_a_dump_is_a_backup(cluster: Cluster, server: Server, opened: Connection, tmp_path: Path) -> None:
    list_segments(opened, {"El autobús costó 28.500 euros": "Le bus a coûté 28 500 euros"})
    copy = replace(server, database=cluster.database())
    line = ("--host=127.0.0.1", f"--port={server.port}", f"--username={server.user}")
    words = os.environ | {"PGPASSWORD": PASSWORD}
    dump = str(tmp_path / "news.dump")
    save = (cluster.programs / "pg_dump", "--format=custom", f"--file={dump}", *line, server.database)
    restore = (cluster.programs / "pg_restore", f"--dbname={copy.database}", "--exit-on-error", *line, dump)
    for command in (save, restore):
        subprocess.run(command, env=words, check=True, timeout=60)
    with contextlib.closing(connect(copy)) as connection:
        found = connection.execute("SELECT rowid FROM review_text(?)", (connection.all_words(["autobus"]),))
        assert found.fetchall() == [(1,)]


def test_a_unix_socket_leads_to_the_server_too(cluster: Cluster, server: Server) -> None:
    with contextlib.closing(connect(replace(server, host=str(cluster.folder)))) as connection:
        assert count(connection) == 0


def test_a_database_in_another_encoding_is_refused(cluster: Cluster) -> None:
    with pytest.raises(StoreError, match="has the encoding SQL_ASCII") as caught:
        connect(address(cluster.url(cluster.database(encoding="SQL_ASCII"))))
    assert "--encoding UTF8" in caught.value.remedy


def test_a_user_who_may_make_no_tables_is_told_what_to_grant(cluster: Cluster, server: Server) -> None:
    cluster.sql(f"ALTER DATABASE {server.database} OWNER TO postgres")
    with pytest.raises(StoreError, match="permission denied") as caught:
        connect(server)
    assert f'GRANT CREATE ON DATABASE "{server.database}" TO "desk"' in caught.value.remedy


def test_who_waits_too_long_for_another_writer_is_told_so(server: Server, opened: Connection) -> None:
    people.add(opened, "ana", "reviewer")
    with contextlib.closing(connect(server)) as other, transaction(opened):
        other.execute("SET lock_timeout = '50ms'")
        opened.execute("UPDATE review_user SET role = 'approver'")
        with pytest.raises(StoreError, match="lock timeout") as caught, transaction(other):
            other.execute("UPDATE review_user SET role = 'reviewer'")
    assert "Another program holds" in caught.value.remedy


def test_a_connection_that_the_server_ended_is_not_lent_again(cluster: Cluster, server: Server) -> None:
    pool = ConnectionPool(server)
    with pool.open():
        with pool.lend() as first:
            add(first, "a")
        with pool.lend() as again:
            assert again is first
        cluster.sql(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{server.database}'"
        )
        with pool.lend() as fresh:
            assert fresh is not first
            assert count(fresh) == 1


def test_a_connection_left_in_a_transaction_is_not_lent_again(server: Server) -> None:
    pool = ConnectionPool(server)
    with pool.open():
        with pool.lend() as first:
            first.execute(first.BEGIN)
            add(first, "a")
        with pool.lend() as fresh:
            assert fresh is not first
            assert count(fresh) == 0
