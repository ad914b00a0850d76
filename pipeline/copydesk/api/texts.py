"""Texts through the stages of an article: detect, repair, translate."""

from __future__ import annotations

import atexit
import hashlib
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from typing import overload

from copydesk.api.results import Detected, Repaired, Translated
from copydesk.api.settings import Terms, glossary_of, settings_of
from copydesk.config.settings import Settings
from copydesk.data import Article, Block, BlockRole, Draft, Finding, Origin, draft_of
from copydesk.detect import identify
from copydesk.detect.script import has_letters
from copydesk.errors import CopydeskError
from copydesk.formats.language_tag import required_tag
from copydesk.repair import repair as repair_stage
from copydesk.run.plan import make_plan
from copydesk.run.quality import quality
from copydesk.run.unpublished import translate_articles
from copydesk.segment import segment
from copydesk.text.assemble import segment_texts, target_blocks
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import Translator, open_translator

_LINE = re.compile(r"[^\r\n]+")
_NAME = "text"


@overload
def translate(
    text: str | Article,
    *,
    target: str,
    source: str | None = None,
    engine: str | None = None,
    glossary: Terms = (),
    settings: Settings | None = None,
) -> Translated: ...
@overload
def translate(
    text: list[str] | tuple[str, ...],
    *,
    target: str,
    source: str | None = None,
    engine: str | None = None,
    glossary: Terms = (),
    settings: Settings | None = None,
) -> list[Translated]: ...
def translate(
    text: str | Article | list[str] | tuple[str, ...],
    *,
    target: str,
    source: str | None = None,
    engine: str | None = None,
    glossary: Terms = (),
    settings: Settings | None = None,
) -> Translated | list[Translated]:
    """Translate a text, an article, or a list of texts (in common batches), with every check of a run.

    Line breaks stay where they are. Nothing is stored; the engine stays open for the next call.

    Args:
        text: what to translate.
        target: into this language (BCP 47).
        source: from this one; by default each text's language is detected.
        engine: its name; by default the best one installed.
        glossary: pairs of a source term and its rendering.
        settings: everything else; by default what a configuration file and the environment say.

    Raises:
        ConfigError: a language tag or an option is none.
        InputError: the language of a text cannot be told.
        EngineError: no engine serves the pair, or it answered nothing.
    """
    options = settings_of(
        settings, detect={"source": source and required_tag(source)}, translate={"engine": engine}
    )
    plan = make_plan(options, target=required_tag(target), glossary=glossary_of(glossary))
    single = isinstance(text, str | Article)
    texts: Sequence[str | Article] = [text] if isinstance(text, str | Article) else text
    articles = {n: one if isinstance(one, Article) else _article(one) for n, one in enumerate(texts)}
    worded = {n: one for n, one in articles.items() if any(has_letters(b.text) for b in one.blocks)}
    with _LOCK:
        drafts = translate_articles(
            list(worded.values()), plan, _translator(options.translate.model_dump_json())
        )
    done = dict(zip(worded, drafts, strict=True))
    results = [
        _translated(one, done.get(n) or draft_of(articles[n], plan.target), plan.target)
        for n, one in enumerate(texts)
    ]
    return results[0] if single else results


def detect(text: str, *, settings: Settings | None = None) -> Detected:
    """The language of ``text``; None where the desk would have to guess."""
    found = identify(draft_of(_article(text)), settings_of(settings).detect).document
    assert found is not None
    return Detected(found.language, found.confidence, found.script)


def repair(
    text: str,
    *,
    language: str | None = None,
    source: str | None = None,
    source_language: str | None = None,
    settings: Settings | None = None,
) -> Repaired:
    """``text`` with the numbers restored that machine translation lost, as far as that is proved.

    Args:
        text: one or more lines in ``language`` (BCP 47; detected by default).
        language: of ``text``.
        source: the text that it was translated from, as proof. Without it a number is never invented.
        source_language: of ``source``; detected by default.
        settings: which evidence is enough, and the rest.
    """
    options = settings_of(settings, detect={"source": language and required_tag(language)})
    original = None
    if source is not None:
        told = (
            required_tag(source_language) if source_language else detect(source, settings=settings).language
        )
        original = replace(_article(source), language=told)
    draft = repair_stage(
        identify(draft_of(_article(text)), options.detect), options.repair, original=original
    )
    before, after = _starts(text), _starts(mended := _with_lines(text, draft.blocks))
    edits = tuple(
        replace(edit, span=edit.span.shift(before[one.block])) for one in draft.repairs for edit in one.edits
    )
    return Repaired(mended, edits, tuple(_in_text(f, after) for f in draft.findings))


def sentences(text: str, language: str, settings: Settings) -> list[str]:
    """The segments of ``text``, which is in ``language`` (BCP 47), in order."""
    options = settings_of(settings, detect={"source": language})
    draft = identify(draft_of(_article(text)), options.detect)
    return list(segment_texts(segment(draft, options.segment)).values())


def _article(text: str) -> Article:
    """A block for each line of ``text``."""
    blocks = tuple(
        Block(f"b{number}", BlockRole.PARAGRAPH, line.group())
        for number, line in enumerate(_LINE.finditer(text))
    )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(_NAME, Origin(_NAME, "text", digest), blocks)


def _with_lines(text: str, blocks: Iterable[Block]) -> str:
    """``text`` with the texts of ``blocks`` for its lines."""
    texts = {block.id: block.text for block in blocks}
    numbers = count()
    return _LINE.sub(lambda line: texts.get(f"b{next(numbers)}", line.group()), text)


def _starts(text: str) -> dict[str, int]:
    """Where in ``text`` each block begins."""
    return {f"b{number}": line.start() for number, line in enumerate(_LINE.finditer(text))}


def _in_text(finding: Finding, starts: Mapping[str, int]) -> Finding:
    if finding.block is None:
        return finding
    by = starts[finding.block]
    return replace(finding, block=None, target=tuple(span.shift(by) for span in finding.target))


def _translated(text: str | Article, draft: Draft | CopydeskError, target: str) -> Translated:
    if isinstance(draft, CopydeskError):
        raise draft
    blocks = {block.id: block for block in target_blocks(draft)}  # none where there was nothing to say
    shown = (
        _with_lines(text, blocks.values())
        if isinstance(text, str)
        else "\n\n".join(blocks.get(block.id, block).text for block in draft.blocks)
    )
    said = quality(draft)
    document = draft.document
    language = (document.language if document else None) or "und"
    return Translated(shown, language, target, said.engine, said.shown, draft.findings, draft)


_LOCK = threading.Lock()
"""One call at a time: an engine answers one batch after another."""


@cache
def _translator(options: str) -> Translator:
    translator = open_translator(TranslateOptions.model_validate_json(options))
    atexit.register(translator.close)
    return translator
