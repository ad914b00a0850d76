"""The ratchet: what was known when the baseline was written does not count."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from copydesk.config.gate import GateOptions
from copydesk.data import Finding
from copydesk.errors import ConfigError
from copydesk.gate.located import Located
from copydesk.gate.metrics import Metric, Score
from copydesk.gate.significance import LEAST, Difference, difference

VERSION = 2
_EXCERPT = 120  # code points of a text
_SEGMENTS = 2000  # whose statistics are kept, for the paired bootstrap


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that is known: how often, its rule, and where and over which text it stood first.

    Only the fingerprint and ``count`` decide what is known; the rest is for people who read the file.
    """

    count: int
    rule: str = ""
    place: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings by fingerprint; metrics with their signatures and statistics per segment."""

    findings: Mapping[str, Known] = field(default_factory=dict)
    signatures: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    segments: Mapping[str, Mapping[str, Sequence[float]]] = field(default_factory=dict)


def read_baseline(path: Path) -> Baseline:
    """The baseline in ``path``.

    Raises:
        ConfigError: there is none, it cannot be read, or it is no baseline of a known version.
    """
    try:
        record = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(
            f"there is no baseline {path}", remedy="Check the path, or write it with --update-baseline"
        ) from error
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"the baseline {path} cannot be read: {error}", remedy="Write it anew with --update-baseline"
        ) from error
    if not isinstance(record, dict) or record.get("baseline") not in (1, VERSION):
        raise ConfigError(
            f"{path} is no baseline of version {VERSION}", remedy="Write it anew with --update-baseline"
        )
    try:
        findings = {name: _known(said) for name, said in record.get("findings", {}).items()}
    except (TypeError, AttributeError) as error:
        raise ConfigError(
            f"the findings of the baseline {path} are damaged", remedy="Write it anew with --update-baseline"
        ) from error
    return Baseline(
        findings,
        record.get("signatures", {}),
        record.get("scores", {}),
        record.get("segments", {}),
    )


def _known(said: int | Mapping[str, Any]) -> Known:
    """A finding as version 1 (how often) or this one writes it."""
    return Known(said) if isinstance(said, int) else Known(**said)


def again(known: Known | None, finding: Finding, located: Located) -> Known:
    """``known`` once more; where it is the first, with what tells people which it is."""
    if known is not None:
        return replace(known, count=known.count + 1)
    spans = (*finding.target, *finding.source)
    text = spans[0].of(located.bitext.target if finding.target else located.bitext.source) if spans else ""
    return Known(1, finding.rule, str(located.target), (text or located.bitext.target)[:_EXCERPT])


def baseline_json(
    findings: Mapping[str, Known],
    scores: Sequence[Score],
    rows: Mapping[str, Sequence[Sequence[float]]],
    keys: Sequence[str],
) -> str:
    """The text of a baseline file: sorted, so that its changes can be read in a diff."""
    total = [score for score in scores if score.group == "all"]
    record: dict[str, Any] = {
        "baseline": VERSION,
        "findings": {name: asdict(known) for name, known in findings.items()},
        "signatures": {score.metric: score.signature for score in total},
        "scores": {score.metric: round(score.value, 4) for score in total},
        "segments": {
            key: {name: [round(v, 6) for v in rows[name][at]] for name in rows}
            for at, key in enumerate(keys[:_SEGMENTS])
        }
        if total
        else {},
    }
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def drops(
    before: Baseline,
    metrics: Mapping[str, Metric],
    rows: Mapping[str, Sequence[Sequence[float]]],
    keys: Sequence[str],
    options: GateOptions,
) -> tuple[list[Difference], list[str], list[str]]:
    """Compare with the baseline, over the segments that both have.

    Returns:
        The differences, the reasons that shut the gate, and remarks about what could not be compared.

    Raises:
        ConfigError: a metric's signature is not that of the baseline.
    """
    found: list[Difference] = []
    reasons: list[str] = []
    remarks: list[str] = []
    for name, metric in metrics.items():
        if name not in before.signatures:
            continue
        if before.signatures[name] != metric.signature():
            raise ConfigError(
                f"{name} was measured otherwise: {before.signatures[name]} then, {metric.signature()} now",
                remedy="Write the baseline anew with --update-baseline",
            )
        shared = [
            (before.segments[key][name], rows[name][at])
            for at, key in enumerate(keys)
            if name in before.segments.get(key, {})
        ]
        if len(shared) < LEAST:
            remarks.append(f"{name}: only {len(shared)} segments in common with the baseline; {LEAST} needed")
            continue
        old, new = [one for one, _ in shared], [two for _, two in shared]
        delta = difference(name, metric, old, new, resamples=options.resamples, seed=options.seed)
        found.append(delta)
        if delta.significant and metric.better * delta.delta < -options.margin:
            reasons.append(
                f"{name} fell from {delta.first:.2f} to {delta.second:.2f} (p = {delta.p:.3f}, "
                f"{delta.segments} segments, margin {options.margin:g})"
            )
    return found, reasons, remarks
