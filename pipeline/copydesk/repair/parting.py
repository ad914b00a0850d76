"""Part the glued words of an article that lost numbers: the same carelessness glued its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from copydesk.data import Article, Block, Finding, Severity, primary
from copydesk.errors import PluginError
from copydesk.numbers import Repair
from copydesk.repair.glued import COMPOUNDING, RULE, glued
from copydesk.repair.words import WORDS, Words
from copydesk.text.apply import apply

_WORD = re.compile(r"[^\W\d_]{7,}")
_ENGLISH = "en"


def parted(
    blocks: Sequence[Block],
    language: str,
    done: Mapping[str, Repair],
    members: str,
    original: Article | None,
) -> tuple[dict[str, Repair], tuple[Finding, ...]]:
    """``done`` (block id to repair) with the edits that part glued words in any of ``blocks``.

    ``members`` names the word list, ``language`` (BCP 47) is that of blocks without their own. Words that the
    article has twice, or that ``original`` has, are words. Findings are about the whole article: the list
    that is missing.
    """
    try:
        load = WORDS.load(members)
    except PluginError as error:
        message = f"glued words were not looked for: {error.message}. {error.remedy}"
        return dict(done), (Finding(RULE, Severity.NOTE, message),)
    known = _said(blocks, original)
    mended = dict(done)
    for block in blocks:
        code = primary(block.language or language)
        words: Words | None = None if code in COMPOUNDING else load(code)
        if words is None:
            continue
        others = [load(_ENGLISH)]
        if original is not None and original.language and (more := load(original.language)) is not None:
            others.append(more)
        edits, findings = glued(block.text, words, others, known)
        if edits:
            before = mended.get(block.id, Repair(block.text))
            together = tuple(sorted((*before.edits, *edits), key=lambda edit: edit.span))
            mended[block.id] = replace(
                before,
                text=apply(block.text, together),
                edits=together,
                findings=(*before.findings, *findings),
            )
    return mended, ()


def _said(blocks: Sequence[Block], original: Article | None) -> frozenset[str]:
    """Long words that stand twice in the article, or in its original."""
    here = Counter(word for block in blocks for word in _WORD.findall(block.text))
    there = original.blocks if original is not None else ()
    said = {word for block in there for word in _WORD.findall(block.text.lower())}
    return frozenset(said | {word for word, times in here.items() if times > 1})
