"""Runs with a scripted language model: what it is told, what it costs, and what is asked twice."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

Translate = Callable[[dict[str, Any], dict[str, Any]], str]

ARTICLE = (
    "La ministra presenta el plan\n\n"
    "La ministra Volodímira Zelénskaya llegó a Kiev con 979 personas. Anunció el plan de vivienda ayer.\n\n"
    "Según Zelénskaya, costará 350 euros. Volverá el lunes a Kiev con los alcaldes.\n"
)


class Model:
    """A chat server on loopback; ``translate`` is asked for each segment, with the whole document."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self.documents: list[dict[str, Any]] = []
        model = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                document = json.loads(question["messages"][1]["content"])
                model.documents.append(document)
                found = [
                    {"id": segment["id"], "text": model.translate(segment, document)}
                    for segment in document["segments"]
                ]
                content = json.dumps({"translations": found})
                answer = {
                    "choices": [{"message": {"content": content}, "finish_reason": "stop"}],
                    "usage": {"prompt_tokens": 1000, "completion_tokens": 100},
                }
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def texts(self) -> list[str]:
        """Every segment that was asked for, in order."""
        return [segment["text"] for document in self.documents for segment in document["segments"]]


def translate(segment: dict[str, Any], document: dict[str, Any]) -> str:
    """French that is consistent only as far as the document tells: who she is, how she is written."""
    text = str(segment["text"])
    before = json.dumps([document.get("before"), document.get("around"), document["title"]])
    if text.startswith(("Anunció", "Volverá")):
        who = "Elle" if "ministra" in before else "Il"
        return f"{who} a annoncé le plan hier." if "Anunció" in text else f"{who} reviendra lundi à Kyiv."
    if text.startswith("Según"):
        names = {entry["name"]: entry["translation"] for entry in document.get("names", ())}
        return f"Selon {names.get('Zelénskaya', 'Zelenskaïa')}, cela coûtera 350 euros."
    if "llegó" in text:
        said = "979" if "rejected" in segment else "1 979"
        return f"La ministre Volodymyra Zelenska est arrivée à Kyiv avec {said} personnes."
    return "La ministre présente le plan"


@pytest.fixture
def model() -> Iterator[Model]:
    served = Model(translate)
    yield served
    served.server.shutdown()
    served.server.server_close()


@pytest.fixture
def run(model: Model, tmp_path: Path, desk: Callable[..., Any]) -> Callable[..., Any]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, "utf-8")

    def call(*more: str, code: int = 0, **chat: Any) -> Any:
        settings = {"segments": 2, "previous": 3, "input_price": 2.0, "output_price": 10.0} | chat
        (tmp_path / "chat.toml").write_text(
            f'[translate]\nengine = "chat"\nothers = []\nprotect_names = false\nhttp.url = "http://127.0.0.1:'
            f'{model.server.server_address[1]}"\nhttp.model = "scripted"\n[translate.chat]\n'
            + "\n".join(f"{name} = {json.dumps(value)}" for name, value in settings.items())
        )
        arguments = ("articles", "--from", "es", "--to", "fr", "--config", "chat.toml", "--json", *more)
        done = desk("run", "--out", "out", *arguments) if "--out" not in more else desk("run", *arguments)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    return call


def page(root: Path) -> str:
    (found,) = root.glob("*/fr/article.md")
    return found.read_text("utf-8").replace("\u202f", " ").replace("\u00a0", " ")


def test_context_makes_pronoun_and_name_consistent_and_nothing_is_asked_twice(
    run: Callable[..., Any], model: Model, tmp_path: Path
) -> None:
    done = run()
    text = page(tmp_path / "out")
    assert "Elle a annoncé le plan hier." in text
    assert "Selon Zelenska, cela coûtera 350 euros." in text
    assert "Elle reviendra lundi" in text
    assert [len(document["segments"]) for document in model.documents] == [2, 1, 2, 1]
    first, told, second, last = model.documents
    assert [segment["role"] for segment in first["segments"]] == ["headline", "paragraph"]
    assert first["title"] == "La ministra presenta el plan"
    assert told["segments"][0]["rejected"]["because"] == ["979 became 1 979"]
    assert second["before"][-1]["translation"].endswith("est arrivée à Kyiv avec 979 personnes.")
    assert {"name": "Zelénskaya", "translation": "Zelenska"} in second["names"]
    assert {"name": "Kiev", "translation": "Kyiv"} in last["names"]
    assert (done["usage"]["requests"], done["usage"]["tokens_in"]) == (4, 4000)
    assert done["usage"]["cost"] == pytest.approx(4 * 0.003)

    assert run()["usage"]["requests"] == 0
    (tmp_path / "other").mkdir()
    assert run("--out", "other", "--store", "out.copydesk.sqlite")["usage"]["requests"] == 0
    assert page(tmp_path / "other") == text
    assert len(model.documents) == 4

    articles = tmp_path / "articles" / "a.txt"
    articles.write_text(ARTICLE.replace("Volverá el lunes", "Volverá el lunes próximo"), "utf-8")
    run()
    assert len(model.documents) == 5
    assert model.documents[-1]["segments"][0]["text"].startswith("Volverá el lunes próximo")
    assert run(style="Short sentences.")["usage"]["requests"] == 4


def test_without_context_each_segment_stands_alone(
    run: Callable[..., Any], model: Model, tmp_path: Path
) -> None:
    model.translate = lambda segment, _: translate(
        segment | {"rejected": 1}, {"title": "", "before": [], "segments": []}
    )
    run(context=False)
    text = page(tmp_path / "out")
    assert "Il a annoncé le plan hier." in text
    assert "Selon Zelenskaïa" in text
    assert all(set(document) <= {"segments", "keep"} for document in model.documents)


def test_the_budget_stops_a_run_and_a_higher_one_goes_on_where_it_stopped(
    run: Callable[..., Any], model: Model, tmp_path: Path
) -> None:
    model.translate = lambda segment, document: translate(segment | {"rejected": 1}, document)
    done = run("--budget", "0.005", code=4)
    assert done["usage"]["cost"] <= 0.005
    assert done["segments"]["held"] == 3
    assert "budget of 0.005 is used up" in done["editions"][0]["why_held"]
    asked = model.texts
    run("--budget", "1")
    assert len(model.texts) == 5
    assert model.texts[: len(asked)] == asked
    assert "Elle reviendra lundi" in page(tmp_path / "out")
