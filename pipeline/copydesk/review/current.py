"""An article as it stands: the newest edition's draft with everything decided since replayed onto it."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from copydesk.data import (
    Block,
    Certainty,
    Draft,
    Edit,
    Finding,
    Glossary,
    Ledger,
    Means,
    Segment,
    Translation,
)
from copydesk.formats.exchange import Marked
from copydesk.review.findings import Flag, mark_of
from copydesk.review.states import SegmentState, segment_states
from copydesk.store import drafts, editions, review_log
from copydesk.store.database import Connection
from copydesk.text.apply import applied
from copydesk.text.assemble import segment_inlines
from copydesk.verify import verify
from copydesk.verify.options import VerifyOptions


@dataclass(frozen=True, slots=True)
class Part:
    """One segment with all that a reviewer needs to know."""

    segment: Segment
    block: Block
    source: Marked
    translation: Translation
    machine: Translation
    languages: tuple[str, str]
    status: SegmentState
    flags: tuple[Flag, ...] = ()
    ledger: Ledger | None = None
    repairs: tuple[Edit, ...] = ()

    @property
    def guesses(self) -> tuple[Edit, ...]:
        """The repairs of the source that nobody could prove, and that were not made."""
        return tuple(edit for edit in self.repairs if edit.certainty is Certainty.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Current:
    """The draft as decided, ``parts`` by segment id, and the findings that concern no segment.

    ``key`` names the edition and the newest event that it was read from.
    """

    draft: Draft
    parts: Mapping[str, Part]
    general: tuple[Flag, ...] = ()
    key: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """What decided texts are checked with; findings about texts that nobody touched stay the run's."""

    options: VerifyOptions = field(default_factory=VerifyOptions)
    glossary: Glossary = field(default_factory=Glossary)


def replay(draft: Draft, decided: Mapping[str, SegmentState], checks: Checks) -> Current:
    """``draft`` with the states of its source texts; changed texts are checked anew."""
    blocks = {block.id: block for block in draft.blocks}
    sources = {s.id: s.span.of(blocks[s.block].text) for s in draft.segments}
    own = {name: decided[source] for name, source in sources.items() if source in decided}
    machine = {t.segment: t for t in draft.translations}
    texts = {name: s.text for name, s in own.items() if s.text is not None}
    changed = [name for name, text in texts.items() if not _says(machine[name], text)]
    written = tuple(_human(t, texts.get(t.segment)) for t in draft.translations)
    draft = _rechecked(replace(draft, translations=written), frozenset(changed), checks)
    flags, general = _flags(draft, own)
    ledgers = {item.segment: item.ledger for item in draft.ledgers}
    now = {t.segment: t for t in draft.translations}
    detected = {s.id: d.language for s, d in zip(draft.segments, draft.languages, strict=True)}
    document = (draft.document.language if draft.document else None) or draft.article.language or "und"
    parts = {
        s.id: Part(
            s,
            blocks[s.block],
            Marked(sources[s.id], segment_inlines(blocks[s.block], s)),
            now[s.id],
            machine[s.id],
            (detected[s.id] or document, draft.target),
            own.get(s.id, SegmentState()),
            flags.get(s.id, ()),
            ledgers.get(s.id),
            tuple(_repairs(draft, s)),
        )
        for s in draft.segments
    }
    return Current(draft, parts, general)


def _repairs(draft: Draft, segment: Segment) -> Iterator[Edit]:
    """What was repaired, or could not be, in the source of ``segment``."""
    for repair in draft.repairs:
        if repair.block != segment.block:
            continue
        moved = 0
        done = set(map(id, applied(repair.edits)))
        for edit in sorted(repair.edits, key=lambda edit: edit.span):
            start = edit.span.start + moved
            if id(edit) in done:
                moved += len(edit.after) - len(edit.before)
            if segment.span.start <= start < segment.span.end:
                yield edit


def _says(translation: Translation, text: Marked) -> bool:
    return translation.text == text.text and translation.inlines == text.inlines


def _human(translation: Translation, text: Marked | None) -> Translation:
    if text is None or (translation.means is Means.COPIED and translation.text == text.text):
        return translation
    if _says(translation, text):
        return replace(translation, means=Means.HUMAN)
    return Translation(translation.segment, text.text, Means.HUMAN, inlines=text.inlines)


def _rechecked(draft: Draft, changed: frozenset[str], checks: Checks) -> Draft:
    if not changed:
        return draft
    chosen = [n for n, s in enumerate(draft.segments) if s.id in changed]
    part = verify(
        replace(
            draft,
            segments=tuple(draft.segments[n] for n in chosen),
            languages=tuple(draft.languages[n] for n in chosen),
            translations=tuple(draft.translations[n] for n in chosen),
            findings=(),
        ),
        checks.options,
        glossary=checks.glossary,
    )
    fresh = {item.segment: item for item in part.ledgers}
    kept = tuple(item for item in draft.ledgers if item.segment not in changed)
    order = {segment.id: n for n, segment in enumerate(draft.segments)}
    return replace(
        draft,
        ledgers=tuple(sorted((*kept, *fresh.values()), key=lambda item: order[item.segment])),
        findings=(*(f for f in draft.findings if f.segment not in changed), *part.findings),
    )


def _flags(
    draft: Draft, own: Mapping[str, SegmentState]
) -> tuple[dict[str, tuple[Flag, ...]], tuple[Flag, ...]]:
    texts = {t.segment: t.text for t in draft.translations}
    found: dict[str, list[Flag]] = defaultdict(list)
    general: list[Flag] = []
    for finding in sorted(draft.findings, key=lambda f: -f.severity.rank):
        if finding.segment not in texts:
            general.append(Flag(mark_of(finding, ""), finding))
            continue
        mark = mark_of(finding, texts[finding.segment])
        waivers = own[finding.segment].waivers if finding.segment in own else {}
        found[finding.segment].append(Flag(mark, finding, waivers.get(mark)))
    return {name: tuple(flags) for name, flags in found.items()}, tuple(general)


def waived(findings: Iterable[Finding], parts: Mapping[str, Part]) -> tuple[Finding, ...]:
    """``findings`` where those that people waived say who did and why."""
    words = {
        (name, flag.finding): flag.waiver
        for name, part in parts.items()
        for flag in part.flags
        if flag.waiver is not None
    }
    return tuple(
        replace(f, message=f"{f.message} (waived by {event.who}: {event.note})")
        if (event := words.get((f.segment or "", f)))
        else f
        for f in findings
    )


STAGE = "review"
"""The stage whose result is what the desk published, and what its keys begin with."""


def machine_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """The stage keys of the draft as the run left it, before any reviewer."""
    return tuple(key for key in keys if not key.startswith(STAGE))


class Reader:
    """Articles as they stand, the last few kept ready. Safe to use from several threads."""

    def __init__(self, checks: Checks, size: int = 12) -> None:
        self.checks = checks
        self._size = size
        self._known: OrderedDict[tuple[object, ...], Current] = OrderedDict()
        self._lock = Lock()

    def read(self, connection: Connection, article: str, target: str) -> Current | None:
        """The article's newest edition with its decisions; None if the store does not hold it.

        What is read within a transaction is not kept ready: were it rolled back, its events' numbers would
        be given to others. See :meth:`keep`.
        """
        row = editions.find(connection, article=article, target=target)
        if row is None:
            return None
        newest = review_log.last_id(connection, article=article, target=target)
        key = (article, target, row.final_key, newest)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        draft = drafts.rebuild(connection, machine_keys(row.stage_keys), target)
        if draft is None:
            return None
        found = replay(draft, segment_states(_events(connection, article, target)), self.checks)
        found = replace(found, key=key)
        if not connection.in_transaction:
            self.keep(found)
        return found

    def keep(self, current: Current) -> None:
        """Keep ``current`` ready; what it was read from is committed."""
        with self._lock:
            self._known[current.key] = current
            while len(self._known) > self._size:
                self._known.popitem(last=False)


def _events(connection: Connection, article: str, target: str) -> Sequence[review_log.Event]:
    return review_log.events(connection, article=article, target=target)
