"""Models from a hub that is there, is not, or is not what it says."""

from __future__ import annotations

import errno
import json
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from copydesk.cli.commands.models import Do
from copydesk.cli.commands.models import models as command
from copydesk.data import Pair, Request
from copydesk.errors import ConfigError, CopydeskError
from copydesk.models import staging
from copydesk.models.add import Wish, add, verify
from copydesk.models.card import Card, Quality
from copydesk.models.choose import best, pair_in
from copydesk.models.home import find, home, installed
from copydesk.models.progress import Progress
from copydesk.models.refusal import ModelRefusedError
from copydesk.translate.neural.ct2 import Ct2Engine
from copydesk.translate.options import TranslateOptions
from models.conftest import COMMIT, Hub, point_at

ES_FR = "Helsinki-NLP/opus-mt-es-fr"
StartHub = Callable[[str, Path], Hub]


@pytest.fixture
def repository(pickled: Path, tmp_path: Path) -> Path:
    """A repository of this test's own, to be spoilt."""
    folder = tmp_path / "opus-mt-es-fr"
    shutil.copytree(pickled, folder)
    return folder


def test_a_folder_with_a_pickle_is_added_converted_and_used(
    pickled: Path, models_home: Path, tmp_path: Path
) -> None:
    model = add(str(pickled), Wish(name="from-pickle"))
    assert verify(model) == ()
    assert sorted(path.name for path in model.reference.iterdir()) == [
        "README.md", "config.json", "model.safetensors", "source.spm", "target.spm", "tokenizer_config.json",
        "vocab.json",
    ]  # fmt: skip
    assert model.card.pickled is not None
    assert model.card.pickled.size == (pickled / "pytorch_model.bin").stat().st_size
    request = Request("El perro rojo ve la casa.", Pair("es", "fr"))
    texts = []
    for name in ("from-pickle", "toy-es-fr"):
        engine = Ct2Engine(TranslateOptions(model=name))
        texts.append(engine.translate([request])[0].text)
        engine.close()
    assert texts[0] == texts[1]
    assert "rouge" in texts[0]


def test_a_pair_brings_the_best_model_from_the_hub_and_says_why(
    pickled: Path, empty_home: Path, start_hub: StartHub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = start_hub(ES_FR, pickled)
    assert command(Do.ADD, ["es-fr"]) == 0
    said = capsys.readouterr()
    assert "opus-mt-es-fr is the best model for es-fr: BLEU 32.4 on newstest2012 by its card" in said.out
    assert "opus-mt-es-fr added: es to fr, int8" in said.out
    assert re.search(r"opus-mt-es-fr: fetching \d MiB, 100 %", said.err)
    assert "with torch's restricted loader" in said.err
    model = find("opus-mt-es-fr")
    assert (model.card.revision, model.card.repo, model.card.licence) == (COMMIT, ES_FR, "Apache-2.0")
    assert verify(model) == ()
    fetched = {path.rsplit("/", 1)[-1] for path in hub.asked if "/resolve/" in path}
    assert not fetched & {"tf_model.h5", "rust_model.ot", ".gitattributes"}
    asked = len(hub.asked)
    assert command(Do.ADD, ["spa-fra"], best_=True) == 0
    assert "installed already" in capsys.readouterr().out
    assert len(hub.asked) == asked


def test_safetensors_are_taken_before_a_pickle_and_every_byte_is_told(
    repository: Path, published: Path, empty_home: Path, start_hub: StartHub
) -> None:
    shutil.copy(published / "model.safetensors", repository)
    hub = start_hub(ES_FR, repository)
    told: list[Progress] = []
    assert add(ES_FR, tell=told.append).card.pickled is None
    assert not any(path.endswith("pytorch_model.bin") for path in hub.asked)
    counted = [now for now in told if now.total]
    assert [now.done for now in counted] == sorted(now.done for now in counted)
    assert counted[-1].done == counted[-1].total
    assert told[-1].what == "converting to CTranslate2, int8"


def _silent(hub: Hub) -> None:
    hub.delay = 1.0


def _cut(hub: Hub) -> None:
    hub.spoil = lambda name, data: data[:-9] if name == "pytorch_model.bin" else data


def _changed(hub: Hub) -> None:
    hub.spoil = lambda name, data: bytes(len(data)) if name == "source.spm" else data


def _without(*names: str) -> Callable[[Hub], None]:
    def spoil(hub: Hub) -> None:
        for name in names:
            (hub.folder / name).unlink()

    return spoil


def _answering(value: Any) -> Callable[[Hub], None]:
    def spoil(hub: Hub) -> None:
        hub.answers = value

    return spoil


def _unfit(hub: Hub) -> None:
    (hub.folder / "vocab.json").write_text(json.dumps({"</s>": 0, "<unk>": 1, "<pad>": 2}))


def _lacking(hub: Hub) -> None:
    path = hub.folder / "pytorch_model.bin"
    weights = torch.load(path, weights_only=True)
    del weights["model.decoder.layers.0.fc1.weight"]
    torch.save(weights, path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_silent, "cannot be fetched from the hub"),
        (_answering([]), "cannot be fetched from the hub"),
        (_answering("<html>sign in to the hotel's network</html>"), "cannot be fetched from the hub"),
        (_cut, "cannot be fetched|not what the hub says"),
        (_changed, r"source\.spm is not what the hub says"),
        (_without("pytorch_model.bin"), "no weights that copydesk reads"),
        (_without("source.spm"), r"source\.spm is missing"),
        (_without("config.json"), r"config\.json is missing"),
        (_unfit, "cannot be converted"),
        (_lacking, r"the weights lack model\.decoder\.layers\.0\.fc1\.weight"),
    ],
    ids=[
        "silent",
        "list",
        "portal",
        "cut",
        "changed",
        "no-weights",
        "no-spm",
        "no-config",
        "unfit",
        "lacking",
    ],
)
def test_whatever_fails_is_one_line_and_leaves_nothing(
    spoil: Callable[[Hub], None],
    said: str,
    repository: Path,
    empty_home: Path,
    start_hub: StartHub,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("copydesk.cli.commands.models._A_FEW", 0.5)
    hub = start_hub(ES_FR, repository)
    spoil(hub)
    assert command(Do.ADD, ["es-fr"], best_=True, if_reachable=True) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("opus-mt-es-fr is the best model")
    (last,) = lines[1:]
    assert last.startswith("Going on without opus-mt-es-fr: ")
    assert re.search(said, last)
    assert last.endswith("To try again: copydesk models add es-fr")
    assert list(home().iterdir()) == []


def test_without_a_hub_a_run_goes_on_and_a_plain_add_stops_with_the_remedy(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        point_at(f"http://127.0.0.1:{free.getsockname()[1]}", monkeypatch)
        assert command(Do.ADD, ["es-fr"], best_=True, if_reachable=True) == 0
        assert "Going on without" in capsys.readouterr().out
        with pytest.raises(CopydeskError, match="cannot be fetched") as caught:
            command(Do.ADD, ["es-fr"])
    assert f"hf download {ES_FR} --local-dir opus-mt-es-fr" in caught.value.remedy


def test_copydesk_offline_opens_no_socket(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("a socket was opened")

    monkeypatch.setenv("COPYDESK_OFFLINE", "1")
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert command(Do.ADD, ["es-fr"], best_=True, if_reachable=True) == 0
    assert "COPYDESK_OFFLINE is set" in capsys.readouterr().out
    with pytest.raises(CopydeskError, match="COPYDESK_OFFLINE is set") as caught:
        add(ES_FR)
    assert "copydesk models add ./opus-mt-es-fr" in caught.value.remedy


def test_the_offline_remedy_brings_a_folder_that_can_be_added(
    pickled: Path, empty_home: Path, tmp_path: Path, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_OFFLINE", "1")
    with pytest.raises(CopydeskError) as caught:
        add(ES_FR)
    monkeypatch.delenv("COPYDESK_OFFLINE")
    start_hub(ES_FR, pickled)
    words = shlex.split(re.search(r"run: (hf .*?);", caught.value.remedy)[1])  # type: ignore[index]
    program = Path(sys.executable).with_name(words[0])
    subprocess.run([program, *words[1:]], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    folder = tmp_path / "opus-mt-es-fr"
    assert (folder / "pytorch_model.bin").is_file()
    assert not (folder / "rust_model.ot").exists()
    assert verify(add(str(folder))) == ()


def test_a_full_disk_is_told_before_and_during(
    pickled: Path, empty_home: Path, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_hub(ES_FR, pickled)
    full = shutil.disk_usage("/")._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(CopydeskError, match=r"needs about \d+ MiB in .*, where 1 MiB are free"):
        add(ES_FR)
    monkeypatch.undo()
    monkeypatch.setenv("COPYDESK_MODELS", str(empty_home))

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "config.json")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(CopydeskError, match="No space left on device") as caught:
        add(str(pickled))
    assert "COPYDESK_MODELS" in caught.value.remedy
    assert list(home().iterdir()) == []


def test_what_a_killed_add_left_is_cleared_a_day_later(
    pickled: Path, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = empty_home / ".adding-killed"
    left.mkdir(parents=True)
    with staging.staging():
        assert left.exists()
    monkeypatch.setattr(staging, "_STALE", -1.0)
    with staging.staging():
        assert not left.exists()


def test_a_pointer_of_git_lfs_is_named(pickled: Path, empty_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clone"
    shutil.copytree(pickled, folder)
    (folder / "pytorch_model.bin").write_text("version https://git-lfs.github.com/spec/v1\nsize 300\n")
    with pytest.raises(CopydeskError, match="pointer of Git LFS") as caught:
        add(str(folder))
    assert "git lfs pull" in caught.value.remedy


def test_a_card_holds_the_pickle_to_its_hash(repository: Path, empty_home: Path) -> None:
    model = add(str(repository))
    card = model.card.model_copy(update={"files": (model.card.pickled,), "pickled": None, "name": "again"})
    from copydesk.models.card import render

    (repository / "card.toml").write_text(render(card))
    assert add(str(repository)).card.pickled == model.card.pickled
    shutil.rmtree(home() / "again")
    with (repository / "pytorch_model.bin").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelRefusedError, match=r"pytorch_model\.bin has"):
        add(str(repository))
    assert [m.card.name for m in installed()] == ["opus-mt-es-fr"]


def _card(name: str, licence: str = "MIT", targets: tuple[str, ...] = ("fr",), **bleu: float) -> Card:
    quality = tuple(Quality(pair="es-fr", set=one, bleu=value) for one, value in bleu.items())
    return Card(
        name=name, family="marian", sources=("es",), targets=targets, licence=licence, quality=quality
    )


@pytest.mark.parametrize(
    ("cards", "name", "why"),
    [
        ([_card("a", x=30.0), _card("b", x=31.0)], "b", "BLEU 31.0 on x by its card; a has 30.0"),
        ([_card("a", x=30.0), _card("b", y=40.0), _card("c", x=29.0)], "a", "c has 29.0; no figure for b"),
        ([_card("a"), _card("b", x=12.0)], "b", "no figure for a"),
        ([_card("b", targets=("fr", "en")), _card("c")], "c", "no figure on its card"),
        ([_card("a", "CC-BY-NC-4.0", x=50.0), _card("b", x=10.0)], "b", "not for commercial use: a"),
        ([_card("a", "CC-BY-NC-4.0", x=50.0)], "a", "BLEU 50.0"),
    ],
)
def test_the_best_is_chosen_by_figures_on_one_set(cards: list[Card], name: str, why: str) -> None:
    choice = best(Pair("es", "fr"), cards)
    assert choice.card.name == name
    assert why in choice.reason


def test_a_model_without_its_engine_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [_card("a", x=30.0), _card("b", x=35.0).model_copy(update={"family": "firefox"})]
    assert best(Pair("es", "fr"), cards).card.name == "b"
    monkeypatch.setattr(
        "copydesk.models.choose.find_spec", lambda name: None if name == "fxtranslate" else name
    )
    choice = best(Pair("es", "fr"), cards)
    assert (choice.card.name, choice.reason) == ("a", "BLEU 30.0 on x by its card; no engine installed for b")


def test_pairs_are_told_from_names_and_unknown_ones_say_what_to_do() -> None:
    assert pair_in("es-fr") == pair_in("spa-fra") == Pair("es", "fr")
    assert pair_in("opus-mt-es-fr") is None
    assert pair_in(ES_FR) is None
    with pytest.raises(CopydeskError, match="no model for es-ja") as caught:
        best(Pair("es", "ja"))
    assert "--from es --to ja" in caught.value.remedy
    with pytest.raises(ConfigError, match="no pair of languages"):
        command(Do.ADD, ["spanish"], best_=True, if_reachable=True)
    with pytest.raises(ConfigError, match="go with add"):
        command(Do.VERIFY, ["toy"], if_reachable=True)
