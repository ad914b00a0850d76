"""Whole articles over HTTP: handed in, run, told and fetched; nothing is lost when the server ends."""

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from copydesk.server.access import Limits, read_keys
from copydesk.store.spool import Spool
from copydesk.store.webhook import Webhook
from server.test_server import opened, running
from store.test_webhook import SECRET, Listener, served

PAGE = """<!doctype html><html lang="es"><head><title>El puerto</title></head><body><article>
<h1>El puerto reabre</h1>
<p>El puerto de la ciudad reabre hoy después de tres semanas, dijo el alcalde en una rueda de prensa.</p>
<p>En total llegan 12 barcos con alimentos y la gente espera en el muelle desde las seis de la mañana.</p>
</article></body></html>"""
NAMES = {"ana": "a" * 16, "bea": "b" * 16}
Open = Callable[..., TestClient]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Open]:
    """Opens a server on the same folder; the one before it must have been closed."""
    with ExitStack() as stack:
        yield lambda *limits, **more: stack.enter_context(opened(*limits, folder=tmp_path / "desk", **more))


def ended(client: Any, place: str, **headers: str) -> dict[str, Any]:
    """The state of a submission once it is done or has failed."""
    for _ in range(2000):
        state = client.get(place, headers=headers).json()
        if state.get("state") not in ("waiting", "running"):
            return dict(state)
        time.sleep(0.01)
    raise AssertionError(state)


def test_an_article_comes_back_published(serve: Open) -> None:
    client = serve()
    asked = {"content": PAGE, "name": "puerto.html", "target": ["fr"], "source": "es"}
    taken = client.post("/v1/articles", json=asked)
    assert taken.status_code == 202
    state = ended(client, taken.headers["location"])
    version = state["articles"][0]
    assert (state["state"], version["language"], version["version"]) == ("done", "fr", 1)
    assert version["title"] == "El puerto reabre"
    page = next(name for name in version["files"] if name.endswith("article.html"))
    found = client.get(f"{taken.headers['location']}/files/{page}")
    assert "LLEGAN 12 BARCOS" in found.text
    assert found.headers["content-security-policy"] == "sandbox"
    again = client.post("/v1/articles", json=asked | {"content": PAGE.replace("12", "15")})
    second = ended(client, again.headers["location"])["articles"][0]
    assert (second["version"], second["files"]) == (2, version["files"])


def test_a_file_can_be_uploaded_and_holds_several_articles(serve: Open) -> None:
    client = serve()
    lines = [{"id": f"n{n}", "title": f"Nota {n}", "content": "El puerto reabre hoy."} for n in range(3)]
    upload = {"file": ("notas.jsonl", "\n".join(map(json.dumps, lines)))}
    taken = client.post("/v1/articles", files=upload, data={"target": "fr", "source": "es"})
    assert taken.json()["name"] == "notas.jsonl"
    state = ended(client, taken.headers["location"])
    assert [one["title"] for one in state["articles"]] == ["Nota 0", "Nota 1", "Nota 2"]


def test_a_bad_article_says_why_and_costs_no_other(serve: Open) -> None:
    client = serve()
    asked = {"target": "fr", "source": "es"}
    bad = client.post("/v1/articles", json=asked | {"content": "\0\1\2", "name": "a.bin"})
    good = client.post("/v1/articles", json=asked | {"content": PAGE, "name": "b.html"})
    failed = ended(client, bad.headers["location"])
    assert failed["state"] == "failed"
    assert "a.bin" in failed["error"]
    assert ended(client, good.headers["location"])["state"] == "done"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "../b.html"}, "no name"),
        ({"name": ".hidden"}, "no name"),
        ({"name": ""}, "no name"),
        ({"name": "a\nb"}, "no name"),
        ({"name": "x" * 201}, "no name"),
        ({"name": "a.html/b.html"}, "folder of another"),
        ({"content": None}, "no article"),
        ({"target": "klingon words"}, "no language tag"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_once(serve: Open, change: dict[str, Any], said: str) -> None:
    client = serve()
    asked = {"content": PAGE, "name": "a.html", "target": "fr", "source": "es"}
    assert client.post("/v1/articles", json=asked).status_code == 202
    refused = client.post("/v1/articles", json=asked | change)
    assert refused.status_code == 400
    assert said in refused.json()["error"]


def test_nobody_sees_what_another_handed_in(serve: Open, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("".join(f"{name} {key}\n" for name, key in NAMES.items()))
    client = serve(Limits(read_keys(tmp_path / "keys")))
    asked = {"content": PAGE, "name": "a.html", "target": "fr", "source": "es"}
    assert client.post("/v1/articles", json=asked).status_code == 403
    taken = client.post("/v1/articles", json=asked, headers={"X-API-Key": NAMES["ana"]})
    place = taken.headers["location"]
    state = ended(client, place, **{"X-API-Key": NAMES["ana"]})
    file = f"{place}/files/{state['articles'][0]['files'][0]}"
    for url in (place, file):
        assert client.get(url).status_code == 403
        assert client.get(url, headers={"X-API-Key": NAMES["bea"]}).status_code == 404
    assert client.get(file, params={"api_key": NAMES["ana"]}).status_code == 200


def test_only_listed_files_are_given_out(serve: Open) -> None:
    client = serve()
    asked = {"content": PAGE, "name": "a.html", "target": "fr", "source": "es"}
    place = client.post("/v1/articles", json=asked).headers["location"]
    ended(client, place)
    for path in ("..%2Fout.copydesk.sqlite", ".copydesk", "index.html", "%2Fetc%2Fpasswd"):
        assert client.get(f"{place}/files/{path}").status_code == 404
    for name in ("0" * 26, "..", "%2e%2e%2fkeys"):
        assert client.get(f"/v1/articles/{name}").status_code == 404


def test_what_waits_when_a_server_is_killed_is_done_by_the_next(serve: Open, tmp_path: Path) -> None:
    left = Spool(tmp_path / "desk").put(PAGE.encode(), owner="", name="a.html", targets=("fr",), source="es")
    assert ended(serve(), f"/v1/articles/{left.id}")["state"] == "done"
    assert Spool(tmp_path / "desk").waiting() == []


@pytest.mark.apertium
def test_a_killed_server_loses_and_doubles_nothing(tmp_path: Path) -> None:
    folder = ("--articles", str(tmp_path / "desk"))
    places = []
    with running(tmp_path / "log", *folder, end=signal.SIGKILL) as server:
        for n in range(6):
            asked = {"content": PAGE.replace("12", str(n + 20)), "name": f"{n}.html", "target": "fr"}
            places.append(httpx.post(f"{server}/v1/articles", json=asked).headers["location"])
    with running(tmp_path / "log", *folder) as server, httpx.Client(base_url=server) as client:
        for n, place in enumerate(places):
            state = ended(client, place)
            assert [version["version"] for version in state["articles"]] == [1], state
            page = next(name for name in state["articles"][0]["files"] if name.endswith("article.html"))
            assert f"{n + 20} bateaux" in client.get(f"{place}/files/{page}").text


def test_more_than_may_wait_is_told_to_come_later(serve: Open) -> None:
    refused = serve(most=0).post(
        "/v1/articles", json={"content": PAGE, "name": "a.html", "target": "fr", "source": "es"}
    )
    assert refused.status_code == 503
    assert refused.headers["retry-after"]


def test_an_article_may_be_larger_than_a_text_but_not_endless(serve: Open) -> None:
    client = serve(Limits(body=100, article=2000))
    asked = {"name": "a.txt", "target": "fr", "source": "es"}
    assert client.post("/v1/articles", json=asked | {"content": "El puerto. " * 100}).status_code == 202
    assert client.post("/v1/articles", json=asked | {"content": "El puerto. " * 200}).status_code == 413
    assert client.post("/detect", json={"q": "El puerto. " * 100}).status_code == 413


def test_a_webhook_is_told_of_each_end_also_after_a_restart(serve: Open, tmp_path: Path) -> None:
    with served() as listener:
        client = serve(hook=Webhook(listener.url, SECRET))
        asked = {"content": PAGE, "name": "a.html", "target": "fr", "source": "es"}
        taken = client.post("/v1/articles", json=asked).json()
        event = _told(listener)
        assert (event["type"], event["data"]["id"]) == ("article.done", taken["id"])
        for _ in range(500):
            if not Spool(tmp_path / "desk").untold():
                break
            time.sleep(0.01)
        assert Spool(tmp_path / "desk").untold() == []


def _told(listener: Listener) -> dict[str, Any]:
    for _ in range(2000):
        if listener.got:
            return dict(json.loads(listener.got[0][1]))
        time.sleep(0.01)
    raise AssertionError("nothing was told")
