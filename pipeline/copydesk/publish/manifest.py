"""What an edition's folder holds, and what it was made from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from copydesk.data import Draft, Edition
from copydesk.publish.language import source_language
from copydesk.publish.proof import is_visible


def manifest(edition: Edition, digests: Mapping[str, str]) -> bytes:
    """``manifest.json``: the version, provenance, the SHA-256 of each file, and each unsettled number.

    ``digests`` maps the names of the files to their SHA-256 in hexadecimal. Deterministic: no clock, sorted
    keys. ``quality`` is the badge with the expected edit rate (TER) of the article and of each segment.
    ``edits`` are what the desk changed in the engines' own text, in which their spans count. A number is
    unsettled when it was changed, lost, invented or is a placeholder; it is named by block, segment, surface
    and verdict.
    """
    draft, provenance = edition.draft, edition.provenance
    record = {
        "article": draft.article.id,
        "copydesk": provenance.copydesk,
        "edits": _edits(draft),
        "engines": list(provenance.engines),
        "files": dict(digests),
        "findings": dict(Counter(finding.severity.value for finding in draft.findings)),
        "means": dict(Counter(translation.means.value for translation in draft.translations)),
        "quality": _quality(edition),
        "routes": list(provenance.routes),
        "segments": len(draft.segments),
        "settings": provenance.settings,
        "slug": edition.slug,
        "source": {
            "format": draft.article.origin.format,
            "language": source_language(draft),
            "sha256": provenance.source_sha256,
            "uri": draft.article.origin.uri,
        },
        "target": draft.target,
        "unsettled": _unsettled(draft),
        "version": edition.version,
    }
    return (json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _quality(edition: Edition) -> dict[str, Any] | None:
    said = edition.quality
    if said is None:
        return None
    return {
        "badge": said.badge.value,
        "effort": said.effort,
        "engine": said.engine,
        "measured": said.measured,
        "segments": {t.segment: t.effort for t in edition.draft.translations if t.effort is not None},
    }


def _edits(draft: Draft) -> list[dict[str, Any]]:
    return [
        {
            "after": edit.after,
            "before": edit.before,
            "reason": edit.evidence,
            "rule": edit.rule,
            "segment": translation.segment,
            "span": [edit.span.start, edit.span.end],
        }
        for translation in draft.translations
        for edit in translation.edits
        if is_visible(edit)
    ]


def _unsettled(draft: Draft) -> list[dict[str, Any]]:
    blocks = {segment.id: segment.block for segment in draft.segments}
    return [
        {
            "block": blocks.get(item.segment),
            "reason": entry.reason,
            "segment": item.segment,
            "source": entry.source.surface if entry.source else None,
            "target": entry.target.surface if entry.target else None,
            "verdict": entry.verdict.value,
        }
        for item in draft.ledgers
        for entry in item.ledger.entries
        if not entry.verdict.ok
    ]
