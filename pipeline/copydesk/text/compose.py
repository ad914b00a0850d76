"""Two rounds of edits as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.data import Certainty, Edit, Span
from copydesk.text.apply import applied


def compose(text: str, first: Iterable[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits of ``text`` that do what ``first`` does to it and then ``second`` to the result.

    Edits that meet become one, which names the rules and evidence of both; the others stay as they are, but
    for the spans of ``second``, which count in ``text`` afterwards. Edits without effect are left out.
    """
    marks: list[tuple[Span, int, Edit]] = []  # place in the text between, round, edit
    shift = 0
    for edit in applied(first):
        start = edit.span.start + shift
        marks.append((Span(start, start + len(edit.after)), 1, edit))
        shift += len(edit.after) - len(edit.before)
    marks += [(edit.span, 2, edit) for edit in applied(second)]
    groups: list[_Group] = []
    for span, turn, edit in sorted(marks, key=lambda mark: mark[:2]):
        if groups and span.start <= groups[-1].span.end:
            last = groups[-1]
            last.span = Span(last.span.start, max(last.span.end, span.end))
            last.edits[turn].append(edit)
        else:
            groups.append(_Group(span, {1: [], 2: []}))
            groups[-1].edits[turn].append(edit)
    return tuple(_merged(text, groups))


@dataclass(slots=True)
class _Group:
    """Edits that touch each other: their common place in the text between, and the edits by round."""

    span: Span
    edits: dict[int, list[Edit]]


def _merged(text: str, groups: list[_Group]) -> Iterable[Edit]:
    shift = 0  # how far the text between has run ahead of ``text`` so far
    for group in groups:
        between, olds, news = group.span, group.edits[1], group.edits[2]
        grown = sum(len(edit.after) - len(edit.before) for edit in olds)
        span = Span(between.start - shift, between.end - shift - grown)
        before = span.of(text)
        middle = _rewritten(before, olds, span.start)
        after = _rewritten(middle, news, between.start)
        shift += grown
        if before != after:
            yield Edit(
                span,
                before,
                after,
                "+".join(dict.fromkeys(edit.rule for edit in (*olds, *news))),
                "; ".join(dict.fromkeys(edit.evidence for edit in (*olds, *news))),
                _least(edit.certainty for edit in (*olds, *news)),
            )


def _rewritten(text: str, edits: list[Edit], offset: int) -> str:
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start - offset] + edit.after + text[edit.span.end - offset :]
    return text


def _least(certainties: Iterable[Certainty]) -> Certainty:
    return Certainty.CERTAIN if all(c is Certainty.CERTAIN for c in certainties) else Certainty.LIKELY
