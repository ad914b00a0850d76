from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.errors import ConfigError
from copydesk.store.address import Server, address


@pytest.fixture(autouse=True)
def _no_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGHOST", "PGPORT", "PGUSER", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)


def test_a_path_is_a_file() -> None:
    assert address("out.copydesk.sqlite") == Path("out.copydesk.sqlite")
    assert address("a:b/c.sqlite") == Path("a:b/c.sqlite")


def test_a_url_names_a_schema_of_a_database() -> None:
    found = address("postgresql://ana:s%40cret@db.example.org:5433/the%20news?schema=es_fr&sslmode=require")
    assert found == Server(
        "ana", "db.example.org", 5433, "the news", schema="es_fr", tls="require", password="s@cret"
    )


def test_what_a_url_leaves_out_comes_from_the_usual_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGHOST": "db", "PGPORT": "6000", "PGUSER": "ana", "PGPASSWORD": "word"}.items():
        monkeypatch.setenv(name, value)
    assert address("postgresql:///news") == Server("ana", "db", 6000, "news", password="word")


@pytest.mark.parametrize(
    ("url", "tls"),
    [
        ("postgresql://a@localhost/news", "disable"),
        ("postgresql://a@[::1]/news", "disable"),
        ("postgresql://a@/news?host=/run/postgresql", "disable"),
        ("postgresql://a@db.example.org/news", "prefer"),
        ("postgresql://a@localhost/news?sslmode=verify-full", "verify-full"),
    ],
)
def test_tls_is_used_over_networks_unless_the_url_says_otherwise(url: str, tls: str) -> None:
    found = address(url)
    assert isinstance(found, Server)
    assert found.tls == tls


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:geheim@db.example.org:5432/news",
        "postgresql://ana:geheim@[2001:db8::1]:5432/news?schema=es_fr",
        "postgresql://ana:geheim@:5432/news?host=/run/postgresql",
    ],
)
def test_no_password_is_ever_shown(url: str) -> None:
    found = address(url)
    assert "geheim" not in f"{found} {found!r}"
    assert isinstance(found, Server)
    assert address(str(found)) == replace(found, password="")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://ana@db/news", "mysql:// names no store"),
        ("postgresql://ana@db", "names no database"),
        ("postgresql://ana@db/a/b", "names no database"),
        ("postgresql://ana:geheim@db:port/news", "cannot be understood"),
        ("postgresql://ana@db/news?shcema=x", "unknown option 'shcema'"),
        ("postgresql://ana@db/news?schema=x;drop", "cannot be the schema"),
        ("postgresql://ana@db/news?sslmode=allow", "sslmode=allow is not known"),
    ],
)
def test_a_url_that_cannot_be_meant_says_why(url: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        address(url)
    assert "geheim" not in str(caught.value)
