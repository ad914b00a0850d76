"""How many seeded errors the checks find, by class and rule."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.data import Bitext, Finding, Severity
from copydesk.gate.text_mutations import CLASSES, OVER_ALL, pool_of
from copydesk.verify.context import Context
from copydesk.verify.members import Loaded, check_pair, load_checks


@dataclass(frozen=True, slots=True)
class Killed:
    """One class: mutants made, those found, and by which rules (a mutant may fall to several)."""

    name: str
    made: int
    killed: int
    rules: Mapping[str, int]
    survivors: tuple[Bitext, ...] = field(default=(), repr=False)

    @property
    def rate(self) -> float:
        """The part that was found; 1 where nothing could be made."""
        return self.killed / self.made if self.made else 1.0


@dataclass(frozen=True, slots=True)
class MutationScore:
    """All classes, and what the clean side costs: segments with an error or a warning, per 1,000."""

    segments: int
    classes: tuple[Killed, ...]
    clean_errors: float
    clean_warnings: float
    clean_either: float


def mutation_score(
    pairs: Sequence[Bitext],
    context: Context,
    *,
    seed: int = 1,
    classes: Sequence[str] = tuple(CLASSES),
    survivors: int = 5,
) -> MutationScore:
    """Seed one error of each class into each pair that has room for it, and see which are found.

    Pairs with an error or a warning already are left out, as tests that are red tell nothing about mutants.
    A mutant is killed if some rule raises an error or a warning on it. The dice are thrown by seed, class
    and place of the pair, so that the same input gives the same mutants.
    """
    checks = load_checks(context)
    clean = [check_pair(pair, checks) for pair in pairs]
    pool = pool_of(pairs, context.glossary)
    found = []
    for name in classes:
        made = killed = 0
        rules: Counter[str] = Counter()
        alive: list[Bitext] = []
        for number, (pair, before) in enumerate(zip(pairs, clean, strict=True)):
            if any(_counts(finding) for finding in before):
                continue
            mutant = CLASSES[name](pair, random.Random(f"{seed} {name} {number}"), pool)  # noqa: S311
            if mutant is None or mutant == pair:
                continue
            made += 1
            if by := _killers(mutant, before, _having_seen(pair, context) if name in OVER_ALL else checks):
                killed += 1
                rules.update(by)
            elif len(alive) < survivors:
                alive.append(mutant)
        found.append(Killed(name, made, killed, dict(rules.most_common()), tuple(alive)))
    return MutationScore(
        len(pairs),
        tuple(found),
        _rate(clean, lambda finding: finding.severity is Severity.ERROR),
        _rate(clean, lambda finding: finding.severity is Severity.WARNING),
        _rate(clean, _counts),
    )


def _having_seen(pair: Bitext, context: Context) -> tuple[Loaded, ...]:
    """The checks after the good pair: what a mutant of it has to agree with."""
    checks = load_checks(context)
    for check in checks:
        if check.remember:
            check.remember(pair)
    return checks


def _killers(mutant: Bitext, before: Sequence[Finding], checks: Sequence[Loaded]) -> set[str]:
    old = Counter(finding.rule for finding in before if _counts(finding))
    new = Counter(finding.rule for finding in check_pair(mutant, checks) if _counts(finding))
    return {rule for rule, count in new.items() if count > old[rule]}


def _counts(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _rate(clean: Sequence[Sequence[Finding]], counts: object) -> float:
    assert callable(counts)
    return 1000 * sum(any(counts(f) for f in found) for found in clean) / max(len(clean), 1)
