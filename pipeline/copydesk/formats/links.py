"""Alignment links as TSV and JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from copydesk.data import Link

_HEADER = ("source", "target", "kind", "confidence", "source text", "target text")


def links_tsv(links: Sequence[Link], source: Mapping[str, str], target: Mapping[str, str]) -> str:
    """One link a line under a header; ``source`` and ``target`` give the texts by segment id.

    Ids and texts of several segments are joined by spaces; white space within texts becomes one space.
    """
    rows = [_HEADER]
    rows += [
        (
            " ".join(link.source),
            " ".join(link.target),
            kind(link),
            f"{link.confidence:.4f}",
            _joined(link.source, source),
            _joined(link.target, target),
        )
        for link in links
    ]
    return "".join("\t".join(row) + "\n" for row in rows)


def links_json(links: Sequence[Link], source: Mapping[str, str], target: Mapping[str, str]) -> str:
    """The links as a JSON object with one list, ``links``; texts are lists, one per segment."""
    rows = [
        {
            "source": list(link.source),
            "target": list(link.target),
            "kind": kind(link),
            "confidence": round(link.confidence, 4),
            "source_text": [source[name] for name in link.source],
            "target_text": [target[name] for name in link.target],
        }
        for link in links
    ]
    return json.dumps({"links": rows}, ensure_ascii=False, indent=2) + "\n"


def kind(link: Link) -> str:
    """The link's shape: "1-1", "1-2", "0-1" ..."""
    return f"{len(link.source)}-{len(link.target)}"


def _joined(names: Sequence[str], texts: Mapping[str, str]) -> str:
    return " ".join(" ".join(texts[name].split()) for name in names)
