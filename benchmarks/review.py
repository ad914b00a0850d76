"""How fast the review desk answers over 100,000 segments, and how well diffs are ordered.

    python benchmarks/review.py [--segments N] [--requests N] [--store postgresql://...]

Part one fills a new store with made-up articles, a third of them approved, starts the desk in this process and
asks for each kind of page many times over its real application; it prints the 50th and 95th percentile of the
wall-clock time and the largest page. Part two hides 50 critical edits among 500 cosmetic ones and counts how many of them are in the
first 50 of the diff order.
"""

# ruff: noqa: E501  sentences stay on one line

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Detection,
    Draft,
    Means,
    Origin,
    Segment,
    Span,
    Translation,
)
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget
from copydesk.review.weigh import ChangeKind, weigh
from copydesk.store import drafts, editions, review_log
from copydesk.store.address import Address, address
from copydesk.store.database import Connection, connect, transaction
from copydesk.store.drafts import Result
from copydesk.store.editions import EditionRow
from copydesk.store.people import Person
from copydesk.store.review_log import Event
from copydesk.verify import verify
from copydesk.verify.options import VerifyOptions
from copydesk.web.app import create_app
from copydesk.web.desk import Desk, Ticket

SUBJECTS = ("El ayuntamiento", "La empresa", "El sindicato", "La universidad", "El puerto", "La comisión")
SOURCE = "{} de {} aprobó {} millones de euros para {} obras en la zona {}."
TARGET = "{} de {} a approuvé {} millions d'euros pour {} travaux dans la zone {}."
PLACES = ("Soria", "Vigo", "Lugo", "Ronda", "Elche", "Reus", "Ibi", "Haro", "Baza", "Olot")
PER_ARTICLE = 25


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--store", help="an empty one on a server; default: a SQLite file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = address(options.store or f"{folder}/out.copydesk.sqlite")
        pages(store, Path(folder) / "out", options.segments, options.requests)
    order()


def pages(store: Address, root: Path, segments: int, requests: int) -> None:
    """Part one."""
    chance = random.Random(5)
    reader = Reader(Checks())
    with closing(connect(store)) as connection:
        for start in range(0, segments // PER_ARTICLE, 200):
            with transaction(connection):
                for n in range(start, min(start + 200, segments // PER_ARTICLE)):
                    _store(connection, n, chance)
                    if n % 3 == 0:
                        _approve(connection, n)
        started = time.process_time()
        taken = take_in(connection, reader)
        print(f"{taken:,} articles taken in, {time.process_time() - started:.1f} s of processor time")
    desk = Desk(PublishTarget(store, root), reader, Ticket(Person("bench", "approver")))
    assert desk.ticket is not None
    testing: Any = TestClient  # its parameters are not all typed
    with testing(create_app(desk, hosts=["testserver"])) as client:
        client.get(f"/sign-in?token={desk.ticket.token}")
        last = segments // PER_ARTICLE
        kinds: dict[str, Callable[[], str]] = {
            "queue": lambda: "/",
            "queue, later page": lambda: f"/?after={-chance.randrange(200)}.{chance.randrange(segments)}",
            "filter by rule": lambda: f"/?rule={chance.choice(['numbers', 'names', 'language', 'tags'])}",
            "filter, nothing found": lambda: "/?state=rejected&engine=none",
            "search, rare word": lambda: f"/?text={chance.choice(PLACES)}+{chance.randrange(9000)}",
            "search, common word": lambda: "/?text=millones",
            "articles": lambda: "/articles",
            "statistics": lambda: "/statistics",
            "article": lambda: f"/articles/{chance.randrange(1, last)}",
            "article, open segment": lambda: (
                f"/articles/{(n := chance.randrange(1, last))}?open={n * 25 - 3}"
            ),
        }
        for name, address in kinds.items():
            times, sizes = [], []
            for _ in range(requests):
                began = time.perf_counter()
                answer = client.get(address())
                times.append(1000 * (time.perf_counter() - began))
                sizes.append(len(answer.content))
                assert answer.status_code == 200, (name, answer.status_code)
            times.sort()
            p95 = times[int(0.95 * (len(times) - 1))]
            print(
                f"{name:24} p50 {statistics.median(times):6.1f} ms   p95 {p95:6.1f} ms"
                f"   largest page {max(sizes) / 1000:6.1f} kB"
            )


def _approve(connection: Connection, n: int) -> None:
    """Let the log say that somebody approved all of article ``n`` as it is: memory for similar sentences."""
    draft = drafts.rebuild(connection, [f"key{n}"], "fr")
    assert draft is not None
    for segment, translation in zip(draft.segments, draft.translations, strict=True):
        source = next(block.text for block in draft.blocks if block.id == segment.block)
        text = translation.text
        review_log.append(
            connection,
            Event(
                draft.article.id, "fr", segment.id, source, "approve", "bench", text=text, machine=text,
                engine="made-up", pair="es-fr",
            ),
        )  # fmt: skip


def _store(connection: Connection, n: int, chance: random.Random) -> None:
    blocks, segments, translations = [], [], []
    for place in range(PER_ARTICLE):
        amount = chance.randrange(2, 9000)
        words = (chance.choice(SUBJECTS), chance.choice(PLACES), amount, chance.randrange(20, 90))
        zone = f"{chance.choice(PLACES)} {chance.randrange(9000)}"
        wrong = amount + 1 if chance.random() < 0.03 else amount
        text = SOURCE.format(*words, zone)
        blocks.append(Block(f"b{place}", BlockRole.PARAGRAPH, text))
        segments.append(Segment(f"b{place}.0", f"b{place}", Span(0, len(text))))
        target = TARGET.format(words[0], words[1], wrong, words[3], zone)
        translations.append(Translation(f"b{place}.0", target, Means.MACHINE, "made-up:1"))
    article = Article(f"news/{n}", Origin(f"news/{n}.txt", "plain", "0" * 64), tuple(blocks), f"Artículo {n}")
    spanish = Detection("es", 1.0, "Latn")
    draft = verify(
        Draft(
            article, "fr", tuple(blocks), spanish, (), tuple(segments), (spanish,) * PER_ARTICLE,
            tuple(translations),
        ),
        VerifyOptions(),
    )  # fmt: skip
    fields = frozenset(
        {"article", "document", "segments", "languages", "translations", "ledgers", "findings"}
    )
    drafts.put(connection, [drafts.row(Result(f"key{n}", "all", draft, fields))])
    editions.save(
        connection,
        EditionRow(
            f"news/{n}", "fr", "es", 1, f"artikel-{n}", f"in{n}", "", f"key{n}", (f"key{n}",), {}, {},
            {"title": f"Artículo {n}"}, True,
        ),
    )  # fmt: skip


NEWS = (
    "Le maire de {0} a dit mardi que la ville ne vendra pas le stade, estimé à {1} millions d'euros.",
    "Selon {0}, près de {1} % des habitants n'utilisent jamais le tramway pendant la semaine.",
    "La police de {0} a arrêté {1} personnes après la manifestation de samedi soir, sans aucun blessé.",
    "« Nous devons attendre {1} jours », a déclaré {0}, qui peut encore faire appel du jugement.",
)
NAMES = ("Marie Lenoir", "Paul Garnier", "Anne Marchand", "Luc Fontaine", "Claire Roussel", "Jean Moulinier")
COSMETIC = (
    (" a ", "  a "), (" de ", " de\u00a0"), (",", " ,"), (".", "…"), ("la ville", "la cité"), (" que ", " que, "),
    ("près de", "environ"), ("personnes", "individus"), ("tramway", "tram"), ("semaine", "semaine entière"),
    ("mardi", "ce mardi"), ("samedi soir", "samedi en soirée"), ("du jugement", "de ce jugement"),
    ("habitants", "riverains"), ("manifestation", "marche"), ("stade", "grand stade"), ("encore", "toujours"),
)  # fmt: skip
CRITICAL = (
    ("ne vendra pas", "vendra"), ("n'utilisent jamais", "utilisent"), ("sans aucun", "avec un"),
    ("Selon {0}", "Selon Hugo Perrin"), ("maire de {0}", "maire de Luc Vasseur"), ("a déclaré {0}", "a déclaré Rose Dubreuil"),
    ("{1} millions", "{2} millions"), ("{1} %", "{2} %"), ("{1} personnes", "{2} personnes"), ("{1} jours", "{2} jours"),
    ("« Nous devons attendre {1} jours », a déclaré {0}", "Nous devons attendre {1} jours, a déclaré {0}"),
    ("devons", "pouvons"), ("a dit", "a nié"), ("police de {0} a arrêté", "police de {0} n'a pas arrêté"),
)  # fmt: skip


def order(seed: int = 11) -> int:
    """Part two; returns how many critical edits are in the first 50."""
    chance = random.Random(seed)
    made = [(*_edit(chance, COSMETIC, many=chance.choice((1, 1, 2))), False) for _ in range(500)]
    made += [(*_edit(chance, CRITICAL, many=1), True) for _ in range(50)]
    chance.shuffle(made)
    ordered = sorted(made, key=lambda item: weigh(item[0], item[1], "fr").order)
    found = sum(critical for _, _, critical in ordered[:50])
    print(f"critical edits in the first 50 of 550: {found} of 50 (aim: 48)")
    for before, after, critical in ordered[50:]:
        if critical:
            print("  missed:", weigh(before, after, "fr").kind.label, "|", before, "->", after)
    for before, after, critical in ordered[:50]:
        if not critical:
            print("  false:", weigh(before, after, "fr").kind.label, "|", before, "->", after)
    assert ChangeKind.NUMBER < ChangeKind.COSMETIC
    return found


def _edit(chance: random.Random, rules: tuple[tuple[str, str], ...], *, many: int) -> tuple[str, str]:
    while True:
        form = chance.choice(NEWS)
        fit = [rule for rule in rules if rule[0] in form]
        if len(fit) < many:
            continue
        after = form
        for old, new in chance.sample(fit, many):
            after = after.replace(old, new, 1)
        number = chance.randrange(12, 98)
        values = (chance.choice(NAMES), number, number + chance.choice((1, 10, -3)))
        if after.format(*values) != form.format(*values):
            return form.format(*values), after.format(*values)


if __name__ == "__main__":
    main()
