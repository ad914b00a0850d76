"""Several reviewers over HTTP, a desk that is killed, a database that crashes: no save is lost or made up."""

from __future__ import annotations

import contextlib
import os
import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from copydesk.store import decisions, review_log, reviews
from copydesk.store.database import connect
from copydesk.store.reviews import SegmentRow
from postgres_server import Cluster
from system.desks import Reviewer, desks, reviewers, segments, wait_for
from web import newsroom
from web.rooms import MakeRoom, Room

REVIEWERS = 8
ROUNDS = 5
KILLS = 24
CRASHES = 2
SEED = int(os.environ.get("COPYDESK_KILL_SEED", "20"))
_PLACES = ("Soria", "Vigo", "Lugo", "Ronda", "Elche", "Reus", "Ibi", "Haro", "Baza", "Olot")
ARTICLES = {
    f"obras-{n}.txt": f"Obras en {place}\n\nLa plaza de {place} tendrá {n + 2} árboles.\n\n"
    f"Los vecinos de {place} esperan que las obras acaben antes del verano.\n"
    for n, place in enumerate(_PLACES)
}


@pytest.fixture(scope="module")
def built(make_room: MakeRoom, tmp_path_factory: pytest.TempPathFactory) -> Room:
    return make_room(tmp_path_factory.mktemp("newsroom"), ARTICLES)


def test_eight_reviewers_at_once_lose_nothing_and_overwrite_nobody(room: Room, backend: str) -> None:
    count = 2 if backend == "postgresql" else 1  # a team may open several desks on its server
    with desks(room, count) as open_desks, reviewers(room, REVIEWERS) as team:
        for desk in open_desks:
            desk.start()
        for n, one in enumerate(team):
            one.sign_in(open_desks[n % count])
        before = segments(room)
        shared, *own = before[: REVIEWERS + 1]
        barrier = threading.Barrier(REVIEWERS)

        def work(n: int) -> list[bool]:
            won = []
            for turn in range(ROUNDS):
                version, _ = team[n].look(shared.id)
                barrier.wait(60)
                won.append(team[n].save(shared.id, version, f"Tour {turn} de {team[n].name}."))
                version, _ = team[n].look(own[n].id)
                assert team[n].save(own[n].id, version, f"Texte {turn} de {team[n].name}.")
                barrier.wait(60)
            return won

        with ThreadPoolExecutor(REVIEWERS) as threads:
            won = list(threads.map(work, range(REVIEWERS)))
    assert [sum(turn) for turn in zip(*won, strict=True)] == [1] * ROUNDS
    assert sum(len(one.refused) for one in team) == ROUNDS * (REVIEWERS - 1)
    stored = [text for row in before for text in kept(room, row)]
    assert sorted(stored) == sorted(text for one in team for text in one.saved)
    for n, one in enumerate(team):
        assert kept(room, own[n]) == [text for text in one.saved if text.startswith("Texte")]


def kept(room: Room, before: SegmentRow) -> list[str]:
    """The texts saved for a segment since it read as in ``before``; all rows that follow agree with them."""
    with contextlib.closing(connect(room.store)) as connection:
        now = reviews.segment(connection, before.id)
        article = reviews.article(connection, before.article)
        assert now is not None
        assert article is not None
        names = {"article": article.article, "target": article.target}
        texts = [e.text for e in review_log.events(connection, **names) if e.source == before.source]
        human = decisions.human_texts(connection, **names).get(before.source)
    assert now.version == before.version + len(texts)
    assert now.target == (texts[-1] if texts else before.target)
    assert (human.text if human else None) == (texts[-1] if texts else None)
    return texts


def test_a_desk_killed_between_request_and_reply_loses_no_save_and_makes_none_up(room: Room) -> None:
    chance = random.Random(SEED)
    with desks(room) as (desk,), reviewers(room, 4) as team:
        desk.start()
        for one in team:
            one.sign_in(desk)
        before = segments(room)[: len(team)]
        for turn in range(KILLS):
            if not desk.pid:
                desk.start()
            with working(team, before, turn):
                time.sleep(chance.uniform(0, 0.08))
                desk.kill()
        desk.start()
        compare(room, team, before)
    unsure = sum(len(one.unsure) for one in team)
    assert unsure >= KILLS, f"too few kills fell between request and reply with seed {SEED}"


@contextlib.contextmanager
def working(team: Sequence[Reviewer], rows: Sequence[SegmentRow], turn: int) -> Iterator[None]:
    """Each of ``team`` saves its own segment again and again until there is no reply; all have begun."""
    first = sum(len(one.saved) for one in team)

    def work(one: Reviewer, row: SegmentRow) -> None:
        with contextlib.suppress(httpx.TransportError):
            version, shown = one.look(row.id)
            assert shown in (row.target, *one.saved[-1:], *one.unsure), f"not what was saved, seed {SEED}"
            for n in range(10_000):
                if not one.save(row.id, version, f"Tour {turn}, texte {n} de {one.name}."):
                    return
                version += 1

    with ThreadPoolExecutor(len(team)) as threads:
        done = [threads.submit(work, *pair) for pair in zip(team, rows, strict=True)]
        wait_for(lambda: sum(len(one.saved) for one in team) >= first + len(team))
        yield
    for future in done:
        future.result()


def compare(room: Room, team: Sequence[Reviewer], before: Sequence[SegmentRow]) -> None:
    """What the reviewers were told is what is stored and shown; nothing else is."""
    for one, row in zip(team, before, strict=True):
        texts = kept(room, row)
        assert [text for text in texts if text not in one.unsure] == one.saved, f"seed {SEED}"
        assert len(texts) == len(set(texts))
        assert one.look(row.id)[1] == texts[-1]


def test_a_database_that_crashes_loses_no_save_and_the_desk_goes_on(
    own_cluster: Cluster, tmp_path: Path
) -> None:
    named = own_cluster.url(own_cluster.database())
    newsroom.build(tmp_path, ARTICLES, store=named)
    room = Room(tmp_path, named, own_cluster)
    chance = random.Random(SEED)
    with desks(room) as (desk,), reviewers(room, 4) as team:
        desk.start()
        for one in team:
            one.sign_in(desk)
        before = segments(room)[: len(team)]
        for turn in range(CRASHES):
            with working(team, before, turn):
                time.sleep(chance.uniform(0, 0.08))
                own_cluster.stop("immediate")
            own_cluster.start()
        compare(room, team, before)
    assert sum(len(one.unsure) for one in team) >= CRASHES
