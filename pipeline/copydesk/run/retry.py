"""The retries of many requests, one strategy after the other, in batches; every answer is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Candidate, Request
from copydesk.errors import EngineError, EngineGoneError, PairMissingError
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.halves import ask_by_halves
from copydesk.store.database import Connection, transaction
from copydesk.store.memory import memory_key, recall, remember
from copydesk.translate.retry import Ask, Attempts, Retried, Strategy, best, retry


@dataclass(frozen=True, slots=True)
class Retrier:
    """Asks engines again.

    Its answers are rows of the memory like all others, so that a retry that was interrupted goes on where it
    stopped and gives what an uninterrupted one gives.
    """

    acceptance: AcceptanceCheck
    connection: Connection
    batch: int

    def retry(
        self,
        wanted: Sequence[Request],
        ways: Sequence[Strategy],
        *,
        engine: str,
        plain: Mapping[Request, Candidate],
        refused: Mapping[Request, EngineError],
    ) -> Iterator[dict[Request, Retried]]:
        """Yield, after each commit, the requests that have come to an end since.

        ``plain`` are the first answers of ``engine``. A request that it refused because it does
        not work at all is left out: the whole run should not go to another engine unnoticed.
        """
        attempts: dict[Request, Attempts] = {}
        waiting: dict[Request, Ask] = {}
        ended: dict[Request, Retried] = {}

        def go_on(request: Request, answer: Candidate | None) -> None:
            try:
                waiting[request] = attempts[request].send(answer)
            except StopIteration as stop:
                waiting.pop(request, None)
                ended[request] = stop.value

        for request in wanted:
            if not isinstance(refused.get(request), PairMissingError | EngineGoneError):
                attempts[request] = retry(
                    request,
                    plain.get(request),
                    ways,
                    self.acceptance,
                    engine=engine,
                    explain=self.acceptance.explain,
                )
                go_on(request, None)
        yield ended
        while waiting:
            order = min(ask.strategy.order for ask in waiting.values())
            now = {request: ask for request, ask in waiting.items() if ask.strategy.order == order}
            ended = {}
            answers = self._asked(ways[order], [ask.request for ask in now.values()])
            for request, ask in now.items():
                go_on(request, answers.get(ask.request))
            yield ended

    def _asked(self, strategy: Strategy, requests: Sequence[Request]) -> dict[Request, Candidate]:
        fingerprint = self._fingerprint(strategy)
        distinct = list(dict.fromkeys(requests))
        keys = {request: memory_key(request, fingerprint) for request in distinct}
        known = recall(self.connection, list(keys.values()))
        answers = {request: known[key] for request, key in keys.items() if key in known}
        fresh = [request for request in distinct if request not in answers]
        for start in range(0, len(fresh), self.batch):
            done, _ = ask_by_halves(self._ask(strategy), fresh[start : start + self.batch])
            with transaction(self.connection):
                remember(self.connection, ((keys[r], r, c) for r, c in done.items()), fingerprint)
            answers |= done
        return answers

    def _ask(self, strategy: Strategy) -> Callable[[Sequence[Request]], list[Candidate]]:
        translator = strategy.translator
        if strategy.way == "mask":
            return translator.masked
        if strategy.way == "n-best":
            return lambda batch: [
                best(request, answers, self.acceptance)
                for request, answers in zip(batch, translator.alternatives(batch), strict=True)
            ]
        return translator.translate

    def _fingerprint(self, strategy: Strategy) -> str:
        """What the memory files the answers under; another engine's are plain answers of its own."""
        if strategy.way == "n-best":
            wanted = strategy.translator.options.alternatives
            return f"{strategy.engine}|n-best:{wanted}:{self.acceptance.signature}"
        return f"{strategy.engine}|mask" if strategy.way == "mask" else strategy.engine
