"""Texts through the stages: what programs get."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.data import Article, Block, BlockRole, Origin
from copydesk.errors import ConfigError, CopydeskError, InputError

LINES = st.lists(st.text("abcdé XY", max_size=20), max_size=6)


@settings(deadline=None)  # opens an engine once
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_what_an_engine_leaves_as_it_is_comes_back_line_by_line(lines: list[str], end: str) -> None:
    text = end.join(line.strip() for line in lines)
    done = copydesk.translate(text, source="es", target="fr", engine="identity")
    assert [line.split() for line in done.text.split(end)] == [line.split() for line in text.split(end)]


def test_lists_come_back_as_lists_and_a_language_is_found() -> None:
    texts = [
        "El pleno aprobó ayer el presupuesto de la ciudad.",
        "The council passed the budget of the city.",
    ]
    done = copydesk.translate(texts, target="fr", engine="identity")
    assert [(one.text, one.source, one.target) for one in done] == [
        (texts[0], "es", "fr"),
        (texts[1], "en", "fr"),
    ]


def test_an_article_is_translated_block_by_block() -> None:
    blocks = (
        Block("b0", BlockRole.HEADLINE, "Un titular"),
        Block("b1", BlockRole.PARAGRAPH, "Llegó el tren."),
    )
    article = Article("a", Origin("a", "text", ""), blocks)
    done = copydesk.translate(article, source="es", target="fr", engine="identity")
    assert done.text == "Un titular\n\nLlegó el tren."
    assert [s.block for s in done.draft.segments] == ["b0", "b1"]


def test_a_term_of_the_glossary_that_is_missing_is_found() -> None:
    pairs = [("El presupuesto sube mucho.", "La dépense monte beaucoup.")]
    (done,) = copydesk.check(pairs, source="es", target="fr", glossary=[("presupuesto", "budget")])
    assert "glossary" in {finding.rule for finding in done.findings}


@pytest.mark.parametrize("text", ["", "\n", "12", " 3,5 %\n\n"])
def test_a_text_without_words_comes_back_as_it_is(text: str) -> None:
    assert copydesk.translate(text, target="fr", engine="identity").text == text


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"target": "francés del norte"}, ConfigError),
        ({"target": "fr", "engine": "nobody", "source": "es"}, CopydeskError),
        ({"target": "fr", "engine": "identity"}, InputError),
    ],
)
def test_what_cannot_be_done_is_said(options: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        copydesk.translate("Η κυβέρνηση ανακοίνωσε χθες τα νέα μέτρα.", **options)  # type: ignore[call-overload]


def test_a_placeholder_is_restored_from_the_source_and_its_place_is_in_the_text() -> None:
    done = copydesk.repair(
        "La gare.\nIl est né en XNUMX.", source="La estación.\nNació en 1987.", language="fr"
    )
    assert done.text == "La gare.\nIl est né en 1987."
    assert [(edit.before, edit.span.start) for edit in done.edits] == [("XNUMX", 22)]
    assert done.ok


def test_without_a_source_a_number_is_not_invented() -> None:
    done = copydesk.repair("La gare.\nIl est né en XNUMX à Lyon.", language="fr")
    assert done.text == "La gare.\nIl est né en XNUMX à Lyon."
    (finding,) = done.findings
    assert done.text[finding.target[0].start : finding.target[0].end] == "XNUMX"
    assert not done.ok


def test_a_pair_is_checked_and_its_ledger_kept() -> None:
    pairs = [("El tren 14 salió.", "Le train 41 est parti."), ("Hola.", "Bonjour.")]
    bad, good = copydesk.check(pairs, source="es", target="fr")
    assert (bad.ok, good.ok) == (False, True)
    assert bad.findings[0].rule == "numbers"
    assert not bad.ledger.ok


def test_sentences_are_aligned_from_texts_and_from_lists() -> None:
    one, other = "Llegaron 3 trenes. Nadie habló.", "Trois trains arrivèrent. Personne ne parla."
    beads = copydesk.align(one, other, source="es", target="fr")
    assert [(bead.source, bead.target) for bead in beads] == [
        (("Llegaron 3 trenes.",), ("Trois trains arrivèrent.",)),
        (("Nadie habló.",), ("Personne ne parla.",)),
    ]
    assert copydesk.align(one.split(". "), other.split(". "), source="es", target="fr")[0].confidence > 0.5


def test_results_are_plain_data_on_request() -> None:
    done = copydesk.translate("Llegó el tren 4.", source="es", target="fr", engine="identity")
    data = json.loads(json.dumps(done.to_dict()))
    assert data["text"] == "Llegó el tren 4."
    assert "draft" not in data
    repaired = copydesk.repair("Né en XNUMX.", source="Nació en 1987.", language="fr", source_language="es")
    assert repaired.to_dict()["edits"][0] | {"evidence": ""} == {
        "span": [6, 11], "before": "XNUMX", "after": "1987", "rule": "placeholder", "evidence": "",
        "certainty": "certain", "candidates": [],
    }  # fmt: skip
