"""How good routes are: the figures of ``routes.tsv``, which ``benchmarks/routes.py`` measures and writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from copydesk.data import Pair
from copydesk.translate.route import Route, parse_route

TABLE = Path(str(files("copydesk.translate"))) / "routes.tsv"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What ``route`` scored through the desk on the first ``lines`` lines of the public set ``test_set``.

    ``signature`` holds sacreBLEU's signatures of both figures; ``measured`` is the day (ISO 8601).
    """

    route: Route
    test_set: str
    lines: int
    bleu: float
    chrf: float
    measured: str
    signature: str

    @property
    def pair(self) -> Pair:
        """The direction."""
        return Pair(self.route.languages[0], self.route.languages[-1])

    @property
    def figure(self) -> str:
        """For people: "BLEU 28.7 / chrF 58.3 on ntrex, 500 lines"."""
        return f"BLEU {self.bleu:.1f} / chrF {self.chrf:.1f} on {self.test_set}, {self.lines} lines"


@cache
def measurements(path: Path = TABLE) -> tuple[Measurement, ...]:
    """All rows of the table.

    Raises:
        ValueError: a row cannot be read.
    """
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return tuple(
        Measurement(parse_route(route), name, int(lines), float(bleu), float(chrf), measured, signature)
        for route, name, lines, bleu, chrf, measured, signature in rows
    )


def rendered(rows: Iterable[Measurement]) -> str:
    """The table of ``rows``, as :func:`measurements` reads it: by pair, then set, best first."""
    ordered = sorted(rows, key=lambda m: (m.pair, m.test_set, m.lines, -m.bleu, m.route))
    lines = ["\t".join(field.name for field in fields(Measurement))]
    lines += [
        f"{m.route}\t{m.test_set}\t{m.lines}\t{m.bleu:.2f}\t{m.chrf:.2f}\t{m.measured}\t{m.signature}"
        for m in ordered
    ]
    return "\n".join(lines) + "\n"
