"""A run in the store as pairs of texts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from copydesk.data import Bitext, Draft, Means, Pair
from copydesk.errors import InputError
from copydesk.gate.located import Gap, Located, Place
from copydesk.store import drafts, editions
from copydesk.store.address import Address
from copydesk.store.database import connect, required, store_errors
from copydesk.text.assemble import segment_inlines


def stored_pairs(store: Address, *, target: str | None = None) -> Iterator[Located | Gap]:
    """Every segment of the editions in ``store``, those into ``target`` (BCP 47) if given.

    A segment that no engine could translate is a Gap.

    Raises:
        ConfigError: there is no such store. StoreError: it cannot be read.
    """
    with store_errors(store), contextlib.closing(connect(required(store))) as connection:
        for row in editions.published(connection):
            if target and row.target != target:
                continue
            shown = f"{row.name}/{row.target}"
            draft = drafts.rebuild(connection, row.stage_keys, row.target)
            if draft is None:
                error = InputError(f"{shown}: its draft is not in the store", remedy="Run it again")
                yield Gap(Place(shown, 0), row.article, error)
            else:
                yield from draft_pairs(draft, shown)


def draft_pairs(draft: Draft, shown: str) -> Iterator[Located | Gap]:
    """The segments of ``draft``; the lines of their places are the segments' numbers."""
    blocks = {block.id: block for block in draft.blocks}
    document = (draft.document.language if draft.document else None) or "und"
    for number, (segment, translation) in enumerate(
        zip(draft.segments, draft.translations, strict=True), start=1
    ):
        block = blocks[segment.block]
        if translation.means is Means.HELD:
            error = InputError(f"{shown}: segment {segment.id} is not translated", remedy="Run it again")
            yield Gap(Place(shown, number, exact=False), draft.article.id, error)
            continue
        own = (draft.languages[number - 1].language if draft.languages else None) or document
        copied = translation.means is Means.COPIED
        bitext = Bitext(
            segment.span.of(block.text),
            translation.text,
            Pair(draft.target if copied else own, draft.target),
            id=segment.id,
            role=block.role,
            means=translation.means,
            source_inlines=segment_inlines(block, segment),
            target_inlines=translation.inlines,
            unknown=translation.unknown,
        )
        yield Located(
            bitext,
            Place(draft.article.origin.uri, number),
            Place(shown, number),
            draft.article.id,
            number,
            engine=translation.engine,
            score=translation.score,
        )
