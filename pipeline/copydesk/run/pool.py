"""Requests of many articles to answers: deduplicated, remembered, batched, committed batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError, PairMissingError
from copydesk.run.climb import Climber
from copydesk.run.events import Translated
from copydesk.run.halves import ask_by_halves
from copydesk.run.judge import Judge
from copydesk.store.database import Connection, transaction
from copydesk.store.memory import memory_key, recall, remember
from copydesk.translate.desk import TranslationDesk
from copydesk.translate.ladder import Climbed, reach, rungs


@dataclass(slots=True)
class Answers:
    """What the pool knows, filled while it works.

    ``fingerprints`` holds one entry per pair that was asked for, empty where no engine serves it;
    ``refused`` the reason why a pair or a request has no candidate. ``climbed`` says for every other
    request who gave its candidate, and what was tried before.
    """

    candidates: dict[Request, Candidate] = field(default_factory=dict)
    refused: dict[Request, EngineError] = field(default_factory=dict)
    fingerprints: dict[Pair, str] = field(default_factory=dict)
    climbed: dict[Request, Climbed] = field(default_factory=dict)

    def to(self, requests: Collection[Request]) -> Answers:
        """The part that concerns ``requests``."""
        pairs = {request.pair for request in requests}
        return Answers(
            {r: self.candidates[r] for r in requests if r in self.candidates},
            {r: self.refused[r] for r in requests if r in self.refused},
            {pair: self.fingerprints[pair] for pair in sorted(pairs)},
            {r: self.climbed[r] for r in requests if r in self.climbed},
        )


def answer(
    requests: Iterable[Request],
    *,
    desk: TranslationDesk,
    judge: Judge,
    connection: Connection,
    batch: int,
    answers: Answers,
) -> Iterator[Translated]:
    """Fill ``answers`` for all ``requests``; yields after each committed engine batch.

    A translation and its done mark are one row, committed before the next batch starts: a run that is
    killed loses the batch in flight at most. A batch that breaks the engine is asked again by halves, so that
    only the guilty request is refused; so is one whose answer is empty or runs in circles. What breaks a
    check that ``judge`` knows climbs the ladder.
    """
    for pair, wanted in _by_pair(requests).items():
        try:
            fingerprint = desk.fingerprint(pair)
        except PairMissingError as missing:
            answers.fingerprints[pair] = ""
            answers.refused |= dict.fromkeys(wanted, missing)
            continue
        answers.fingerprints[pair] = reach(desk, pair)
        keys = {request: memory_key(request, fingerprint) for request in wanted}
        known = recall(connection, list(keys.values()))
        answers.candidates |= {r: known[key] for r, key in keys.items() if key in known}
        fresh = [request for request in wanted if keys[request] not in known]
        for start in range(0, len(fresh), batch):
            chunk = fresh[start : start + batch]
            done, refused = ask_by_halves(desk.translate, chunk)
            with transaction(connection):
                remember(connection, ((keys[r], r, c) for r, c in done.items()), fingerprint)
            answers.candidates |= done
            answers.refused |= refused
            yield Translated(len(done), sum(len(r.text.split()) for r in done))
        climber = Climber(judge, connection, batch)
        yield from _climb(wanted, desk, climber, answers, engine=fingerprint)


def fingerprint_of(desk: TranslationDesk, pair: Pair) -> str:
    """The fingerprint of what would translate ``pair``; empty if nothing installed does."""
    return reach(desk, pair) if desk.supports(pair) else ""


def _climb(
    wanted: Sequence[Request], desk: TranslationDesk, climber: Climber, answers: Answers, *, engine: str
) -> Iterator[Translated]:
    """Ask again, in other ways, for what breaks a check; ``answers`` then hold what stands."""
    ways = rungs(desk, wanted[0].pair)
    if not ways:
        answers.climbed |= {
            r: Climbed(answers.candidates[r], engine) for r in wanted if r in answers.candidates
        }
        return
    plain, refused = dict(answers.candidates), dict(answers.refused)
    for ended in climber.climb(wanted, ways, engine=engine, plain=plain, refused=refused):
        for request, climbed in ended.items():
            _settle(request, climbed, answers, hold=desk.options.unproved == "hold")
        yield Translated(0, 0)


def _settle(request: Request, climbed: Climbed, answers: Answers, *, hold: bool) -> None:
    if climbed.candidate is None:
        return  # refused already, with the engine's own reason
    if climbed.failed and hold:
        ways = ", ".join(dict.fromkeys(step.way for step in climbed.steps))
        rules = ", ".join(climbed.failed)
        answers.candidates.pop(request, None)
        answers.refused[request] = EngineError(f"tried {ways}; still broken: {rules}")
        return
    answers.refused.pop(request, None)
    answers.candidates[request] = climbed.candidate
    answers.climbed[request] = climbed


def _by_pair(requests: Iterable[Request]) -> dict[Pair, list[Request]]:
    grouped: dict[Pair, dict[Request, None]] = defaultdict(dict)
    for request in requests:
        grouped[request.pair][request] = None
    return {pair: list(grouped[pair]) for pair in sorted(grouped)}
