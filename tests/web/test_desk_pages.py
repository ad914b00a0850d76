"""The desk's application, asked as a browser asks it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from command import copydesk
from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget
from copydesk.review.states import Action
from copydesk.store import people, queue, reviews
from copydesk.store.database import connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow
from copydesk.web.app import create_app
from copydesk.web.desk import Desk, Ticket
from web import newsroom

ANA = Person("Ana", "approver")
OWN = {"sec-fetch-site": "same-origin"}
ALIKE = "La alcaldesa dijo que no habrá más obras este año."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newsroom")
    articles = newsroom.ARTICLES | {"obras.txt": f"Obras en la plaza\n\n{ALIKE}\n"}
    return newsroom.build(folder, articles).parent


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "a")
    shutil.copy(built / "out.copydesk.sqlite", tmp_path / "other.copydesk.sqlite")
    return tmp_path / "a"


@pytest.fixture
def store(folder: Path) -> Path:
    return folder / "out.copydesk.sqlite"


def client(store: Path, person: Person = ANA, against: Path | None = None) -> Any:
    desk = Desk(PublishTarget(store, store.parent / "out"), Reader(Checks()), Ticket(person), against)
    assert desk.ticket is not None
    testing: Any = TestClient
    found = testing(create_app(desk, hosts=["testserver"]))
    found.get(f"/sign-in?token={desk.ticket.token}")
    return found


@pytest.fixture
def desk(store: Path, tmp_path: Path) -> Iterator[Any]:
    with client(store, against=tmp_path / "other.copydesk.sqlite") as found:
        yield found


def holding(store: Path, words: str) -> SegmentRow:
    with closing(connect(store)) as connection:
        take_in(connection, Reader(Checks()))
        ((row, _),) = queue.page(connection, Wanted(state="", text=words)).rows
        return row


def test_a_reviewer_cannot_publish_by_way_of_a_segment(store: Path) -> None:
    row = holding(store, "verano")
    with client(store, Person("Ben", "reviewer")) as desk:
        for action in ("publish", "sign in", "approve article"):
            answer = desk.post(f"/segments/{row.id}/{action}", data={"version": row.version}, headers=OWN)
            assert answer.status_code == 422
        assert "only an approver" in desk.get("/log").text


def test_a_similar_sentence_is_offered_with_its_diff_and_used_by_one_button(desk: Any, store: Path) -> None:
    row = holding(store, "compras")
    form = {"version": row.version, "text": "La maire exclut tout achat cette année.", "was": ""}
    desk.post(f"/segments/{row.id}/edit", data=form, headers=OWN)
    other = holding(store, "obras este")
    page = desk.get(f"/articles/{other.article}?open={other.id}").text
    assert re.search(r"\d\d % alike</b> <bdi[^>]*>[^\n]*<del>compras</del><ins>obras</ins>", page)
    mark = re.search(r'value="(match-\w+)"', page)
    assert mark is not None
    used = {"version": other.version, "mark": mark[1], "text": "x", "was": "y"}
    desk.post(f"/segments/{other.id}/fix", data=used, headers=OWN)
    assert holding(store, "obras este").target == "La maire exclut tout achat cette année."


def test_run_against_run_and_old_source_against_new_are_pages(desk: Any, folder: Path, store: Path) -> None:
    row = holding(store, "verano")
    form = {"version": row.version, "text": "Les habitants attendent 2 lignes.", "was": ""}
    desk.post(f"/segments/{row.id}/edit", data=form, headers=OWN)
    for address in ("/compare", f"/articles/{row.article}/compare"):
        page = desk.get(address).text
        assert '<span class="chip error">number</span>' in page
        assert f"open={row.id}#s{row.id}" in page
    article = f"/articles/{row.article}"
    assert "Source changes" not in desk.get(article).text
    changed = newsroom.ARTICLES["autobus.txt"].replace("28.500", "29.500")
    (folder / "articles" / "autobus.txt").write_text(changed, "utf-8")
    newsroom.run(folder)
    page = desk.get(f"{article}/sources").text
    assert "<del>28.500</del><ins>29.500</ins>" in page
    assert "Source changes" in desk.get(article).text


def test_without_another_run_there_is_no_comparison(store: Path) -> None:
    with client(store) as desk:
        assert "--against" in desk.get("/compare").text
        assert "Other run" not in desk.get("/").text


def test_the_log_has_sign_ins_decisions_and_reasons(desk: Any, store: Path) -> None:
    row = holding(store, "verano")
    form = {"version": row.version, "note": "not French", "category": "style", "severity": "major"}
    desk.post(f"/segments/{row.id}/reject", data=form, headers=OWN)
    page = desk.get("/log").text
    assert page.index("reject") < page.index("sign in")
    assert "not French" in page
    done = cli(store.parent, "review", "log", "--store", store.name)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["action"] for event in events] == ["sign in", "reject"]
    assert (events[1]["who"], events[1]["category"]) == ("Ana", "style")


def test_users_are_added_and_removed_on_the_record(store: Path) -> None:
    cli(store.parent, "review", "user", "add", "eva", "--store", store.name)
    cli(store.parent, "review", "user", "add", "Eva", "--store", store.name, code=2)
    cli(store.parent, "review", "user", "role", "eva", "--role", "approver", "--store", store.name)
    cli(store.parent, "review", "user", "remove", "eva", "--store", store.name)
    events = [json.loads(line) for line in cli(store.parent, "review", "log").stdout.splitlines()]
    assert [(e["action"], e["note"]) for e in events] == [
        ("add user", "eva (reviewer)"),
        ("change role", "eva (approver)"),
        ("remove user", "eva"),
    ]


def test_batches_show_their_progress_and_the_filter_stays_from_page_to_page(desk: Any, store: Path) -> None:
    holding(store, "verano")
    with closing(connect(store)) as connection:
        connection.execute("UPDATE review_article SET batch = 'north' WHERE article = 'obras.txt'")
    page = desk.get("/articles").text
    assert re.search(r'batch=north"><bdi>north</bdi></a></th><td>1</td><td>2 of 2</td>', page)
    assert "batch=north" in desk.get("/articles?batch=north&number=2").text


def test_articles_are_exported_as_reviewed_pages(store: Path) -> None:
    row = holding(store, "verano")
    with closing(connect(store)) as connection:
        apply(
            connection,
            Reader(Checks()),
            ANA,
            row.id,
            ReviewAction(Action.EDIT, None, Marked("En automne <b>.")),
        )
        assert reviews.segment(connection, row.id) is not None
    cli(store.parent, "export", "--store", store.name, "--format", "html", "--out", "pages")
    pages = sorted((store.parent / "pages").glob("*.fr.html"))
    assert len(pages) == 3
    (bus,) = (text for page in pages if "28.500" in (text := page.read_text("utf-8")))
    assert "En automne" in bus
    assert "&lt;b&gt;" in bus
    assert "<script" not in bus


def test_the_link_lets_nobody_in_once_there_are_users(store: Path) -> None:
    with client(store) as desk:
        assert desk.get("/").status_code == 200
        with closing(connect(store)) as connection:
            token = people.add(connection, "ana", "reviewer")
        assert desk.get("/").status_code == 401
        assert desk.post("/sign-in", data={"token": token}, headers=OWN).url.path == "/"
        assert "ana · reviewer" in desk.get("/").text
        with closing(connect(store)) as connection:
            people.change_role(connection, "ana", "approver")
        assert desk.get("/log").status_code == 200
    late = Desk(PublishTarget(store, store.parent / "out"), Reader(Checks()), Ticket(ANA))
    assert late.ticket is not None
    testing: Any = TestClient
    with testing(create_app(late, hosts=["testserver"])) as desk:
        assert desk.get(f"/sign-in?token={late.ticket.token}").status_code == 401


def test_the_cookie_is_that_of_the_store_and_secure_behind_tls(store: Path, tmp_path: Path) -> None:
    def cookies(place: Path, url: str) -> str:
        desk = Desk(PublishTarget(place, place.parent / "out"), Reader(Checks()), Ticket(ANA))
        assert desk.ticket is not None
        testing: Any = TestClient
        with testing(create_app(desk, hosts=["desk.example"]), base_url=url) as found:
            answer = found.get(f"/sign-in?token={desk.ticket.token}", follow_redirects=False)
        return str(answer.headers["set-cookie"])

    plain, secure = (cookies(store, f"{scheme}://desk.example") for scheme in ("http", "https"))
    assert "secure" not in plain.lower()
    assert "secure" in secure.lower()
    other = cookies(tmp_path / "other.copydesk.sqlite", "http://desk.example")
    assert plain.partition("=")[0] == secure.partition("=")[0] != other.partition("=")[0]


def test_head_and_health_are_answered_to_programs_that_watch(store: Path) -> None:
    with client(store) as desk:
        whole, head = desk.get("/"), desk.head("/")
        assert (head.status_code, head.text) == (200, "")
        assert head.headers["content-length"] == whole.headers["content-length"]
        assert desk.get("/healthz", headers={"host": "10.0.0.7:8642"}).text == "ok"
        assert desk.get("/", headers={"host": "10.0.0.7:8642"}).status_code == 421


def test_addresses_that_make_no_sense_are_answered_with_a_page(desk: Any) -> None:
    long = 10**30
    for path in (
        *(f"/articles/{long}", f"/segments/{2**63}", "/articles/-1", "/articles/x", "/nowhere"),
        *(f"/articles?number={long}", f"/articles/1?open={long}", f"/articles/1/sources?revision={long}"),
    ):
        answer = desk.get(path)
        assert answer.status_code in (404, 422), path
        assert "<h1>Not done</h1>" in answer.text, path
    for after in ("²³.²", "1.", f"{long}.{long}", "-1.9223372036854775808", "x", "\x00"):
        assert desk.get("/", params={"after": after}).status_code == 200, after


def test_a_remark_of_endless_length_is_refused(desk: Any, store: Path) -> None:
    row = holding(store, "verano")
    form = {"version": row.version, "note": "x" * 100_000}
    answer = desk.post(f"/segments/{row.id}/comment", data=form, headers=OWN)
    assert answer.status_code == 409
    assert "longer than 2,000 characters" in answer.text


def test_typed_text_outlives_comments_waivers_fixes_and_closing(desk: Any, store: Path) -> None:
    row = holding(store, "28.500")
    part = OWN | {"hx-request": "true"}
    page = desk.get(f"/segments/{row.id}?open=1", headers=part).text
    mark, fix = (
        re.search(r'waive" name="mark" value="(\w+)"', page),
        re.search(r'fix" name="mark" value="([\w-]+)"', page),
    )
    assert mark is not None
    assert fix is not None
    form: dict[str, Any] = {"version": row.version, "was": row.target, "text": f"{row.target} Bientôt."}
    page = desk.post(f"/segments/{row.id}/comment", data={**form, "note": "see"}, headers=part).text
    assert "Bientôt.</textarea>" in page
    form["version"] += 1
    page = desk.post(
        f"/segments/{row.id}/waive", data={**form, "note": "so", "mark": mark[1]}, headers=part
    ).text
    assert "Bientôt.</textarea>" in page
    assert "unsaved" in desk.post(f"/segments/{row.id}/close", data=form, headers=part).text
    form["version"] += 1
    desk.post(f"/segments/{row.id}/fix", data={**form, "mark": fix[1]}, headers=part)
    after = holding(store, "28.500")
    assert (
        after.target.replace("\u202f", " ") == "Le véhicule a coûté 28 500 euros et arrivera en mai. Bientôt."
    )
    assert "unsaved" not in desk.get(f"/articles/{row.article}").text


def test_text_that_was_typed_over_an_older_one_comes_back_with_a_warning(desk: Any, store: Path) -> None:
    row = holding(store, "verano")
    typed = {"was": row.target, "text": "Avant l'été, peut-être."}
    assert desk.post(f"/segments/{row.id}/typed", data=typed, headers=OWN).status_code == 204
    with closing(connect(store)) as connection:
        apply(connection, Reader(Checks()), Person("Ben", "reviewer"), row.id,
              ReviewAction(Action.EDIT, None, Marked("En été.")))  # fmt: skip
    page = desk.get(f"/articles/{row.article}?open={row.id}").text
    assert "Avant l&#39;été, peut-être.</textarea>" in page
    assert "Somebody changed the segment since you began" in page
    assert "En été." in page
    with client(store, Person("Eva", "reviewer")) as other:
        assert "peut-être" not in other.get(f"/articles/{row.article}?open={row.id}").text
    desk.post(f"/segments/{row.id}/discard", headers=OWN)
    assert "peut-être" not in desk.get(f"/articles/{row.article}?open={row.id}").text


def test_the_refusal_of_an_article_links_to_the_segments_in_the_way(desk: Any, store: Path) -> None:
    row = holding(store, "28.500")
    seen = newsroom.seen(desk.get(f"/articles/{row.article}").text)
    refused = desk.post(f"/articles/{row.article}/approve", data={"seen": seen}, headers=OWN)
    assert refused.status_code == 409
    assert f'href="/articles/{row.article}?open={row.id}#s{row.id}"' in refused.text


def test_a_bad_file_is_named_and_costs_no_other(store: Path) -> None:
    folder = store.parent
    row = holding(store, "verano")
    cli(folder, "export", "--store", store.name, "--out", "files")
    (bus, *_) = sorted((folder / "files").glob("*.xlf"), key=lambda file: row.source not in file.read_text())
    bus.write_text(bus.read_text().replace(f"<target>{row.target}", "<target>Avant l'été."), "utf-8")
    (folder / "broken.xlf").write_text("<xliff")
    names = ["broken.xlf", "gone.xlf", str(bus)]
    done = cli(folder, "import", *names, "--store", store.name, "--who", "eva", code=4)
    assert "broken.xlf: refused: not well-formed" in done.stderr
    assert "gone.xlf: refused: it cannot be read" in done.stderr
    assert holding(store, "verano").target == "Avant l'été."
    cli(folder, "review", "user", "add", "ana", "--store", store.name)
    done = cli(folder, "import", str(bus), "--store", store.name, "--who", "eva", code=2)
    assert "users are ana" in done.stderr
    log = [json.loads(line) for line in cli(folder, "review", "log").stdout.splitlines()]
    (imported,) = (event for event in log if event["action"] == "import")
    assert (imported["who"], imported["note"]) == ("eva", f"{bus.name}: 1 changed, 0 refused")


def test_two_stores_are_told_apart_on_the_command_line(store: Path, tmp_path: Path) -> None:
    row = holding(store, "verano")
    with closing(connect(store)) as connection:
        apply(
            connection,
            Reader(Checks()),
            ANA,
            row.id,
            ReviewAction(Action.EDIT, None, Marked("Il y a 2 lignes.")),
        )
    other = str(tmp_path / "other.copydesk.sqlite")
    same = cli(store.parent, "diff", other, other, code=0)
    assert same.stdout == ""
    done = cli(store.parent, "diff", other, store.name, "--format", "json", code=1)
    (change,) = json.loads(done.stdout)["changes"]
    assert (change["name"], change["after"]) == (f"autobus.txt {row.segment}", "Il y a 2 lignes.")
    assert change["alters"][0] == "number"


def cli(folder: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = copydesk(*arguments, cwd=folder, env=newsroom.environment(folder))
    assert done.returncode == code, done.stderr
    return done
