"""Articles that clients handed in: kept on disk until they are done, whatever happens to the process.

A folder with ``waiting/`` (a submission's ``.json`` beside its ``.body``), ``done/`` (the submission with its
answer), ``untold/`` (answers that a webhook has not taken yet) and ``articles/`` (the newest body of every
name, by owner, from which runs read). Every step is one rename: after a kill a submission waits or is done.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from copydesk.errors import InputError, PublishError
from copydesk.store.outbox import write, write_all

_PART = re.compile(r"\w[\w .,()+=@~-]*")
_ID = re.compile(r"[0-9a-f]{26}")
_LONGEST = 200
_ANYBODY = "all"

Answer = dict[str, Any]
"""What became of a submission, as JSON can hold it."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it came: ``name`` tells articles apart, ``targets`` and ``source`` are BCP 47 tags.

    ``source`` is None where it is to be detected. ``owner`` is the client's name, empty where nobody has one;
    ``received`` is UTC in ISO 8601.
    """

    id: str
    owner: str
    name: str
    targets: tuple[str, ...]
    source: str | None
    received: str

    @property
    def place(self) -> str:
        """Its uri: where its body stands below ``articles/``."""
        return f"{self.owner or _ANYBODY}/{self.name}"


class Spool:
    """The submissions in ``folder``; for one process at a time, and any number of its threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        for part in ("waiting", "done", "untold", "articles"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    @property
    def articles(self) -> Path:
        """The folder that runs read from."""
        return self._folder / "articles"

    def put(
        self, body: bytes, *, owner: str, name: str, targets: tuple[str, ...], source: str | None
    ) -> Submission:
        """Keep an article; it is safe on disk when this returns.

        Raises:
            InputError: ``name`` is no relative path of plain names, or the folder of another.
            PublishError: the disk is full or not writable.
        """
        self._claim(Path(owner or _ANYBODY, checked_name(name)))
        now = time.time_ns()
        received = datetime.fromtimestamp(now / 1e9, UTC).isoformat(timespec="milliseconds")
        submission = Submission(f"{now:016x}{secrets.token_hex(5)}", owner, name, targets, source, received)
        write_all(
            [
                (self._at("waiting", submission.id, "body"), [body]),
                (self._at("waiting", submission.id), [_json(asdict(submission))]),
            ]
        )
        return submission

    def waiting(self) -> list[Submission]:
        """What is not done yet, in the order in which it came."""
        found = sorted((self._folder / "waiting").glob("*.json"))
        return [_submission(json.loads(text)) for path in found if (text := _text(path))]

    def ahead(self, name: str | None = None) -> int:
        """How many wait; before the one with the id ``name`` if it is given."""
        found = (path.stem for path in (self._folder / "waiting").glob("*.json"))
        return sum(name is None or one < name for one in found)

    def find(self, name: str) -> tuple[Submission, Answer | None] | None:
        """The submission with the id ``name`` and its answer, None while it waits; None if there is none."""
        if not _ID.fullmatch(name):
            return None
        with self._lock:  # no step of finish() may fall between the two looks
            for part in ("waiting", "done"):
                if text := _text(self._at(part, name)):
                    found = json.loads(text)
                    answer = found.pop("answer", None)
                    return _submission(found), answer
        return None

    def take(self, submission: Submission) -> Path:
        """Put the body where runs read it, and say where."""
        place = self.articles / submission.place
        write(place, [self._at("waiting", submission.id, "body").read_bytes()])
        return place

    def finish(self, submission: Submission, answer: Answer, *, tell: bool) -> None:
        """Keep ``answer``; with ``tell`` it is also among the untold until ``told``."""
        data = _json(asdict(submission) | {"answer": answer})
        if tell:
            write(self._at("untold", submission.id), [data])
        with self._lock:
            write(self._at("done", submission.id), [data])
            self._at("waiting", submission.id).unlink(missing_ok=True)
        self._at("waiting", submission.id, "body").unlink(missing_ok=True)

    def untold(self) -> list[tuple[Submission, Answer]]:
        """Finished submissions that a webhook has not taken yet, oldest first."""
        found = [
            json.loads(text) for p in sorted((self._folder / "untold").glob("*.json")) if (text := _text(p))
        ]
        return [(_submission(one), one["answer"]) for one in found]

    def told(self, submission: Submission) -> None:
        """A webhook has taken the answer, or never will."""
        self._at("untold", submission.id).unlink(missing_ok=True)

    def _claim(self, place: Path) -> None:
        """See that ``place`` can be a file: no name is the folder of another."""
        path = self.articles / place
        with self._lock:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
            except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
                raise InputError(
                    f"{place.name} would be the folder of another article, or lie in one",
                    remedy="Choose another name",
                ) from error
            except OSError as error:
                raise PublishError(
                    f"{path} cannot be written: {error.strerror}", remedy="Free disk space"
                ) from error

    def _at(self, part: str, name: str, suffix: str = "json") -> Path:
        return self._folder / part / f"{name}.{suffix}"


def checked_name(name: str) -> str:
    """``name``, if it is a relative path of plain names: no "..", nothing hidden, no control characters.

    Raises:
        InputError: it is not.
    """
    if len(name.encode()) > _LONGEST or not all(_PART.fullmatch(part) for part in name.split("/")):
        raise InputError(
            f"{name[:_LONGEST]!r} is no name for an article",
            remedy="Use letters, digits, . _ - and / to tell articles apart, like sport/2026/nota.html",
        )
    return name


def _submission(found: Mapping[str, Any]) -> Submission:
    fields = {key: found[key] for key in Submission.__dataclass_fields__}
    return Submission(**fields | {"targets": tuple(found["targets"])})


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
