"""Two or more translations of the same source, against each other."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from copydesk.config.gate import GateOptions
from copydesk.data import Bitext, Pair, Severity
from copydesk.gate.fidelity import Fidelity, Rates
from copydesk.gate.metrics import METRICS, Compared, Metric, Score
from copydesk.gate.significance import Difference, difference
from copydesk.numbers import compare as compare_numbers
from copydesk.verify.context import Context
from copydesk.verify.members import check_pair, load_checks

_LONG = 35
_QUOTE = re.compile(r'[«»“”"]')
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|quot|amp|lt|gt|apos|nbsp);")


@dataclass(frozen=True, slots=True)
class System:
    """A translation of every segment, in the order of the sources."""

    name: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What all systems translated. ``articles`` runs parallel to ``sources``; so does ``references``."""

    pair: Pair
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Segments of one kind, or one article: the score of each system and how often each is best."""

    name: str
    segments: int
    scores: tuple[float, ...]
    wins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Regression:
    """A segment that the second system translates worse than the first, by ``loss`` points of chrF."""

    number: int
    article: str
    source: str
    reference: str
    first: str
    second: str
    loss: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything about the systems side by side; ``differences`` are each against the first."""

    pair: str
    segments: int
    systems: tuple[str, ...]
    scores: Mapping[str, tuple[Score, ...]]
    differences: Mapping[str, tuple[Difference, ...]]
    rates: tuple[Rates, ...]
    errors: tuple[int, ...]
    warnings: tuple[int, ...]
    escaped: tuple[int, ...]
    phenomena: tuple[Group, ...]
    articles: tuple[Group, ...]
    regressions: Mapping[str, tuple[Regression, ...]] = field(repr=False)


def compare_systems(
    material: Material,
    systems: Sequence[System],
    options: GateOptions,
    *,
    metrics: Sequence[str] = ("bleu", "chrf"),
    worst: int = 20,
) -> Comparison:
    """Score, test, and look for what each system is good at.

    Segments, phenomena and articles are judged by chrF where there are references; without, only findings
    and number fidelity are compared.

    Raises:
        ValueError: a system has not as many segments as the source.
        PluginError: a metric's packages are not installed.
    """
    for system in systems:
        if len(system.targets) != len(material.sources):
            raise ValueError(f"{system.name} has not as many segments as the source")
    loaded: dict[str, Metric] = {}
    rows: dict[str, list[list[list[float]]]] = {}
    if material.references:
        loaded = {name: METRICS.load(name)() for name in dict.fromkeys((*metrics, "chrf"))}
        rows = {
            name: [metric.statistics(_compared(material, system)) for system in systems]
            for name, metric in loaded.items()
        }
    judged = [_judged(material, system) for system in systems]
    per_segment = _segment_scores(loaded, rows)
    return Comparison(
        pair=str(material.pair),
        segments=len(material.sources),
        systems=tuple(system.name for system in systems),
        scores={
            name: _scores(name, loaded[name], rows[name], len(material.sources))
            for name in metrics
            if name in rows
        },
        differences={
            name: tuple(
                difference(
                    name, loaded[name], rows[name][0], other, resamples=options.resamples, seed=options.seed
                )
                for other in rows[name][1:]
            )
            for name in metrics
            if name in rows
        },
        rates=tuple(rates for rates, _, _ in judged),
        errors=tuple(errors for _, errors, _ in judged),
        warnings=tuple(warnings for _, _, warnings in judged),
        escaped=tuple(sum(bool(_ENTITY.search(t)) for t in system.targets) for system in systems),
        phenomena=tuple(_phenomena(material, loaded, rows, per_segment)),
        articles=tuple(_articles(material, loaded, rows, per_segment)),
        regressions={
            system.name: _regressions(material, systems[0], system, per_segment, at, worst)
            for at, system in enumerate(systems[1:], start=1)
            if per_segment
        },
    )


def decoded(system: System) -> System:
    """The system with its HTML entities decoded, once."""
    return replace(system, targets=tuple(html.unescape(text) for text in system.targets))


def _compared(material: Material, system: System) -> list[Compared]:
    rows = zip(material.sources, system.targets, material.references, strict=True)
    return [Compared(source, target, reference) for source, target, reference in rows]


def _judged(material: Material, system: System) -> tuple[Rates, int, int]:
    """Rates, and segments with errors and with warnings."""
    checks, fidelity = load_checks(Context()), Fidelity()
    levels: Counter[Severity] = Counter()
    for source, target in zip(material.sources, system.targets, strict=True):
        ledger = compare_numbers(source, target, material.pair.source, material.pair.target)
        bitext = Bitext(source, target, material.pair, ledger=ledger)
        found = check_pair(bitext, checks)
        fidelity.add(bitext, ledger, found)
        levels.update({finding.severity for finding in found})
    return fidelity.rates(), levels[Severity.ERROR], levels[Severity.WARNING]


def _scores(name: str, metric: Metric, rows: list[list[list[float]]], segments: int) -> tuple[Score, ...]:
    return tuple(
        Score(name, "all", metric.score(_sum(system)), segments, metric.signature()) for system in rows
    )


def _segment_scores(
    loaded: Mapping[str, Metric], rows: Mapping[str, list[list[list[float]]]]
) -> list[list[float]]:
    if not rows:
        return []
    return [[loaded["chrf"].score(row) for row in system] for system in rows["chrf"]]


_KINDS: dict[str, Callable[[str], bool]] = {
    "with numbers": lambda text: any(char.isdigit() for char in text),
    "with names": lambda text: bool(_NAME.search(text)),
    f"long (over {_LONG} words)": lambda text: len(text.split()) > _LONG,
    "with quotations": lambda text: bool(_QUOTE.search(text)),
    "headlines (no full stop)": lambda text: (
        len(text.split()) < 16 and not text.rstrip('"» ').endswith((".", "!", "?"))
    ),
}


def _phenomena(
    material: Material,
    loaded: Mapping[str, Metric],
    rows: Mapping[str, list[list[list[float]]]],
    per_segment: list[list[float]],
) -> list[Group]:
    groups = []
    for name, holds in _KINDS.items():
        places = [at for at, source in enumerate(material.sources) if holds(source)]
        if places and rows:
            groups.append(_group(name, places, loaded, rows, per_segment))
    return groups


def _articles(
    material: Material,
    loaded: Mapping[str, Metric],
    rows: Mapping[str, list[list[list[float]]]],
    per_segment: list[list[float]],
) -> list[Group]:
    places: dict[str, list[int]] = {}
    for at, article in enumerate(material.articles):
        places.setdefault(article, []).append(at)
    if not rows or len(places) < 2:
        return []
    return [_group(name, found, loaded, rows, per_segment) for name, found in places.items()]


def _group(
    name: str,
    places: Sequence[int],
    loaded: Mapping[str, Metric],
    rows: Mapping[str, list[list[list[float]]]],
    per_segment: list[list[float]],
) -> Group:
    scores = [loaded["chrf"].score(_sum([system[at] for at in places])) for system in rows["chrf"]]
    wins = [0] * len(scores)
    for at in places:
        values = [system[at] for system in per_segment]
        best = max(values)
        if values.count(best) == 1:
            wins[values.index(best)] += 1
    return Group(name, len(places), tuple(scores), tuple(wins))


def _regressions(
    material: Material,
    first: System,
    second: System,
    per_segment: list[list[float]],
    at: int,
    worst: int,
) -> tuple[Regression, ...]:
    losses = [
        (one - two, n) for n, (one, two) in enumerate(zip(per_segment[0], per_segment[at], strict=True))
    ]
    chosen = sorted((item for item in losses if item[0] > 0), key=lambda item: (-item[0], item[1]))[:worst]
    return tuple(
        Regression(
            n + 1,
            material.articles[n],
            material.sources[n],
            material.references[n],
            first.targets[n],
            second.targets[n],
            loss,
        )
        for loss, n in chosen
    )


def _sum(rows: Sequence[Sequence[float]]) -> list[float]:
    return [float(sum(column)) for column in zip(*rows, strict=True)]
