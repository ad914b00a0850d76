"""A real PostgreSQL server for the tests, from Debian's package, with a database for each that asks."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pg8000.native import Connection as Driver

USER = "desk"
PASSWORD = "tinta y papel"
_ROOT = os.geteuid() == 0


@dataclass(slots=True)
class Cluster:
    """A running server. ``folder`` holds its data, its Unix socket and its certificate."""

    folder: Path
    programs: Path
    port: int
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def certificate(self) -> Path:
        """What a client may trust: it is for localhost."""
        return self.folder / "certificate"

    def database(self, *, template: str = "template0", encoding: str = "UTF8") -> str:
        """A fresh database that belongs to the desk's user; its name."""
        name = f"desk_{next(self.numbers)}"
        locale = "C.UTF-8" if encoding == "UTF8" else "C"
        self.sql(
            f"CREATE DATABASE {name} OWNER {USER} TEMPLATE {template} ENCODING '{encoding}' LOCALE '{locale}'"
        )
        return name

    def url(self, database: str, *, password: str = PASSWORD) -> str:
        """Where a store in ``database`` is."""
        return f"postgresql://{USER}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def sql(self, *statements: str, database: str = "postgres") -> list[list[object]]:
        """What a superuser does; the rows of the last statement."""
        socket_name = str(self.folder / f".s.PGSQL.{self.port}")
        with Driver("postgres", password="root", unix_sock=socket_name, database=database) as driver:
            for statement in statements:
                rows = driver.run(statement)
        return list(rows or ())

    def start(self) -> None:
        """Start it; it answers when this returns."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        options += f" -c ssl=on -c ssl_cert_file={self.certificate} -c ssl_key_file={self.folder / 'key'}"
        self._control("start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop it; "immediate" is a crash, after which it recovers."""
        self._control("stop", "-w", "-m", mode)

    def make(self) -> None:
        """Make its data folder, with passwords required, and its certificate."""
        word = self.folder / "word"
        word.write_text("root")
        word.chmod(0o644)
        data = str(self.folder / "data")
        self._call(
            *(self.programs / "initdb", "-D", data, "-U", "postgres", "-A", "scram-sha-256"),
            *(f"--pwfile={word}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"),
        )
        self._call(
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", self.folder / "key", "-out", self.certificate),
        )

    def _control(self, *arguments: str) -> None:
        self._call(self.programs / "pg_ctl", "-D", str(self.folder / "data"), *arguments)

    def _call(self, *command: str | Path) -> None:
        done = subprocess.run(
            command,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120, cwd="/",
            user="postgres" if _ROOT else None,  # the server refuses to be root
            group="postgres" if _ROOT else None,
            extra_groups=() if _ROOT else None,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def new_cluster() -> Cluster:
    """A server of one's own, started; :func:`end` ends it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if not found:
        pytest.fail("PostgreSQL is missing: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="copydesk-pg-"))
    if _ROOT:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    cluster = Cluster(folder, found[-1], port)
    cluster.make()
    cluster.start()
    cluster.sql(f"CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'")
    return cluster


def end(cluster: Cluster) -> None:
    """Stop the server and remove its files."""
    cluster.stop("immediate")
    shutil.rmtree(cluster.folder)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server that all tests share; each makes a database of its own in it."""
    made = new_cluster()
    yield made
    end(made)


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """A server for one test, which may crash it."""
    made = new_cluster()
    yield made
    end(made)


@pytest.fixture
def make_url(cluster: Cluster) -> Callable[[], str]:
    """Where a new store is, each in a database of its own."""
    return lambda: cluster.url(cluster.database())
