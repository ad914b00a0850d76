"""Rewrite rules over a text, with its marks moving along and every edit kept.

A rule belongs to the engines whose habits it was written against: "banc" is Apertium's answer to a bank of
money too, so that its rule may look closer; in any other engine's French it is a bench.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from copydesk.data import Candidate, Edit, Pair, Request, Span, primary
from copydesk.languages import facts
from copydesk.languages.contract.post_edit import Rule
from copydesk.text.apply import apply, inverse, move, move_inlines
from copydesk.text.compose import compose
from copydesk.translate.house_numbers import in_house_style
from copydesk.translate.localise import localise

_LITERAL = frozenset({"code", "kbd", "samp", "pre", "cite", "var"})
_REFERENCE = re.compile(r"\\([lu]?)(\d)")


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    pattern: re.Pattern[str]
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def suits(self, source: str) -> bool:
        """Whether the rule may apply to a translation of ``source``."""
        if self.when is not None and not self.when.search(source):
            return False
        return self.unless is None or not self.unless.search(source)


@dataclass(frozen=True, slots=True)
class _Rules:
    """Rules in the order they apply in; ``by_cue`` says which of them each cue may wake, by number."""

    compiled: tuple[_Compiled, ...]
    by_cue: Mapping[str, tuple[int, ...]]

    def woken(self, text: str, *, after: int = -1) -> list[int]:
        """The numbers of the rules behind ``after`` that ``text`` has a cue for, the first one last."""
        lowered = text.lower()
        found = [cue for cue in self.by_cue if cue in lowered]  # runs for every cue and segment
        return sorted({n for cue in found for n in self.by_cue[cue] if n > after}, reverse=True)


def prepared(request: Request, engine: str) -> Request:
    """``request`` in the wording of its own language that ``engine`` renders best.

    ``engine`` is the one of the first leg. Protected spans are untouched.
    """
    rules = _preparing(request.pair, engine)
    text, inlines, protections = request.text, request.inlines, request.protections
    waiting = rules.woken(text)
    while waiting:
        number = waiting.pop()
        edits = _edits(rules.compiled[number], text, text, [p.span for p in protections])
        if edits:
            text, inlines = apply(text, edits), move_inlines(inlines, edits)
            protections = tuple(replace(p, span=_shifted(p.span, edits)) for p in protections)
            waiting = rules.woken(text, after=number)
    return (
        request
        if text == request.text
        else replace(request, text=text, inlines=inlines, protections=protections)
    )


def post_edited(candidate: Candidate, source: str, pair: Pair, engine: str) -> Candidate:
    """``candidate`` of ``engine`` after the rules of its language; protected spans and digits untouched.

    ``engine`` is the one of the last leg, ``source`` the text that was translated; some rules look at it.
    """
    rules = _rules(pair, engine)
    result = candidate
    waiting = rules.woken(result.text)
    while waiting:
        number = waiting.pop()
        compiled = rules.compiled[number]
        if not compiled.suits(source):
            continue
        edits = _edits(compiled, result.text, source, [p.span for p in result.kept])
        if edits:
            result = edited(result, edits)
            waiting = rules.woken(result.text, after=number)
    return result


def with_local_numerals(candidate: Candidate, request: Request) -> Candidate:
    """``candidate`` with the numerals it copied from ``request`` as its language sets them; kept stay."""
    edits = [
        edit
        for edit in localise(request.text, candidate.text, request.pair.source, request.pair.target)
        if not any(edit.span.overlaps(protection.span) for protection in candidate.kept)
    ]
    return edited(candidate, edits) if edits else candidate


def with_house_numbers(candidate: Candidate, request: Request) -> Candidate:
    """``candidate`` with its numbers as the press of its language prints them; kept spans and code stay."""
    closed = [p.span for p in candidate.kept]
    closed += [i.span for i in candidate.inlines if i.tag in _LITERAL]
    pair = request.pair
    edits = in_house_style(
        candidate.text, pair.target, source=request.text, source_language=pair.source, untouched=closed
    )
    return edited(candidate, edits) if edits else candidate


def edited(candidate: Candidate, edits: Sequence[Edit]) -> Candidate:
    """``candidate`` with ``edits`` applied and added to those it has: all count in the engine's own text."""
    raw = apply(candidate.text, inverse(candidate.edits)) if candidate.edits else candidate.text
    return replace(moved(candidate, edits), edits=compose(raw, candidate.edits, edits))


def moved(candidate: Candidate, edits: Sequence[Edit]) -> Candidate:
    """``candidate`` with ``edits`` applied to its text and every span where it then belongs."""
    unknown = (move(s, edits) for s in candidate.unknown)
    return Candidate(
        apply(candidate.text, edits),
        move_inlines(candidate.inlines, edits),
        tuple(s for s in unknown if len(s)),
        candidate.score,
        tuple(replace(p, span=_shifted(p.span, edits)) for p in candidate.kept),
        edits=candidate.edits,
    )


@lru_cache(maxsize=64)
def _preparing(pair: Pair, engine: str) -> _Rules:
    return _compiled(facts(pair.source).post_edit.prepare, pair, engine)


@lru_cache(maxsize=64)
def _rules(pair: Pair, engine: str) -> _Rules:
    return _compiled(facts(pair.target).post_edit.rules, pair, engine)


def _compiled(rules: tuple[Rule, ...], pair: Pair, engine: str) -> _Rules:
    ends = [primary(language) for language in (pair.source, pair.target)]
    own = [
        rule
        for rule in rules
        if rule.source in ("", ends[0])
        and rule.target in ("", ends[1])
        and (not rule.engines or engine in rule.engines)
    ]
    by_cue: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(own):
        for cue in rule.cues:
            by_cue[cue] = (*by_cue.get(cue, ()), number)
    return _Rules(
        tuple(
            _Compiled(
                r,
                re.compile(r.pattern, 0 if r.exact else re.IGNORECASE),
                re.compile(r.when) if r.when else None,
                re.compile(r.unless) if r.unless else None,
            )
            for r in own
        ),
        by_cue,
    )


def _edits(compiled: _Compiled, text: str, source: str, untouchable: Sequence[Span]) -> list[Edit]:
    edits: list[Edit] = []
    for match in compiled.pattern.finditer(text):
        named = compiled.rule.named.replace("{}", re.escape(match.group(1))) if compiled.rule.named else ""
        if named and not re.search(named, source):
            continue
        before, after = match.group(), _expanded(compiled.rule, match)
        if before == after or (not compiled.rule.digits and _digits(before) != _digits(after)):
            continue
        start, end = match.span()
        head = _common(before, after)
        tail = _common(before[head:][::-1], after[head:][::-1])
        span = Span(start + head, end - tail)
        if any(_touches(span, other) for other in untouchable):
            continue
        edits.append(
            Edit(
                span,
                before[head : len(before) - tail],
                after[head : len(after) - tail],
                "post-edit",
                compiled.rule.why,
            )
        )
    return edits


def _expanded(rule: Rule, match: re.Match[str]) -> str:
    def group(reference: re.Match[str]) -> str:
        value = match.group(int(reference.group(2))) or ""
        if reference.group(1) == "u":
            return value[:1].upper() + value[1:]
        return value.lower() if reference.group(1) else value

    after = _REFERENCE.sub(group, rule.replacement)
    if not rule.exact and match.group()[:1].isupper() and after[:1].islower():
        after = after[:1].upper() + after[1:]
    return after


def _touches(span: Span, other: Span) -> bool:
    """Whether an edit at ``span`` would change ``other``; an insertion at its edge does not."""
    return span.overlaps(other) or (not len(span) and other.start < span.start < other.end)


def _shifted(span: Span, edits: Sequence[Edit]) -> Span:
    """Where an untouched span lies after ``edits``, none of which overlaps it."""
    growth = sum(len(e.after) - len(e.before) for e in edits if e.span.end <= span.start)
    return span.shift(growth)


def _digits(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isdigit())


def _common(a: str, b: str) -> int:
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length
