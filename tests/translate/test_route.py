"""Routes, packages and modes."""

from pathlib import Path

import pytest

from copydesk.data import Pair
from copydesk.translate.modes import Mode, commands, installed
from copydesk.translate.packages import missing, package
from copydesk.translate.route import Leg, Route, find_routes, parse_route, without_regions


def legs(*words: str) -> set[Leg]:
    return {leg for word in words for leg in parse_route(word).legs}


def test_a_route_reads_back_and_shows_each_engine_once() -> None:
    route = parse_route("apertium:it-ca apertium:ca-pt firefox:pt-en")
    assert parse_route(str(route)) == route
    assert route.languages == ("it", "ca", "pt", "en")
    assert route.shown == "it > ca > pt (apertium) > en (firefox)"


@pytest.mark.parametrize("words", ["", "apertium:es-ca apertium:es-fr"])
def test_legs_must_join(words: str) -> None:
    with pytest.raises(ValueError, match="no route"):
        parse_route(words)


def test_routes_go_through_any_engine_but_no_language_twice() -> None:
    installed = legs("a:es-pt", "b:es-pt", "b:pt-en", "a:en-es", "a:pt-es", "a:es-fr")
    found = find_routes(Pair("es", "en"), installed)
    assert [str(route) for route in found] == ["a:es-pt b:pt-en", "b:es-pt b:pt-en"]
    assert find_routes(Pair("es", "en"), installed, longest=1) == ()


def test_a_chosen_way_counts_alone_however_long() -> None:
    installed = legs("a:en-es", "a:es-ca", "a:ca-fr", "a:es-fr")
    (way,) = find_routes(Pair("en", "fr"), installed, via=("es", "ca"))
    assert way.languages == ("en", "es", "ca", "fr")
    assert find_routes(Pair("en", "fr"), installed, via=("de",)) == ()


def test_regions_are_left_out_and_scripts_are_kept() -> None:
    assert without_regions(Pair("es-MX", "fr-CA")) == Pair("es", "fr")
    assert without_regions(Pair("zh-Hant-TW", "ca-valencia")) == Pair("zh-Hant", "ca")
    assert find_routes(Pair("es-AR", "fr-CH"), legs("a:es-fr")) == (Route((Leg("a", Pair("es", "fr")),)),)


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
