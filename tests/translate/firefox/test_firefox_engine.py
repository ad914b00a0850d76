"""The real engine with real models: what comes through, and what goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.data import Glossary, Pair, Protection, Request, Span
from copydesk.errors import EngineError, PairMissingError
from copydesk.translate.firefox.engine import FirefoxEngine
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.supervised.choose import build
from copydesk.translate.supervised.pool import SupervisedPool
from copydesk.translate.translator import open_translator

EN_PT, PT_EN = Pair("en", "pt"), Pair("pt", "en")


@pytest.fixture
def engine(firefox_models: Path) -> Iterator[FirefoxEngine]:
    made = FirefoxEngine(TranslateOptions())
    yield made
    made.close()


def said(engine: FirefoxEngine, text: str, pair: Pair = EN_PT) -> str:
    asked = request(text, pair, Glossary(), TranslateOptions())
    (answer,) = engine.translate([asked])
    assert [p.span.of(answer.text) for p in answer.kept] == [p.text for p in answer.kept]
    assert sorted(p.text for p in answer.kept) == sorted(p.text for p in asked.protections)
    return answer.text


def test_it_translates(engine: FirefoxEngine) -> None:
    assert engine.pairs() == (EN_PT, PT_EN)
    assert said(engine, "The weather is nice today.") == "O tempo é bom hoje."
    assert said(engine, "O tempo está bom hoje.", PT_EN) == "The weather is good today."
    with pytest.raises(PairMissingError, match="copydesk models add"):
        engine.translate([Request("Hola.", Pair("es", "en"))])


@pytest.mark.parametrize(
    "kept",
    [
        "info@example.org",
        "@alice_b",
        "https://example.com/a?b=1#c",
        "#Eurovision",
        "www.example.org/x_y",
        "李小龙",
        "🎉",
        "👩‍👩‍👧‍👦",
        "Łódź",
        "القاهرة",
        "C:\\Users\\desk",
        "{name}",
        "<b>",
        "🇵🇹 🇧🇷",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize(
    "sentence", ["The mayor spoke about {} on Monday.", "{} was open.", "They saw it: {}"]
)
def test_what_the_model_cannot_read_comes_through(engine: FirefoxEngine, sentence: str, kept: str) -> None:
    answer = said(engine, sentence.replace("{}", kept))
    assert answer.count(kept) == 1
    assert len(answer) > len(kept) + 5


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“He’s here,” she said.", "“Ele está aqui”, disse ela."),
        ("It was open 10–12 years…", "Foi aberto 10–12 anos…"),
        ("The king — and the queen — left.", "O rei — e a rainha — partiram."),
        ("One line\nand another", "Uma linha e outra"),
        ("The so\u00adcalled king\u200b left.", "O chamado rei saiu."),
        ("It cost £50, or €3.5 million.", "Custou 50 libras esterlinas, ou 3,5 milhões de euros."),
        ("THE MAYOR LEFT ON MONDAY", "O PREFEITO SAIU NA SEGUNDA-FEIRA"),
        ("", ""),
        (" \t ", " \t "),
        ("12 345", "12 345"),
        ("?!", "?!"),
    ],
)
def test_odd_input(engine: FirefoxEngine, source: str, target: str) -> None:
    assert said(engine, source) == target


def test_a_terms_translation_stands_where_its_source_stood(engine: FirefoxEngine) -> None:
    text = "The city council met on Monday."
    term = Protection(Span(4, 16), "Câmara Municipal", "term")
    (answer,) = engine.translate([Request(text, EN_PT, protections=(term,))])
    assert "Câmara Municipal" in answer.text
    assert answer.kept[0].span.of(answer.text) == "Câmara Municipal"


def test_an_answer_depends_on_its_request_alone(firefox_models: Path) -> None:
    texts = ["The mayor left.", "It rained in Lisbon.", "Ten people came: they were late.", "The mayor left."]
    asked = [request(text, EN_PT, Glossary(), TranslateOptions()) for text in texts]
    alone = [FirefoxEngine(TranslateOptions()).translate([one])[0] for one in asked]
    with open_translator(TranslateOptions(engine="firefox", processes=2)) as desk:
        assert isinstance(desk.engine, SupervisedPool)
        together = desk.engine.translate(asked)
        backwards = desk.engine.translate(asked[::-1])[::-1]
        assert len([e for e in desk.engine.engines if e.child is not None]) == 2
    assert together == backwards == alone


@pytest.mark.parametrize("start", ["lex", "model", "vocab"])
def test_a_changed_file_is_refused_before_it_is_loaded(
    firefox_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    home = tmp_path / "models"
    shutil.copytree(firefox_home / "firefox-en-pt", home / "firefox-en-pt")
    monkeypatch.setenv("COPYDESK_MODELS", str(home))
    (path,) = (home / "firefox-en-pt" / "firefox").glob(f"{start}.*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(EngineError, match=rf"{path.name} has SHA-256 .*models remove firefox-en-pt"):
        FirefoxEngine(TranslateOptions()).translate([Request("Yes.", EN_PT)])


def test_auto_takes_it_for_its_pair(firefox_models: Path) -> None:
    with open_translator(TranslateOptions()) as desk:
        assert desk.fingerprint(EN_PT).startswith("firefox:firefox-en-pt:")
        (answer,) = desk.translate([request("The mayor left.", EN_PT, Glossary(), desk.options)])
    assert answer.text == "O prefeito saiu."


def test_one_process_a_core_unless_told(firefox_models: Path) -> None:
    engine = build("firefox", TranslateOptions(processes=3))
    assert isinstance(engine, SupervisedPool)
    assert len(engine.engines) == 3
    engine.close()
