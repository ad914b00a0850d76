"""A value is likely only where the same article counts the same thing and nothing tells the two apart."""

import pytest
from challenge_score import HERE
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Article, Block, BlockRole, Certainty, Draft, Origin, Span
from copydesk.repair import RepairOptions, repair
from copydesk.repair.evidence import Evidence, evidence

MARK = "XNUMX"
CASES = [
    tuple(cell.strip() for cell in line.split(" | "))
    for line in (HERE / "evidence.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def block(text: str, name: str = "b") -> Block:
    return Block(name, BlockRole.PARAGRAPH, text)


def said(language: str, broken: str, *others: str) -> tuple[Evidence, ...]:
    at = broken.index(MARK)
    return evidence(broken, Span(at, at + len(MARK)), [block(text) for text in others], language)


@pytest.mark.parametrize(("language", "others", "broken", "values"), CASES)
def test_every_case_of_the_corpus(language: str, others: str, broken: str, values: str) -> None:
    found = [one.surface for one in said(language, broken, *(text.strip() for text in others.split("||")))]
    assert found == ([] if values == "-" else [value.strip() for value in values.split("||")])


def test_the_place_is_quoted() -> None:
    (found,) = said("fr", "La mairie a planté XNUMX arbres", "La mairie a planté 340 arbres au printemps")
    assert "planté 340 arbres" in found.quote


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_thousand_with_any_space_is_given_whole(space: str) -> None:
    (found,) = said("fr", "À Lyon, XNUMX manifestants défilent", f"Défilent 3{space}000 manifestants à Lyon")
    assert found.surface == f"3{space}000"


def test_a_paragraph_with_marks_of_its_own_says_nothing() -> None:
    other = "La mairie a planté 340 arbres. Elle a payé XNUMX euros."
    assert said("fr", "La mairie a planté XNUMX arbres", other) == ()


def repaired(*texts: str) -> Draft:
    blocks = tuple(block(text, f"b{n}") for n, text in enumerate(texts))
    article = Article("x", Origin("x.txt", "text", "0" * 64), blocks, language="fr")
    return repair(Draft(article, "es", blocks), RepairOptions(accept="likely", words=""))


def test_two_values_are_candidates_and_none_is_applied() -> None:
    slot = "La police et les syndicats ont compté XNUMX manifestants"
    done = repaired(
        slot, "La police a compté 3 000 manifestants", "Les syndicats ont compté 5 000 manifestants"
    )
    assert done.blocks[0].text == slot
    (edit,) = done.repairs[0].edits
    assert edit.certainty is Certainty.UNKNOWN
    assert edit.candidates[:2] == ("3 000", "5 000")


_PIECES = st.lists(
    st.sampled_from(
        [
            "La mairie",
            "a planté",
            "340",
            "3 000",
            "12,5 %",
            "arbres",
            "à Lyon",
            "en Syrie",
            ",",
            ".",
            "samedi",
        ]
    ),
    max_size=9,
).map(" ".join)


@given(_PIECES, st.lists(_PIECES, max_size=3))
def test_what_is_accepted_stands_in_the_article(rest: str, others: list[str]) -> None:
    done = repaired(f"La mairie a planté {MARK} arbres {rest}", *others)
    for edit in (edit for mended in done.repairs for edit in mended.edits):
        if edit.certainty is Certainty.LIKELY:
            assert any(edit.after in text for text in others)
        else:
            assert edit.after == edit.before
