"""The search that a reviewer works through: it stays with the articles that are opened from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from copydesk.review.refusal import RefusedError
from copydesk.store import queue, searches
from copydesk.store.database import Connection, transaction
from copydesk.store.people import Person
from copydesk.store.queue import COUNTED, Wanted
from copydesk.store.reviews import SegmentRow
from copydesk.web.desk import Desk
from copydesk.web.session import person_of

_PLACE = re.compile(r"(-?[0-9]{1,9})\.([0-9]{1,18})")
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search beside an opened segment: its query, in words, how many are left, and the ways on."""

    query: str
    words: str
    left: int
    many: bool
    forward: str
    back: str


def search_of(values: Mapping[str, str]) -> Wanted:
    """The search that an address holds; without a word about the state it is for what is open."""
    return Wanted(
        state=values.get("state", "open"),
        rule=values.get("rule", ""),
        pair=values.get("pair", ""),
        batch=values.get("batch", ""),
        engine=values.get("engine", ""),
        who=values.get("who", ""),
        text=values.get("text", "")[:_LONGEST_TEXT],
        errors=bool(values.get("errors")),
    )


def nested_search(query: str) -> Wanted:
    """The search of a query that stands within another address."""
    return search_of(dict(parse_qsl(query, keep_blank_values=True)))


def query_of(wanted: Wanted) -> str:
    """The query of a search's address; empty for everything that is open."""
    values = {name: value for name, value in asdict(wanted).items() if value}
    if wanted.errors:
        values["errors"] = "on"
    values["state"] = wanted.state
    if wanted.state == "open":
        del values["state"]
    return urlencode(values)


def resolved(wanted: Wanted, person: Person) -> Wanted:
    """``wanted`` with the name of the person where it says "me"."""
    return replace(wanted, who=person.name) if wanted.who == "me" else wanted


def place_of(text: str) -> tuple[int, int] | None:
    """The place in the queue that ``text`` (rank.id) names, if it names one."""
    place = _PLACE.fullmatch(text)
    return (int(place[1]), int(place[2])) if place else None


def opened_from(query: str, row: SegmentRow) -> str:
    """The address of ``row`` in its article, opened from the search of ``query``."""
    within = f"&{urlencode({'in': query})}" if query else ""
    return f"/articles/{row.article}?open={row.id}{within}#s{row.id}"


def search_view(connection: Connection, person: Person, query: str, row: SegmentRow | None) -> SearchView:
    """The search of ``query`` as it stands beside the opened ``row``."""
    wanted = nested_search(query)
    left = queue.number(connection, resolved(wanted, person))
    at = {"after": f"{row.rank}.{row.id}"} if row else {}
    forward = f"/next?{urlencode({'in': query, **at})}"
    return SearchView(query, _words(wanted), left, left >= COUNTED, forward, f"{forward}&back=1")


def _words(wanted: Wanted) -> str:
    said = [wanted.state or "any state", wanted.rule, wanted.pair, wanted.batch, wanted.engine]
    said += [f"by {wanted.who}" if wanted.who else "", f"“{wanted.text}”" if wanted.text else ""]
    return ", ".join(word for word in [*said, "errors only" if wanted.errors else ""] if word)


def search_routes(desk: Desk) -> APIRouter:
    """``/next`` in a search, and saved searches."""
    router = APIRouter()

    @router.get("/next")
    def following(request: Request, after: str = "", back: str = "") -> Response:
        query = request.query_params.get("in", "")
        with desk.store() as connection:
            person = person_of(request, connection)
            wanted = resolved(nested_search(query), person)
            place = place_of(after) or (-(10**9), 0)
            row = queue.neighbour(connection, wanted, place, back=bool(back))
        return RedirectResponse(opened_from(query, row) if row else f"/?{query}", 303)

    @router.post("/searches")
    def keep(request: Request, name: str = Form(""), query: str = Form(""), drop: str = Form("")) -> Response:
        query = query_of(nested_search(query))
        name = name.strip()
        if not name or len(name) > searches.LONGEST:
            raise RefusedError(
                "not kept: the search needs a name", remedy=f"Give it one of up to {searches.LONGEST} letters"
            )
        with desk.store() as connection:
            person = person_of(request, connection)
            with transaction(connection):
                if drop:
                    searches.drop(connection, person.name, name)
                else:
                    searches.save(connection, person.name, name, query)
        return RedirectResponse(f"/?{query}", 303)

    return router
