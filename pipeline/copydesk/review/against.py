"""Two runs, segment by segment: two engines, two settings, before and after repair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.review.weigh import Change, weigh
from copydesk.store import queue, reviews
from copydesk.store.database import Connection
from copydesk.store.reviews import ArticleRow, SegmentRow


@dataclass(frozen=True, slots=True)
class Unlike:
    """A segment that the two runs do not render alike; ``row`` is None where the second run lacks it."""

    article: str
    target: str
    segment: str
    row: SegmentRow | None
    change: Change


def articles(connection: Connection) -> Iterator[ArticleRow]:
    """All articles that the desk lists, the riskiest first; streams."""
    page = 1
    while rows := queue.articles(connection, page=page):
        yield from rows[: queue.PAGE]
        if len(rows) <= queue.PAGE:
            return
        page += 1


def unlike(first: Connection, second: Connection) -> Iterator[Unlike]:
    """Where the texts in force of two stores differ: in both, in the second alone, in the first alone."""
    seen = set()
    for article in articles(second):
        seen.add((article.article, article.target))
        yield from unlike_article(first, second, article)
    for article in articles(first):
        if (article.article, article.target) not in seen:
            for row in reviews.segments(first, article.id):
                yield _gone(article, row)


def unlike_article(first: Connection, second: Connection, article: ArticleRow) -> Iterator[Unlike]:
    """The same for one article of the second store. Segments go by their ids."""
    other = reviews.find_article(first, article.article, article.target)
    old = {row.segment: row for row in reviews.segments(first, other.id)} if other else {}
    new = reviews.segments(second, article.id)
    for row in new:
        before = old.pop(row.segment, None)
        text = before.target if before else ""
        if text != row.target:
            change = weigh(text, row.target, article.target)
            yield Unlike(article.article, article.target, row.segment, row, change)
    for row in old.values():
        yield _gone(article, row)


def _gone(article: ArticleRow, row: SegmentRow) -> Unlike:
    return Unlike(article.article, article.target, row.segment, None, weigh(row.target, "", article.target))
