"""What engines share that ask a server one segment at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from copydesk.data import Candidate, Request
from copydesk.errors import EngineError


class OneByOne:
    """Asks several segments at once and keeps what came.

    A batch that is asked again after one segment failed costs that segment alone.
    """

    def __init__(self, ask: Callable[[Request], str], parallel: int) -> None:
        self._ask = ask
        self._parallel = parallel
        self._kept: dict[Request, str] = {}

    def answers(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order.

        Raises:
            EngineError: the first that a segment raised; the others' answers are kept.
        """
        wanted = [request for request in dict.fromkeys(batch) if request not in self._kept]
        failed: list[EngineError] = []
        with ThreadPoolExecutor(self._parallel) as threads:
            for request, outcome in zip(wanted, threads.map(self._one, wanted), strict=True):
                if isinstance(outcome, EngineError):
                    failed.append(outcome)
                else:
                    self._kept[request] = outcome
        if failed:
            raise failed[0]
        done = [Candidate(self._kept[request]) for request in batch]
        for request in batch:
            self._kept.pop(request, None)
        return done

    def _one(self, request: Request) -> str | EngineError:
        try:
            return self._ask(request)
        except EngineError as error:
            return error
