from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Detection,
    Draft,
    Edit,
    Finding,
    Glossary,
    Inline,
    Means,
    Origin,
    Segment,
    Severity,
    Span,
    Term,
    Translation,
    Vote,
)
from copydesk.errors import ConfigError
from copydesk.text.apply import apply, inverse
from copydesk.verify import VerifyOptions, verify

MACHINE, HUMAN = Means.MACHINE, Means.HUMAN


def _draft(*pairs: tuple[str, str], means: Means = MACHINE, inlines: tuple[Inline, ...] = ()) -> Draft:
    blocks = tuple(Block(f"b{n}", BlockRole.PARAGRAPH, s, inlines) for n, (s, _) in enumerate(pairs))
    segments = tuple(Segment(f"{b.id}.0", b.id, Span(0, len(b.text))) for b in blocks)
    return Draft(
        Article("a", Origin("a.txt", "txt", "0" * 64), blocks),
        "fr",
        blocks,
        document=Detection("es", 1.0),
        segments=segments,
        languages=tuple(Detection("es", 1.0) for _ in segments),
        translations=tuple(
            Translation(s.id, t, means, inlines=inlines) for s, (_, t) in zip(segments, pairs, strict=True)
        ),
    )


def _rules(draft: Draft) -> list[tuple[str | None, str]]:
    return [(finding.segment, finding.rule) for finding in draft.findings]


def test_machine_text_is_set_right_and_every_change_can_be_shown_and_undone() -> None:
    before = _draft(('Dijo "no": son 28.500 euros.', 'Il a dit "non" : ce sont 28.500 euros!'))
    (done,) = verify(before, VerifyOptions()).translations
    assert done.text == "Il a dit «\u00a0non\u00a0»\u00a0: ce sont 28\u202f500 euros\u202f!"
    assert apply(before.translations[0].text, done.edits) == done.text
    assert apply(done.text, inverse(done.edits)) == before.translations[0].text
    assert all(edit.evidence for edit in done.edits)


def test_human_text_is_never_touched_but_its_typography_is_noted() -> None:
    before = _draft(("¿Cuándo?", "Quand?"), means=HUMAN)
    after = verify(before, VerifyOptions())
    assert after.translations == before.translations
    (finding,) = after.findings
    assert (finding.rule, finding.severity) == ("typography-marks", Severity.NOTE)
    assert finding.fix is not None


def test_without_safe_fixes_machine_text_stays_and_is_noted() -> None:
    before = _draft(("¿Cuándo?", "Quand?"))
    after = verify(before, VerifyOptions(safe_fixes=False))
    assert after.translations == before.translations
    assert _rules(after) == [("b0.0", "typography-marks")]


def test_links_and_unknown_words_move_along_with_the_fixes() -> None:
    before = _draft(("¿No? Ven aquí", "Non? Viens çatoi"), inlines=(Inline(Span(5, 8), "em"),))
    translation = replace(
        before.translations[0], inlines=(Inline(Span(5, 10), "em"),), unknown=(Span(11, 16),)
    )
    (done,) = verify(replace(before, translations=(translation,)), VerifyOptions()).translations
    assert done.inlines[0].span.of(done.text) == "Viens"
    assert done.unknown[0].of(done.text) == "çatoi"


def test_fixes_are_joined_with_edits_made_before() -> None:
    before = _draft(("¿Cuándo?", "Quand ?"))
    earlier = Edit(Span(0, 1), "q", "Q", "post-edit", "sentence start")
    translation = replace(before.translations[0], edits=(earlier,))
    (done,) = verify(replace(before, translations=(translation,)), VerifyOptions()).translations
    assert apply("quand ?", done.edits) == done.text == "Quand\u202f?"


def test_verifying_twice_changes_nothing() -> None:
    once = verify(_draft(("Hubo 979 muertos.", 'Il y a eu 1 979 "morts"!'), ("Sí", "")), VerifyOptions())
    assert once.findings
    assert verify(once, VerifyOptions()) == once


def test_findings_of_other_rooms_stay_in_front() -> None:
    other = Finding("segment-language", Severity.WARNING, "unsure", segment="b0.0")
    after = verify(replace(_draft(("Sí", "")), findings=(other,)), VerifyOptions())
    assert [f.rule for f in after.findings] == ["segment-language", "empty"]


def test_findings_follow_the_segments_then_the_rules() -> None:
    after = verify(_draft(("Sí (hoy).", "Le le oui (hui."), ("Ya.", "")), VerifyOptions())
    assert _rules(after) == [("b0.0", "doubled"), ("b0.0", "unbalanced"), ("b1.0", "empty")]


@pytest.mark.parametrize("severity", [{}, {"numbers": "off", "placeholder": "off"}])
def test_every_unsettled_ledger_has_a_finding(severity: dict[str, Severity]) -> None:
    draft = _draft(("Hubo 979 muertos.", "Il y a eu 1 979 morts."), ("Unos 300.", "Quelque XNUMX."))
    after = verify(draft, VerifyOptions(severity=severity))
    unsettled = {x.segment for x in after.ledgers if not x.ledger.ok}
    assert unsettled == {"b0.0", "b1.0"}
    assert unsettled <= {f.segment for f in after.findings}


def test_segments_without_numbers_have_no_ledger() -> None:
    after = verify(_draft(("Una presa.", "Un barrage."), ("Unos 300.", "Environ 300.")), VerifyOptions())
    assert [x.segment for x in after.ledgers] == ["b1.0"]


def test_copied_and_held_text_is_only_searched_for_marks_and_numbers() -> None:
    text = 'Nadie sabe por qué cerró el puerto de "Lúmbria".'
    for means in (Means.COPIED, Means.HELD):
        assert verify(_draft((text, text), means=means), VerifyOptions()).findings == ()


def test_terms_that_are_kept_are_not_set_anew() -> None:
    draft = _draft(("Lo dijo Hola! Radio.", "Hola! Radio l'a dit."))
    kept = Glossary((Term("Hola!", "Hola!"),), "x")
    assert verify(draft, VerifyOptions(), glossary=kept).translations == draft.translations


def test_severities_can_be_changed_and_checks_put_off() -> None:
    draft = _draft(("El puerto.", "Le le port."))
    raised = verify(draft, VerifyOptions(severity={"doubled": Severity.ERROR})).findings
    assert [f.severity for f in raised] == [Severity.ERROR]
    assert verify(draft, VerifyOptions(severity={"doubled": "off"})).findings == ()


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ConfigError, match="Did you mean doubled"):
        verify(_draft(("a", "b")), VerifyOptions(severity={"double": "off"}))


@pytest.mark.parametrize(("language", "found"), [("es", ["wrong-language"]), ("fr", [])])
def test_a_classifier_has_the_last_word_on_a_suspect_language(language: str, found: list[str]) -> None:
    draft = _draft(("He did not know why the port was closed.", "No supo decir por qué se cerró el puerto."))
    after = verify(draft, VerifyOptions(), classify=lambda *_: Vote("x", language, 0.99))
    assert [f.rule for f in after.findings] == found


_TEXT = st.text(alphabet="aéÀ1 «»“”\"'´’:;!?%.,()h\u00a0\u202f\u200b#@/", max_size=30)


@given(source=_TEXT, target=_TEXT, means=st.sampled_from(Means))
@settings(max_examples=300, deadline=None)
def test_any_text_is_verified_once_and_for_all(source: str, target: str, means: Means) -> None:
    before = _draft((source, target), means=means)
    once = verify(before, VerifyOptions())
    assert verify(once, VerifyOptions()) == once
    (done,) = once.translations
    assert apply(target, done.edits) == done.text
    assert means is MACHINE or done.text == target
