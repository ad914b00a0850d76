"""An engine whose work is done by a child process."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk import errors
from copydesk.data import Candidate, Pair, Request
from copydesk.errors import CopydeskError, EngineError, EngineGoneError
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.supervised.frames import Call, Failure, Opened, Reply, packed, unpacked
from copydesk.translate.supervised.process import ChildDiedError, ChildProcess

_OPENING = 120.0
"""Seconds that a child may take to import its engine and build it."""

_LEAST = 0.25
"""The share of the deadline that even one segment gets: the first one may have to wait for the model."""

_FULL = 256
"""The segments that the deadline is meant for."""

_DEATHS = 16
"""Children lost in a row, without an answer, before the engine counts as broken. Halving a batch of 1,024
down to the guilty segment loses eleven."""


class SupervisedEngine:
    """The engine ``name``, behind pipes. The child starts with the first question and stays.

    A child that crashes, hangs beyond the deadline, outgrows ``options.memory`` or answers a wrong number of
    units is stopped, and the next question starts a new one.
    """

    def __init__(self, name: str, options: TranslateOptions) -> None:
        self.name = name
        self._options = options
        self._child: ChildProcess | None = None
        self._fingerprints: dict[Pair, str] = {}
        self._opened: Opened | None = None
        self._deaths = 0

    @property
    def opened(self) -> Opened:
        """Who the engine is, in its own words."""
        if self._opened is None:
            self._running()
        assert self._opened is not None
        return self._opened

    @property
    def capabilities(self) -> Capabilities:
        """The engine's own."""
        me = self.opened
        return Capabilities(me.inlines, me.protections, me.scores, me.deterministic, me.context)

    @property
    def child(self) -> ChildProcess | None:
        """The process at work, if one is."""
        return self._child

    def pairs(self) -> tuple[Pair, ...]:
        """The engine's own."""
        return self._ask(Call("pairs"), self._options.deadline).pairs

    def fingerprint(self, pair: Pair) -> str:
        """The engine's own; asked once."""
        if pair not in self._fingerprints:
            reply = self._ask(Call("fingerprint", pair=pair), self._options.deadline)
            self._fingerprints[pair] = reply.fingerprint
        return self._fingerprints[pair]

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order.

        Raises:
            PairMissingError: as the engine says.
            EngineError: if it says so, or its process failed; the batch may be asked again.
            EngineGoneError: if one process after the other failed.
        """
        answers = self._batch(Call("translate", batch=tuple(batch)))
        return [candidates[0] for candidates in answers]

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` candidates per request; one where the engine gives no more.

        Raises:
            EngineError: as :meth:`translate`.
        """
        if not self.opened.alternatives:
            return [(candidate,) for candidate in self.translate(batch)]
        return list(self._batch(Call("alternatives", batch=tuple(batch), count=count)))

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _batch(self, call: Call) -> tuple[tuple[Candidate, ...], ...]:
        size = len(call.batch)
        share = min(1.0, _LEAST + (1 - _LEAST) * size / _FULL) * max(1.0, size / _FULL)
        answers = self._ask(call, self._options.deadline * share).candidates
        if len(answers) != size or not all(answers):
            self._stop()
            raise EngineError(f"{self.name}: {len(answers)} answers for {size} requests")
        self._deaths = 0
        return answers

    def _ask(self, call: Call, deadline: float) -> Reply:
        if self._deaths >= _DEATHS:
            raise EngineGoneError(
                f"{self.name}: {self._deaths} of its processes failed one after the other",
                remedy="It is not asked again in this run; see the reasons above, then run the command again",
            )
        try:
            reply = unpacked(Reply, self._running().exchange(packed(call), deadline=deadline))
        except ChildDiedError:
            self._deaths += 1
            self._child = None
            raise
        if reply.failure is not None:
            raise _error(reply.failure)
        return reply

    def _running(self) -> ChildProcess:
        if self._child is not None and not self._child.running:
            self._child.kill()
            self._child = None
        if self._child is None:
            child = ChildProcess(self.name, self._options.memory)
            opening = Call("open", engine=self.name, options=self._options)
            reply = unpacked(Reply, child.exchange(packed(opening), deadline=_OPENING))
            if reply.failure is not None or reply.opened is None:
                child.kill()
                raise _error(reply.failure or Failure("EngineError", f"{self.name}: it did not open", ""))
            self._opened = reply.opened
            self._child = child
        return self._child

    def _stop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


def _error(failure: Failure) -> CopydeskError:
    kind: type[CopydeskError] = getattr(errors, failure.kind, EngineError)
    return kind(failure.message, remedy=failure.remedy)
