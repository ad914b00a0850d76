"""The real engines with the toy model: outputs, invariance, long input, sockets, scores."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from copydesk.data import Inline, Pair, Protection, Request, Span
from copydesk.errors import EngineError, PairMissingError
from copydesk.models.add import reconvert
from copydesk.models.home import find
from copydesk.translate.auto import routed
from copydesk.translate.base import Alternatives
from copydesk.translate.legs import models_of
from copydesk.translate.neural.backend import Bucket, Decoding, Hypothesis
from copydesk.translate.neural.choice import served
from copydesk.translate.neural.ct2 import Ct2Backend, Ct2Engine
from copydesk.translate.neural.marian import MarianEngine
from copydesk.translate.neural.pieces import Pieces
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import open_translator
from neural_models import Python
from toy_marian import pairs

ES_FR = Pair("es", "fr")
TOY = pairs(160, seed=99)


def asked(texts: list[str]) -> list[Request]:
    return [Request(text, ES_FR) for text in texts]


def right(answers: list[Any], data: list[tuple[str, str]]) -> int:
    return sum(a.text == target for a, (_, target) in zip(answers, data, strict=True))


@pytest.mark.parametrize("beam", [1, 4])
def test_ct2_translates_as_the_model_learnt(models_home: Path, beam: int) -> None:
    engine = Ct2Engine(TranslateOptions(beam=beam))
    answers = engine.translate(asked([source for source, _ in TOY]))
    engine.close()
    assert right(answers, TOY) >= 0.9 * len(TOY)  # int8 costs a model this small a few
    assert all(a.score is not None and 0 < a.score <= 1 for a in answers)


def test_ct2_in_floats_and_the_reference_agree(models_home: Path) -> None:
    reconvert("toy-es-fr", "float32")
    few = TOY[:12]
    answers = [
        engine.translate(asked([source for source, _ in few]))
        for engine in (Ct2Engine(TranslateOptions()), MarianEngine(TranslateOptions()))
    ]
    assert [a.text for a in answers[0]] == [a.text for a in answers[1]] == [target for _, target in few]
    for fast, reference in zip(*answers, strict=True):
        assert fast.score == pytest.approx(reference.score, abs=0.02)


@pytest.mark.parametrize("beam", [1, 4])
def test_the_same_segment_gives_the_same_answer_whatever_is_around_it(models_home: Path, beam: int) -> None:
    texts = list(dict.fromkeys(source for source, _ in TOY))
    reference: dict[str, Any] = {}
    for workers in (1, 2):
        engine = Ct2Engine(TranslateOptions(beam=beam, workers=workers))
        for size in (1, 8, 64):
            for seed in (None, 1, 2):
                order = list(texts)
                if seed is not None:
                    random.Random(seed).shuffle(order)
                for start in range(0, len(order), size):
                    part = order[start : start + size]
                    for text, answer in zip(part, engine.translate(asked(part)), strict=True):
                        assert reference.setdefault(text, answer) == answer
        engine.close()


def test_answers_come_in_order_and_equal_texts_are_decoded_once(
    models_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[Bucket] = []
    real = Ct2Backend.decode

    def counting(self: Ct2Backend, buckets: Any, decoding: Decoding) -> Any:
        decoded.extend(buckets)
        return real(self, buckets, decoding)

    monkeypatch.setattr(Ct2Backend, "decode", counting)
    texts = ["El gato ve el tren.", "123", "", "El perro ve el tren.", "El gato ve el tren."]
    engine = Ct2Engine(TranslateOptions())
    answers = [a.text for a in engine.translate(asked(texts))]
    assert answers == [
        "Le chat voit le train.",
        "123",
        "",
        "Le chien voit le train.",
        "Le chat voit le train.",
    ]
    assert sum(len(bucket.sources) for bucket in decoded) == 2
    assert all(source[-1] == "</s>" for bucket in decoded for source in bucket.sources)
    assert engine.translate([]) == []


def test_long_input_is_cut_at_clauses_and_never_truncated(models_home: Path) -> None:
    clauses = [f"el {noun} ve el tren" for noun in ("gato", "perro", "barco", "puente", "libro") * 12]
    text = "  El tren ve el gato, y " + ", y ".join(clauses) + ".\n"
    engine = Ct2Engine(TranslateOptions())
    (answer,) = engine.translate(asked([text]))
    assert answer.text.startswith("  Le train voit le chat,")
    assert answer.text.endswith("\n")
    found = [
        word for word in answer.text.replace(",", " ").split() if word in ("chat", "chien", "bateau", "pont")
    ]
    wanted = ["chat"] + ["chat", "chien", "bateau", "pont"] * 12
    assert len(found) >= 0.95 * len(wanted)
    assert answer.score is not None


def test_alternatives_differ_and_the_best_is_first(models_home: Path) -> None:
    engine = Ct2Engine(TranslateOptions())
    assert isinstance(engine, Alternatives)
    (found,) = engine.alternatives(asked(["El gato rojo ve el tren."]), 3)
    assert found[0].text == "Le rouge chat voit le train."
    assert len({a.text for a in found}) == len(found) > 1
    assert [a.score for a in found] == sorted((a.score or 0 for a in found), reverse=True)


@pytest.mark.parametrize("engine", [Ct2Engine, MarianEngine])
def test_attention_says_which_word_stands_for_which(models_home: Path, engine: type[Ct2Engine]) -> None:
    text = "El gato ve el barco."
    start = text.index("barco")
    request = Request(text, ES_FR, (), (Protection(Span(start, start + 5), "barco", "name"),))
    (answer,) = engine(TranslateOptions()).translate([request])
    assert answer.text == "Le chat voit le bateau."
    alignment = answer.alignment
    assert alignment is not None
    assert all(0 < weight <= 1 for _, _, weight in alignment.links)
    assert all(span.of(text).strip() == span.of(text) != "" for span in alignment.source)
    assert all(span.of(answer.text).strip() == span.of(answer.text) != "" for span in alignment.target)


def test_attention_changes_no_answer(models_home: Path) -> None:
    texts = [source for source, _ in TOY[:24]]
    engine = Ct2Engine(TranslateOptions())
    plain = engine.translate(asked(texts))
    mark = Inline(Span(0, 2), "strong")
    marked = engine.translate([Request(text, ES_FR, (mark,)) for text in texts])
    assert [(a.text, a.score) for a in plain] == [(a.text, a.score) for a in marked]


def test_no_socket_is_opened_and_no_torch_is_loaded_by_ct2(python: Python) -> None:
    done = python(
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "from copydesk.data import Pair, Request\n"
        "from copydesk.translate import ENGINES\n"
        "from copydesk.translate.options import TranslateOptions\n"
        "engine = ENGINES.load('ct2')(TranslateOptions())\n"
        "print(engine.translate([Request('El gato ve el tren.', Pair('es', 'fr'))])[0].text)\n"
        "print([m for m in ('torch', 'transformers', 'huggingface_hub') if m in sys.modules])\n"
    )
    assert done.stdout.splitlines() == ["Le chat voit le train.", "[]"], done.stderr


def test_no_socket_is_opened_by_the_reference_engine(python: Python) -> None:
    done = python(
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, _: opened.append(event) if event.startswith('socket.') else None)\n"
        "from copydesk.data import Pair, Request\n"
        "from copydesk.translate.neural.marian import MarianEngine\n"
        "from copydesk.translate.options import TranslateOptions\n"
        "engine = MarianEngine(TranslateOptions())\n"
        "print(engine.translate([Request('El gato ve el tren.', Pair('es', 'fr'))])[0].text)\n"
        "print([event for event in opened if event not in ('socket.gethostname',)])\n"
    )
    assert done.stdout.splitlines() == ["Le chat voit le train.", "[]"], done.stderr


def test_memory_is_flat_over_ten_thousand_segments(python: Python) -> None:
    done = python(
        "import os, random\n"
        "from pathlib import Path\n"
        "from copydesk.data import Pair, Request\n"
        "from copydesk.translate.neural.ct2 import Ct2Engine\n"
        "from copydesk.translate.options import TranslateOptions\n"
        "words = 'gato perro barco tren libro mesa plaza puente calle casa'.split()\n"
        "dice = random.Random(1)\n"
        "engine = Ct2Engine(TranslateOptions(beam=1))\n"
        "def resident():\n"
        "    return int(Path('/proc/self/statm').read_text().split()[1]) * os.sysconf('SC_PAGE_SIZE')\n"
        "for n in range(0, 10000, 100):\n"
        "    if n == 2000: warm = resident()\n"
        "    texts = [f'El {dice.choice(words)} ve el {dice.choice(words)}, y el {dice.choice(words)} {n}.'"
        " for _ in range(100)]\n"
        "    engine.translate([Request(text, Pair('es', 'fr')) for text in texts])\n"
        "print((resident() - warm) / 2**20)\n"
    )
    assert float(done.stdout) < 16, done.stderr


def test_a_missing_model_names_the_command(empty_home: Path) -> None:
    with pytest.raises(PairMissingError) as caught:
        Ct2Engine(TranslateOptions()).fingerprint(ES_FR)
    assert caught.value.remedy == "Run: copydesk models add Helsinki-NLP/opus-mt-es-fr"


def test_a_changed_file_is_not_loaded(models_home: Path) -> None:
    path = models_home / "toy-es-fr" / "ct2" / "target.spm"
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(EngineError, match=r"not what its card says: ct2/target\.spm"):
        Ct2Engine(TranslateOptions()).translate(asked(["El gato."]))


def test_the_fingerprint_follows_model_and_beam(models_home: Path) -> None:
    before = Ct2Engine(TranslateOptions()).fingerprint(ES_FR)
    assert before == Ct2Engine(TranslateOptions(workers=1)).fingerprint(ES_FR)
    assert before != Ct2Engine(TranslateOptions(beam=1)).fingerprint(ES_FR)
    reconvert("toy-es-fr", "float32")
    assert before != Ct2Engine(TranslateOptions()).fingerprint(ES_FR)


def test_a_regional_tag_falls_back_to_its_language(models_home: Path) -> None:
    model = find("toy-es-fr")
    assert served(model, Pair("es-MX", "fr-CA")) == ES_FR
    assert served(model, Pair("fr", "es")) is None
    assert Ct2Engine(TranslateOptions(model="other")).pairs() == (ES_FR,)
    with pytest.raises(PairMissingError):
        Ct2Engine(TranslateOptions(model="other")).model(ES_FR)


class _Endless:
    """A runtime whose model repeats itself, on some sentences even when told not to."""

    def __init__(self) -> None:
        self.calls: list[Decoding] = []

    def decode(self, buckets: Any, decoding: Decoding) -> Any:
        self.calls.append(decoding)
        good = Hypothesis(("▁chat",), -0.1, True)
        bad = Hypothesis(("▁a",) * 40, -0.1, False)
        return [
            [(bad,) if "perro" in "".join(s) or not decoding.no_repeat else (good,) for s in bucket.sources]
            for bucket in buckets
        ]

    def close(self) -> None:
        pass


def test_endless_repetition_is_decoded_again_and_refused_at_last(
    models_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = _Endless()
    monkeypatch.setattr(Ct2Engine, "load", lambda *_: runtime)
    engine = Ct2Engine(TranslateOptions())
    (answer,) = engine.translate(asked(["El gato ve el tren."]))
    assert answer.text == "chat"
    assert [c.no_repeat for c in runtime.calls] == [0, 3]
    with pytest.raises(EngineError, match=r"repeats itself without end on 'El perro"):
        engine.translate(asked(["El perro ve el tren."]))


def test_pieces_end_every_source_and_come_back_whole(models_home: Path) -> None:
    model = find("toy-es-fr")
    pieces = Pieces(model.card, model.ct2, ES_FR)
    text = "El gato rojo ve el tren."
    assert pieces.source(pieces.encode(text))[-1] == "</s>"
    spans = pieces.source_spans(text)
    assert len(spans) == len(pieces.source(pieces.encode(text)))
    assert "".join(s.of(text) for s in spans if s) == text.replace(" ", "")
    multilingual = model.card.model_copy(update={"tokens": {"fr": ">>fra<<"}})
    assert Pieces(multilingual, model.ct2, ES_FR).source(["▁a"]) == (">>fra<<", "▁a", "</s>")


def test_auto_takes_the_model_and_says_why(models_home: Path) -> None:
    assert [m.card.name for m in models_of("ct2")] == ["toy-es-fr"]
    (auto,) = routed(TranslateOptions())
    choice = auto.choice(ES_FR)
    assert choice.route.shown == "es > fr (ct2)"
    assert "a neural model for the very pair" in choice.reason
    assert ES_FR in auto.pairs()
    with pytest.raises(PairMissingError):
        auto.choice(Pair("xx", "yy"))
    auto.close()


@pytest.mark.apertium
def test_auto_keeps_a_route_that_measured_better_than_the_card_says(models_home: Path) -> None:
    model = find("toy-es-fr")
    worse = "[[quality]]\npair = 'es-fr'\nset = 'newstest2012'\nbleu = 1.5\n"
    with (model.folder / "card.toml").open("a") as card:
        card.write(worse)
    (auto,) = routed(TranslateOptions())
    first, *others = auto.routes(ES_FR)
    assert first.route.shown == "es > ca > fr (apertium)"
    (own,) = [ranked for ranked in others if ranked.route.shown == "es > fr (ct2)"]
    assert "its card says BLEU 1.5" in own.reason
    auto.close()


def test_auto_goes_through_english_when_nothing_is_direct(models_home: Path) -> None:
    card = models_home / "toy-es-fr" / "card.toml"
    text = card.read_text("utf-8")
    for name, source, target in (("toy-a", "xx", "en"), ("toy-b", "en", "yy")):
        folder = models_home / name
        shutil.copytree(models_home / "toy-es-fr", folder)
        edited = text.replace('"toy-es-fr"', f'"{name}"').replace('["es"]', f'["{source}"]')
        (folder / "card.toml").write_text(edited.replace('["fr"]', f'["{target}"]'), encoding="utf-8")
    shutil.rmtree(models_home / "toy-es-fr")
    (auto,) = routed(TranslateOptions())
    assert auto.choice(Pair("xx", "yy")).route.shown == "xx > en > yy (ct2)"
    auto.close()


@pytest.mark.apertium
def test_legs_of_different_engines_join_with_marks_and_protected_spans(
    models_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.translate.auto.measurements", tuple)
    monkeypatch.setattr("copydesk.translate.ranking.measurements", tuple)
    text = "La @casa ve el tren."
    request = Request(
        text, Pair("ca", "fr"), (Inline(Span(3, 8), "a"),), (Protection(Span(3, 8), "@casa", "handle"),)
    )
    options = TranslateOptions(pivot="es", retry=False)
    with open_translator(options) as desk:
        found = [r.route.shown for r in desk.engine.routes(request.pair)]  # type: ignore[attr-defined]
        assert found[0] == "ca > es (apertium) > fr (ct2)"
        (answer,) = desk.translate([request])
        assert desk.fingerprint(request.pair).startswith("apertium:cat-spa:")
        assert "+ct2:toy-es-fr:" in desk.fingerprint(request.pair)
    assert [i.tag for i in answer.inlines] == ["a"]


def test_the_desk_translates_through_a_child_with_auto(models_home: Path) -> None:
    with open_translator(TranslateOptions(post_edit=False, lexicon=False)) as desk:
        (answer,) = desk.translate(asked(["El gato ve el tren."]))
        assert desk.fingerprint(ES_FR).startswith("ct2:toy-es-fr:")
    assert answer.text == "Le chat voit le train."
