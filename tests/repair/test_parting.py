"""Glued words are looked for on pages that lost numbers, and only there."""

import pytest

from copydesk.data import Article, Block, BlockRole, Draft, Origin, Severity
from copydesk.errors import PluginError
from copydesk.repair import RepairOptions, repair
from copydesk.repair.glued import RULE
from copydesk.repair.words import WORDS


def drafted(*texts: str, language: str = "fr") -> Draft:
    blocks = tuple(Block(f"b{n}", BlockRole.PARAGRAPH, text) for n, text in enumerate(texts))
    article = Article("x", Origin("x.txt", "text", "0" * 64), blocks, language=language)
    return Draft(article, "es", blocks)


BROKEN = "Il est né en XNUMX."
GLUED = "Une chose similairebien que différente."


def test_another_block_of_a_broken_page_is_mended() -> None:
    done = repair(drafted(BROKEN, GLUED), RepairOptions())
    assert done.blocks[1].text == "Une chose similaire bien que différente."
    assert [edit.rule for r in done.repairs if r.block == "b1" for edit in r.edits] == [RULE]
    assert repair(done, RepairOptions()) == done


def test_a_block_may_lose_numbers_and_spaces() -> None:
    original = Article(
        "x",
        Origin("x", "text", ""),
        (Block("b0", BlockRole.PARAGRAPH, "Nació en 1987. Una cosa similar."),),
        language="es",
    )
    done = repair(drafted(BROKEN + " " + GLUED), RepairOptions(), original=original)
    assert done.blocks[0].text == "Il est né en 1987. Une chose similaire bien que différente."


def test_a_sound_page_is_left_alone() -> None:
    draft = drafted("Il est né en 1987.", GLUED)
    assert repair(draft, RepairOptions()) is draft


@pytest.mark.parametrize("options", [RepairOptions(words=""), RepairOptions()])
def test_no_list_no_parting(options: RepairOptions) -> None:
    language = "fr" if not options.words else "de"
    assert repair(drafted(BROKEN, GLUED, language=language), options).blocks[1].text == GLUED


def test_a_word_said_twice_is_a_word() -> None:
    assert repair(drafted(BROKEN, GLUED, GLUED), RepairOptions()).blocks[1].text == GLUED


def test_a_missing_list_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_self: object, _name: str) -> object:
        raise PluginError("words member 'wordfreq' needs the package wordfreq", remedy="Run: pip install it")

    monkeypatch.setattr(type(WORDS), "load", missing)
    done = repair(drafted(BROKEN, GLUED), RepairOptions())
    (finding,) = [f for f in done.findings if f.rule == RULE]
    assert finding.severity is Severity.NOTE
    assert "pip install" in finding.message
    assert done.blocks[1].text == GLUED
    assert repair(done, RepairOptions()).findings == done.findings
