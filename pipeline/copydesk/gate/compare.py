"""Two or more translations of the same source, against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.config.gate import GateOptions
from copydesk.data import Bitext, Severity
from copydesk.gate.fidelity import Fidelity, Rates
from copydesk.gate.groups import Group, Judge, Regression
from copydesk.gate.material import Material, System
from copydesk.gate.metrics import METRICS, Metric, Score, summed
from copydesk.gate.significance import Difference, difference
from copydesk.numbers import compare as compare_numbers
from copydesk.verify.context import Context
from copydesk.verify.members import check_pair, load_checks

_JUDGE = "chrf"  # of single segments and small groups too, where BLEU says little
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|quot|amp|lt|gt|apos|nbsp);")


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
    if material.references:
        loaded = {name: METRICS.load(name)() for name in dict.fromkeys((*metrics, _JUDGE))}
    rows = {
        name: [metric.statistics(material.compared(system)) for system in systems]
        for name, metric in loaded.items()
    }
    judge = Judge(loaded[_JUDGE], rows[_JUDGE]) if loaded else None
    asked = [name for name in metrics if name in rows]
    checked = [_checked(material, system) for system in systems]
    return Comparison(
        pair=str(material.pair),
        segments=len(material.sources),
        systems=tuple(system.name for system in systems),
        scores={name: _scores(name, loaded[name], rows[name]) for name in asked},
        differences={name: _differences(name, loaded[name], rows[name], options) for name in asked},
        rates=tuple(rates for rates, _ in checked),
        errors=tuple(levels[Severity.ERROR] for _, levels in checked),
        warnings=tuple(levels[Severity.WARNING] for _, levels in checked),
        escaped=tuple(sum(bool(_ENTITY.search(t)) for t in system.targets) for system in systems),
        phenomena=tuple(judge.phenomena(material)) if judge else (),
        articles=tuple(judge.articles(material)) if judge else (),
        regressions={
            system.name: judge.regressions(material, systems, at, worst)
            for at, system in enumerate(systems[1:], start=1)
            if judge
        },
    )


def _checked(material: Material, system: System) -> tuple[Rates, Counter[Severity]]:
    """Rates, and how many segments have findings of each severity."""
    checks, fidelity = load_checks(Context()), Fidelity()
    levels: Counter[Severity] = Counter()
    for source, target in zip(material.sources, system.targets, strict=True):
        ledger = compare_numbers(source, target, material.pair.source, material.pair.target)
        bitext = Bitext(source, target, material.pair, ledger=ledger)
        found = check_pair(bitext, checks)
        fidelity.add(bitext, ledger, found)
        levels.update({finding.severity for finding in found})
    return fidelity.rates(), levels


def _scores(name: str, metric: Metric, rows: Sequence[Sequence[Sequence[float]]]) -> tuple[Score, ...]:
    return tuple(
        Score(name, "all", metric.score(summed(system)), len(system), metric.signature()) for system in rows
    )


def _differences(
    name: str, metric: Metric, rows: Sequence[Sequence[Sequence[float]]], options: GateOptions
) -> tuple[Difference, ...]:
    return tuple(
        difference(name, metric, rows[0], other, resamples=options.resamples, seed=options.seed)
        for other in rows[1:]
    )
