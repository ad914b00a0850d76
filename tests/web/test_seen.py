"""Actions on many segments take nothing that others changed after the page was loaded, on each store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from starlette.testclient import TestClient

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply, approve_article
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget
from copydesk.review.states import Action
from copydesk.store import queue, reviews
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow
from copydesk.web.app import create_app
from copydesk.web.desk import Desk, Ticket
from web.newsroom import seen
from web.rooms import Room

ANA = Person("Ana", "approver")
BEN = Person("Ben", "approver")
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def connection(room: Room) -> Iterator[Connection]:
    with closing(connect(room.store)) as found:
        take_in(found, Reader(Checks()))
        yield found


@pytest.fixture
def desk(room: Room) -> Iterator[Any]:
    ticket = Ticket(ANA)
    testing: Any = TestClient
    app = create_app(
        Desk(PublishTarget(room.store, room.folder / "out"), Reader(Checks()), ticket), hosts=["testserver"]
    )
    with testing(app) as found:
        found.get(f"/sign-in?token={ticket.token}")
        yield found


def library(connection: Connection) -> list[SegmentRow]:
    """The segments of the article without errors."""
    ((row, _),) = queue.page(connection, Wanted(state="", text="biblioteca")).rows
    return list(reviews.segments(connection, row.article))


def edit(connection: Connection, row: SegmentRow, text: str, who: Person = BEN) -> None:
    apply(connection, Reader(Checks()), who, row.id, ReviewAction(Action.EDIT, None, Marked(text)))


def states(connection: Connection, row: SegmentRow) -> tuple[str, str, str]:
    article, now = reviews.article(connection, row.article), reviews.segment(connection, row.id)
    assert article is not None
    assert now is not None
    return article.state, now.state, now.target


def test_an_article_is_not_approved_over_somebody_elses_change(desk: Any, connection: Connection) -> None:
    first, *_, last = library(connection)
    address = f"/articles/{first.article}"
    form = {"seen": seen(desk.get(address).text)}
    edit(connection, first, "La bibliothèque ferme.")
    edit(connection, last, "Vu par moi.", ANA)
    refused = desk.post(f"{address}/approve", data=form, headers=OWN)
    assert refused.status_code == 409
    assert "Ben worked on segment 1 after you loaded the page" in refused.text
    assert f"open={first.id}#s{first.id}" in refused.text
    assert f"open={last.id}#s{last.id}" not in refused.text  # what she changed herself is no surprise
    assert states(connection, first) == ("machine", "edited", "La bibliothèque ferme.")
    desk.post(f"{address}/approve", data={"seen": seen(desk.get(address).text)}, headers=OWN)
    assert states(connection, first) == ("approved", "approved", "La bibliothèque ferme.")


def test_an_article_is_not_published_with_a_text_that_the_publisher_has_not_seen(
    desk: Any, connection: Connection, room: Room
) -> None:
    row = library(connection)[1]
    reader, address = Reader(Checks()), f"/articles/{row.article}"
    approve_article(connection, reader, BEN, row.article)
    form = {"seen": seen(desk.get(address).text)}
    edit(connection, row, "Elle est vendue.")
    approve_article(connection, reader, BEN, row.article)
    refused = desk.post(f"{address}/publish", data=form, headers=OWN)
    assert (refused.status_code, "Ben worked on segment 2" in refused.text) == (409, True)
    (page,) = (room.folder / "out").glob("*biblioteca*/fr/article.md")
    assert "vendue" not in page.read_text("utf-8")
    desk.post(f"{address}/publish", data={"seen": seen(desk.get(address).text)}, headers=OWN)
    assert "vendue" in page.read_text("utf-8")


@pytest.mark.parametrize("chosen", ["all", "ticked"])
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_many_segments_at_once_leave_what_others_changed_and_name_it(
    desk: Any, connection: Connection, chosen: str, action: str
) -> None:
    first, second, *_ = library(connection)
    form: dict[str, Any] = {"seen": seen(desk.get("/").text), "action": action}
    form |= {"all": "on"} if chosen == "all" else {"id": [first.id, second.id]}
    edit(connection, first, "La bibliothèque ferme.")
    done = desk.post("/bulk", data=form, headers=OWN)
    assert "Ben changed it after you loaded the page" in done.text
    assert states(connection, first)[1:] == ("edited", "La bibliothèque ferme.")
    assert states(connection, second)[1] == {"approve": "approved", "reject": "rejected"}[action]


def test_a_replacement_leaves_what_changed_after_the_preview(desk: Any, connection: Connection) -> None:
    row = library(connection)[0]
    edit(connection, row, "La bibliothèque ferme.")
    form = {"find": "ferme", "by": "ouvre", "seen": seen(desk.get("/replace?find=ferme&by=ouvre").text)}
    edit(connection, row, "Elle ferme, dit-on.")
    assert "Ben changed it after" in desk.post("/replace", data=form, headers=OWN).text
    assert states(connection, row)[2] == "Elle ferme, dit-on."


def test_a_run_that_came_between_is_refused_too(desk: Any, connection: Connection, room: Room) -> None:
    row = library(connection)[1]
    article = {"seen": seen(desk.get(f"/articles/{row.article}").text)}
    many = {"seen": seen(desk.get("/").text), "action": "approve", "id": row.id}
    (file,) = (path for path in (room.folder / "articles").iterdir() if "biblioteca" in path.name)
    file.write_text(file.read_text("utf-8") + "\nLa biblioteca abre.\n", "utf-8")
    room.run()
    refused = desk.post(f"/articles/{row.article}/approve", data=article, headers=OWN)
    assert (refused.status_code, "wrote this article anew" in refused.text) == (409, True)
    assert "a run changed it after you loaded the page" in desk.post("/bulk", data=many, headers=OWN).text
    assert states(connection, row)[:2] == ("machine", "machine")


@pytest.mark.parametrize("nonsense", ["", "x", "1/2/", "9" * 30])
def test_a_form_that_says_nothing_of_what_was_seen_does_nothing(
    desk: Any, connection: Connection, nonsense: str
) -> None:
    row = library(connection)[0]
    answer = desk.post(f"/articles/{row.article}/approve", data={"seen": nonsense}, headers=OWN)
    assert answer.status_code in (409, 422)
    assert states(connection, row)[0] == "machine"
