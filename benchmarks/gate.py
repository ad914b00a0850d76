"""The gate's own quality: false alarms, seeded errors found, speed; and other checkers beside it.

D=../shared/corpora/newstest
python benchmarks/gate.py --source $D/newstest2012.es --target $D/newstest2012.fr --pair es-fr
python benchmarks/gate.py ... --others    also pofilter and OpusFilter, each in an environment of its own
python benchmarks/gate.py --languages ../shared/corpora/ntrex    errors on human translations from English
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from copydesk.cli.commands.check import Classifier
from copydesk.config.settings import Settings
from copydesk.data import Bitext, Pair, Severity
from copydesk.gate.kill import mutation_score
from copydesk.gate.text_mutations import CLASSES, pool_of
from copydesk.verify import check_pair, load_checks
from copydesk.verify.context import Context

NUMBERS = ("number-changed", "number-swapped", "number-dropped", "placeholder")

OPUSFILTER = """
import json, sys
from opusfilter.filters import NonZeroNumeralsFilter
rows = json.load(open(sys.argv[1], encoding="utf-8"))
check = NonZeroNumeralsFilter(threshold=0.5)
print(json.dumps([not check.accept(score) for score in check.score(rows)]))
"""

POFILTER = """
import json, sys
from translate.filters import checks
from translate.storage import po
rows = json.load(open(sys.argv[1], encoding="utf-8"))
suite = checks.StandardChecker()
wanted = ("numbers", "printf", "pythonbraceformat", "variables", "xmltags")
found = []
for source, target in rows:
    unit = po.pounit(source)
    unit.target = target
    failures = suite.run_filters(unit)
    found.append(any(name in failures for name in wanted))
print(json.dumps(found))
"""

OTHERS = {
    "OpusFilter NonZeroNumerals": (OPUSFILTER, ["opusfilter"]),
    "translate-toolkit pofilter": (POFILTER, ["translate-toolkit"]),
}


def opuscleaner(rows: Sequence[tuple[str, str]]) -> list[bool]:
    """OpusCleaner's num_mismatch rule at ratio 1, as documented: the same digit strings on both sides."""
    import re

    def digits(text: str) -> set[str]:
        return {re.sub(r"[.,]", "", found) for found in re.findall(r"\d+(?:[.,]\d+)*", text)}

    return [digits(source) != digits(target) for source, target in rows]


def elsewhere(script: str, packages: list[str], rows: Sequence[tuple[str, str]]) -> list[bool]:
    """Run ``script`` over ``rows`` in a fresh environment with ``packages``."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        place = Path(folder) / "rows.json"
        place.write_text(json.dumps(list(rows)), "utf-8")
        done = subprocess.run([python, "-c", script, str(place)], check=True, capture_output=True, text=True)
        flags: list[bool] = json.loads(done.stdout.strip().splitlines()[-1])
        return flags


def others(pairs: list[Bitext], seed: int) -> None:
    """Kill rates of the other checkers on the same number mutants, and their false alarms."""
    pool = pool_of(pairs, Context().glossary)
    clean = [(p.source, p.target) for p in pairs]
    mutants: dict[str, list[tuple[int, tuple[str, str]]]] = {}
    for name in NUMBERS:
        made = []
        for number, pair in enumerate(pairs):
            mutant = CLASSES[name](pair, random.Random(f"{seed} {name} {number}"), pool)
            if mutant is not None and mutant != pair:
                made.append((number, (mutant.source, mutant.target)))
        mutants[name] = made
    rows = clean + [row for made in mutants.values() for _, row in made]
    tools = {"OpusCleaner num_mismatch": opuscleaner(rows)}
    for tool, (script, packages) in OTHERS.items():
        tools[tool] = elsewhere(script, packages, rows)
    for tool, flags in tools.items():
        before, at = flags[: len(clean)], len(clean)
        print(f"{tool}: flags {1000 * sum(before) / len(clean):.1f} per 1,000 clean segments")
        for name, made in mutants.items():
            mine = flags[at : at + len(made)]
            at += len(made)
            fresh = [flag for flag, (number, _) in zip(mine, made, strict=True) if not before[number]]
            print(f"  {name:16} {sum(fresh) / max(len(fresh), 1):7.1%} of {len(fresh)}")


def main() -> None:
    """Print everything for one pair of files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--source", type=Path, default=Path("../shared/corpora/newstest/newstest2012.es"))
    parser.add_argument("--target", type=Path, default=Path("../shared/corpora/newstest/newstest2012.fr"))
    parser.add_argument("--pair", default="es-fr")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", type=int, default=100_000, help="pairs to check for speed; 0 for none")
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--languages", type=Path, help="a folder with ntrex*.LANG; nothing else is measured")
    given = parser.parse_args()
    if given.languages:
        by_language(given.languages)
        return
    texts = [path.read_text("utf-8").split("\n")[:-1] for path in (given.source, given.target)]
    one, _, other = given.pair.partition("-")
    pairs = [Bitext(s, t, Pair(one, other), id=str(n)) for n, (s, t) in enumerate(zip(*texts, strict=True))]
    context = Context(classify=Classifier(Settings()))
    checks = load_checks(context)
    found = [check_pair(pair, checks) for pair in pairs]
    numbers = sum(any(f.rule == "numbers" and f.severity is Severity.ERROR for f in x) for x in found)
    score = mutation_score(pairs, context, seed=given.seed)
    print(
        f"{given.pair}: errors on {score.clean_errors:.1f}, warnings on {score.clean_warnings:.1f}, "
        f"number errors on {1000 * numbers / len(pairs):.1f} per 1,000 of {len(pairs)} segments"
    )
    for killed in score.classes:
        by = ", ".join(f"{rule} {count}" for rule, count in list(killed.rules.items())[:3])
        print(f"  {killed.name:18} {killed.rate:7.1%} of {killed.made:5}  {by}")
    if given.speed:
        speed(texts, given.speed, (one, other))
    if given.others:
        others(pairs, given.seed)


def by_language(folder: Path) -> None:
    """Errors and warnings on the first 500 lines of each language, from English; each error is listed."""
    source = next(folder.glob("ntrex*.en")).read_text("utf-8").split("\n")[:500]
    context = Context(classify=Classifier(Settings()))
    checks = load_checks(context)
    for path in sorted(folder.glob("ntrex*.??")):
        language = path.suffix.removeprefix(".")
        if language == "en":
            continue
        rules: Counter[tuple[str, str]] = Counter()
        lines = path.read_text("utf-8").split("\n")[:500]
        for number, (own, other) in enumerate(zip(source, lines, strict=True), start=1):
            for finding in check_pair(Bitext(own, other, Pair("en", language), id=str(number)), checks):
                rules[finding.severity.value, finding.rule] += 1
                if finding.severity is Severity.ERROR:
                    print(f"  {language} {number}: {finding.rule}: {finding.message}")
        for level in (Severity.ERROR, Severity.WARNING):
            found = {rule: count for (severity, rule), count in rules.items() if severity == level.value}
            print(f"{language}: {sum(found.values())} {level.value}s {found}")


def speed(texts: list[list[str]], count: int, languages: tuple[str, str]) -> None:
    """CPU time and peak memory of the whole command, for a tenth of ``count`` pairs and for all.

    The reference is a loop of the interpreter on the same machine at the same time: words split and counted.
    """
    start = time.process_time()
    words = sum(len(Counter(line.lower().split())) for lines in texts for line in lines * 10)
    print(f"  reference: {words / (time.process_time() - start) / 1e6:.2f} million words counted per second")
    with tempfile.TemporaryDirectory() as folder:
        names = [str(Path(folder) / f"text.{language}") for language in languages]
        for size in (count // 10, count):
            for name, lines in zip(names, texts, strict=True):
                many = (lines * (size // len(lines) + 1))[:size]
                Path(name).write_text("".join(f"{line}\n" for line in many), "utf-8")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "copydesk", "check", "--source", names[0], "--target", names[1], "-q"],
                check=False,
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            print(
                f"  {size} pairs: {size / seconds:.0f} pairs per second of CPU time "
                f"({time.perf_counter() - start:.0f} s), peak memory {after.ru_maxrss // 1024} MiB"
            )


if __name__ == "__main__":
    main()
