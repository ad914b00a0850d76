"""Requests of many articles to answers: deduplicated, remembered, batched, committed batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import EngineError, PairMissingError
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.events import Translated
from copydesk.run.halves import ask_by_halves
from copydesk.run.retry import Retrier
from copydesk.store.database import Connection, transaction
from copydesk.store.memory import memory_key, recall, remember
from copydesk.translate.retry import Retried, reach, strategies
from copydesk.translate.translator import Translator


@dataclass(slots=True)
class Answers:
    """What the pool knows, filled while it works.

    ``fingerprints`` holds one entry per pair that was asked for, empty where no engine serves it;
    ``refused`` the reason why a pair or a request has no candidate. ``retried`` says for every other
    request who gave its candidate, and what was tried before.
    """

    candidates: dict[Request, Candidate] = field(default_factory=dict)
    refused: dict[Request, EngineError] = field(default_factory=dict)
    fingerprints: dict[Pair, str] = field(default_factory=dict)
    retried: dict[Request, Retried] = field(default_factory=dict)

    def to(self, requests: Collection[Request]) -> Answers:
        """The part that concerns ``requests``."""
        pairs = {request.pair for request in requests}
        return Answers(
            {r: self.candidates[r] for r in requests if r in self.candidates},
            {r: self.refused[r] for r in requests if r in self.refused},
            {pair: self.fingerprints[pair] for pair in sorted(pairs)},
            {r: self.retried[r] for r in requests if r in self.retried},
        )


def answer(
    requests: Iterable[Request],
    *,
    translator: Translator,
    acceptance: AcceptanceCheck,
    connection: Connection,
    batch: int,
    answers: Answers,
) -> Iterator[Translated]:
    """Fill ``answers`` for all ``requests``; yields after each committed engine batch.

    A translation and its done mark are one row, committed before the next batch starts: a run that is
    killed loses the batch in flight at most. A batch that breaks the engine is asked again by halves, so that
    only the guilty request is refused; so is one whose answer is empty or runs in circles. What breaks a
    check that ``acceptance`` knows is asked for again in other ways.
    """
    for pair, wanted in _by_pair(requests).items():
        try:
            fingerprint = translator.fingerprint(pair)
        except PairMissingError as missing:
            answers.fingerprints[pair] = ""
            answers.refused |= dict.fromkeys(wanted, missing)
            continue
        answers.fingerprints[pair] = reach(translator, pair)
        keys = {request: memory_key(request, fingerprint) for request in wanted}
        known = recall(connection, list(keys.values()))
        answers.candidates |= {r: known[key] for r, key in keys.items() if key in known}
        fresh = [request for request in wanted if keys[request] not in known]
        for start in range(0, len(fresh), batch):
            chunk = fresh[start : start + batch]
            done, refused = ask_by_halves(translator.translate, chunk)
            with transaction(connection):
                remember(connection, ((keys[r], r, c) for r, c in done.items()), fingerprint)
            answers.candidates |= done
            answers.refused |= refused
            yield Translated(len(done), sum(len(r.text.split()) for r in done))
        climber = Retrier(acceptance, connection, batch)
        yield from _climb(wanted, translator, climber, answers, engine=fingerprint)


def fingerprint_of(translator: Translator, pair: Pair) -> str:
    """The fingerprint of what would translate ``pair``; empty if nothing installed does."""
    return reach(translator, pair) if translator.supports(pair) else ""


def _climb(
    wanted: Sequence[Request], translator: Translator, climber: Retrier, answers: Answers, *, engine: str
) -> Iterator[Translated]:
    """Ask again, in other ways, for what breaks a check; ``answers`` then hold what stands."""
    ways = strategies(translator, wanted[0].pair)
    if not ways:
        answers.retried |= {
            r: Retried(answers.candidates[r], engine) for r in wanted if r in answers.candidates
        }
        return
    plain, refused = dict(answers.candidates), dict(answers.refused)
    for ended in climber.retry(wanted, ways, engine=engine, plain=plain, refused=refused):
        for request, retried in ended.items():
            _settle(request, retried, answers, hold=translator.options.unproved == "hold")
        yield Translated(0, 0)


def _settle(request: Request, retried: Retried, answers: Answers, *, hold: bool) -> None:
    if retried.candidate is None:
        return  # refused already, with the engine's own reason
    if retried.failed and hold:
        ways = ", ".join(dict.fromkeys(step.way for step in retried.steps))
        rules = ", ".join(retried.failed)
        answers.candidates.pop(request, None)
        answers.refused[request] = EngineError(f"tried {ways}; still broken: {rules}")
        return
    answers.refused.pop(request, None)
    answers.candidates[request] = retried.candidate
    answers.retried[request] = retried


def _by_pair(requests: Iterable[Request]) -> dict[Pair, list[Request]]:
    grouped: dict[Pair, dict[Request, None]] = defaultdict(dict)
    for request in requests:
        grouped[request.pair][request] = None
    return {pair: list(grouped[pair]) for pair in sorted(grouped)}
