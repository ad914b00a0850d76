"""Adding, converting, verifying and refusing models."""

from __future__ import annotations

import json
import pickle
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli.commands.models import Do
from copydesk.cli.commands.models import models as command
from copydesk.data import Pair
from copydesk.errors import ConfigError, CopydeskError
from copydesk.models.add import Wish, add, reconvert, remove, verify
from copydesk.models.card import Card, FileHash, Quality, parse, render
from copydesk.models.describe import describe
from copydesk.models.hashes import hashes
from copydesk.models.home import advice, find, home, installed, recipes
from copydesk.models.refusal import ModelRefusedError, refuse_unsafe

MINIMAL = 'name = "m"\nfamily = "marian"\nsources = ["es"]\ntargets = ["fr"]\nlicence = "MIT"\n'
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
paths = text.filter(lambda p: not p.startswith("/") and ".." not in p and "\\" not in p and "\0" not in p)


@given(
    note=text,
    tokens=st.dictionaries(text, text, max_size=3),
    files=st.lists(
        st.builds(FileHash, path=paths, sha256=st.just("0" * 64), size=st.integers(0, 9)), max_size=3
    ),
    bleu=st.none() | st.floats(0, 100),
)
def test_a_card_survives_writing_and_reading(
    note: str, tokens: dict[str, str], files: list[FileHash], bleu: float | None
) -> None:
    quality = (Quality(pair="es-fr", set=note, bleu=bleu),)
    card = parse(MINIMAL, where="here").model_copy(
        update={"note": note, "tokens": tokens, "files": tuple(files), "quality": quality}
    )
    assert parse(render(card), where="here") == card


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (MINIMAL.replace("marian", "magic"), "family"),
        (MINIMAL + "colour = 1\n", "colour"),
        (MINIMAL.replace('licence = "MIT"', ""), "licence"),
        (MINIMAL + 'revision = "main"\n', "revision"),
        (MINIMAL.replace('"m"', '"../m"'), "name"),
        (MINIMAL + f'[[files]]\npath = "../x"\nsha256 = "{"0" * 64}"\nsize = 1\n', "path"),
        ("= no toml", "no TOML"),
    ],
)
def test_a_wrong_card_is_refused_by_the_field(bad: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as caught:
        parse(bad, where="some.toml")
    assert "some.toml" in str(caught.value)


def test_the_shipped_cards_are_good_and_have_no_invented_hashes() -> None:
    known = recipes()
    assert {card.family for card in known} == {"firefox", "marian", "nllb", "m2m100", "madlad"}
    assert all(card.repo and not card.files for card in known if card.family != "firefox")
    assert all(bool(card.files) == bool(card.package) for card in known)  # hashed here, from the package
    assert Pair("es", "fr") in next(c for c in known if c.name == "opus-mt-es-fr").pairs


def test_advice_names_the_exact_command(empty_home: Path) -> None:
    assert advice(Pair("es", "fr")) == "Run: copydesk models add Helsinki-NLP/opus-mt-es-fr"
    assert advice(Pair("en", "pt")) == "Run: copydesk models add firefox-en-pt"
    assert advice(Pair("pl", "sv")).endswith("models add facebook/nllb-200-distilled-600M")
    assert advice(Pair("xx", "yy")) == "Run: copydesk models add FOLDER_OR_ID --from xx --to yy"


def test_added_models_hold_both_forms_and_every_hash(models_home: Path) -> None:
    (model,) = installed()
    assert model.card.pairs == (Pair("es", "fr"),)
    assert model.card.positions == 96
    assert (model.ct2 / "model.bin").is_file()
    assert (model.reference / "model.safetensors").is_file()
    assert model.card.files == hashes(model.folder)
    assert verify(model) == ()


def test_verify_tells_changed_missing_and_strange_files(models_home: Path) -> None:
    model = find("toy-es-fr")
    (model.ct2 / "model.bin").write_bytes(b"x" * (model.ct2 / "model.bin").stat().st_size)
    (model.reference / "vocab.json").unlink()
    (model.ct2 / "extra.txt").write_text("?")
    found = " ".join(verify(model))
    assert "ct2/model.bin has SHA-256" in found
    assert "reference/vocab.json is missing" in found
    assert "ct2/extra.txt is not on its card" in found
    with pytest.raises(ModelRefusedError, match="not what its card says"):
        reconvert("toy-es-fr", "float32")


def test_a_card_with_a_wrong_hash_refuses_the_folder(
    published: Path, empty_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "toy"
    shutil.copytree(published, folder)
    card = describe(folder, "toy", sources=(), targets=(), licence="MIT")
    wrong = [
        f.model_copy(update={"sha256": "0" * 64}) if f.path == "vocab.json" else f for f in hashes(folder)
    ]
    (folder / "card.toml").write_text(render(card.model_copy(update={"files": tuple(wrong)})))
    with pytest.raises(ModelRefusedError, match=r"vocab\.json has SHA-256"):
        add(str(folder))
    assert installed() == ()
    assert list(home().iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "pytorch_model-00001-of-00002.bin",
        "model.bin",
        "model.pt",
        "weights.pkl",
        "model.safetensors",
        "x.npz",
    ],
)
def test_pickled_weights_are_refused_by_name_and_by_content(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(pickle.dumps({"weights": [1.0]}))
    with pytest.raises(ModelRefusedError, match="pickled weights"):
        refuse_unsafe(tmp_path)


def test_code_remote_code_and_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    for name, content, said in (
        ("config.json", json.dumps({"auto_map": {"AutoModel": "modeling.Model"}}), "auto_map"),
        ("tokenizer_config.json", json.dumps({"trust_remote_code": True}), "trust_remote_code"),
        ("modeling.py", "import os", "program code"),
        ("config.json", "{", "no JSON"),
    ):
        folder = tmp_path / f"{name}-{said}"
        folder.mkdir()
        (folder / name).write_text(content)
        with pytest.raises(ModelRefusedError, match=said):
            refuse_unsafe(folder)
    folder = tmp_path / "link"
    folder.mkdir()
    (folder / "vocab.json").symlink_to("/etc/hostname")
    with pytest.raises(ModelRefusedError, match="leads out"):
        refuse_unsafe(folder)


def test_an_installed_model_can_be_carried_to_another_machine(
    models_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = models_home / "toy-es-fr"
    monkeypatch.setenv("COPYDESK_MODELS", str(tmp_path / "other"))
    model = add(str(carried))
    assert verify(model) == ()
    with pytest.raises(CopydeskError, match="installed already"):
        add(str(carried))
    (carried / "ct2" / "source.spm").write_bytes(b"changed")
    remove("toy-es-fr")
    with pytest.raises(ModelRefusedError, match=r"source\.spm"):
        add(str(carried))


def test_a_converted_folder_needs_no_conversion(models_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "converted"
    shutil.copytree(models_home / "toy-es-fr" / "ct2", folder)
    (folder / "card.toml").write_text(MINIMAL)
    model = add(str(folder))
    assert model.ct2.is_dir()
    assert not model.reference.exists()
    with pytest.raises(CopydeskError, match="nothing to convert"):
        reconvert("m", "float32")


def test_languages_come_from_the_model_its_name_or_the_user(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(
        json.dumps({"model_type": "marian", "max_position_embeddings": 512})
    )
    assert describe(tmp_path, "opus-mt-es-it", sources=(), targets=(), licence="").pairs == (
        Pair("es", "it"),
    )
    given_ = describe(tmp_path, "x", sources=("es", "ca"), targets=("fr",), licence="MIT")
    assert given_.pairs == (Pair("ca", "fr"), Pair("es", "fr"))
    with pytest.raises(ConfigError, match="which languages"):
        describe(tmp_path, "x", sources=(), targets=(), licence="")
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(ConfigError, match="bert are not supported"):
        describe(tmp_path, "opus-mt-es-it", sources=(), targets=(), licence="")
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "m2m_100"}))
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "NllbTokenizer"}))
    assert describe(tmp_path, "x", sources=("es",), targets=("fr",), licence="").family == "nllb"


def test_without_network_the_message_says_the_exact_commands(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(CopydeskError, match="cannot be fetched") as caught:
        add("Helsinki-NLP/opus-mt-es-fr", Wish(revision="0" * 40))
    assert f"hf download Helsinki-NLP/opus-mt-es-fr --revision {'0' * 40}" in caught.value.remedy
    assert "copydesk models add ./opus-mt-es-fr" in caught.value.remedy
    assert list(home().iterdir()) == []


def test_the_commands_list_verify_convert_and_remove(
    models_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(Do.LIST, json=True) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["name"], row["installed"], row["quantisation"]) == ("toy-es-fr", True, "int8")
    assert command(Do.VERIFY) == 0
    assert command(Do.CONVERT, ["toy-es-fr"], quantisation="float32") == 0
    assert find("toy-es-fr").card.quantisation == "float32"
    (models_home / "toy-es-fr" / "ct2" / "config.json").write_text("{}")
    assert command(Do.VERIFY, ["toy-es-fr"]) == 1
    assert command(Do.REMOVE, ["toy-es-fr"]) == 0
    capsys.readouterr()
    assert command(Do.LIST) == 0
    assert "models list --all" in capsys.readouterr().out
    with pytest.raises(ConfigError, match="needs a folder or hub id"):
        command(Do.ADD)
    with pytest.raises(ConfigError, match="--quantisation int4"):
        command(Do.CONVERT, ["toy-es-fr"], quantisation="int4")
    with pytest.raises(CopydeskError, match="neither a folder"):
        command(Do.ADD, ["./nowhere"])


def test_home_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("COPYDESK_MODELS", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "copydesk" / "models"


def test_cards_take_the_model_with_fewer_pairs_first() -> None:
    card = Card(name="m", family="nllb", sources=("es", "en"), targets=("es", "fr"), licence="MIT")
    assert card.pairs == (Pair("en", "es"), Pair("en", "fr"), Pair("es", "fr"))
    assert card.bleu(Pair("es", "fr")) is None
