"""Routes, packages and modes."""

from pathlib import Path

import pytest

from copydesk.data import Pair
from copydesk.translate.modes import Mode, commands, installed
from copydesk.translate.packages import missing, package
from copydesk.translate.route import routes

CHAIN = {Pair("es", "ca"), Pair("ca", "fr")}


def test_the_measured_way_wins_over_the_direct_one() -> None:
    assert routes(Pair("es", "fr"), CHAIN | {Pair("es", "fr")})[0] == ("es", "ca", "fr")
    assert routes(Pair("es", "fr"), {Pair("es", "fr")}) == [("es", "fr")]


def test_a_chosen_pivot_must_work() -> None:
    assert routes(Pair("es", "fr"), CHAIN, ("ca",)) == [("es", "ca", "fr")]
    assert routes(Pair("es", "fr"), CHAIN, ("en",)) == []


def test_regional_targets_fall_back_to_their_language() -> None:
    assert routes(Pair("es", "fr-CA"), CHAIN) == [("es", "ca", "fr-CA")]


@pytest.mark.parametrize(
    ("pair", "command"),
    [
        (Pair("pt", "es"), "apt-get install apertium apertium-es-pt"),
        (Pair("fr", "es"), "apt-get install apertium apertium-fr-es"),
    ],
)
def test_a_missing_pair_names_its_package(pair: Pair, command: str) -> None:
    assert command in missing(pair).remedy


def test_a_pair_without_package_is_advised_a_pivot_or_told_so() -> None:
    assert "through" in missing(Pair("en", "fr")).remedy
    assert "No Debian package" in missing(Pair("ja", "fr")).remedy
    assert package(Pair("ja", "fr")) is None


def test_modes_are_read_from_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = tmp_path / "modes"
    modes.mkdir()
    for name in ("spa-cat", "eco-es-fr", "spa-eng_US", "spa-cat_valencia_uni", "es-fr"):
        (modes / f"{name}.mode").write_text(
            "lt-proc 'a.bin' | apertium-tagger -g $2 'b' | lt-proc $1 'c.bin'\n"
        )
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/" + name)
    assert set(installed(tmp_path)) == {Pair("es", "ca"), Pair("es", "en-US"), Pair("es", "fr")}
    steps = commands(Mode(Pair("es", "fr"), modes / "es-fr.mode"))
    assert [s[:2] for s in steps] == [
        ("lt-proc", "-z"),
        ("apertium-wblank-attach",),
        ("apertium-tagger", "-z"),
        ("apertium-wblank-detach",),
        ("lt-proc", "-z"),
    ]


def test_without_apertium_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert installed() == {}


def test_a_measured_way_may_have_several_steps() -> None:
    steps = {Pair("en", "es"), Pair("es", "ca"), Pair("ca", "fr"), Pair("es", "fr")}
    assert routes(Pair("en", "fr"), steps) == [("en", "es", "ca", "fr"), ("en", "es", "fr")]
    assert routes(Pair("en", "fr"), steps - {Pair("ca", "fr")}) == [("en", "es", "fr")]
