"""Old source against new, and one run against another."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.against import unlike
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.sources import Altered, altered, pairs, replaced, revisions
from copydesk.review.states import Action
from copydesk.review.weigh import ChangeKind
from copydesk.store import queue, review_log, reviews
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from web import newsroom

ANA = Person("Ana", "approver")
OLD = ["Llega el tren.", "El pleno aprobó 3 millones de euros.", "Nadie votó en contra."]
NEW = ["Llega el tren.", "Una frase nueva sobre otra cosa.", "El pleno aprobó 4 millones de euros."]
TEXTS = st.lists(st.sampled_from([*OLD, *NEW, "Fin."]), max_size=7)


def test_each_sentence_finds_the_one_it_continues() -> None:
    assert replaced(OLD, NEW) == ["Llega el tren.", "", "El pleno aprobó 3 millones de euros."]


@given(TEXTS, TEXTS)
def test_every_sentence_of_both_texts_is_named_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = list(pairs(old, new))
    assert [one for one, _ in found if one is not None] == list(range(len(old)))
    assert [two for _, two in found if two is not None] == list(range(len(new)))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom.build(tmp_path_factory.mktemp("newsroom")).parent


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def rewrite(folder: Path, *changes: tuple[str, str]) -> None:
    text = newsroom.ARTICLES["autobus.txt"]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "articles" / "autobus.txt").write_text(text, "utf-8")
    newsroom.run(folder)


def changed(connection: Connection) -> list[Altered]:
    article = reviews.find_article(connection, "autobus.txt", "fr")
    assert article is not None
    events = review_log.events(connection, article="autobus.txt", target="fr")
    (revision,) = revisions(events, [row.source for row in reviews.segments(connection, article.id)])
    return altered(revision, "es")


def test_a_changed_article_tells_what_changed_and_what_approval_is_stale(folder: Path) -> None:
    with closing(connect(folder / "out.copydesk.sqlite")) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
        apply(connection, reader, ANA, row.id, ReviewAction(Action.APPROVE, None))
        rewrite(
            folder,
            ("El servicio", "Un párrafo nuevo que antes no estaba.\n\nEl servicio"),
            ("28.500", "29.500"),
            ("antes del verano", "antes del otoño"),
        )
        assert take_in(connection, reader) == 1
        assert take_in(connection, reader) == 0
        found = changed(connection)
        assert found[0].change.kind is ChangeKind.NUMBER
        assert {(item.before[:7], item.after[:7]) for item in found} == {
            ("El vehí", "El vehí"), ("", "Un párr"), ("Los vec", "Los vec"),
        }  # fmt: skip
        ((now, _),) = queue.page(connection, Wanted(text="otoño")).rows
        assert (now.state, now.stale) == ("machine", row.source)
        rewrite(folder, ("antes del verano", "antes del otoño"))
        take_in(connection, reader)
        ((now, _),) = queue.page(connection, Wanted(text="otoño")).rows
        assert now.stale == row.source


def test_two_runs_differ_where_their_texts_do(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "b.copydesk.sqlite"
    shutil.copy(folder / "out.copydesk.sqlite", other)
    with closing(connect(folder / "out.copydesk.sqlite")) as one, closing(connect(other)) as two:
        reader = Reader(Checks())
        for connection in (one, two):
            take_in(connection, reader)
        assert list(unlike(one, two)) == []
        ((row, _),) = queue.page(two, Wanted(text="verano")).rows
        apply(two, Reader(Checks()), ANA, row.id, ReviewAction(Action.EDIT, None, Marked("Autre.")))
        two.execute("DELETE FROM review_segment WHERE article = 2 AND place = 0")
        found = {(item.article, item.segment): item for item in unlike(one, two)}
    assert len(found) == 2
    assert "".join(piece.after for piece in found["autobus.txt", row.segment].change.pieces) == "Autre."
    assert [item.row for item in found.values()].count(None) == 1
