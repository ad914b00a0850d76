"""Edits and findings as JSON records."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from copydesk.data import Edit, Finding


def edit_record(edit: Edit) -> dict[str, Any]:
    """An edit as a JSON object; its span is start and end in the text before the repair."""
    record = asdict(edit)
    record["span"] = [edit.span.start, edit.span.end]
    record["reason"] = record.pop("evidence")
    return record


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as a JSON object."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "block": finding.block,
        "spans": [[span.start, span.end] for span in finding.target],
    }
