"""Publish an article as reviewed: the files that the batch command would write, from the same store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from copydesk.config.settings import PublishOptions
from copydesk.data import Draft
from copydesk.publish import PUBLISHERS
from copydesk.review.current import STAGE, Reader, machine_keys, waived
from copydesk.review.refusal import RefusedError
from copydesk.review.seen import Seen, require_seen
from copydesk.review.states import AuditEvent, State
from copydesk.run import edition
from copydesk.run.batch import write_batch
from copydesk.run.plan import context_key
from copydesk.run.quality import quality
from copydesk.stage import content_key
from copydesk.store import decisions, drafts, editions, outbox, review_log, reviews
from copydesk.store.address import Address
from copydesk.store.database import Connection, exclusive, transaction
from copydesk.store.drafts import Result
from copydesk.store.editions import EditionRow
from copydesk.store.people import Person
from copydesk.store.review_log import Event
from copydesk.store.reviews import ArticleRow

_FIELDS = frozenset({"translations", "ledgers", "findings"})
_MANY = 200  # articles, beyond which the memories of the whole output folder wait for the next run


@dataclass(frozen=True, slots=True)
class PublishTarget:
    """Where and what to publish: the store, the output folder, what the settings say."""

    store: Address
    root: Path
    options: PublishOptions = field(default_factory=PublishOptions)


def publish(
    connection: Connection,
    reader: Reader,
    person: Person,
    number: int,
    *,
    target: PublishTarget,
    seen: Seen | None = None,
) -> ArticleRow:
    """Write the approved article into the output folder as its next version.

    The next run of the batch command finds it unchanged. Intent, files, done mark, as a run does it.
    ``seen`` is what the person saw of it; None does not ask.

    Raises:
        ChangedError: others worked on it since it was seen.
        RefusedError: the person is no approver, the article is not approved, or somebody worked on it
            meanwhile.
        StoreError: a run holds the store.
        PublishError: the folder cannot be written.
    """
    article = _approved(connection, person, number, seen)
    with exclusive(target.store):
        calm = _print(connection, reader, person, article, target=target, seen=seen)
        few = sum(1 for _ in editions.published(connection)) <= _MANY
        write_batch(connection, target.root, tmx=True, changed=few, base_url=target.options.base_url)
    if not calm:
        raise RefusedError(
            "somebody worked on the article while it was published: what was approved before is published",
            remedy="Look at the changes, then approve and publish again",
        )
    found = reviews.article(connection, number)
    assert found is not None
    return found


def _print(
    connection: Connection,
    reader: Reader,
    person: Person,
    article: ArticleRow,
    *,
    target: PublishTarget,
    seen: Seen | None,
) -> bool:
    """Write the article's files and say so; False if somebody worked on it meanwhile."""
    last = review_log.last_id(connection, article=article.article, target=article.target)
    _approved(connection, person, article.id, seen)
    current = reader.read(connection, article.article, article.target)
    before = editions.find(connection, article=article.article, target=article.target)
    if current is None or before is None:
        raise RefusedError("this article is no longer in the store", remedy="Run the batch command again")
    draft = replace(current.draft, findings=waived(current.draft.findings, current.parts))
    made, result = _edition(connection, before, draft, target)
    row = made.row
    with transaction(connection):
        drafts.put(connection, [drafts.row(result)])
        editions.save(connection, row)
    edition.write([made], target.root)
    with transaction(connection):
        editions.save(connection, edition.as_published(row))
        drafts.prune(connection, article=row.article, target=row.target, keep=row.stage_keys)
        return _mark_published(connection, article, row, person, last=last)


def _approved(connection: Connection, person: Person, number: int, seen: Seen | None) -> ArticleRow:
    article = reviews.article(connection, number)
    if article is None:
        raise RefusedError("this article is no longer in the store", remedy="Go back to the queue")
    if not person.approves:
        raise RefusedError("only an approver may publish", remedy="Ask one of them")
    if article.state not in (State.APPROVED, State.PUBLISHED):
        raise RefusedError("not published: the article is not approved yet", remedy="Approve it first")
    if seen is not None:
        require_seen(connection, article, reviews.segments(connection, number), person, seen)
    return article


def _edition(
    connection: Connection, before: EditionRow, draft: Draft, target: PublishTarget
) -> tuple[edition.Rendered, Result]:
    human = decisions.human_texts(connection, article=before.article, target=before.target)
    name = edition.name_of(draft, before, target.options.slug)
    names = editions.names(connection, before.article) | {before.target: name}
    base = machine_keys(before.stage_keys)
    key = STAGE + content_key(base[-1], decisions.digest(human), [f.message for f in draft.findings])
    version = before.version if before.final_key == key else before.version + 1
    routes = str(before.summary.get("routes", ""))
    said = quality(draft)
    settings = content_key(base[-1], target.options.model_dump(mode="json"))
    files = edition.build_edition(
        draft,
        edition.provenance_of(draft, settings, tuple(routes.splitlines())),
        version=version,
        names=names,
        said=said,
        publishers=[PUBLISHERS.load(member)() for member in target.options.formats],
        site=target.options.site,
        reviewed=True,
    )
    row = replace(
        before,
        version=version,
        name=name,
        context_key=context_key(decisions.digest(human), names, before.target),
        final_key=key,
        stage_keys=(*base, key),
        files={path: outbox.sha256(data) for path, data in files.items()},
        summary=edition.summary(draft, said, reviewed=True)
        | {"routes": routes}
        | edition.moved(before, name),
        published=False,
    )
    return edition.Rendered(row, files, before), Result(key, STAGE, draft, _FIELDS)


def _mark_published(
    connection: Connection, article: ArticleRow, row: EditionRow, person: Person, *, last: int
) -> bool:
    """Say that the article is published, unless anything happened to it after the event ``last``."""
    reviews.hold(connection, article.id)
    if review_log.last_id(connection, article=article.article, target=article.target) != last:
        return False
    event = Event(article.article, article.target, "", "", AuditEvent.PUBLISH.value, person.name)
    review_log.append(connection, replace(event, mark=str(row.version)))
    reviews.save_article(connection, replace(article, final_key=row.final_key))
    for segment in reviews.segments(connection, article.id):
        if segment.state == State.APPROVED:
            reviews.change(connection, replace(segment, state=State.PUBLISHED.value))
    at = review_log.events(connection, article=article.article, target=article.target)[-1].at
    reviews.count(connection, article.id, state=State.PUBLISHED.value, who=person.name, at=at)
    return True
