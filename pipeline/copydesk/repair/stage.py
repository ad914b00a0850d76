"""The repair stage: find artefacts block by block, apply what is proved, flag the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from copydesk.data import (
    Article,
    Block,
    BlockRepair,
    Certainty,
    Draft,
    Edit,
    Finding,
    Span,
    draft_of,
)
from copydesk.numbers import Repair
from copydesk.numbers import repair as repair_text
from copydesk.numbers.reading.placeholders import Family, find
from copydesk.numbers.repairing.slots import RULE
from copydesk.repair.evidence import evidence
from copydesk.repair.glued import RULE as GLUED
from copydesk.repair.neighbours import usual
from copydesk.repair.options import RepairOptions
from copydesk.repair.pairing import paired
from copydesk.repair.parting import parted
from copydesk.text.apply import applied, apply, move, move_inlines

_SENTENCE = re.compile(r"(?<=[.!?…])[\s\u00a0]+(?=[^\W\d_a-zà-ÿ]|[«“\"¿¡])")
_UNKNOWN = "und"


def repair(draft: Draft, options: RepairOptions, *, original: Article | None = None) -> Draft:
    """``draft`` with its number artefacts repaired where that is proved, and flagged where not.

    ``original`` is the same article in the language it was translated from; its blocks are paired in order.
    If it is not given, it is the original that the article came with.
    Without it only evidence from the article itself is used, as ``options.accept`` allows. Where numbers
    were lost, glued words are parted too. Gives ``repairs``, ``blocks`` and ``findings`` of the rules
    "placeholder" and "glued-words" (spans in the working block text); text outside the edits stays
    byte-identical. A clean article costs a scan. Repeating changes nothing.
    """
    article, blocks, language = draft.article, _unrepaired(draft), _language(draft)
    if original is None and article.original is not None:
        own = article.original
        original = replace(article, blocks=own.blocks, language=own.language)
    done = {
        block.id: _with_evidence(block, found, blocks, block.language or language, options)
        for block, found in _mended(blocks, language, original, options.families)
    }
    if not done:
        return draft
    done = {name: found for name, found in done.items() if found.edits or found.findings}
    missing: tuple[Finding, ...] = ()
    if options.words:
        done, missing = parted(blocks, language, done, options.words, original)
    rules = (RULE, GLUED)
    kept = tuple(f for f in draft.findings if f.rule not in rules or f.block not in (None, *done))
    return replace(
        draft,
        blocks=tuple(_applied(b, done[b.id]) if b.id in done else b for b in blocks),
        repairs=(
            *(r for r in draft.repairs if r.block not in done),
            *(BlockRepair(name, found.edits) for name, found in done.items()),
        ),
        findings=(
            *kept,
            *(finding for name, found in done.items() for finding in _findings(name, found)),
            *missing,
        ),
    )


def _unrepaired(draft: Draft) -> tuple[Block, ...]:
    """The working blocks, those that were repaired before as they were read: repairing starts anew."""
    before = {repair.block for repair in draft.repairs}
    read = {block.id: block for block in draft_of(draft.article).blocks}
    return tuple(read[block.id] if block.id in before else block for block in draft.blocks)


def _language(draft: Draft) -> str:
    detected = draft.document.language if draft.document is not None else None
    return detected or draft.article.language or _UNKNOWN


def _mended(
    blocks: Sequence[Block], language: str, original: Article | None, families: Sequence[Family]
) -> Iterator[tuple[Block, Repair]]:
    """The broken blocks, each repaired with the block it translates; the rest show its formats."""
    broken = [at for at, block in enumerate(blocks) if find(block.text, families)]
    if not broken:
        return
    sources = paired(blocks, original.blocks) if original is not None else {}
    spoken = original.language if original is not None else None
    pairs = [(block.text, sources[block.id].text if block.id in sources else "") for block in blocks]
    for at in broken:
        block = blocks[at]
        mend = partial(repair_text, language=block.language or language, families=families)
        if source := sources.get(block.id):
            around = usual(pairs[:at], pairs[at + 1 :], language)
            aided = partial(mend, source_language=source.language or spoken or _UNKNOWN, usual=around)
            yield block, _block(block.text, source.text, aided)
        else:
            yield block, mend(block.text)


def _block(text: str, source: str, mend: Callable[..., Repair]) -> Repair:
    """A block mended whole, or sentence by sentence where something is left open."""
    whole = mend(text, source=source)
    if not whole.findings:
        return whole
    mine, theirs = _sentences(text), _sentences(source)
    if len(mine) < 2 or len(mine) != len(theirs):
        return whole
    parts = [
        (here.start, mend(here.of(text), source=there.of(source)))
        for here, there in zip(mine, theirs, strict=True)
    ]
    edits = tuple(replace(e, span=e.span.shift(by)) for by, part in parts for e in part.edits)
    findings = tuple(
        replace(f, target=tuple(span.shift(by) for span in f.target))
        for by, part in parts
        for f in part.findings
    )
    return Repair(apply(text, edits), edits, findings)


def _sentences(text: str) -> list[Span]:
    """A rough cut, good enough where both sides give the same number of pieces."""
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def _with_evidence(
    block: Block, found: Repair, blocks: Iterable[Block], language: str, options: RepairOptions
) -> Repair:
    """Open edits get the value that the same article gives elsewhere, as likely or as a candidate.

    Two values for one thing are candidates both.
    """
    others = [other for other in blocks if other.id != block.id]
    settled: list[Span] = []
    edits: list[Edit] = []
    for edit in found.edits:
        is_open = edit.certainty is not Certainty.CERTAIN
        said = evidence(block.text, edit.span, others, language, options.families) if is_open else ()
        said = tuple(one for one in said if one.surface != edit.before)
        if not said:
            edits.append(edit)
            continue
        reason = "the same article says elsewhere: " + " and ".join(f"“{one.quote}”" for one in said)
        if options.accept == "likely" and len(said) == 1:
            after = said[0].surface
            settled.append(edit.span)
            edits.append(replace(edit, after=after, certainty=Certainty.LIKELY, evidence=reason))
        else:
            candidates = tuple(dict.fromkeys((*(one.surface for one in said), *edit.candidates)))
            edits.append(replace(edit, evidence=f"{edit.evidence}; {reason}", candidates=candidates))
    findings = tuple(f for f in found.findings if not any(span in f.target for span in settled))
    return Repair(apply(block.text, edits), tuple(edits), findings)


def _applied(block: Block, found: Repair) -> Block:
    changes = applied(found.edits)
    if not changes:
        return block
    return replace(block, text=found.text, inlines=move_inlines(block.inlines, changes))


def _findings(block: str, found: Repair) -> list[Finding]:
    changes = applied(found.edits)
    return [
        replace(f, block=block, target=tuple(move(span, changes) for span in f.target))
        for f in found.findings
    ]
