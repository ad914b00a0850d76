"""Build the checks that are wanted and run them over a pair of texts."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.errors import ConfigError
from copydesk.verify.base import Card, Check
from copydesk.verify.context import Context
from copydesk.verify.registry import CHECKS


@dataclass(frozen=True, slots=True)
class Loaded:
    """A check that is in force: its card, and what gives its findings about a pair that it applies to.

    ``remember`` is for checks over many pairs: it keeps a pair for those to come.
    """

    card: Card
    find: Callable[[Bitext], Iterable[Finding]]
    remember: Callable[[Bitext], None] | None = None

    @classmethod
    def of(cls, check: Check, severity: Severity | None = None) -> Loaded:
        """``check``, its findings with ``severity`` instead of their own, if one is given."""
        remember: Callable[[Bitext], None] | None = getattr(check, "remember", None)
        if severity is None:
            return cls(check.card, check.find, remember)
        return cls(
            check.card, lambda bitext: (replace(f, severity=severity) for f in check.find(bitext)), remember
        )


def load_checks(context: Context) -> tuple[Loaded, ...]:
    """All checks but those that the options put off, in the order of their ids.

    Raises:
        ConfigError: the options name a check that does not exist.
        PluginError: a check needs a package that is not installed.
    """
    wanted = context.options.severity
    names = [name for name, _ in _classes(CHECKS.names())]
    for name in wanted:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(names)}"
            raise ConfigError(f"verify.severity names no check: {name!r}", remedy=remedy)
    loaded = []
    for name, build in _classes(CHECKS.names()):
        severity = wanted.get(name)
        if severity != "off":
            loaded.append(Loaded.of(build(context), Severity(severity) if severity else None))
    return tuple(loaded)


def rule_names() -> frozenset[str]:
    """The ids of all checks that are installed, in force or not."""
    return frozenset(name for name, _ in _classes(CHECKS.names()))


def check_pair(
    bitext: Bitext, checks: Sequence[Loaded], known: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """The findings of all ``checks`` about one pair, and those ``known`` already, by rule and place."""
    return findings(bitext, applicable(checks, bitext), known)


def applicable(checks: Sequence[Loaded], bitext: Bitext) -> tuple[Loaded, ...]:
    """Those of ``checks`` that have anything to say about texts of these languages and means."""
    return tuple(check for check in checks if check.card.applies(bitext))


def findings(bitext: Bitext, checks: Sequence[Loaded], known: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Like ``check_pair``, where all ``checks`` apply."""
    found = list(known)
    for check in checks:
        found += check.find(bitext)
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[str, tuple[Span, ...], tuple[Span, ...], str]:
    return finding.rule, finding.target, finding.source, finding.message


@cache
def _classes(names: tuple[str, ...]) -> tuple[tuple[str, Callable[[Context], Check]], ...]:
    return tuple((name, CHECKS.load(name)) for name in names)
