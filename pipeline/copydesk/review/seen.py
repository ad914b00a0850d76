"""What a person had before their eyes: an action on many segments takes only what has not changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.review.refusal import ChangedError, RefusedError
from copydesk.store import review_log
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.reviews import ArticleRow, SegmentRow


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was loaded: events up to ``mark``, the article's ``edition``, ``versions`` of rows by id.

    ``edition`` is empty for a page of several articles. Rows that the page did not show have no version.
    """

    mark: int
    edition: str = ""
    versions: Mapping[int, int] = field(default_factory=dict)

    def __str__(self) -> str:
        versions = " ".join(f"{number}.{version}" for number, version in self.versions.items())
        return f"{self.mark}/{versions}/{self.edition}"

    @classmethod
    def of(cls, text: str) -> Seen:
        """The page that a form names.

        Raises:
            RefusedError: it names none.
        """
        try:
            mark, versions, edition = text.split("/", 2)
            pairs = (pair.split(".") for pair in versions.split())
            return cls(int(mark), edition, {int(number): int(version) for number, version in pairs})
        except ValueError:
            raise RefusedError(
                "the form does not say what you saw", remedy="Load the page again, then repeat"
            ) from None


def changed_since(
    connection: Connection, article: ArticleRow, rows: Sequence[SegmentRow], person: Person, seen: Seen
) -> dict[int, str]:
    """Who worked on which of ``rows`` since, by id; "" for a run. What ``person`` did last is no surprise.

    The caller holds the ``article``.
    """
    log = review_log.events(connection, article=article.article, target=article.target)
    last = {event.source: event.who for event in log if event.segment and event.id > seen.mark}
    found = {row.id: last[row.source] for row in rows if last.get(row.source, person.name) != person.name}
    runs = (
        row
        for row in rows
        if row.source not in last and seen.versions.get(row.id, row.version) != row.version
    )
    return found | {row.id: "" for row in runs}


def require_seen(
    connection: Connection, article: ArticleRow, rows: Sequence[SegmentRow], person: Person, seen: Seen
) -> None:
    """Refuse if the article is not what ``person`` saw.

    Raises:
        ChangedError: somebody else worked on segments since.
        RefusedError: a run or a publication has written the article anew.
    """
    if seen.edition != article.final_key:
        raise RefusedError(
            "nothing was done: a run or somebody's publication wrote this article anew after you loaded it",
            remedy="Load the article again and look at it",
        )
    changed = changed_since(connection, article, rows, person, seen)
    if changed:
        raise ChangedError([row for row in rows if row.id in changed], sorted(set(changed.values())))
