"""What a draft asks of the engines."""

from __future__ import annotations

from collections.abc import Mapping

from copydesk.data import (
    BlockRole,
    Detection,
    Draft,
    Glossary,
    Means,
    Pair,
    Request,
    Segment,
    Translation,
    primary,
)
from copydesk.text.assemble import segment_inlines
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request


def ask(
    draft: Draft,
    options: TranslateOptions,
    *,
    glossary: Glossary,
    human: Mapping[str, Translation | str],
    keep: frozenset[BlockRole] = frozenset(),
) -> tuple[Request | Translation, ...]:
    """For each segment of ``draft``, in order: a request, or the translation it already has.

    ``human`` maps segment ids to text a person wrote, which always wins. A segment without letters, already
    in the target language, or in a block of a role in ``keep``, is copied. One in a third language asks in
    its own direction; one of unknown language takes the document's.

    Raises:
        ValueError: if ``draft.languages`` does not match the segments one to one.
    """
    blocks = {block.id: block for block in draft.blocks}
    answers: list[Request | Translation] = []
    for segment, detection in zip(draft.segments, draft.languages, strict=True):
        block = blocks[segment.block]
        text = segment.span.of(block.text)
        inlines = segment_inlines(block, segment)
        source = _source(draft, detection)
        if (written := human.get(segment.id)) is not None:
            answers.append(_by_hand(segment, written))
        elif source is None or block.role in keep or _nothing_to_do(text, source, draft.target):
            answers.append(Translation(segment.id, text, Means.COPIED, inlines=inlines))
        else:
            answers.append(request(text, Pair(source, draft.target), glossary, options, inlines=inlines))
    return tuple(answers)


def _nothing_to_do(text: str, source: str, target: str) -> bool:
    return not any(c.isalpha() for c in text) or primary(source) == primary(target)


def _by_hand(segment: Segment, written: Translation | str) -> Translation:
    if isinstance(written, str):
        return Translation(segment.id, written, Means.HUMAN)
    return Translation(segment.id, written.text, Means.HUMAN, inlines=written.inlines)


def _source(draft: Draft, detection: Detection) -> str | None:
    """The language to translate from: the segment's own, else the document's, else what it declares."""
    if detection.language:
        return detection.language
    if draft.document is not None and draft.document.language:
        return draft.document.language
    return draft.article.language
