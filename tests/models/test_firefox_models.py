"""Models of family firefox: found, checked, refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copydesk.errors import ConfigError, CopydeskError, PluginError
from copydesk.models import firefox
from copydesk.models.add import Wish, add, verify
from copydesk.models.firefox import Parts, parts
from copydesk.models.home import find, recipes
from copydesk.models.refusal import ModelRefusedError


def test_parts_are_told_by_their_names() -> None:
    shared = ["vocab.enpt.spm", "model.enpt.intgemm.alphas.bin", "lex.50.50.enpt.s2t.bin", "README"]
    assert parts(shared) == Parts(shared[1], shared[0], shared[0], shared[2])
    split = ["srcvocab.enzh.spm", "trgvocab.enzh.spm", "model.enzh.bin"]
    assert parts(split) == Parts(split[2], split[0], split[1])
    with pytest.raises(CopydeskError, match=r"model\.\*\.bin"):
        parts(["vocab.enpt.spm"])
    with pytest.raises(CopydeskError, match="one model"):
        parts([*shared, "model.pten.bin"])


def test_the_package_brings_what_the_card_says(firefox_models: Path) -> None:
    model = find("firefox-en-pt")
    recipe = next(card for card in recipes() if card.name == "firefox-en-pt")
    assert model.card == recipe
    assert verify(model) == ()


def test_a_package_that_is_not_installed_is_named(tmp_path: Path) -> None:
    recipe = next(card for card in recipes() if card.name == "firefox-en-pt")
    with pytest.raises(PluginError, match=r"demo-models"):
        firefox.bring(recipe.model_copy(update={"package": "no-such"}), "firefox-en-pt", tmp_path)


def test_a_folder_is_added_by_its_files_names(firefox_home: Path, tmp_path: Path, empty_home: Path) -> None:
    folder = tmp_path / "download"
    shutil.copytree(firefox_home / "firefox-en-pt" / "firefox", folder)
    (folder / "notes.txt").write_text("not copied")
    model = add(str(folder))
    assert (model.card.name, model.card.sources, model.card.targets) == ("firefox-en-pt", ("en",), ("pt",))
    assert len(model.card.files) == 3
    assert verify(model) == ()
    assert add(str(folder), Wish(name="mine", sources=("en",), targets=("pt-BR",))).card.targets == ("pt-BR",)


def test_an_installed_folder_is_adopted_with_its_card(firefox_home: Path, empty_home: Path) -> None:
    assert verify(add(str(firefox_home / "firefox-en-pt"))) == ()


def test_a_folder_that_is_not_what_its_card_says_is_refused(
    firefox_home: Path, tmp_path: Path, empty_home: Path
) -> None:
    folder = tmp_path / "copied"
    shutil.copytree(firefox_home / "firefox-en-pt", folder)
    shutil.copy(
        firefox_home / "firefox-pt-en" / "firefox" / "vocab.pten.spm", folder / "firefox" / "vocab.enpt.spm"
    )
    with pytest.raises(ModelRefusedError, match=r"vocab\.enpt\.spm"):
        add(str(folder))
    assert list(empty_home.iterdir()) == []


def test_a_folder_whose_names_tell_no_languages_asks_for_them(
    firefox_home: Path, tmp_path: Path, empty_home: Path
) -> None:
    folder = tmp_path / "download"
    folder.mkdir()
    for path in (firefox_home / "firefox-en-pt" / "firefox").iterdir():
        shutil.copy(path, folder / path.name.replace("enpt.", "general."))
    with pytest.raises(ConfigError, match="--from es --to en"):
        add(str(folder))
