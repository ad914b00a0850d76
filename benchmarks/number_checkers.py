"""Number checkers side by side: the desk's ledger, and the rules of three other tools.

    python benchmarks/numbers.py [--corpora ../shared/corpora] [--probes FILE] [--json FILE]

Columns: probes right (of 18), challenge set right (an alarm exactly where the translation is wrong), alarms
per 1,000 segments on human references and on stored machine output of newstest2012, pairs a second on one
core by processor time. The other tools' own rules run in an environment of their own below build/, made at
the first call (translate-toolkit is GPL: a separate process): the `numbers` test of pofilter, num_mismatch
with ratio 1.0, NonZeroNumeralsFilter with its default threshold.
`benchmarks/injection.py` plants errors, `benchmarks/artefacts.py` breaks numbers and repairs them.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import subprocess
import sys
import time
import venv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "corpora" / "numbers"))

from challenge_score import judge, load

from copydesk.numbers import compare

SHARED = Path(__file__).parent.parent.parent / "shared"
BUILD = Path(__file__).parent.parent / "build" / "bench-numbers"
OTHERS = ("translate-toolkit==3.20.4", "opuscleaner==0.7.1", "opusfilter==3.3.1")


class Pair(NamedTuple):
    """A segment and its translation; languages are BCP 47."""

    source: str
    target: str
    source_language: str
    target_language: str


Checker = Callable[[Sequence[Pair]], tuple[list[bool], float]]
"""For each pair whether it raises an alarm, and the seconds of processor time."""


def _desk(level: str) -> Checker:
    """The ledger of copydesk: its ``errors``, or its ``alarms``, which are errors and warnings."""

    def check(pairs: Sequence[Pair]) -> tuple[list[bool], float]:
        begun = time.process_time()
        alarms = [bool(getattr(compare(*pair), level)) for pair in pairs]
        return alarms, time.process_time() - begun

    return check


CHILD = """
import io, json, sys, time
pairs = json.load(sys.stdin)
if sys.argv[1] == "toolkit":
    from translate.filters.checks import CheckerConfig, FilterFailure, StandardChecker
    made = {pair[2]: StandardChecker(CheckerConfig(targetlanguage=pair[2])) for pair in pairs}
    def alarm(source, target, language):
        try:
            return not made[language].numbers(source, target)
        except FilterFailure:
            return True
elif sys.argv[1] == "opuscleaner":
    from opuscleaner.filters.num_mismatch import filter_numerical_mismatch
    def alarm(source, target, language):
        kept = io.StringIO()
        filter_numerical_mismatch([f"{source}\\t{target}\\n"], kept, 1.0)
        return not kept.getvalue()
else:
    from opusfilter.filters import NonZeroNumeralsFilter
    rule = NonZeroNumeralsFilter()
    def alarm(source, target, language):
        return not rule.accept(next(rule.score([(source, target)])))
begun = time.process_time()
alarms = [alarm(*pair) for pair in pairs]
print(json.dumps([alarms, time.process_time() - begun]))
"""


def _other(name: str) -> Checker:
    """A rule of another tool, run by the Python of its own environment."""

    def check(pairs: Sequence[Pair]) -> tuple[list[bool], float]:
        python = BUILD / "bin" / "python"
        if not python.exists():
            venv.create(BUILD, with_pip=True)
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", *OTHERS], check=True)
        given = json.dumps([[pair.source, pair.target, pair.target_language] for pair in pairs])
        child = [str(python), "-c", CHILD, name]
        told = subprocess.run(child, input=given, check=True, capture_output=True, text=True)
        alarms, seconds = json.loads(told.stdout.splitlines()[-1])
        return alarms, seconds

    return check


CHECKERS: dict[str, Checker] = {
    "copydesk": _desk("alarms"),
    "copydesk-errors alone": _desk("errors"),
    "translate-toolkit numbers": _other("toolkit"),
    "OpusCleaner num_mismatch": _other("opuscleaner"),
    "OpusFilter NonZeroNumerals": _other("opusfilter"),
}


def main() -> None:
    """Print the table; with --json also write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, default=SHARED / "corpora")
    parser.add_argument("--probes", type=Path, default=SHARED / "research" / "probes.tsv")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sets = _sets(options.corpora)
    probes = _probes(options.probes) if options.probes.exists() else ([], [])
    cases = load("challenge.jsonl")
    challenge = [Pair(c["source"], c["target"], c["source_language"], c["target_language"]) for c in cases]
    rows = {}
    for name, checker in CHECKERS.items():
        row = _row(checker, probes, (challenge, [not case["ok"] for case in cases]), sets)
        if name == "copydesk":
            scores = [judge(case, compare(*pair)) for case, pair in zip(cases, challenge, strict=True)]
            row["challenge, every verdict"] = sum(score.entries for score in scores) / len(scores)
        rows[name] = row
    _print(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _row(
    checker: Checker,
    probes: tuple[list[Pair], list[bool]],
    challenge: tuple[list[Pair], list[bool]],
    sets: dict[str, list[Pair]],
) -> dict[str, float]:
    row: dict[str, float] = {}
    for name, (pairs, wrong) in (("probes", probes), ("challenge", challenge)):
        if pairs:
            alarms, _ = checker(pairs)
            right = sum(a == w for a, w in zip(alarms, wrong, strict=True))
            row[name] = right if name == "probes" else right / len(pairs)
            if name == "challenge":
                outcome = Counter(zip(alarms, wrong, strict=True))
                row["wrong missed"], row["right flagged"] = outcome[False, True], outcome[True, False]
    seconds = total = 0.0
    for name, pairs in sets.items():
        alarms, spent = checker(pairs)
        row[name] = 1000 * sum(alarms) / len(pairs)
        seconds, total = seconds + spent, total + len(pairs)
    if total:
        row["pairs/s"] = total / max(seconds, 1e-9)
    return row


def _probes(path: Path) -> tuple[list[Pair], list[bool]]:
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [Pair(row["source_es"], row["target"], "es", row["target_language"]) for row in rows]
    return pairs, [row["wrong"] == "yes" for row in rows]


def _sets(corpora: Path) -> dict[str, list[Pair]]:
    """Human references, all years as one set a pair, and machine output, HTML entities decoded."""
    sets: dict[str, list[Pair]] = {}
    for target in ("fr", "en"):
        pairs = []
        for source in sorted((corpora / "newstest").glob("newstest*.es")):
            pairs += _aligned(source, source.with_suffix(f".{target}"), "es", target)
        if pairs:
            sets[f"es-{target} people"] = pairs
    for output in sorted((corpora / "systems").glob("newstest2012.*")):
        _, pair, system, _ = output.name.split(".")
        source_language, target_language = pair.split("-")
        source = corpora / "newstest" / f"newstest2012.{source_language}"
        sets[f"{pair} {system}"] = _aligned(source, output, source_language, target_language)
    return sets


def _aligned(source: Path, target: Path, source_language: str, target_language: str) -> list[Pair]:
    mine, theirs = (
        path.read_text(encoding="utf-8").removesuffix("\n").split("\n") for path in (source, target)
    )
    return [
        Pair(a, html.unescape(b), source_language, target_language) for a, b in zip(mine, theirs, strict=True)
    ]


def _print(rows: dict[str, dict[str, float]]) -> None:
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    print(f"{'':28}" + "".join(f"{name.partition(' ')[0]:>20}" for name in rows))
    for column in columns:
        cells = (_cell(column, row.get(column)) for row in rows.values())
        print(f"{column:28}" + "".join(f"{cell:>20}" for cell in cells))
    print("\n" + "\n".join(rows))


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return "-"
    if column.startswith("challenge"):
        return f"{value:.1%}"
    return (
        f"{value:,.0f}"
        if column in ("probes", "pairs/s", "wrong missed", "right flagged")
        else f"{value:.1f}"
    )


if __name__ == "__main__":
    main()
