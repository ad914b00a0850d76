"""A value is likely only where the same article says the same thing with one number."""

from copydesk.data import Block, BlockRole, Span
from copydesk.repair.evidence import evidence

TEXT = "La mairie a planté XNUMX arbres nouveaux"
PLACE = Span(19, 24)


def block(text: str) -> Block:
    return Block("b", BlockRole.PARAGRAPH, text)


def test_the_same_words_round_a_number_are_evidence() -> None:
    found = evidence(TEXT, PLACE, [block("Elle a planté 340 arbres nouveaux au printemps")])
    assert found is not None
    assert found.surface == "340"
    assert "340 arbres" in found.quote


def test_other_words_are_none() -> None:
    assert evidence(TEXT, PLACE, [block("Elle possède 340 arbres fruitiers")]) is None


def test_two_values_are_none() -> None:
    said = [block("a planté 340 arbres nouveaux"), block("a planté 350 arbres nouveaux")]
    assert evidence(TEXT, PLACE, said) is None
