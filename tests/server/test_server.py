"""``copydesk serve``: real clients over a real socket, and a fuzzer over its description."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from copydesk.config.settings import Settings
from copydesk.data import Candidate, Glossary, Pair, Request
from copydesk.errors import ConfigError, EngineError
from copydesk.server.access import Limits, Pace, read_keys
from copydesk.server.app import create_app
from copydesk.server.articles import Articles
from copydesk.server.markup import Fragment
from copydesk.server.work import Workroom
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import Translator, open_translator


@contextmanager
def running(log: Path, *options: str, end: int = signal.SIGTERM) -> Iterator[str]:
    """The address of a real server with Apertium, ended by the signal ``end``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "copydesk", "serve", "--port", str(port), "--engine", "apertium"]
    with log.open("w") as file:
        process = subprocess.Popen([*command, *options], stderr=file, stdout=file)
        place = f"http://127.0.0.1:{port}"
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{place}/ready").close()
                    break
                except OSError:
                    assert process.poll() is None, log.read_text()
                    time.sleep(0.1)
            yield place
        finally:
            process.send_signal(end)
            ended = process.wait(60)
    assert ended == (0 if end == signal.SIGTERM else -end)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server with Apertium; the end of it is a test too."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "keys").write_text("# who\nana 0123456789abcdef\n")
    with running(folder / "log", "--keys", str(folder / "keys")) as place:
        yield place
    records = [json.loads(line) for line in (folder / "log").read_text().splitlines() if line[0] == "{"]
    assert any(one["path"] == "/translate" and one["status"] == 200 for one in records)
    assert "0123456789abcdef" not in (folder / "log").read_text()


@pytest.mark.apertium
def test_clients_of_libretranslate_get_the_text_of_the_command(address: str) -> None:
    libretranslatepy = pytest.importorskip("libretranslatepy")
    deep_translator = pytest.importorskip("deep_translator")
    text = "El paro subió un 3,5 % en 2012."
    command = [sys.executable, "-m", "copydesk", "translate", "--lines", "-", "--from", "es", "--to", "fr"]
    said = subprocess.run(
        [*command, "--engine", "apertium"], input=text, capture_output=True, text=True, check=True
    )
    own = libretranslatepy.LibreTranslateAPI(address, "0123456789abcdef")
    assert own.translate(text, "es", "fr") == said.stdout.rstrip("\n")
    assert own.detect("Le président a dit que la situation était grave.")[0]["language"] == "fr"
    assert {"es", "fr"} <= {one["code"] for one in own.languages()}
    other = deep_translator.LibreTranslator("es", "fr", api_key="0123456789abcdef", custom_url=f"{address}/")
    assert other.translate(text) == said.stdout.rstrip("\n")
    with pytest.raises(urllib.error.HTTPError) as refused:
        libretranslatepy.LibreTranslateAPI(address).translate(text, "es", "fr")
    assert refused.value.code == 403
    refused.value.close()


class Loud:
    """An engine that answers in capitals and breaks on what is GUILTY."""

    name = "loud"
    capabilities = Capabilities(protections=True, deterministic=True)

    def pairs(self) -> tuple[Pair, ...]:
        return (Pair("es", "fr"), Pair("fr", "es"))

    def fingerprint(self, pair: Pair) -> str:
        return f"loud:{pair}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        if any("GUILTY" in one.text for one in batch):
            raise EngineError("the child was killed")
        return [Candidate(one.text.upper()) for one in batch]

    def close(self) -> None:
        pass


def opened(
    limits: Limits | None = None, *, folder: Path | None = None, room: Any = None, **articles: Any
) -> TestClient:
    """A client of a server with a loud engine, which takes articles into ``folder``."""
    options = TranslateOptions(protect_names=False, lexicon=False, post_edit=False)
    settings = Settings(translate=options)
    desks = (Translator(Loud(), options) for _ in range(2))
    taken = Articles(folder, next(desks), settings, Glossary(), **articles) if folder else None
    workroom = Workroom(next(desks), settings, Glossary(), **room or {})
    return TestClient(create_app(workroom, limits or Limits(), articles=taken, log=lambda _: None))


@pytest.fixture
def client() -> Iterator[TestClient]:
    with opened() as client:
        yield client


def test_one_text_gives_one_and_several_give_several(client: TestClient) -> None:
    asked = {"q": ["uno dos", "", "tres\n\ncuatro"], "source": "es", "target": "fr"}
    assert client.post("/translate", json=asked).json() == {
        "translatedText": ["UNO DOS", "", "TRES\n\nCUATRO"]
    }
    assert client.post("/translate", data=asked | {"q": "uno"}).json()["translatedText"] == "UNO"
    found = client.post(
        "/translate",
        json={"q": "El presidente dijo que la situación era grave.", "source": "auto", "target": "fr"},
    ).json()
    assert found["detectedLanguage"]["language"] == "es"


def test_markup_stays_and_code_is_left_alone(client: TestClient) -> None:
    asked = {
        "q": '<p>uno <b class="x">dos</b> &amp; tres<br><code>no</code></p> fin',
        "source": "es",
        "target": "fr",
        "format": "html",
    }
    assert client.post("/translate", json=asked).json()["translatedText"] == (
        '<p>UNO <b class="x">DOS</b> &amp; TRES<br><code>no</code></p> FIN'
    )
    assert Fragment("a < b").with_texts(["<i>"]) == "&lt;i&gt;"
    assert Fragment("").with_texts([]) == ""


def test_a_broken_request_costs_no_other(client: TestClient) -> None:
    def ask(n: int) -> tuple[int, object]:
        text = "GUILTY" if n % 10 == 3 else f"texto {n}"
        answer = client.post("/translate", json={"q": text, "source": "es", "target": "fr"})
        return answer.status_code, answer.json().get("translatedText")

    with ThreadPoolExecutor(16) as pool:
        said = list(pool.map(ask, range(80)))
    assert said == [(502, None) if n % 10 == 3 else (200, f"TEXTO {n}") for n in range(80)]


def test_repair_and_check_answer_with_proofs(client: TestClient) -> None:
    said = client.post(
        "/repair",
        json={
            "text": "Il a gagné XNUMX euros.",
            "language": "fr",
            "source": "Ganó 300 euros.",
            "source_language": "es",
        },
    ).json()
    assert said["text"] == "Il a gagné 300 euros."
    assert said["edits"][0]["evidence"]
    asked = {"pairs": [["Subió un 3,5 %.", "Il a augmenté de 4,5 %."]], "source": "es", "target": "fr"}
    (found,) = client.post("/check", json=asked).json()["findings"]
    assert "numbers" in {one["rule"] for one in found}


def test_limits_are_answered_with_their_status() -> None:
    keys = {"5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9": "x"}
    asked = {"q": "uno", "source": "es", "target": "fr"}
    with opened(Limits(keys)) as client:
        assert client.post("/translate", json=asked).status_code == 403
    with opened(Limits(per_minute=2, body=2000, characters=1000)) as client:
        assert client.post("/translate", json=asked | {"q": "x" * 1001}).status_code == 413
        assert client.post("/translate", json=asked | {"q": "x" * 3000}).status_code == 413
        assert client.post("/translate", json=asked).status_code == 200
        slow = client.post("/translate", json=asked, headers={"x-request-id": "r1"})
        assert (slow.status_code, slow.headers["x-request-id"]) == (429, "r1")
        assert int(slow.headers["retry-after"]) >= 1


def test_more_than_may_wait_is_refused_and_the_rest_answered() -> None:
    options = TranslateOptions(engine="identity", protect_names=False, lexicon=False, post_edit=False)
    room = Workroom(open_translator(options), Settings(translate=options), Glossary(), most=10)
    first = room.translate(["x" * 50], Pair("es", "fr"))  # alone, it may be as large as it likes
    assert first.result(30) == ("x" * 50,)
    with room._lock:
        room._waiting = 8
    app = create_app(room, Limits(), log=lambda _: None)
    with TestClient(app) as client:
        busy = client.post("/translate", json={"q": "tres", "source": "es", "target": "fr"})
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "2")
        assert "copydesk_waiting_characters 8.0" in client.get("/metrics").text


def test_a_client_waits_for_its_pace() -> None:
    now = [0.0]
    pace = Pace(60, lambda: now[0])
    assert [pace.wait("a") for _ in range(60)] == [0.0] * 60
    assert pace.wait("a") == pytest.approx(1.0)
    assert pace.wait("b") == 0.0
    now[0] = 1.0
    assert pace.wait("a") == 0.0


@pytest.mark.parametrize("text", ["", "ana", "ana short", "ana a b"])
def test_a_file_of_keys_is_read_strictly(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys").write_text(text)
    with pytest.raises(ConfigError):
        read_keys(tmp_path / "keys")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{"),
        ("application/json", b"[" * 100_000),
        ("application/json", b'{"q": "\\ud800", "source": "es", "target": "fr"}'),
        ("application/json", b"\xff\xfe"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
        ("text/plain", b"q=1"),
    ],
)
def test_nonsense_is_the_clients_fault(client: TestClient, kind: str, body: bytes) -> None:
    answer = client.post("/translate", content=body, headers={"content-type": kind})
    assert (answer.status_code, "error" in answer.json()) == (400, True)


def test_a_fuzzer_finds_no_fault_of_the_server(tmp_path: Path) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    import hypothesis

    with opened(folder=tmp_path) as client:
        schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
        for operation in (found.ok() for found in schema.get_all_operations()):

            @hypothesis.settings(
                max_examples=8,
                deadline=None,
                database=None,
                derandomize=True,
                suppress_health_check=list(hypothesis.HealthCheck),
            )
            @hypothesis.given(case=operation.as_strategy())
            def fuzz(case) -> None:  # type: ignore[no-untyped-def]
                given = case.as_transport_kwargs(base_url="http://testserver")
                given.pop("cookies", None)
                answer = client.request(
                    given["method"], case.formatted_path,
                    params=given.get("params"), json=given.get("json"), data=given.get("data"),
                )  # fmt: skip
                assert answer.status_code < 500, answer.text

            fuzz()
