"""The ratchet: what was known when the baseline was written does not count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.config.gate import GateOptions
from copydesk.errors import ConfigError
from copydesk.gate.metrics import Metric, Score
from copydesk.gate.significance import LEAST, Difference, difference

VERSION = 1
_SEGMENTS = 2000  # whose statistics are kept, for the paired bootstrap


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings by fingerprint, how often each; metrics with their signatures and statistics per segment."""

    findings: Mapping[str, int] = field(default_factory=dict)
    signatures: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    segments: Mapping[str, Mapping[str, Sequence[float]]] = field(default_factory=dict)


def read_baseline(path: Path) -> Baseline:
    """The baseline in ``path``; an empty one if there is no such file yet.

    Raises:
        ConfigError: it cannot be read, or is no baseline of this version.
    """
    try:
        record = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Baseline()
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"the baseline {path} cannot be read: {error}", remedy="Write it anew with --update-baseline"
        ) from error
    if not isinstance(record, dict) or record.get("baseline") != VERSION:
        raise ConfigError(
            f"{path} is no baseline of version {VERSION}", remedy="Write it anew with --update-baseline"
        )
    return Baseline(
        record.get("findings", {}),
        record.get("signatures", {}),
        record.get("scores", {}),
        record.get("segments", {}),
    )


def baseline_json(
    findings: Counter[str],
    scores: Sequence[Score],
    rows: Mapping[str, Sequence[Sequence[float]]],
    keys: Sequence[str],
) -> str:
    """The text of a baseline file: sorted, so that its changes can be read in a diff."""
    total = [score for score in scores if score.group == "all"]
    record: dict[str, Any] = {
        "baseline": VERSION,
        "findings": dict(sorted(findings.items())),
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
