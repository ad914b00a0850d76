"""Links that are known because the desk made the translation itself."""

from __future__ import annotations

from dataclasses import replace

from copydesk.data import Draft, Link


def link(draft: Draft) -> Draft:
    """Segment for segment, with full confidence."""
    return replace(draft, links=tuple(Link((s.id,), (s.id,)) for s in draft.segments))
