"""The page an editor reads: source and target side by side, with everything the desk has to say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from copydesk.data import Badge, BlockRole, Certainty, Draft, Edition, Means, Segment, Severity, Verdict
from copydesk.languages import facts
from copydesk.publish.bilingual_row import Languages, Row, row_html
from copydesk.publish.language import direction, language_name, source_language
from copydesk.publish.margin import finding_note
from copydesk.publish.markup import escape
from copydesk.publish.page import render_page
from copydesk.publish.proof import Proof
from copydesk.publish.story import title
from copydesk.text.assemble import target_blocks

_STYLES = ("base.css", "bilingual.css", "bilingual-links.css")


class BilingualPublisher:
    """Writes ``bilingual.html``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The page: no script, no request; all styles are allowed by their hash."""
        draft = edition.draft
        source = source_language(draft)
        languages = Languages(_attributes(source), _attributes(draft.target))
        proof = Proof.of(draft)
        rows = list(_rows(draft))
        shown = {row.block.id for row in rows}
        elsewhere = [f for block, found in proof.block_findings.items() if block not in shown for f in found]
        yield (
            "bilingual.html",
            render_page(
                "bilingual.html",
                styles=_STYLES,
                title=title(draft, target_blocks(draft)),
                headed=any(row.block.role is BlockRole.HEADLINE for row in rows),
                source=(source, facts(source).name, language_name(source)),
                target=(draft.target, facts(draft.target).name, language_name(draft.target)),
                target_direction=direction(draft.target),
                version=edition.version,
                author=draft.article.author,
                date=draft.article.date,
                segments=_segment_facts(draft),
                numbers=_number_facts(draft),
                repairs=_repair_facts(draft),
                findings=_finding_facts(draft),
                general=_markup(finding_note(finding) for finding in elsewhere),
                body=_markup(row_html(row, proof, languages) for row in rows),
                quality=_quality(edition),
                provenance=_provenance(edition),
            ),
        )


def _rows(draft: Draft) -> Iterator[Row]:
    translations = {translation.segment: translation for translation in draft.translations}
    segments: dict[str, list[Segment]] = defaultdict(list)
    for segment in draft.segments:
        segments[segment.block].append(segment)
    for block in draft.blocks:
        own = segments.get(block.id)
        if own:
            yield Row(block, tuple(own), tuple(translations[segment.id] for segment in own))


def _markup(pieces: Iterable[str]) -> Markup:
    return Markup("".join(pieces))  # noqa: S704  escaped where it was built


def _attributes(language: str) -> str:
    return f'lang="{escape(language)}" dir="{direction(language)}"'


def _segment_facts(draft: Draft) -> tuple[int, str]:
    counts = Counter(translation.means for translation in draft.translations)
    words = {Means.HUMAN: "edited by a person", Means.COPIED: "copied", Means.HELD: "not translated"}
    return len(draft.segments), ", ".join(f"{counts[m]} {word}" for m, word in words.items() if counts[m])


def _number_facts(draft: Draft) -> tuple[int, str, bool]:
    counts = Counter(entry.verdict for item in draft.ledgers for entry in item.ledger.entries)
    open_ones = any(not verdict.ok for verdict in counts)
    said = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])
    return sum(counts.values()), said, open_ones


def _repair_facts(draft: Draft) -> tuple[int, int]:
    edits = [edit for repair in draft.repairs for edit in repair.edits]
    unresolved = sum(edit.certainty is Certainty.UNKNOWN for edit in edits)
    return len(edits) - unresolved, unresolved


def _finding_facts(draft: Draft) -> list[tuple[str, str]]:
    counts = Counter(finding.severity for finding in draft.findings)
    return [
        (severity.value, f"{counts[severity]} {severity.value}{'s' if counts[severity] > 1 else ''}")
        for severity in reversed(Severity)
        if counts[severity]
    ]


def _quality(edition: Edition) -> tuple[str, str]:
    """The badge's words, and its kind for the style sheet; empty where nobody asked."""
    said = edition.quality
    if said is None:
        return "", ""
    kinds = {Badge.HEAVY: "warning", Badge.UNKNOWN: "warning", Badge.CLEAN: "good", Badge.HUMAN: "good"}
    return said.shown, kinds.get(said.badge, "more")


def _provenance(edition: Edition) -> list[tuple[str, str]]:
    provenance = edition.provenance
    return [
        ("Article", edition.draft.article.id),
        ("Source SHA-256", provenance.source_sha256),
        ("Engines", ", ".join(provenance.engines) or "none"),
        *(("Route", route) for route in provenance.routes),
        ("Settings", provenance.settings),
        ("copydesk", provenance.copydesk),
    ]
