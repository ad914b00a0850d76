"""The real Apertium."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from copydesk.data import Glossary, Inline, Pair, Request, Span
from copydesk.errors import EngineError, PairMissingError
from copydesk.translate.apertium import ApertiumEngine
from copydesk.translate.auto import pivot
from copydesk.translate.options import TranslateOptions
from copydesk.translate.pipeline import NulPipeline
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator

pytestmark = pytest.mark.apertium
PAIR = Pair("es", "fr")
LINES = (
    "La casa blanca del puerto cuesta 3.250 euros, según el alcalde.",
    "¿Quién lo dijo? Nadie lo sabe todavía",
    "El precio sube un 6%; véase http://ejemplo.es/a?b=1 o escriba a ana@ejemplo.es.",
    "Los vecinos de Zurbaqueta se reunieron con Manuel Sierra",
    "Corchetes [1], llaves {x}, barra a/b, arroba @x y 5*3 = 15 ~ #tema",
    "12:30",
    "Titular sin punto",
)


@pytest.fixture(scope="module")
def engine() -> Iterator[ApertiumEngine]:
    built = ApertiumEngine(TranslateOptions())
    yield built
    built.close()


def ask(line: str) -> Request:
    return request(line, PAIR, Glossary(), TranslateOptions())


def test_a_segment_reads_the_same_alone_and_in_any_batch(engine: ApertiumEngine) -> None:
    together = engine.translate([ask(line) for line in LINES])
    alone = [engine.translate([ask(line)])[0] for line in LINES]
    turned = engine.translate([ask(line) for line in reversed(LINES)])
    assert together == alone == turned[::-1]


def test_parallel_pipelines_answer_the_same(engine: ApertiumEngine) -> None:
    two = ApertiumEngine(TranslateOptions(processes=2))
    assert two.translate([ask(line) for line in LINES]) == engine.translate([ask(line) for line in LINES])
    two.close()


@pytest.mark.parametrize("name", ["apertium", "auto", "identity"])
def test_protected_spans_marks_and_numbers_survive(name: str) -> None:
    text = LINES[2]
    start = text.index("véase")
    inlines = (
        Inline(Span(0, 9), "em"),
        Inline(Span(start, len(text)), "a"),
        Inline(Span(start, start), "br"),
    )
    options = TranslateOptions(engine=name)
    with open_translator(options) as desk:
        candidate = desk.translate([request(text, PAIR, Glossary(), options, inlines=inlines)])[0]
    assert candidate.text.count("http://ejemplo.es/a?b=1") == 1
    assert candidate.text.count("ana@ejemplo.es") == 1
    assert "6%" in "".join(candidate.text.split())
    assert sorted(i.tag for i in candidate.inlines) == ["a", "br", "em"]
    assert "http" in next(i for i in candidate.inlines if i.tag == "a").span.of(candidate.text)


def test_no_stream_marks_are_left(engine: ApertiumEngine) -> None:
    candidate = engine.translate([Request("El zurbaquetón llegó a casa", PAIR)])[0]
    assert "*" not in candidate.text
    assert [s.of(candidate.text) for s in candidate.unknown] == ["zurbaquetón"]


def test_a_killed_child_is_replaced(engine: ApertiumEngine) -> None:
    before = engine.translate([ask(LINES[0])])
    pipeline = engine._open(PAIR)[0]._parts[0]
    assert isinstance(pipeline, NulPipeline)
    pipeline._children[0].kill()
    pipeline._children[0].wait()
    assert engine.translate([ask(LINES[0])]) == before


def test_a_missing_pair_names_the_package() -> None:
    with pytest.raises(PairMissingError, match="no installed engine"):
        ApertiumEngine(TranslateOptions()).translate([Request("hola", Pair("es", "ja"))])


def test_a_chosen_pivot_is_taken() -> None:
    with open_translator(TranslateOptions(pivot="es")) as desk:
        route = desk.route(Pair("ca", "fr"))
        assert route is not None
        assert route.route.languages == ("ca", "es", "fr")
        assert desk.fingerprint(Pair("ca", "fr")).count("apertium:") == 2


def test_the_engine_pivot_never_goes_direct() -> None:
    engine = pivot(TranslateOptions())
    assert engine.fingerprint(PAIR).count("apertium:") == 2
    engine.close()


@pytest.mark.parametrize("tag", ["fr-FR", "fr-CA", "fr-CH"])
def test_a_region_never_changes_the_route(tag: str) -> None:
    with open_translator(TranslateOptions()) as desk:
        assert desk.route(Pair("es", tag)) == desk.route(PAIR)
        assert desk.fingerprint(Pair("es-MX", tag)).split("|")[0] == desk.fingerprint(PAIR).split("|")[0]
        requests = [replace(ask(line), pair=Pair("es", tag)) for line in LINES[:2]]
        assert [c.text for c in desk.translate(requests)] == [
            c.text for c in desk.translate([ask(line) for line in LINES[:2]])
        ]


def test_the_desk_refuses_mixed_batches_and_says_what_it_supports() -> None:
    with open_translator(TranslateOptions()) as desk:
        assert desk.supports(PAIR)
        assert not desk.supports(Pair("ja", "fr"))
        with pytest.raises(ValueError, match="one pair"):
            desk.translate([Request("a", PAIR), Request("b", Pair("ca", "fr"))])
        assert desk.translate([]) == []


def test_settings_change_the_fingerprint() -> None:
    with (
        open_translator(TranslateOptions()) as one,
        open_translator(TranslateOptions(post_edit=False)) as two,
    ):
        assert one.fingerprint(PAIR) != two.fingerprint(PAIR)


def test_an_impossible_deadline_is_an_engine_error() -> None:
    hasty = ApertiumEngine(TranslateOptions(deadline=0.000001))
    with pytest.raises(EngineError, match="in time"):
        hasty.translate([ask(LINES[0])])
    hasty.close()
