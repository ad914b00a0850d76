"""The notes in the margin of the bilingual page: findings, repairs, fixes, edits by people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.data import Certainty, Edit, Finding, Means, Severity, Translation
from copydesk.publish.markup import escape, text_html
from copydesk.publish.proof import is_visible

LINKED = 40
"""The style sheet links this many segments of a paragraph to their notes; later ones start over."""

_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


def segment_notes(
    translation: Translation, findings: Sequence[Finding], repairs: Sequence[Edit], *, place: int
) -> Iterator[str]:
    """The notes of the segment at ``place`` of its paragraph: findings first, then what was changed."""
    for order, finding in enumerate(findings):
        yield finding_note(finding, place=place, name=f"{translation.segment}.f{order}")
    for edit in repairs:
        yield repair_note(edit, place=place)
    if visible := [edit for edit in translation.edits if is_visible(edit)]:
        yield _edits(visible, place)
    if translation.means is Means.HUMAN:
        yield _note("human", "Edited", "by a person; the desk leaves it alone", place=place)


def finding_note(finding: Finding, *, place: int | None = None, name: str = "") -> str:
    """A finding: severity in words, message, suggested fix, rule. ``name`` is the note's HTML id."""
    fix = ""
    if finding.fix:
        fix = (
            f' <span class="fix">Suggested: <del>{text_html(finding.fix.before)}</del>'
            f" <ins>{text_html(finding.fix.after)}</ins></span>"
        )
    body = f'{text_html(finding.message)}{fix} <span class="rule">{text_html(finding.rule)}</span>'
    return _note(finding.severity.value, _WORDS[finding.severity], body, place=place, name=name)


def repair_note(edit: Edit, *, place: int | None = None) -> str:
    """A repair with its evidence, or an open placeholder with the values it could have."""
    rule = f'<span class="rule">{text_html(edit.rule)}</span>'
    if edit.certainty is Certainty.UNKNOWN:
        guesses = f" Could be {text_html(', '.join(edit.candidates))}." if edit.candidates else ""
        body = f'<b class="surface">{text_html(edit.before)}</b>: {text_html(edit.evidence)}.{guesses} {rule}'
        return _note("open", "Unresolved", body, place=place)
    change = f"<del>{text_html(edit.before)}</del> <ins>{text_html(edit.after)}</ins>"
    word = "Repaired" if edit.certainty is Certainty.CERTAIN else "Repaired, likely"
    return _note("repair", word, f"{change} {text_html(edit.evidence)} {rule}", place=place)


def _edits(edits: Sequence[Edit], place: int) -> str:
    items = "".join(
        f"<li><del>{text_html(e.before)}</del> <ins>{text_html(e.after)}</ins> {text_html(e.evidence)} "
        f'<span class="rule">{text_html(e.rule)}</span></li>'
        for e in edits
    )
    count = f"{len(edits)} automatic edit{'s' if len(edits) > 1 else ''}"
    return (
        f'<li class="note quiet n{place % LINKED}"><details><summary>{count}</summary>'
        f"<ul>{items}</ul></details></li>\n"
    )


def _note(kind: str, word: str, body: str, *, place: int | None, name: str = "") -> str:
    linked = f" n{place % LINKED}" if place is not None else ""
    named = f' id="{escape(name)}"' if name else ""
    number = f'<span class="ref">{place + 1}</span> ' if place is not None else ""
    return f'<li class="note {kind}{linked}"{named}>{number}<b class="word">{word}</b> {body}</li>\n'
