"""Every installed route beside the bare engine and the old desk, in one run, with sacreBLEU signatures.

    python benchmarks/routes.py                                   # the first 500 lines of NTREX, every pair
    python benchmarks/routes.py --pairs es-en en-es --write       # and write the figures into the table
    python benchmarks/routes.py --pairs es-fr --sets newstest2012

The bare engine is Debian's ``apertium -u`` where a pair is direct. The old desk is ``copydesk translate
--lines`` of the last revision that knew Apertium's routes alone (``--old``), from git. Every other line is a
route through the desk of today, in the order of its figures; ``auto`` marks the one that the desk takes with
the table as it is after ``--write``. The desk takes its routes by that table
(``copydesk/translate/routes.tsv``). Routes share the work of their first legs.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from copydesk.data import Candidate, Glossary, Pair, Request
from copydesk.translate.auto import RoutedEngine
from copydesk.translate.legs import Legs
from copydesk.translate.measurements import TABLE, Measurement, measurements, rendered
from copydesk.translate.modes import installed
from copydesk.translate.options import TranslateOptions
from copydesk.translate.ranking import Ranked, rank
from copydesk.translate.request import request
from copydesk.translate.route import Leg, Route, find_routes
from copydesk.translate.supervised.choose import build
from copydesk.translate.translator import Translator

OLD_DESK = "a7ebd2d"
LANGUAGES = ("ca", "de", "en", "es", "fr", "it", "pt")
SETS = {"ntrex": "ntrex/ntrex1000", "newstest2012": "newstest/newstest2012"}


class RememberedLegs(Legs):
    """Legs that translate a text once, however many routes ask for it."""

    def __init__(self, options: TranslateOptions) -> None:
        super().__init__(options, build)
        self._known: dict[tuple[Leg, Request], Candidate] = {}

    def translate(self, leg: Leg, batch: Sequence[Request]) -> list[Candidate]:
        """As ``Legs``."""
        fresh = [r for r in dict.fromkeys(batch) if (leg, r) not in self._known]
        if fresh:
            self._known |= zip(((leg, r) for r in fresh), super().translate(leg, fresh), strict=True)
        return [self._known[leg, r] for r in batch]

    def forget(self) -> None:
        """Another text comes."""
        self._known = {}


class OneRoute(RoutedEngine):
    """Takes the route it is given."""

    def __init__(self, options: TranslateOptions, legs: Legs, route: Route) -> None:
        super().__init__(options, legs)
        self._route = route

    def routes(self, pair: Pair) -> tuple[Ranked, ...]:  # noqa: ARG002
        """That route alone, for any ``pair``."""
        return (Ranked(self._route, "asked for"),)


def along(route: Route, lines: Sequence[str], pair: Pair, legs: Legs, options: TranslateOptions) -> list[str]:
    """What the desk makes of ``lines`` on ``route``."""
    desk = Translator(OneRoute(options, legs, route), options)
    return [c.text for c in desk.translate([request(t, pair, Glossary(), options) for t in lines])]


def bare(lines: Sequence[str], pair: Pair) -> list[str] | None:
    """What the plain ``apertium`` command makes of ``lines``; None where the pair is not direct."""
    mode = installed().get(pair)
    if mode is None:
        return None
    done = subprocess.run(
        ["apertium", "-u", mode.path.stem],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split("\n")[: len(lines)]


def old_package(revision: str) -> tempfile.TemporaryDirectory[str] | None:
    """A folder with the package of ``revision``; None where git does not have it."""
    root = Path(__file__).parents[1]
    packed = subprocess.run(
        ["git", "-C", str(root), "archive", revision, "pipeline"], capture_output=True, check=False
    )
    if packed.returncode:
        print(f"old desk: git has no {revision}, left out", file=sys.stderr)
        return None
    folder = tempfile.TemporaryDirectory()
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(folder.name, filter="data")
    return folder


def old_desk(lines: Sequence[str], pair: Pair, package: str) -> list[str] | None:
    """What ``copydesk translate --lines`` of the package in ``package`` makes of ``lines``, if anything."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        command = [sys.executable, "-m", "copydesk", "translate", "--lines", file.name]
        done = subprocess.run(
            [*command, "--from", pair.source, "--to", pair.target],
            env={
                **os.environ,
                "PYTHONPATH": str(Path(package) / "pipeline"),
                "COPYDESK_MODELS": str(Path(package) / "models"),
            },
            capture_output=True,
            text=True,
            check=False,
        )
    return None if done.returncode else done.stdout.split("\n")[: len(lines)]


def score(hypotheses: Sequence[str], references: Sequence[str]) -> tuple[float, float, str]:
    """BLEU, chrF, and sacreBLEU's signatures of both."""
    bleu, chrf = BLEU(), CHRF()
    b, c = (metric.corpus_score(hypotheses, [references]).score for metric in (bleu, chrf))
    return b, c, f"BLEU {bleu.get_signature()} chrF {chrf.get_signature()}"


def texts(corpora: Path, name: str, pair: Pair, lines: int) -> tuple[list[str], list[str]] | None:
    """The first ``lines`` lines of a set in both languages, all for 0; None where it has no such pair."""
    paths = [corpora / f"{SETS[name]}.{code}" for code in (pair.source, pair.target)]
    if not all(path.exists() for path in paths):
        return None
    source, target = (path.read_text("utf-8").split("\n")[:-1] for path in paths)
    return source[: lines or None], target[: lines or None]


def measured(
    pair: Pair,
    name: str,
    both: tuple[list[str], list[str]],
    arguments: argparse.Namespace,
    old: str | None,
    legs: RememberedLegs,
) -> Iterator[Measurement]:
    """Print the table of one pair and set; yields the row of each route."""
    source, target = both
    print(f"\n{pair}, {name}, {len(source)} lines", flush=True)
    for system, hypotheses in (
        ("bare apertium", bare(source, pair)),
        ("old desk", old_desk(source, pair, old) if old else None),
    ):
        if hypotheses is not None:
            b, c, _ = score(hypotheses, target)
            print(f"  {system:44} {b:6.2f} {c:6.2f}", flush=True)
    options = TranslateOptions(processes=os.cpu_count() or 1, retry=False)
    routes = set(find_routes(pair, legs.installed, longest=arguments.longest))
    routes |= {r.route for r in rank(pair, legs.installed, published=legs.published)}
    if arguments.routes:
        routes = {route for route in routes if str(route) in arguments.routes}
    for route in sorted(routes):
        started = time.monotonic()
        b, c, signature = score(along(route, source, pair, legs, options), target)
        print(f"  {route.shown:44} {b:6.2f} {c:6.2f}  {time.monotonic() - started:6.1f} s", flush=True)
        yield Measurement(
            route,
            name,
            len(source),
            round(b, 2),
            round(c, 2),
            datetime.now(UTC).date().isoformat(),
            signature,
        )
    legs.forget()


def merged(rows: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """The table with ``rows`` in the place of those of the same route, set and length."""
    fresh = {(m.route, m.test_set, m.lines): m for m in rows}
    kept = [m for m in measurements() if (m.route, m.test_set, m.lines) not in fresh]
    return (*kept, *rows)


def main() -> None:
    """Measure every pair and set whose files are there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--sets", nargs="*", default=["ntrex"], choices=list(SETS))
    parser.add_argument(
        "--pairs", nargs="*", default=["-".join(p) for p in itertools.permutations(LANGUAGES, 2)]
    )
    parser.add_argument("--lines", type=int, default=500, help="of each set; 0 for all")
    parser.add_argument("--longest", type=int, default=3, help="legs of a route at most")
    parser.add_argument(
        "--routes", nargs="*", help='only these, as in the table: "apertium:es-pt firefox:pt-en"'
    )
    parser.add_argument("--old", default=OLD_DESK, help="the revision of the old desk; empty for none")
    parser.add_argument("--write", action="store_true", help="write the figures into the table")
    arguments = parser.parse_args()
    package = old_package(arguments.old) if arguments.old else None
    rows: list[Measurement] = []
    with closing(RememberedLegs(TranslateOptions(processes=os.cpu_count() or 1))) as legs:
        for pair in (Pair(*p.split("-")) for p in arguments.pairs):
            for name in arguments.sets:
                both = texts(arguments.corpora, name, pair, arguments.lines)
                if both is not None:
                    rows += measured(pair, name, both, arguments, package.name if package else None, legs)
                    if arguments.write:
                        TABLE.write_text(rendered(merged(rows)), "utf-8")
                        measurements.cache_clear()
            for ranked in rank(pair, legs.installed, published=legs.published)[:1]:
                print(f"  auto: {ranked.shown}")
    print(*{m.signature for m in rows}, sep="\n")


if __name__ == "__main__":
    main()
