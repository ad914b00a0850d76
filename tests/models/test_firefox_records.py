"""Mozilla's records and mirrors of them, over real HTTP."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import zstandard

from copydesk.data import Pair, Request
from copydesk.errors import ConfigError, CopydeskError
from copydesk.models.add import Wish, add, remove, verify
from copydesk.models.home import find
from copydesk.models.refusal import ModelRefusedError
from copydesk.translate.firefox.engine import FirefoxEngine
from copydesk.translate.options import TranslateOptions

WISH = Wish(sources=("en",), targets=("pt",))
Change = Callable[[list[dict[str, Any]]], None]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hosted(firefox_home: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with the real English-Portuguese model as Mozilla hosts it, and its address."""
    root = tmp_path / "hosted"
    (root / "files").mkdir(parents=True)
    records = []
    for path in sorted((firefox_home / "firefox-en-pt" / "firefox").iterdir()):
        data = path.read_bytes()
        (root / "files" / f"{path.name}.zst").write_bytes(zstandard.compress(data, 1))
        kind = path.name.partition(".")[0]
        records.append(record(path.name, kind, hashlib.sha256(data).hexdigest()))
    write(root, records)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield root, f"http://127.0.0.1:{server.server_address[1]}/records.json"
    server.shutdown()
    server.server_close()


def record(name: str, kind: str, sha256: str | None, *, version: str = "2.0") -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": name, "fileType": kind, "sourceLanguage": "en", "targetLanguage": "pt", "version": version,
        "architecture": "tiny", "attachment": {"location": f"files/{name}.zst"},
    }  # fmt: skip
    return found | ({"decompressedHash": sha256} if sha256 else {})


def write(root: Path, records: list[dict[str, Any]]) -> None:
    (root / "records.json").write_text(json.dumps({"data": records}))


def change(root: Path, how: Change) -> None:
    records = json.loads((root / "records.json").read_text())["data"]
    how(records)
    write(root, records)


def test_a_mirror_brings_a_model_that_translates(hosted: tuple[Path, str], empty_home: Path) -> None:
    told: list[str] = []
    model = add(hosted[1], WISH, tell=lambda progress: told.append(progress.what))
    assert model.card.name == "firefox-en-pt"
    assert "Version 2.0, tiny" in model.card.note
    assert len(told) == len(model.card.files) == 3
    assert verify(model) == ()
    answer = FirefoxEngine(TranslateOptions()).translate([Request("The mayor left.", Pair("en", "pt"))])
    assert answer[0].text == "O prefeito saiu."


def test_mozillas_own_server_says_where_the_files_are(
    hosted: tuple[Path, str], empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, url = hosted
    place = url.removesuffix("records.json")
    change(root, _spanish)
    (root / "v1" / "buckets").mkdir(parents=True)
    (root / "records.json").rename(root / "v1" / "buckets" / "records")
    about = {"capabilities": {"attachments": {"base_url": place}}}
    (root / "v1" / "index.html").write_text(json.dumps(about))
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"{place}v1/buckets/records")
    assert add("firefox-es-en").card.quality == ()  # those on the card are of another architecture
    change_at = root / "v1" / "buckets" / "records"
    change_at.write_text(change_at.read_text().replace('"tiny"', '"base-memory"'))
    remove("firefox-es-en")
    card = add("firefox-es-en").card
    assert [(q.set, q.bleu) for q in card.quality] == [("newstest2012", 38.1), ("flores-test", 26.9)]
    assert find("firefox-es-en").card == card


def _spanish(records: list[dict[str, Any]]) -> None:
    for one in records:
        one.update(sourceLanguage="es", targetLanguage="en")


def _no_hash(records: list[dict[str, Any]]) -> None:
    del records[0]["decompressedHash"]


def _wrong_hash(records: list[dict[str, Any]]) -> None:
    records[1]["decompressedHash"] = "0" * 64


def _escape(records: list[dict[str, Any]]) -> None:
    records[0]["name"] = "../model.enpt.bin"


def _other_languages(records: list[dict[str, Any]]) -> None:
    for one in records:
        one["sourceLanguage"] = "de"


def _lost_file(records: list[dict[str, Any]]) -> None:
    records[0]["attachment"]["location"] = "files/none.zst"


@pytest.mark.parametrize(
    ("how", "kind", "said"),
    [
        (_no_hash, ModelRefusedError, "no SHA-256"),
        (_wrong_hash, ModelRefusedError, "not what its record says"),
        (_escape, ModelRefusedError, "no file name"),
        (_other_languages, CopydeskError, "no model from en to pt.*de-pt"),
        (_lost_file, CopydeskError, "cannot be fetched"),
    ],
)
def test_records_that_will_not_do_are_refused_and_leave_nothing(
    hosted: tuple[Path, str], empty_home: Path, how: Change, kind: type[CopydeskError], said: str
) -> None:
    change(hosted[0], how)
    with pytest.raises(kind, match=said):
        add(hosted[1], WISH)
    assert list(empty_home.iterdir()) == []


def test_the_newest_release_is_taken(hosted: tuple[Path, str], empty_home: Path) -> None:
    def older_and_trial(records: list[dict[str, Any]]) -> None:
        for version in ("1.0", "3.0a1"):
            records += [record("model.enpt.old.bin", "model", "0" * 64, version=version)]

    change(hosted[0], older_and_trial)
    assert "Version 2.0" in add(hosted[1], WISH).card.note


@pytest.mark.parametrize(
    ("url", "wish", "said"),
    [
        ("https://mirror.example/records.json", Wish(), "--from es --to en"),
        ("http://mirror.example/records.json", WISH, "by https only"),
    ],
)
def test_an_address_that_will_not_do_is_told_before_anything_is_asked(
    empty_home: Path, url: str, wish: Wish, said: str
) -> None:
    with pytest.raises(ConfigError, match=said):
        add(url, wish)


def test_offline_means_offline(
    hosted: tuple[Path, str], empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_OFFLINE", "1")
    with pytest.raises(CopydeskError, match="COPYDESK_OFFLINE is set"):
        add(hosted[1], WISH)
