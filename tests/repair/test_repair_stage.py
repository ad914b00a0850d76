"""The stage applies what is proved, flags the rest and touches nothing else."""

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Certainty,
    Draft,
    Finding,
    Inline,
    Origin,
    Severity,
    Span,
)
from copydesk.repair import RepairOptions, repair


def article(language: str, *texts: str) -> Article:
    blocks = tuple(
        Block(f"b{n}", BlockRole.PARAGRAPH if n else BlockRole.HEADLINE, text) for n, text in enumerate(texts)
    )
    return Article("x", Origin("x.txt", "text", "0" * 64), blocks, language=language)


def drafted(source: Article) -> Draft:
    return Draft(source, "es", source.blocks)


FRENCH = article(
    "fr",
    "Le port ouvrira 12 quais en 2027",
    "Le port ouvrira XNUMX quais cet été. Le trafic a crû de XNUMX%.",
)
SPANISH = article(
    "es",
    "El puerto abrirá 12 muelles en 2027",
    "El puerto abrirá 12 muelles este verano. El tráfico creció un 9%.",
)


def test_a_clean_draft_is_returned_as_it_is() -> None:
    clean = drafted(article("fr", "Le port ouvrira 12 quais"))
    assert repair(clean, RepairOptions()) is clean


def test_the_original_proves_every_slot_of_a_paragraph() -> None:
    done = repair(drafted(FRENCH), RepairOptions(), original=SPANISH)
    assert done.blocks[1].text == "Le port ouvrira 12 quais cet été. Le trafic a crû de 9%."
    assert done.findings == ()
    assert [r.block for r in done.repairs] == ["b1"]
    assert done.blocks[0] is FRENCH.blocks[0]


def test_without_the_original_the_text_stays_and_slots_are_flagged_in_place() -> None:
    done = repair(drafted(FRENCH), RepairOptions())
    assert done.blocks == FRENCH.blocks
    assert [(f.rule, f.block) for f in done.findings] == [("placeholder", "b1")] * 2
    assert all(f.target[0].of(done.blocks[1].text) == "XNUMX" for f in done.findings)
    assert done.repairs[0].edits[0].candidates == ("12",)


def test_evidence_of_the_same_article_is_applied_only_when_accepted() -> None:
    done = repair(drafted(FRENCH), RepairOptions(accept="likely"))
    assert done.blocks[1].text == "Le port ouvrira 12 quais cet été. Le trafic a crû de XNUMX%."
    likely = done.repairs[0].edits[0]
    assert likely.certainty is Certainty.LIKELY
    assert "Le port ouvrira 12 quais" in likely.reason
    (open_slot,) = done.findings
    assert open_slot.target[0].of(done.blocks[1].text) == "XNUMX"


def test_one_sentence_without_proof_does_not_spoil_the_others() -> None:
    other = article("es", "El puerto", "El puerto abrirá 12 muelles este verano. El tráfico creció.")
    done = repair(drafted(FRENCH), RepairOptions(), original=other)
    assert done.blocks[1].text == "Le port ouvrira 12 quais cet été. Le trafic a crû de XNUMX%."
    assert len(done.findings) == 1


def test_inline_marks_move_with_the_text() -> None:
    block = Block("b0", BlockRole.PARAGRAPH, "Il y a XNUMX ans hier", (Inline(Span(17, 21), "em"),))
    source = Article("x", Origin("x", "text", ""), (block,), language="fr")
    original = article("es", "Hace 5 años ayer")
    original = Article(
        "x", original.origin, (Block("b0", BlockRole.PARAGRAPH, "Hace 5 años ayer"),), language="es"
    )
    (mended,) = repair(drafted(source), RepairOptions(), original=original).blocks
    assert mended.inlines[0].span.of(mended.text) == "hier"


def test_repeating_the_stage_changes_nothing() -> None:
    for original in (None, SPANISH):
        once = repair(drafted(FRENCH), RepairOptions(accept="likely"), original=original)
        assert repair(once, RepairOptions(accept="likely"), original=original) == once


def test_findings_of_other_rules_are_kept() -> None:
    other = Finding("layout", Severity.NOTE, "kept", block="b1")
    draft = Draft(FRENCH, "es", FRENCH.blocks, findings=(other,))
    assert repair(draft, RepairOptions()).findings[0] is other


def test_the_other_paragraphs_show_how_the_article_writes_its_numbers() -> None:
    french = article("fr", "Le port a 9.000 mètres de quais", "Il recevra XNUMX bateaux")
    spanish = article("es", "El puerto tiene 9.000 metros de muelles", "Recibirá 1.250 barcos")
    done = repair(drafted(french), RepairOptions(), original=spanish)
    assert done.blocks[1].text == "Il recevra 1.250 bateaux"
