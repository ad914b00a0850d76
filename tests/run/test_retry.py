"""Retries in a run: every step asked once, committed, remembered and recorded."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from copydesk.data import Candidate, Glossary, Pair, Request
from copydesk.errors import EngineError
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.pool import Answers, answer
from copydesk.store.database import Connection, connect
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import Translator, open_translator
from copydesk.verify.options import VerifyOptions

PAIR = Pair("es", "fr")
GOOD = "Le plan a coûté 28 500 euros."
BAD = "Le plan a coûté 2 850 euros."
ASKED = "El plan costó 28.500 euros."


class Scripted:
    """An engine that spoils numbers unless it is asked in the right way; counts what it is asked."""

    def __init__(self, name: str, right: str, *, sturdy: bool = False) -> None:
        self.name = name
        self._sturdy = sturdy
        self.capabilities = Capabilities(inlines=True, protections=True)
        self._right = right
        self.asked: list[tuple[str, int]] = []

    def pairs(self) -> tuple[Pair, ...]:
        return (PAIR,)

    def fingerprint(self, pair: Pair) -> str:
        assert pair == PAIR
        return f"{self.name} 1"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        masked = any(p.kind == "number" for r in batch for p in r.protections)
        self.asked.append(("mask" if masked else "plain", len(batch)))
        if not self._sturdy and any("MALO" in r.text for r in batch):
            raise EngineError("it broke")
        right = self._right == "plain" or (self._right == "mask" and masked)
        return [Candidate((GOOD if right else BAD) + r.text.removeprefix(ASKED)) for r in batch]

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        assert count > 1
        self.asked.append(("n-best", len(batch)))
        third = GOOD if self._right == "n-best" else BAD
        return [tuple(Candidate(text) for text in (BAD, BAD, third)) for _ in batch]

    def close(self) -> None:
        pass


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with contextlib.closing(connect(tmp_path / "store.sqlite")) as opened:
        yield opened


def ask(
    connection: Connection,
    engine: Scripted,
    *others: Scripted,
    texts: Sequence[str] = (ASKED,),
    **more: object,
) -> Answers:
    options = TranslateOptions.model_validate({"post_edit": False, "lexicon": False} | more)
    desk = Translator(engine, options, tuple(Translator(o, options) for o in others))
    answers = Answers()
    list(
        answer(
            [Request(text, PAIR) for text in texts],
            translator=desk,
            acceptance=AcceptanceCheck(VerifyOptions(), Glossary()),
            connection=connection,
            batch=2,
            answers=answers,
        )
    )
    return answers


ONE = Request(ASKED, PAIR)


@pytest.mark.parametrize(
    ("right", "asked"),
    [
        ("plain", ["plain"]),
        ("n-best", ["plain", "n-best"]),
        ("mask", ["plain", "n-best", "mask"]),
    ],
)
def test_the_first_way_that_passes_stands_and_is_remembered(
    connection: Connection, right: str, asked: list[str]
) -> None:
    engine = Scripted("scripted", right)
    answers = ask(connection, engine)
    assert answers.candidates[ONE].text == GOOD
    assert [way for way, _ in engine.asked] == asked
    steps = answers.retried[ONE].steps
    assert [step.way for step in steps] == (asked if len(asked) > 1 else [])
    assert [step.taken for step in steps] == ([False] * (len(asked) - 1) + [True])[: len(steps)]

    again = Scripted("scripted", right)
    assert ask(connection, again) == answers
    assert again.asked == []


def test_another_engine_is_asked_last_and_named(connection: Connection) -> None:
    answers = ask(connection, Scripted("one", "none"), Scripted("two", "plain"))
    assert answers.candidates[ONE].text == GOOD
    assert answers.retried[ONE].engine.startswith("two 1")
    assert [step.failed for step in answers.retried[ONE].steps] == [("numbers",)] * 3 + [()]


def test_what_no_way_settles_is_flagged_or_held_as_wanted(connection: Connection) -> None:
    flagged = ask(connection, Scripted("one", "none"))
    assert flagged.candidates[ONE].text == BAD
    assert flagged.retried[ONE].failed == ("numbers",)
    held = ask(connection, Scripted("one", "none"), unproved="hold")
    assert ONE not in held.candidates
    assert "tried plain, n-best, mask; still broken: numbers" in str(held.refused[ONE])


def test_rungs_are_asked_in_batches_and_only_for_those_in_need(connection: Connection) -> None:
    engine = Scripted("one", "mask")
    texts = [ASKED + " " + "a" * n for n in range(5)] + ["Nada."]
    answers = ask(connection, engine, texts=texts, alternatives=1)
    assert engine.asked == [("plain", 2)] * 3 + [("mask", 2), ("mask", 2), ("mask", 1), ("mask", 1)][:3]
    assert len(answers.candidates) == 6


def test_a_request_that_breaks_the_engine_goes_to_another(connection: Connection) -> None:
    bad = ASKED + " MALO"
    alone = ask(connection, Scripted("one", "plain"), texts=[ASKED, bad])
    assert "it broke" in str(alone.refused[Request(bad, PAIR)])
    assert alone.candidates[ONE].text == GOOD
    both = ask(connection, Scripted("one", "plain"), Scripted("two", "plain", sturdy=True), texts=[bad])
    assert both.retried[Request(bad, PAIR)].engine.startswith("two 1")
    assert both.refused == {}


@pytest.mark.apertium
def test_the_real_apertium_gets_its_number_right_when_it_is_hidden(connection: Connection) -> None:
    text = "El recorrido ocupa 1 200 metros cuadrados y empieza en la cocina, no en el salón."
    answers = Answers()
    request = Request(text, PAIR)
    with open_translator(TranslateOptions()) as desk:
        list(
            answer(
                [request],
                translator=desk,
                acceptance=AcceptanceCheck(VerifyOptions(), Glossary()),
                connection=connection,
                batch=64,
                answers=answers,
            )
        )
    retried = answers.retried[request]
    assert [(step.way, step.failed) for step in retried.steps] == [("plain", ("numbers",)), ("mask", ())]
    assert "1200\u00a0m²" in answers.candidates[request].text
