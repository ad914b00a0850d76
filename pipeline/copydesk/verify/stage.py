"""The verify stage: set the type right, settle the numbers, run every check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.data import (
    Bitext,
    Block,
    Certainty,
    Draft,
    Edit,
    Finding,
    Glossary,
    Inline,
    Ledger,
    Means,
    Pair,
    Protection,
    Segment,
    SegmentLedger,
    Severity,
    Translation,
)
from copydesk.numbers import compare
from copydesk.text.apply import apply, inverse, move, move_inlines
from copydesk.text.assemble import segment_inlines
from copydesk.text.compose import compose
from copydesk.text.terms import find_terms
from copydesk.verify.context import Classify, Context
from copydesk.verify.effort import estimated_effort
from copydesk.verify.members import Loaded, applicable, findings, load_checks, rule_names
from copydesk.verify.options import VerifyOptions

_NUMBER_RULES = frozenset({"numbers", "placeholder"})
_ROUNDS = 3  # a fix may uncover another; what is left after these stays a finding


def verify(
    draft: Draft,
    options: VerifyOptions,
    *,
    glossary: Glossary | None = None,
    classify: Classify | None = None,
) -> Draft:
    """Give the draft its fixed translations, its ledgers and the findings of all checks.

    Safe fixes go into machine translations only and are kept in ``Translation.edits``; human text stays as
    it is. Every ledger that does not settle has a finding that names its segment. Findings stand in the
    order of the segments, then of rule ids; verifying a verified draft changes nothing.

    Raises:
        ConfigError: the options name a check that does not exist.
    """
    terms = glossary or Glossary()
    checks = load_checks(Context(options, terms, classify))
    forces: dict[tuple[Pair, Means], _Force] = {}
    blocks = {block.id: block for block in draft.blocks}
    translations: list[Translation] = []
    ledgers: list[SegmentLedger] = []
    own = rule_names()
    said = [finding for finding in draft.findings if finding.rule not in own]
    for number, (segment, translation) in enumerate(zip(draft.segments, draft.translations, strict=True)):
        bitext = _bitext(draft, number, blocks[segment.block], terms)
        kind = (bitext.pair, bitext.means)
        if (force := forces.get(kind)) is None:
            force = forces[kind] = _force(checks, bitext, options)
        translation, ledger, found = _verified(bitext, translation, force)
        translations.append(translation)
        said += found
        if ledger.source or ledger.target:
            ledgers.append(SegmentLedger(segment.id, ledger))
    return replace(draft, translations=tuple(translations), ledgers=tuple(ledgers), findings=tuple(said))


@dataclass(frozen=True, slots=True)
class _Force:
    """The checks for texts of one language and means: those that fix, which go first, and the others."""

    fixers: tuple[Loaded, ...]
    others: tuple[Loaded, ...]


def _force(checks: Sequence[Loaded], bitext: Bitext, options: VerifyOptions) -> _Force:
    suited = applicable(checks, bitext)
    if not options.safe_fixes or bitext.means is not Means.MACHINE:
        return _Force((), suited)
    return _Force(tuple(c for c in suited if c.card.fixes), tuple(c for c in suited if not c.card.fixes))


def _verified(
    bitext: Bitext, translation: Translation, force: _Force
) -> tuple[Translation, Ledger, tuple[Finding, ...]]:
    """The fixed translation, its ledger, and all findings about it."""
    early: Sequence[Finding] = ()
    if force.fixers:
        bitext, translation, early = _fixed(bitext, translation, force.fixers)
    if bitext.means is Means.MACHINE:
        expected = estimated_effort(bitext, translation.engine, translation.edits)
        translation = replace(translation, effort=None if expected is None else round(expected, 3))
    ledger = compare(bitext.source, bitext.target, bitext.pair.source, bitext.pair.target)
    found = findings(bitext.accounted(ledger), force.others, early)
    if not ledger.ok and not any(finding.rule in _NUMBER_RULES for finding in found):
        found += (Finding("numbers", Severity.NOTE, "numbers differ", segment=bitext.id),)
    return translation, ledger, found


def _bitext(draft: Draft, number: int, block: Block, glossary: Glossary) -> Bitext:
    segment, translation = draft.segments[number], draft.translations[number]
    source = segment.span.of(block.text)
    pair = _pair(draft, number, translation.means)
    kept = [(span, term) for span, term in find_terms(source, glossary, pair) if term.kept]
    return Bitext(
        source,
        translation.text,
        pair,
        id=segment.id,
        role=block.role,
        means=translation.means,
        source_inlines=_inlines(block, segment),
        target_inlines=translation.inlines,
        protections=tuple(Protection(span, span.of(source), "term") for span, _ in kept),
        unknown=translation.unknown,
    )


def _inlines(block: Block, segment: Segment) -> tuple[Inline, ...]:
    return segment_inlines(block, segment) if block.inlines else ()


def _pair(draft: Draft, number: int, means: Means) -> Pair:
    """The languages of the two texts; copied text is in the target language, held text in the source's."""
    own = draft.languages[number].language if number < len(draft.languages) else None
    source = own or (draft.document.language if draft.document else None) or "und"
    if means is Means.COPIED:
        return Pair(draft.target, draft.target)
    return Pair(source, source if means is Means.HELD else draft.target)


def _fixed(
    bitext: Bitext, translation: Translation, fixers: Sequence[Loaded]
) -> tuple[Bitext, Translation, list[Finding]]:
    """Both with the safe fixes applied, their spans moved along, and what the fixers still find."""
    edits = translation.edits
    raw = apply(bitext.target, inverse(edits)) if edits else bitext.target
    left: list[Finding] = []
    for _ in range(_ROUNDS):
        before, left = bitext.target, []
        for fixer in fixers:
            found = list(fixer.find(bitext))
            if not found:
                continue
            left += found
            if fixes := _fixes(found):
                edits = compose(raw, edits, fixes)
                bitext = replace(
                    bitext,
                    target=apply(bitext.target, fixes),
                    target_inlines=move_inlines(bitext.target_inlines, fixes),
                    unknown=tuple(move(span, fixes) for span in bitext.unknown),
                )
        if bitext.target == before:
            break
    else:
        left = [finding for fixer in fixers for finding in fixer.find(bitext)]
    if bitext.target == translation.text:
        return bitext, translation, left
    fixed = replace(
        translation, text=bitext.target, inlines=bitext.target_inlines, unknown=bitext.unknown, edits=edits
    )
    return bitext, fixed, left


def _fixes(findings: Sequence[Finding]) -> tuple[Edit, ...]:
    return tuple(f.fix for f in findings if f.fix is not None and f.fix.certainty is Certainty.CERTAIN)
