"""Exports, edits in files and at the desk, runs with changed sources, imports: no order loses anything."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from copydesk.config.settings import Settings
from copydesk.data import Glossary
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked
from copydesk.formats.xliff import read_xliff
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Checks, Current, Reader
from copydesk.review.exchange import export_article
from copydesk.review.imports import import_article
from copydesk.review.intake import take_in
from copydesk.review.states import Action
from copydesk.review.table import export_table, read_table
from copydesk.run.execute import execute
from copydesk.run.plan import make_plan
from copydesk.store import decisions, inbox, review_log, reviews
from copydesk.store.address import Address, address
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.translate.translator import open_translator
from postgres_server import Cluster

SOAK = bool(os.environ.get("COPYDESK_SOAK"))
HISTORIES = {"sqlite": 2000 if SOAK else 100, "postgresql": 200 if SOAK else 20}
SEED = int(os.environ.get("COPYDESK_HISTORY_SEED", "0"))
STEPS = 14
TEAM = tuple(Person(name, "approver") for name in ("Ana", "Ben", "Eva"))
SETTINGS = Settings.model_validate(
    {"detect": {"source": "es"}, "translate": {"engine": "identity"}, "publish": {"formats": ["markdown"]}}
)
SENTENCES = tuple(
    f"{who} {what} en {place}."
    for who in ("La alcaldesa inaugura", "El consejo aprueba", "La empresa vende")
    for what in ("una escuela", "tres trenes", "el mercado")
    for place in ("Soria", "Lugo")
)


@dataclass(slots=True)
class File:
    """An exported file: what it left with by source text, and what was edited in it since."""

    form: str
    data: bytes
    left: dict[str, str]
    edits: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class History:
    """One article, the people who work on it, and all that any of them wrote."""

    name: str
    folder: Path
    connection: Connection
    chance: Random
    reader: Reader = field(default_factory=lambda: Reader(Checks()))
    sentences: list[str] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    @property
    def article(self) -> str:
        """The article's id."""
        return f"{self.name}.txt"

    def play(self) -> None:
        """A beginning, and then whatever chance has in store."""
        self.sentences = self.chance.choices(SENTENCES, k=5)  # some stand twice
        self.run()
        self.export()
        often = (self.edit_file, self.edit_file, self.edit_file, self.edit, self.edit, self.bring_back)
        steps = (*often, self.export, self.change, self.bring_back)
        for _ in range(STEPS):
            self.chance.choice(steps)()
            logged = {e.text for e in review_log.events(self.connection, article=self.article, target="fr")}
            assert self.written <= logged

    def run(self) -> None:
        """The batch command over the article as it is now."""
        (self.folder / self.article).write_text(
            "Un título del día\n\n" + "\n\n".join(self.sentences), "utf-8"
        )
        before = self.human()
        plan = make_plan(SETTINGS, target="fr", glossary=Glossary())
        with closing(open_translator(SETTINGS.translate)) as desk:
            raws = inbox.collect([str(self.folder)], SETTINGS.ingest)
            out = self.folder.parent / f"{self.name}.out"
            for _ in execute(raws, [plan], translator=desk, connection=self.connection, root=out):
                pass
        take_in(self.connection, self.reader)
        assert self.human() == before
        for source, text in self.texts().items():
            assert source not in before or before[source] == text

    def change(self) -> None:
        """A sentence of the source is replaced, comes or goes."""
        place = self.chance.randrange(len(self.sentences))
        match self.chance.randrange(3):
            case 0:
                self.sentences[place] = self.chance.choice(SENTENCES)
            case 1:
                self.sentences.insert(place, self.chance.choice(SENTENCES))
            case _:
                del self.sentences[place]
                self.sentences = self.sentences or [SENTENCES[0]]
        self.told.append(f"run with {self.sentences}")
        self.run()

    def edit(self) -> None:
        """Somebody saves, approves, rejects or takes back at the desk."""
        article = reviews.find_article(self.connection, self.article, "fr")
        assert article is not None
        row = self.chance.choice(reviews.segments(self.connection, article.id))
        kind = self.chance.choice((Action.EDIT, Action.EDIT, Action.APPROVE, Action.REJECT, Action.UNDO))
        current = self.current()
        if kind is Action.UNDO and not current.parts[row.segment].status.undoable:
            kind = Action.EDIT
        text = f"Au bureau {self.name} {len(self.told)}." if kind is Action.EDIT else None
        self.told.append(f"{kind} {row.source!r}: {text}")
        done = ReviewAction(kind, row.version, Marked(text) if text else None)
        after = apply(self.connection, self.reader, self.chance.choice(TEAM), row.id, done)
        if text:
            self.written.add(text)
            assert self.human()[row.source] == after.target == text

    def export(self) -> None:
        """The article leaves as a file, at most three times."""
        if len(self.files) == 3:
            return
        form = self.chance.choice(("xliff2", "xliff12", "csv"))
        article = reviews.find_article(self.connection, self.article, "fr")
        assert article is not None
        if form == "csv":
            data = "".join(export_table([(article, self.current())])).encode()
        else:
            data = WRITERS[form](export_article(self.current()))
        self.told.append(f"export {len(self.files)} as {form}")
        self.files.append(File(form, data, self.texts()))

    def edit_file(self) -> None:
        """Somebody translates anew, or says final, in one of the files."""
        number = self.chance.randrange(len(self.files))
        file = self.files[number]
        (exchange,) = opened(file)
        segment = self.chance.choice([s for unit in exchange.units for s in unit.segments])
        text = f"Dans le fichier {self.name} {number}, {len(self.told)}."
        final = self.chance.random() < 0.4
        if self.chance.random() < 0.2 and segment.target is not None:
            text, final = segment.target.text, True
        else:
            file.edits = [edit for edit in file.edits if edit[0] != segment.id]
            file.edits.append((segment.id, segment.source.text, text))
        self.told.append(f"in file {number}, {segment.id} {segment.source.text!r}: {text} {final}")
        file.data = edited(file, segment.id, text, final=final)

    def bring_back(self) -> None:
        """A file is imported: each edit is in force or refused by name, and nothing else changes."""
        number = self.chance.randrange(len(self.files))
        file = self.files[number]
        before, texts = self.human(), self.texts()
        (exchange,) = opened(file)
        done = import_article(self.connection, self.reader, self.chance.choice(TEAM), exchange, "file")
        self.told.append(f"import {number}: {done}")
        refused = {one.segment: one for one in done.refused}
        after = self.human()
        new: dict[str, set[str]] = {}
        for segment, source, text in file.edits:
            new.setdefault(source, set()).add(text)
            if self.texts().get(source) != text:
                assert segment in refused
            if source in texts and segment in refused and "since the export" in refused[segment].reason:
                assert {text, self.texts().get(source)} == {refused[segment].file, refused[segment].store}
        for source in before.keys() | after.keys():
            if before.get(source) == after.get(source):
                continue
            in_force = texts[source]
            self.written.add(after[source])
            assert after[source] in new.get(source, set()) | {file.left.get(source)}
            assert in_force == file.left[source] or in_force == after[source]

    def current(self) -> Current:
        """The article as it stands."""
        found = self.reader.read(self.connection, self.article, "fr")
        assert found is not None
        return found

    def texts(self) -> dict[str, str]:
        """The texts in force by source text."""
        return {part.source.text: part.translation.text for part in self.current().parts.values()}

    def human(self) -> dict[str, str]:
        """What people wrote, by source text."""
        found = decisions.human_texts(self.connection, article=self.article, target="fr")
        return {source: text.text for source, text in found.items()}


WRITERS: dict[str, Callable[[Exchange], bytes]] = {"xliff2": write_xliff2, "xliff12": write_xliff12}


def opened(file: File) -> tuple[Exchange, ...]:
    return read_table(file.data).exchanges if file.form == "csv" else read_xliff(file.data)


def edited(file: File, name: str, text: str, *, final: bool) -> bytes:
    """The file after another program changed one segment in it."""
    if file.form == "csv":
        rows = list(csv.DictReader(io.StringIO(file.data.decode(), newline="")))
        for row in rows:
            if row["segment"] == name:
                row |= {"target": text} | ({"state": "approved"} if final else {})
        return saved(rows)

    def changed(segment: ExchangeSegment) -> ExchangeSegment:
        if segment.id != name:
            return segment
        return replace(segment, target=Marked(text), state=ExchangeState.FINAL if final else segment.state)

    (exchange,) = opened(file)
    units = tuple(replace(u, segments=tuple(map(changed, u.segments))) for u in exchange.units)
    return WRITERS[file.form](replace(exchange, units=units))


def saved(rows: list[dict[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.fixture
def place(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    if backend == "sqlite":
        return tmp_path / "out.copydesk.sqlite"
    cluster: Cluster = request.getfixturevalue("cluster")
    return address(cluster.url(cluster.database()))


@pytest.fixture
def connection(place: Address) -> Iterator[Connection]:
    with closing(connect(place)) as opened_store:
        if isinstance(place, Path):
            opened_store.execute("PRAGMA synchronous=OFF")  # no power fails here
        yield opened_store


def test_no_history_loses_what_a_person_wrote(connection: Connection, backend: str, tmp_path: Path) -> None:
    for seed in range(SEED, SEED + HISTORIES[backend]):
        folder = tmp_path / f"h{seed}"
        folder.mkdir()
        history = History(f"h{seed}", folder, connection, Random(seed))
        try:
            history.play()
        except Exception as error:
            error.add_note(f"seed {seed}: {history.told}")
            raise
