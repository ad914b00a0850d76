"""The ladders of many requests, climbed rung by rung in batches; every answer is committed and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Candidate, Request
from copydesk.errors import EngineError, EngineGoneError, PairMissingError
from copydesk.run.halves import ask_by_halves
from copydesk.run.judge import Judge
from copydesk.store.database import Connection, transaction
from copydesk.store.memory import memory_key, recall, remember
from copydesk.translate.ladder import Ask, Climbed, Ladder, Rung, best, climb


@dataclass(frozen=True, slots=True)
class Climber:
    """Asks engines for ladders.

    A ladder's answers are rows of the memory like all others, so that an interrupted climb goes on where it
    stopped and gives what an uninterrupted one gives.
    """

    judge: Judge
    connection: Connection
    batch: int

    def climb(
        self,
        wanted: Sequence[Request],
        ways: Sequence[Rung],
        *,
        engine: str,
        plain: Mapping[Request, Candidate],
        refused: Mapping[Request, EngineError],
    ) -> Iterator[dict[Request, Climbed]]:
        """Yield, after each commit, the requests that have come to an end since.

        ``plain`` are the answers of ``engine`` without a ladder. A request that it refused because it does
        not work at all is left out: the whole run should not go to another engine unnoticed.
        """
        ladders: dict[Request, Ladder] = {}
        waiting: dict[Request, Ask] = {}
        ended: dict[Request, Climbed] = {}

        def go_on(request: Request, answer: Candidate | None) -> None:
            try:
                waiting[request] = ladders[request].send(answer)
            except StopIteration as stop:
                waiting.pop(request, None)
                ended[request] = stop.value

        for request in wanted:
            if not isinstance(refused.get(request), PairMissingError | EngineGoneError):
                ladders[request] = climb(
                    request, plain.get(request), ways, self.judge, engine=engine, explain=self.judge.explain
                )
                go_on(request, None)
        yield ended
        while waiting:
            order = min(ask.rung.order for ask in waiting.values())
            now = {request: ask for request, ask in waiting.items() if ask.rung.order == order}
            ended = {}
            answers = self._asked(ways[order], [ask.request for ask in now.values()])
            for request, ask in now.items():
                go_on(request, answers.get(ask.request))
            yield ended

    def _asked(self, rung: Rung, requests: Sequence[Request]) -> dict[Request, Candidate]:
        fingerprint = self._fingerprint(rung)
        distinct = list(dict.fromkeys(requests))
        keys = {request: memory_key(request, fingerprint) for request in distinct}
        known = recall(self.connection, list(keys.values()))
        answers = {request: known[key] for request, key in keys.items() if key in known}
        fresh = [request for request in distinct if request not in answers]
        for start in range(0, len(fresh), self.batch):
            done, _ = ask_by_halves(self._ask(rung), fresh[start : start + self.batch])
            with transaction(self.connection):
                remember(self.connection, ((keys[r], r, c) for r, c in done.items()), fingerprint)
            answers |= done
        return answers

    def _ask(self, rung: Rung) -> Callable[[Sequence[Request]], list[Candidate]]:
        desk = rung.desk
        if rung.way == "mask":
            return desk.masked
        if rung.way == "n-best":
            return lambda batch: [
                best(request, answers, self.judge)
                for request, answers in zip(batch, desk.alternatives(batch), strict=True)
            ]
        return desk.translate

    def _fingerprint(self, rung: Rung) -> str:
        """What the memory files the rung's answers under; another engine's are plain answers of its own."""
        if rung.way == "n-best":
            return f"{rung.engine}|n-best:{rung.desk.options.alternatives}:{self.judge.signature}"
        return f"{rung.engine}|mask" if rung.way == "mask" else rung.engine
