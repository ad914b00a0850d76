"""Hold what a checker or a repair says against the challenge set. The rules are told in README.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.data import Certainty, Entry, Ledger
from copydesk.numbers import Repair

Case = dict[str, Any]
Place = Sequence[int] | None

HERE = Path(__file__).parent
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))


def load(name: str) -> list[Case]:
    """The cases of ``challenge.jsonl`` or ``artefacts.jsonl``."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Score:
    """How one comparison case went.

    ``alarm``: an error is raised exactly if the translation is wrong. ``entries``: also, every number has its
    verdict and partner, "same" and "converted" taken as one. ``exact``: these two told apart as well.
    """

    alarm: bool
    entries: bool
    exact: bool


def judge(case: Case, ledger: Ledger) -> Score:
    """The score of ``ledger`` for ``case``."""
    alarm = bool(ledger.alarms) != case["ok"]
    rows = list(zip(case["spans"], case["expected"], strict=True))
    found = [_found(ledger, span, row[2]) for span, row in rows]
    wrong = [span for span, row in rows if row[2] not in ("same", "converted")]
    stray = any(not any(_touches(entry, span) for span in wrong) for entry in ledger.alarms)
    entries = alarm and not stray and all(found)
    exact = entries and all(
        entry is not None and entry.verdict.value == row[2]
        for entry, (_, row) in zip(found, rows, strict=True)
    )
    return Score(alarm, entries, exact)


def _found(ledger: Ledger, span: tuple[Place, Place], verdict: str) -> Entry | None:
    """The ledger line that pairs both places of ``span`` and says ``verdict``, or another settled one."""
    settled = verdict in ("same", "converted")
    if verdict == "changed":  # numbers that changed places may be paired by value or by place
        changed = [entry for entry in ledger.entries if entry.verdict.value == verdict]
        mine = [entry for entry in changed if _meets(entry.source, span[0])]
        return mine[0] if mine and any(_meets(entry.target, span[1]) for entry in changed) else None
    for entry in ledger.entries:
        agrees = entry.verdict.ok if settled else entry.verdict.value == verdict
        if agrees and _meets(entry.source, span[0]) and _meets(entry.target, span[1]):
            return entry
    return None


def _meets(mention: Any, place: Place) -> bool:
    if mention is None or place is None:
        return mention is None and place is None
    return bool(mention.span.start < place[1] and place[0] < mention.span.end)


def _touches(entry: Entry, span: tuple[Place, Place]) -> bool:
    return any(
        mention is not None and place is not None and _meets(mention, place)
        for mention, place in ((entry.source, span[0]), (entry.target, span[1]))
    )


def judge_repair(case: Case, repair: Repair) -> str:
    """What became of an artefact: right, left (flagged, though it could be solved), unflagged or wrong.

    Kinds of space are taken as one. A case that must be left is right if the text stays and something is
    flagged at each damaged place; a clean one if there are neither edits nor findings.
    """
    text = repair.text.translate(_SPACES)
    places = [edit["span"] for edit in case["edits"]]
    spans = [span for finding in repair.findings for span in finding.target]
    spans += [edit.span for edit in repair.edits if edit.certainty is Certainty.UNKNOWN]
    flagged = all(any(span.start < b and a < span.end for span in spans) for a, b in places)
    if case["certainty"] == "clean":
        return "right" if repair.text == case["target"] and not repair.findings else "wrong"
    if case["certainty"] == "certain" and text == case["expected"].translate(_SPACES):
        return "right"
    if repair.text != case["target"]:
        return "wrong"
    if not flagged:
        return "unflagged"
    return "right" if case["certainty"] == "left" else "left"


def share(cases: Iterable[Case], right: Callable[[Case], bool]) -> float:
    """The share of ``cases`` that are right, 0 to 1."""
    verdicts = [right(case) for case in cases]
    return sum(verdicts) / len(verdicts)
