"""The challenge set for numbers is sound, and the desk is as right on it as it was measured."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from typing import Any

import pytest
from challenge_marks import HERE, MarkupError, _broken, _case, artefacts, challenge, rendered
from challenge_score import judge, judge_repair, load, share

from copydesk.data import Verdict
from copydesk.languages.facts import KNOWN
from copydesk.numbers import compare, repair

CASES = load("challenge.jsonl")
BROKEN = load("artefacts.jsonl")
FLOOR: dict[str, float] = tomllib.loads((HERE / "floor.toml").read_text("utf-8"))
PAIRS = {"es-fr", "es-en", "fr-es", "en-fr", "en-es", "de-en", "it-fr", "pt-es"}
KINDS = {
    "approximate", "cardinal", "century", "date", "decade", "decimal", "dropped", "duplicated", "duration",
    "fraction", "identifier", "invented", "measure", "mixed", "money", "multiplier", "no-number", "ordinal",
    "percentage", "phone", "points", "range", "ratio", "reference", "regnal", "score", "spelled", "time",
    "year",
}  # fmt: skip


def test_the_files_are_what_the_marked_lines_say() -> None:
    assert (HERE / "challenge.jsonl").read_text("utf-8") == rendered(challenge())
    assert (HERE / "artefacts.jsonl").read_text("utf-8") == rendered(artefacts())


def test_there_are_enough_cases_of_every_pair_kind_and_outcome() -> None:
    pairs = Counter(f"{case['source_language']}-{case['target_language']}" for case in CASES)
    assert set(pairs) == PAIRS
    assert min(pairs.values()) >= 70
    assert len(CASES) >= 600
    assert {case["kind"] for case in CASES} == KINDS
    assert 0.4 <= share(CASES, lambda case: case["ok"]) <= 0.6
    assert len(BROKEN) >= 120
    assert Counter(case["certainty"] for case in BROKEN).keys() == {"certain", "left", "clean"}


def test_ids_and_pairs_stand_once() -> None:
    everything = CASES + BROKEN
    assert len({case["id"] for case in everything}) == len(everything)
    assert len({(case["source"], case["target"]) for case in everything}) == len(everything)


def test_spans_slice_to_surfaces_and_verdicts_fit() -> None:
    for case in CASES:
        for (source, target, verdict), spans in zip(case["expected"], case["spans"], strict=True):
            for text, surface, span in (
                (case["source"], source, spans[0]),
                (case["target"], target, spans[1]),
            ):
                assert (surface is None) == (span is None), case["id"]
                assert span is None or text[span[0] : span[1]] == surface, case["id"]
            assert (source is None) == (verdict == Verdict.INVENTED), case["id"]
            assert (target is None) == (verdict == Verdict.LOST), case["id"]
        verdicts = [Verdict(row[2]) for row in case["expected"]]
        assert case["ok"] == all(verdict.ok for verdict in verdicts), case["id"]


def _kinds() -> list[tuple[str, str, str, list[str], str]]:
    """Kind, languages, source, right translations and a wrong one, of every row of ``kinds.txt``."""
    found, kind = [], ""
    for line in (HERE / "kinds.txt").read_text("utf-8").splitlines()[1:]:
        if line.startswith("## "):
            kind = line.removeprefix("## ")
        elif line:
            languages, source, right, wrong = line.split(" | ")
            found.append((kind, languages, source, right.split(" || "), wrong))
    return found


def test_every_kind_is_told_right_from_wrong() -> None:
    failed = []
    for kind, languages, source, right, wrong in _kinds():
        pair = languages.split()
        failed += [(kind, text) for text in right if not compare(source, text, *pair).ok]
        if wrong != "-" and not compare(source, wrong, *pair).alarms:
            failed.append((kind, wrong))
    assert failed == []


def test_kinds_have_cases_in_several_languages() -> None:
    targets: dict[str, set[str]] = {}
    for kind, languages, *_ in _kinds():
        targets.setdefault(kind, set()).update(languages.split())
    assert len(targets) >= 30
    assert {kind for kind, languages in targets.items() if len(languages) < 3} <= {"cjk"}


def _repairs() -> list[list[str]]:
    """Languages, source, broken and repaired text of every row of ``repairs.txt``."""
    lines = (HERE / "repairs.txt").read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if " | " in line and not line.startswith("#")]


def test_broken_translations_are_repaired_or_left() -> None:
    failed = []
    for pair, source, broken, wanted in _repairs():
        here, there = pair.split()
        given = repair(broken, there, source=source, source_language=here)
        if "".join(given.text.split()) != "".join((broken if wanted == "=" else wanted).split()):
            failed.append((broken, given.text))
        elif wanted == "=" and not given.findings:
            failed.append((broken, "no finding"))
    assert failed == []


def test_damage_stands_where_it_is_said() -> None:
    for case in BROKEN:
        assert case["target_language"] in KNOWN
        for edit in case["edits"]:
            start, end = edit["span"]
            assert case["target"][start:end] == edit["before"], case["id"]
        assert (case["expected"] != case["target"]) == (case["certainty"] == "certain"), case["id"]


@pytest.mark.parametrize("target", ["Il y a 5 [2= 3].", "Il y a [5].", "[= 1] et [1= 2]"])
def test_wrong_marks_are_refused(target: str) -> None:
    with pytest.raises(MarkupError):
        _case("x", "Hay [5].", target)


def test_a_segment_repaired_in_half_is_refused() -> None:
    with pytest.raises(MarkupError):
        _broken("x", "<<XNUMX=>5>> et <<XNUMX=>?>>")


def test_the_desk_judges_the_challenge_set_as_measured() -> None:
    def ledger(case: dict[str, Any]) -> Any:
        return compare(case["source"], case["target"], case["source_language"], case["target_language"])

    assert share(CASES, lambda case: judge(case, ledger(case)).entries) >= FLOOR["challenge"]
    assert share(CASES, lambda case: judge(case, ledger(case)).alarm) >= FLOOR["alarm"]


def test_the_desk_repairs_the_artefacts_as_measured() -> None:
    said = Counter(
        judge_repair(
            case,
            repair(
                case["target"],
                case["target_language"],
                source=case["source"],
                source_language=case["source_language"],
            ),
        )
        for case in BROKEN
    )
    assert said["right"] / len(BROKEN) >= FLOOR["artefacts"], json.dumps(said)
    assert said["wrong"] / len(BROKEN) <= FLOOR["wrong"], json.dumps(said)
