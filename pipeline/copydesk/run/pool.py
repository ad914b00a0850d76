"""Requests of many articles to answers: deduplicated, remembered, batched, committed batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError, EngineGoneError, PairMissingError
from copydesk.run.events import Translated
from copydesk.store.database import Connection, transaction
from copydesk.store.memory import memory_key, recall, remember
from copydesk.translate.desk import TranslationDesk
from copydesk.translate.sound import unsound


@dataclass(slots=True)
class Answers:
    """What the pool knows, filled while it works.

    ``fingerprints`` holds one entry per pair that was asked for, empty where no engine serves it;
    ``refused`` the reason why a pair or a request has no candidate.
    """

    candidates: dict[Request, Candidate] = field(default_factory=dict)
    refused: dict[Request, EngineError] = field(default_factory=dict)
    fingerprints: dict[Pair, str] = field(default_factory=dict)


def answer(
    requests: Iterable[Request],
    *,
    desk: TranslationDesk,
    connection: Connection,
    batch: int,
    answers: Answers,
) -> Iterator[Translated]:
    """Fill ``answers`` for all ``requests``; yields after each committed engine batch.

    A translation and its done mark are one row, committed before the next batch starts: a run that is
    killed loses the batch in flight at most. A batch that breaks the engine is asked again by halves, so that
    only the guilty request is refused; so is one whose answer is empty or runs in circles.
    """
    for pair, wanted in _by_pair(requests).items():
        try:
            fingerprint = desk.fingerprint(pair)
        except PairMissingError as missing:
            answers.fingerprints[pair] = ""
            answers.refused |= dict.fromkeys(wanted, missing)
            continue
        answers.fingerprints[pair] = fingerprint
        keys = {request: memory_key(request, fingerprint) for request in wanted}
        known = recall(connection, list(keys.values()))
        answers.candidates |= {r: known[key] for r, key in keys.items() if key in known}
        fresh = [request for request in wanted if keys[request] not in known]
        for start in range(0, len(fresh), batch):
            chunk = fresh[start : start + batch]
            done, refused = _ask(desk, chunk)
            with transaction(connection):
                remember(connection, ((keys[r], r, c) for r, c in done.items()), fingerprint)
            answers.candidates |= done
            answers.refused |= refused
            yield Translated(len(done), sum(len(r.text.split()) for r in done))


def fingerprint_of(desk: TranslationDesk, pair: Pair) -> str:
    """The fingerprint of what would translate ``pair``; empty if nothing installed does."""
    return desk.fingerprint(pair) if desk.supports(pair) else ""


def _by_pair(requests: Iterable[Request]) -> dict[Pair, list[Request]]:
    grouped: dict[Pair, dict[Request, None]] = defaultdict(dict)
    for request in requests:
        grouped[request.pair][request] = None
    return {pair: list(grouped[pair]) for pair in sorted(grouped)}


def _ask(
    desk: TranslationDesk, chunk: Sequence[Request]
) -> tuple[dict[Request, Candidate], dict[Request, EngineError]]:
    try:
        return _sound(dict(zip(chunk, desk.translate(chunk), strict=True)))
    except (PairMissingError, EngineGoneError) as error:
        return {}, dict.fromkeys(chunk, error)
    except EngineError as error:
        if len(chunk) == 1:
            return {}, {chunk[0]: error}
    done: dict[Request, Candidate] = {}
    refused: dict[Request, EngineError] = {}
    for half in (chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]):
        good, bad = _ask(desk, half)
        done |= good
        refused |= bad
    return done, refused


def _sound(
    answers: dict[Request, Candidate],
) -> tuple[dict[Request, Candidate], dict[Request, EngineError]]:
    """``answers`` without those that are none, and the errors that these are."""
    bad = {r: EngineError(why) for r, c in answers.items() if (why := unsound(r.text, c.text))}
    return {r: c for r, c in answers.items() if r not in bad}, bad
