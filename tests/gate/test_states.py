"""What files say about their own targets: states, and texts that are not to be translated."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from copydesk.config.gate import GateOptions
from copydesk.gate.examine import Report, Setup, examine
from copydesk.gate.inputs import Inputs
from copydesk.verify.options import VerifyOptions

TODAY = datetime.date(2026, 11, 30)


def _report(path: Path, **options: object) -> Report:
    setup = Setup(GateOptions(), VerifyOptions.model_validate(options), today=TODAY)
    return examine(Inputs((path,)).pairs(), setup)


def _twelve(folder: Path, unit: str, *, target_language: str = "fr") -> Path:
    path = folder / "a.xlf"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        f'<file original="a" source-language="en" target-language="{target_language}" datatype="plaintext">'
        f"<body>{unit}</body></file></xliff>",
        "utf-8",
    )
    return path


def _two(folder: Path, unit: str) -> Path:
    path = folder / "a.xlf"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">'
        f'<file id="f"><unit id="u">{unit}</unit></file></xliff>',
        "utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("state", "approved", "code"),
    [
        ("", "", 0),
        (' state="translated"', "", 0),
        (' state="final"', "", 0),
        (' state="x-own"', "", 0),
        (' state="new"', "", 1),
        (' state="needs-translation"', "", 1),
        (' state="needs-review-l10n"', ' approved="yes"', 1),
    ],
)
def test_states_of_1_2(tmp_path: Path, state: str, approved: str, code: int) -> None:
    target = f"<target{state}>Un barrage.</target>"
    unit = f'<trans-unit id="1"{approved}><source>A dam.</source>{target}</trans-unit>'
    assert _report(_twelve(tmp_path, unit)).exit_code == code


@pytest.mark.parametrize(
    ("state", "require", "code"),
    [
        ("", "", 0),
        ("initial", "", 1),
        ("translated", "", 0),
        ("translated", "reviewed", 1),
        ("", "translated", 1),
        ("reviewed", "reviewed", 0),
        ("reviewed", "final", 1),
        ("final", "final", 0),
    ],
)
def test_states_of_2_and_the_state_that_is_required(
    tmp_path: Path, state: str, require: str, code: int
) -> None:
    said = f' state="{state}"' if state else ""
    unit = f"<segment{said}><source>A dam.</source><target>Un barrage.</target></segment>"
    assert _report(_two(tmp_path, unit), require=require).exit_code == code


@pytest.mark.parametrize(
    "unit",
    [
        '<trans-unit id="1" translate="no"><source>Ctrl+S</source></trans-unit>',
        '<group id="g" translate="no"><trans-unit id="1"><source>Ctrl+S</source></trans-unit></group>',
        '<trans-unit id="1" translate="no"><source>A dam. </source><target>A dam.</target></trans-unit>',
        '<trans-unit id="1"><source><mrk mtype="protected" translate="no">GET</mrk></source></trans-unit>',
    ],
)
def test_what_is_not_to_be_translated_needs_no_target(tmp_path: Path, unit: str) -> None:
    report = _report(_twelve(tmp_path, unit), require="final")
    assert (report.exit_code, report.segments) == (0, 1)


def test_a_unit_may_be_translated_inside_a_group_that_is_not(tmp_path: Path) -> None:
    unit = '<trans-unit id="1" translate="yes"><source>A dam.</source></trans-unit>'
    unit = f'<group id="g" translate="no">{unit}</group>'
    assert _report(_twelve(tmp_path, unit)).exit_code == 4


def test_a_text_that_was_to_stay_and_changed_is_an_error(tmp_path: Path) -> None:
    unit = '<trans-unit id="1" translate="no"><source>Ctrl+S</source><target>Strg+S</target></trans-unit>'
    (issue,) = _report(_twelve(tmp_path, unit)).issues
    assert issue.finding.rule == "kept-terms"


def test_a_score_that_was_not_measured_shuts_the_gate(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source>A dam.</source><target>Un barrage.</target></trans-unit>'
    setup = Setup(GateOptions(least={"bleu": 20.0}), VerifyOptions(), today=TODAY)
    report = examine(Inputs((_twelve(tmp_path, unit),)).pairs(), setup)
    assert report.exit_code == 1
    assert report.reasons == ("bleu was not measured, at least 20 is wanted",)
