"""Drafts translated by a function, from the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from copydesk.config.load import load
from copydesk.data import Draft, Means, Translation
from copydesk.ingest.base import Raw
from copydesk.run.prepare import prepare
from copydesk.text.assemble import segment_inlines


def translated(raw: Raw, translate: Callable[[str], str]) -> Draft:
    """The Spanish article in ``raw`` with every segment translated into French by ``translate``."""
    settings = load(file=None, flags={"detect": {"source": "es"}})
    draft = replace(prepare(raw, settings), target="fr")
    blocks = {block.id: block for block in draft.blocks}
    return replace(
        draft,
        translations=tuple(
            Translation(
                s.id, translate(s.span.of(blocks[s.block].text)), Means.MACHINE, "x",
                segment_inlines(blocks[s.block], s),
            )
            for s in draft.segments
        ),
    )  # fmt: skip
