"""Options of the quality gate."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from copydesk.data import Severity
from copydesk.stage import Options


class RuleOptions(Options):
    """What the gate makes of one rule."""

    severity: Severity | Literal["off"] | None = Field(None, description="Instead of the rule's own.")
    at_most: int | None = Field(None, ge=0, description="Findings that are tolerated.")
    per_thousand: float | None = Field(
        None, ge=0, description="Findings that are tolerated per 1,000 segments."
    )
    only: tuple[str, ...] = Field((), description="Globs of the paths it applies to; empty: all.")
    skip: tuple[str, ...] = Field((), description="Globs of the paths it does not apply to.")


class Waiver(Options):
    """An excuse for findings: all conditions given must hold. After ``until`` it excuses nothing."""

    reason: str = Field(min_length=3)
    rule: str = Field("", description="Empty: every rule.")
    paths: tuple[str, ...] = Field((), description="Globs; empty: everywhere.")
    text: str = Field("", description="Words that stand in the source or the target.")
    fingerprint: str = Field("", description="Of one finding, as reports show it.")
    until: datetime.date | None = Field(None, description="The last day on which it holds.")


class GateOptions(Options):
    """When the gate is shut."""

    fail_on: Severity | Literal["never"] = Field(
        Severity.ERROR, description="The least severity that shuts it."
    )
    at_most: int = Field(0, ge=0, description="Findings of that severity that are tolerated, all rules.")
    rules: dict[str, RuleOptions] = Field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    least: dict[str, float] = Field(
        default_factory=dict, description="By metric or rate: the least score that passes."
    )
    margin: float = Field(0.5, ge=0, description="Points a metric may fall below the baseline.")
    resamples: int = Field(1000, ge=100, description="Of the paired bootstrap.")
    seed: int = Field(12345, description="Of the paired bootstrap.")
    kill_rate: dict[str, float] = Field(
        default_factory=dict, description="By class of mutation: the least part that must be found."
    )
    kept: int = Field(5000, ge=1, description="Findings of each severity that reports show; all are counted.")
