"""The checks on human translations (noise), on seeded faults in them (catch), and their cost per word.

D=../shared/corpora/newstest
python benchmarks/checks.py --source $D/newstest2012.es --target $D/newstest2012.fr --pair es-fr
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from copydesk.data import Bitext, Pair
from copydesk.verify import check_pair, load_checks
from copydesk.verify.context import Context

Fault = Callable[[str, str, random.Random], str]


def _digit(_source: str, target: str, dice: random.Random) -> str:
    places = [m.start() for m in re.finditer(r"\d", target)]
    if not places:
        return target
    at = dice.choice(places)
    return target[:at] + str((int(target[at]) + dice.randrange(1, 9)) % 10) + target[at + 1 :]


def _half(_source: str, target: str, _dice: random.Random) -> str:
    words = target.split()
    return " ".join(words[: len(words) // 3]) if len(words) > 20 else target


def _loop(_source: str, target: str, dice: random.Random) -> str:
    words = target.split()
    at = dice.randrange(len(words))
    return " ".join([*words[:at], *words[at : at + 2] * 4, *words[at + 2 :]])


def _mark(_source: str, target: str, _dice: random.Random) -> str:
    return re.sub(r"\d[\d.,  ]*\d|\d", "XNUMX", target, count=1)


def _bracket(_source: str, target: str, _dice: random.Random) -> str:
    return target.replace(")", "", 1)


def _double(_source: str, target: str, dice: random.Random) -> str:
    words = target.split()
    at = dice.randrange(len(words))
    return (
        " ".join([*words[: at + 1], *words[at:]]) if words[at].isalpha() and words[at].islower() else target
    )


FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "digit changed": (_digit, frozenset({"numbers"})),
    "placeholder": (_mark, frozenset({"placeholder"})),
    "source copied": (
        lambda s, t, _: s if len(s.split()) > 5 else t,
        frozenset({"copied", "wrong-language"}),
    ),
    "two thirds lost": (_half, frozenset({"length"})),
    "emptied": (lambda _s, _t, _: "", frozenset({"empty"})),
    "phrase looped": (_loop, frozenset({"repetition"})),
    "bracket lost": (_bracket, frozenset({"unbalanced"})),
    "word doubled": (_double, frozenset({"doubled"})),
}


def main() -> None:
    """Print noise by rule, catch by fault, and time."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--source", type=Path, default=Path("../shared/corpora/newstest/newstest2012.es"))
    arguments.add_argument("--target", type=Path, default=Path("../shared/corpora/newstest/newstest2012.fr"))
    arguments.add_argument("--pair", default="es-fr")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    texts = [path.read_text("utf-8").split("\n")[:-1] for path in (given.source, given.target)]
    one, _, other = given.pair.partition("-")
    lines = [Bitext(s, t, Pair(one, other), id=str(n)) for n, (s, t) in enumerate(zip(*texts, strict=True))]
    checks = load_checks(Context())
    start = time.process_time()
    clean = [check_pair(line, checks) for line in lines]
    seconds = time.process_time() - start
    words = sum(len(line.target.split()) for line in lines)
    print(
        f"{given.pair}: {len(lines)} segments, {words} words, {seconds / words * 1e6:.1f} microseconds a word"
    )
    per_thousand = 1000 / len(lines)
    for level in ("error", "warning", "note"):
        held = sum(any(f.severity == level for f in found) for found in clean)
        print(f"  segments with {level:8} {held * per_thousand:6.1f} per 1,000")
    counts = Counter((f.rule, f.severity.value) for found in clean for f in found)
    for (rule, level), count in sorted(counts.items()):
        print(f"    {rule:24} {level:8} {count * per_thousand:6.1f} per 1,000")
    for name, (fault, rules) in FAULTS.items():
        dice = random.Random(given.seed)
        made = caught = 0
        for line, found in zip(lines, clean, strict=True):
            broken = fault(line.source, line.target, dice)
            if broken == line.target or any(f.rule in rules for f in found):
                continue
            made += 1
            after = check_pair(Bitext(line.source, broken, line.pair), checks)
            caught += any(f.rule in rules for f in after)
        print(f"  {name:16} caught {caught / max(made, 1):7.2%} of {made}")


if __name__ == "__main__":
    main()
