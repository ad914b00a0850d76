"""The small newsroom on each kind of store: a SQLite file, and a database of a real PostgreSQL server."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from copydesk.store.address import Address, address
from postgres_server import Cluster
from web import newsroom


@dataclass(frozen=True, slots=True)
class Room:
    """A folder with articles, their output in ``out``, and the store, as a command line names it."""

    folder: Path
    named: str
    cluster: Cluster | None = None

    @property
    def store(self) -> Address:
        """Where the store is."""
        return address(self.named)

    def run(self) -> dict[str, object]:
        """The batch command over the articles; its totals."""
        return newsroom.run(self.folder, store=self.named)

    def copied(self, folder: Path) -> Room:
        """A room of its own with the same content."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        if self.cluster is None:
            return replace(self, folder=folder, named=str(folder / Path(self.named).name))
        template = self.named.rpartition("/")[2]
        return replace(self, folder=folder, named=self.cluster.url(self.cluster.database(template=template)))


MakeRoom = Callable[..., Room]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """Each kind of store in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def make_room(backend: str, request: pytest.FixtureRequest) -> MakeRoom:
    """Fill a folder and a store of the kind in turn with ``articles``, by the batch command."""
    cluster: Cluster | None = request.getfixturevalue("cluster") if backend == "postgresql" else None

    def make(folder: Path, articles: dict[str, str] | None = None) -> Room:
        named = cluster.url(cluster.database()) if cluster else str(folder / "out.copydesk.sqlite")
        newsroom.build(folder, articles, store=named)
        return Room(folder, named, cluster)

    return make


@pytest.fixture(scope="module")
def built(make_room: MakeRoom, tmp_path_factory: pytest.TempPathFactory) -> Room:
    """A room with the small newsroom, for the tests of a module to copy."""
    return make_room(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture
def room(built: Room, tmp_path: Path) -> Room:
    """A copy of ``built`` for one test."""
    return built.copied(tmp_path)
