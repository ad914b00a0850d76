"""Run the checks over a stream of pairs and come to a verdict."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field

from copydesk.config.gate import GateOptions
from copydesk.data import Glossary, Means, Pair, Severity, primary
from copydesk.gate.baseline import Baseline, Known, again, baseline_json, drops
from copydesk.gate.fidelity import Fidelity, Rates
from copydesk.gate.located import Gap, Issue, Located, Status, fingerprint, issue
from copydesk.gate.metrics import Compared, Score, Scorer
from copydesk.gate.policy import Policy, tolerated, verify_options
from copydesk.gate.significance import Difference
from copydesk.languages import facts
from copydesk.numbers import compare
from copydesk.verify.base import Card
from copydesk.verify.context import Classify, Context
from copydesk.verify.members import Loaded, applicable, findings, load_checks
from copydesk.verify.options import VerifyOptions


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """An article's segments and its new findings by severity."""

    article: str
    segments: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Report:
    """The verdict and what led to it; every report format shows this.

    ``issues`` are worst first: errors, warnings, notes, those that count before the others, then in the
    order of the input; at most ``gate.kept`` of each severity. ``counts`` hold them all, by rule, severity
    and status. ``reasons`` say why the gate is shut; ``exit_code`` is 0, 1, or 4 for incomplete input.
    """

    segments: int
    issues: tuple[Issue, ...]
    counts: Mapping[tuple[str, Severity, Status], int]
    gaps: tuple[Gap, ...]
    gap_count: int
    scores: tuple[Score, ...]
    rates: Rates
    articles: tuple[ArticleCount, ...]
    differences: tuple[Difference, ...]
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]
    exit_code: int
    fail_on: str
    cards: Mapping[str, Card] = field(repr=False)
    baseline: str = field(repr=False)

    def total(self, severity: Severity, status: Status = Status.NEW) -> int:
        """How many findings there are of this severity and status."""
        return sum(n for (_, s, t), n in self.counts.items() if (s, t) == (severity, status))


@dataclass(frozen=True, slots=True)
class Setup:
    """What an examination is made with; ``today`` decides which waivers are over.

    ``partial`` says that only some pairs are asked about: then none at all is no fault.
    """

    gate: GateOptions
    verify: VerifyOptions
    today: datetime.date
    glossary: Glossary = field(default_factory=Glossary)
    classify: Classify | None = None
    baseline: Baseline = field(default_factory=Baseline)
    metrics: tuple[str, ...] = ()
    partial: bool = False


class _Examination:
    """Takes pairs one by one; its memory grows with articles and kept findings only."""

    def __init__(self, setup: Setup) -> None:
        options = verify_options(setup.gate, setup.verify)
        self.setup = setup
        self.checks = load_checks(Context(options, setup.glossary, setup.classify))
        self.policy = Policy(setup.gate, today=setup.today)
        self.scorer = Scorer(setup.metrics)
        self.fidelity = Fidelity()
        self.known = {name: known.count for name, known in setup.baseline.findings.items()}
        self.prints: dict[str, Known] = {}
        self.counts: Counter[tuple[str, Severity, Status]] = Counter()
        self.kept: dict[tuple[Severity, Status], list[Issue]] = defaultdict(list)
        self.articles: dict[str, list[int]] = {}
        self.gaps: list[Gap] = []
        self.gap_count = self.segments = 0
        self.languages: dict[str, None] = {}
        self._forces: dict[tuple[Pair, Means], tuple[Loaded, ...]] = {}

    def gap(self, gap: Gap) -> None:
        self.gap_count += 1
        if len(self.gaps) < self.setup.gate.kept:
            self.gaps.append(gap)

    def pair(self, located: Located) -> None:
        self.segments += 1
        bitext = located.bitext
        kind = (bitext.pair, bitext.means)
        force = self._forces.get(kind)
        if force is None:
            force = self._forces[kind] = applicable(self.checks, bitext)
            self.languages |= dict.fromkeys(primary(tag) for tag in astuple(bitext.pair))
        ledger = compare(bitext.source, bitext.target, bitext.pair.source, bitext.pair.target)
        found = findings(bitext.accounted(ledger), force)
        for check in force:
            if check.remember:
                check.remember(bitext)
        self.fidelity.add(bitext, ledger, found, located.score)
        row = self.articles.setdefault(located.article, [0, 0, 0])
        row[0] += 1
        for finding in found:
            if not self.policy.applies(finding, located):
                continue
            status, reason = Status.NEW, ""
            if excuse := self.policy.excuse(finding, located):
                status, reason = Status.WAIVED, excuse.reason
            elif finding.severity is not Severity.NOTE:
                name = fingerprint(finding, bitext)
                self.prints[name] = again(self.prints.get(name), finding, located)
                if self.known.get(name, 0) > 0:
                    self.known[name] -= 1
                    status = Status.KNOWN
            self.counts[finding.rule, finding.severity, status] += 1
            if status is Status.NEW and finding.severity is not Severity.NOTE:
                row[1 if finding.severity is Severity.ERROR else 2] += 1
            shelf = self.kept[finding.severity, status]
            if len(shelf) < self.setup.gate.kept:
                shelf.append(issue(finding, located, status=status, reason=reason))
        if located.reference is not None and self.setup.metrics:
            pair = Compared(bitext.source, bitext.target, located.reference)
            self.scorer.add(pair, _groups(located), _key(located))


def examine(pairs: Iterable[Located | Gap], setup: Setup) -> Report:
    """Check every pair and come to a verdict.

    Raises:
        ConfigError: the settings name rules or metrics that do not exist, or a baseline measured otherwise.
        PluginError: a metric's packages are not installed.
    """
    work = _Examination(setup)
    for item in pairs:
        if isinstance(item, Gap):
            work.gap(item)
        else:
            work.pair(item)
    return _report(work)


def _report(work: _Examination) -> Report:
    gate, scorer = work.setup.gate, work.scorer
    scores, rates = scorer.scores(), work.fidelity.rates()
    fresh: Counter[tuple[str, Severity]] = Counter()
    for (rule, severity, status), count in work.counts.items():
        if status is Status.NEW:
            fresh[rule, severity] += count
    reasons = tolerated(gate, fresh, work.segments)
    values = {s.metric: s.value for s in scores if s.group == "all"} | rates.by_name()
    remarks = [*_unknown(work), *work.policy.remarks()]
    for name, least in gate.least.items():
        if name not in values:
            reasons.append(f"{name} was not measured, at least {least:g} is wanted")
        elif values[name] < least:
            reasons.append(f"{name} is {values[name]:.4g}, at least {least:g} is wanted")
    compared, fell, said = drops(work.setup.baseline, scorer.metrics, scorer.rows, scorer.keys, gate)
    reasons += fell
    remarks += said
    if work.gap_count:
        reasons.insert(0, f"incomplete input: {work.gap_count} " + ("gap" if work.gap_count == 1 else "gaps"))
    empty = not work.segments and not work.setup.partial
    if empty and not work.gap_count:
        reasons.insert(0, "incomplete input: there is no segment to check")
    incomplete = work.gap_count or empty
    return Report(
        segments=work.segments,
        issues=tuple(_worst_first(work.kept)),
        counts=dict(work.counts),
        gaps=tuple(work.gaps),
        gap_count=work.gap_count,
        scores=scores,
        rates=rates,
        articles=tuple(ArticleCount(name, *row) for name, row in work.articles.items()),
        differences=tuple(compared),
        reasons=tuple(reasons),
        remarks=tuple(remarks),
        exit_code=4 if incomplete else int(bool(reasons)),
        fail_on=str(gate.fail_on),
        cards={check.card.id: check.card for check in work.checks},
        baseline=baseline_json(work.prints, scores, scorer.rows, scorer.keys),
    )


def _unknown(work: _Examination) -> Iterator[str]:
    """What cannot be judged of each language, once."""
    for language in work.languages:
        lacking = [check.card.id for check in work.checks if not check.card.knows(language)]
        if lacking:
            known = len(work.checks) - len(lacking)
            page = facts(language)
            yield (
                f"{language} ({page.name}): {known} of {len(work.checks)} rules apply, "
                f"not {', '.join(lacking)}; they do not know the language"
            )


def _worst_first(kept: Mapping[tuple[Severity, Status], list[Issue]]) -> Iterable[Issue]:
    order = list(Status)
    for severity, status in sorted(kept, key=lambda key: (order.index(key[1]), -key[0].rank)):
        yield from kept[severity, status]


def _groups(located: Located) -> tuple[str, ...]:
    groups = [f"pair {located.bitext.pair}", f"article {located.article}"]
    return (*groups, f"engine {located.engine}") if located.engine else tuple(groups)


def _key(located: Located) -> str:
    text = f"{located.bitext.source}\x1f{located.reference}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
