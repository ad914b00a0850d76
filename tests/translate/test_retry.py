"""Ways to ask again, without any engine but a made-up one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from copydesk.data import (
    Candidate,
    Context,
    Correction,
    Pair,
    Passage,
    Piece,
    Protection,
    Request,
    Span,
    Step,
)
from copydesk.errors import PairMissingError
from copydesk.translate.auto import RoutedEngine
from copydesk.translate.base import Capabilities
from copydesk.translate.mask import masking
from copydesk.translate.options import TranslateOptions
from copydesk.translate.retry import Ask, Attempts, Retried, best, reach, retry, strategies
from copydesk.translate.translator import Translator, open_translator

PAIR = Pair("es", "fr")
TEXT = "Costó 28.500 euros y tardó 3 años."


class Made:
    """An engine that answers what it is given."""

    name = "made"

    def __init__(self, *, deterministic: bool = False, keeps: bool = True, print_: str = "made 1") -> None:
        self.capabilities = Capabilities(inlines=True, protections=keeps, deterministic=deterministic)
        self._print = print_

    def pairs(self) -> tuple[Pair, ...]:
        return (PAIR,)

    def fingerprint(self, pair: Pair) -> str:
        if pair != PAIR:
            raise PairMissingError("no")
        return self._print

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        return [Candidate(request.text) for request in batch]

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        return [tuple(Candidate(f"{r.text} {n}") for n in range(count)) for r in batch]

    def close(self) -> None:
        pass


def desk(engine: Made, *others: Made, **more: object) -> Translator:
    options = TranslateOptions.model_validate(more)
    return Translator(engine, options, tuple(Translator(o, options) for o in others))


def judge(request: Request, candidate: Candidate) -> tuple[str, ...]:
    return tuple(sorted(set(candidate.text.split()) & {"number", "term"}))


def run(retry: Attempts, *answers: str | None) -> tuple[list[Ask], Retried]:
    asked = []
    left = list(answers)
    try:
        asked.append(next(retry))
        while True:
            answer = left.pop(0)
            asked.append(retry.send(None if answer is None else Candidate(answer)))
    except StopIteration as stop:
        assert not left
        end: Retried = stop.value
        return asked, end


def test_an_engine_that_reads_context_is_told_before_another_is_asked_without_it() -> None:
    reader = Made(keeps=False)
    reader.capabilities = Capabilities(inlines=True, context=True)
    steps = strategies(desk(reader, Made(print_="other 1"), alternatives=1), PAIR)
    assert [step.way for step in steps] == ["tell", "mask", "engine"]
    context = Context(Passage((Piece("paragraph", TEXT),), "Titular"))
    asked, end = run(
        retry(
            Request(TEXT, PAIR, context=context),
            Candidate("term"),
            steps,
            judge,
            engine="e",
            explain=lambda *_: ("28.500 became 28",),
        ),
        "term",
        "term",
        "good",
    )
    assert asked[0].request.context == replace(context, correction=Correction("term", ("28.500 became 28",)))
    assert asked[-1].request == Request(TEXT, PAIR)
    assert [step.way for step in end.steps if step.taken] == ["engine"]


def ways(*others: Made) -> Translator:
    return desk(Made(keeps=False), *others)


REQUEST = Request(TEXT, PAIR, (), (Protection(Span(0, 5), "Costó", "name"),))


def test_an_answer_that_passes_is_not_asked_again() -> None:
    asked, end = run(retry(REQUEST, Candidate("good"), strategies(ways(), PAIR), judge, engine="e"))
    assert asked == []
    assert end == Retried(Candidate("good"), "e")


def test_each_rung_is_tried_in_order_until_one_passes() -> None:
    others = Made(print_="other 1")
    steps = strategies(ways(others), PAIR)
    assert [strategy.way for strategy in steps] == ["n-best", "mask", "engine"]
    asked, end = run(
        retry(REQUEST, Candidate("number term"), steps, judge, engine="e"), "number", None, "good"
    )
    assert [ask.strategy.way for ask in asked] == ["n-best", "mask", "engine"]
    assert end.candidate == Candidate("good")
    assert end.engine == ways(others).others[0].fingerprint(PAIR)
    assert end.failed == ()
    assert [(s.way, s.failed, s.taken) for s in end.steps] == [
        ("plain", ("number", "term"), False),
        ("n-best", ("number",), False),
        ("mask", ("no-answer",), False),
        ("engine", (), True),
    ]


def test_where_none_passes_the_least_broken_and_earliest_stands() -> None:
    steps = strategies(ways(), PAIR)
    _, end = run(retry(REQUEST, Candidate("number term"), steps, judge, engine="e"), "number", "term")
    assert end.candidate == Candidate("number")
    assert end.failed == ("number",)
    assert [s.taken for s in end.steps] == [False, True, False]


def test_an_engine_that_broke_is_not_asked_again_but_another_is() -> None:
    steps = strategies(ways(Made(print_="other 1")), PAIR)
    asked, end = run(retry(REQUEST, None, steps, judge, engine="e"), None)
    assert [ask.strategy.way for ask in asked] == ["engine"]
    assert end.candidate is None
    assert end.steps[0] == Step("plain", "e", ("no-answer",), taken=True)


def test_the_first_of_equals_is_the_best() -> None:
    answers = [Candidate("number"), Candidate("term"), Candidate("good a"), Candidate("good b")]
    assert best(REQUEST, answers, judge) == answers[2]
    assert best(REQUEST, answers[:2], judge) == answers[0]


@pytest.mark.parametrize(
    ("made", "options", "expected"),
    [
        (Made(deterministic=True), {}, []),
        (Made(), {"retry": False}, []),
        (Made(), {"alternatives": 1}, ["mask"]),
        (Made(), {}, ["n-best", "mask"]),
    ],
)
def test_there_are_rungs_where_they_can_help(
    made: Made, options: dict[str, object], expected: list[str]
) -> None:
    assert [strategy.way for strategy in strategies(desk(made, **options), PAIR)] == expected


def test_the_same_engine_under_another_name_is_no_other() -> None:
    assert "engine" not in [strategy.way for strategy in strategies(desk(Made(), Made()), PAIR)]


def test_the_reach_changes_with_every_way() -> None:
    plain = desk(Made(), retry=False)
    assert reach(plain, PAIR) == plain.fingerprint(PAIR)
    seen = {
        reach(d, PAIR)
        for d in (
            plain,
            desk(Made()),
            desk(Made(), alternatives=3),
            desk(Made(), Made(print_="other 1")),
            desk(Made(), Made(print_="other 2")),
        )
    }
    assert len(seen) == 5


def test_only_spoilt_numbers_are_hidden_and_written_as_the_target_prints_them() -> None:
    request = Request(TEXT, PAIR)
    asked = masking(request, Candidate("Cela a coûté 28 euros et duré 3 ans."), keeps=True)
    assert asked is not None
    assert [(p.span.of(TEXT), p.kind) for p in asked.protections] == [("28.500 euros", "number")]
    assert asked.protections[0].text.replace("\u202f", " ").replace("\u00a0", " ") == "28 500 €"
    good = Candidate("Cela a coûté 28 500 euros et duré 3 ans.")
    assert masking(request, good, keeps=True) is None


def test_lost_protections_are_hidden_from_engines_that_do_not_keep_them() -> None:
    good = Candidate("Cela a coûté 28 500 euros et duré 3 ans.")
    assert masking(REQUEST, good, keeps=False) == REQUEST
    assert masking(REQUEST, good, keeps=True) is None


def test_a_desk_masks_what_its_engine_would_not_keep() -> None:
    open_ = desk(Made(keeps=False), post_edit=False)
    request = Request("Ana dijo", PAIR, (), (Protection(Span(0, 3), "Anne", "term"),))
    assert open_.masked([request])[0].text == "Anne dijo"
    assert [p.span for p in open_.masked([request])[0].kept] == [Span(0, 4)]
    assert [c.text for c in desk(Made(), post_edit=False).alternatives([Request("a", PAIR)])[0]] == [
        "a 0",
        "a 1",
        "a 2",
        "a 3",
    ]


def test_auto_asks_its_next_best_routes_besides_and_others_can_be_named() -> None:
    with open_translator(TranslateOptions()) as auto:
        assert [other.engine.name for other in auto.others] == ["auto", "auto"]
    with open_translator(TranslateOptions(others=("identity",))) as named:
        assert [other.engine.name for other in named.others] == ["identity"]
    with open_translator(TranslateOptions(engine="apertium")) as alone:
        assert alone.others == ()


@pytest.mark.apertium
def test_the_ways_of_auto_end_with_its_next_best_routes() -> None:
    with open_translator(TranslateOptions()) as auto:
        ways = strategies(auto, PAIR)
        shown = [strategy.translator.route(PAIR) for strategy in ways if strategy.way == "engine"]
        assert isinstance(auto.engine, RoutedEngine)
        assert shown == list(auto.engine.routes(PAIR)[1:3])
    assert len(shown) == 2
    assert len({strategy.engine for strategy in ways}) == len(shown) + 1


def test_the_old_name_of_the_setting_holds_with_a_warning() -> None:
    with pytest.warns(FutureWarning, match=r"translate\.ladder is translate\.retry now"):
        old = TranslateOptions.model_validate({"ladder": False, "engine": "identity"})
    assert (old.retry, old.engine) == (False, "identity")
