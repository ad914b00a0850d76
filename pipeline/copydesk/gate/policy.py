"""Which findings count: severities, paths, waivers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from copydesk.config.gate import GateOptions, Waiver
from copydesk.data import Finding, Severity
from copydesk.errors import ConfigError
from copydesk.gate.fidelity import RATES
from copydesk.gate.located import Located, fingerprint
from copydesk.gate.metrics import METRICS
from copydesk.verify.members import rule_names
from copydesk.verify.options import VerifyOptions


def verify_options(gate: GateOptions, verify: VerifyOptions) -> VerifyOptions:
    """The checks' options with the severities that the gate gives on top.

    Raises:
        ConfigError: the gate or a waiver names a rule that does not exist, or a score that nothing gives.
    """
    known = rule_names()
    for name in (*gate.rules, *(waiver.rule for waiver in gate.waivers if waiver.rule)):
        if name not in known:
            raise ConfigError(f"gate names no rule: {name!r}", remedy=f"Known: {', '.join(sorted(known))}")
    scores = sorted((*METRICS.names(), *RATES))
    for name in gate.least:
        if name not in scores:
            raise ConfigError(f"gate.least names no score: {name!r}", remedy=f"Known: {', '.join(scores)}")
    own = {name: rule.severity for name, rule in gate.rules.items() if rule.severity is not None}
    return verify.model_copy(update={"severity": {**verify.severity, **own}})


@dataclass(frozen=True, slots=True)
class Excuse:
    """A waiver, by its place in the settings, and why it excuses."""

    number: int
    reason: str


class Policy:
    """Applies paths and waivers of the gate's options; ``today`` decides which waivers are over."""

    def __init__(self, options: GateOptions, *, today: datetime.date) -> None:
        self._rules = {n: rule for n, rule in options.rules.items() if rule.only or rule.skip}
        self._waivers = [
            (number, waiver)
            for number, waiver in enumerate(options.waivers, start=1)
            if waiver.until is None or waiver.until >= today
        ]
        self._all = options.waivers
        self._used: set[int] = set()
        self._today = today

    def applies(self, finding: Finding, located: Located) -> bool:
        """Whether the finding's rule is wanted for this path."""
        rule = self._rules.get(finding.rule)
        if rule is None:
            return True
        path = located.target.path
        wanted = not rule.only or any(fnmatch(path, glob) for glob in rule.only)
        return wanted and not any(fnmatch(path, glob) for glob in rule.skip)

    def excuse(self, finding: Finding, located: Located) -> Excuse | None:
        """The waiver that excuses the finding, if one does."""
        for number, waiver in self._waivers:
            if _matches(waiver, finding, located):
                self._used.add(number)
                return Excuse(number, waiver.reason)
        return None

    def remarks(self) -> tuple[str, ...]:
        """What to say about waivers that are over, or excused nothing."""
        said = []
        for number, waiver in enumerate(self._all, start=1):
            name = f"waiver {number} ({waiver.reason})"
            if waiver.until is not None and waiver.until < self._today:
                said.append(f"{name} ended on {waiver.until.isoformat()}")
            elif number not in self._used:
                said.append(f"{name} excused nothing: delete it")
        return tuple(said)


def _matches(waiver: Waiver, finding: Finding, located: Located) -> bool:
    bitext = located.bitext
    return (
        (not waiver.rule or waiver.rule == finding.rule)
        and (not waiver.paths or any(fnmatch(located.target.path, glob) for glob in waiver.paths))
        and (not waiver.text or waiver.text in bitext.source or waiver.text in bitext.target)
        and (not waiver.fingerprint or waiver.fingerprint == fingerprint(finding, bitext))
    )


def tolerated(options: GateOptions, counts: Mapping[tuple[str, Severity], int], segments: int) -> list[str]:
    """Why findings shut the gate, in words; nothing if they do not.

    ``counts`` are the new findings by rule and severity. A rule with a threshold of its own is judged by
    that alone; the others share ``at_most``.
    """
    if options.fail_on == "never":
        return []
    reasons: list[str] = []
    shared = 0
    by_rule: dict[str, int] = {}
    for (rule, severity), count in counts.items():
        if severity.rank >= Severity(options.fail_on).rank:
            by_rule[rule] = by_rule.get(rule, 0) + count
    for rule, count in sorted(by_rule.items()):
        own = options.rules.get(rule)
        if own is None or (own.at_most is None and own.per_thousand is None):
            shared += count
            continue
        if own.at_most is not None and count > own.at_most:
            reasons.append(f"{rule}: {count} findings, {own.at_most} are tolerated")
        rate = 1000 * count / max(segments, 1)
        if own.per_thousand is not None and rate > own.per_thousand:
            reasons.append(
                f"{rule}: {rate:.1f} findings per 1,000 segments, {own.per_thousand:g} are tolerated"
            )
    if shared > options.at_most:
        level = options.fail_on.value
        word = f"{level}s" if level == "error" else f"findings of severity {level} or worse"
        allowed = f", {options.at_most} are tolerated" if options.at_most else ""
        reasons.append(f"{shared} new {word if shared > 1 or level != 'error' else 'error'}{allowed}")
    return reasons


def waived(finding: Finding, excuse: Excuse) -> Finding:
    """The finding with the reason that excuses it."""
    return replace(finding, message=f"{finding.message} (waived: {excuse.reason})")
