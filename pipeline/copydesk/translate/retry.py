"""Ways to ask again for a segment whose translation breaks a check.

Decode again with a wider beam and take the answer that passes; tell an engine that reads context what was
wrong; hide the numbers and protected spans behind placeholders and put them back; ask another engine. Every
answer is judged alike, and every try is recorded. A pure generator: whoever drives it asks the engines.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from copydesk.data import Candidate, Context, Correction, Pair, Passage, Piece, Request, Step
from copydesk.errors import PairMissingError
from copydesk.stage import content_key
from copydesk.translate.mask import masking
from copydesk.translate.translator import Translator

AcceptanceCheck = Callable[[Request, Candidate], tuple[str, ...]]
"""The rules that an answer to a request breaks, by id; nothing where it passes."""

Explain = Callable[[Request, Candidate], tuple[str, ...]]
"""What is wrong with an answer to a request, in words for whoever wrote it."""

NO_ANSWER = ("no-answer",)
"""What "breaks" an answer that never came, or was none."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """One way: ``way`` is "n-best", "tell", "mask" or "engine", ``engine`` the fingerprint of what answers.

    ``order`` counts from 0; ``desk`` is who is asked.
    """

    order: int
    way: str
    engine: str
    translator: Translator


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be asked next, of whom and how."""

    strategy: Strategy
    request: Request


@dataclass(frozen=True, slots=True)
class Retried:
    """Where a segment ended: the answer that stands, who gave it, and the tries if there was more than one.

    ``failed`` are the rules that the answer still breaks; ``candidate`` is None where none ever came.
    """

    candidate: Candidate | None
    engine: str
    steps: tuple[Step, ...] = ()
    failed: tuple[str, ...] = ()


Attempts = Generator[Ask, Candidate | None, Retried]


def strategies(translator: Translator, pair: Pair) -> tuple[Strategy, ...]:
    """The ways that ``desk`` has for ``pair`` beside the plain one, the nearest first.

    None for an engine that says it is deterministic, or where the options want no retry. Raises as
    ``desk.fingerprint`` does.
    """
    options = translator.options
    if not options.retry or translator.deterministic:
        return ()
    own = translator.fingerprint(pair)
    ways = (
        [("n-best", own, translator)] if options.alternatives > 1 and translator.supports_nbest(pair) else []
    )
    if translator.reads_context:
        ways.append(("tell", own, translator))
    ways.append(("mask", own, translator))
    for other in translator.others:
        try:
            engine = other.fingerprint(pair)
        except PairMissingError:
            continue
        if engine != own:
            ways.append(("engine", engine, other))
    return tuple(Strategy(n, way, engine, who) for n, (way, engine, who) in enumerate(ways))


def reach(translator: Translator, pair: Pair) -> str:
    """The fingerprint of ``desk`` with all its ways: changes whenever the answer that stands may change.

    Raises:
        PairMissingError: as ``desk.fingerprint``.
    """
    plain = translator.fingerprint(pair)
    ways = [(strategy.way, strategy.engine) for strategy in strategies(translator, pair)]
    if not ways:
        return plain
    digest = content_key(ways, translator.options.alternatives, translator.options.unproved)[:12]
    return f"{plain}|retry:{digest}"


def retry(
    request: Request,
    first: Candidate | None,
    ways: Sequence[Strategy],
    acceptance: AcceptanceCheck,
    *,
    engine: str,
    explain: Explain | None = None,
) -> Attempts:
    """Yield what to ask until an answer passes or the ways are used up; the return value says what stands.

    ``first`` is the plain answer of the fingerprint ``engine``, None where there was none; ``explain`` says
    in words what is wrong with it (None: the rules' names). If no answer passes, the one that breaks the
    fewest rules stands, the earliest of several.
    """
    failed = acceptance(request, first) if first is not None else NO_ANSWER
    if not failed:
        return Retried(first, engine)
    tries: list[tuple[Step, Candidate | None]] = [(Step("plain", engine, failed), first)]
    for strategy in ways:
        wanted = _wanted(strategy, request, first, explain or acceptance)
        if wanted is None:
            continue
        answer = yield Ask(strategy, wanted)
        broken = acceptance(request, answer) if answer is not None else NO_ANSWER
        tries.append((Step(strategy.way, strategy.engine, broken), answer))
        if not broken:
            break
    chosen = min(
        range(len(tries)), key=lambda n: (tries[n][1] is None, len(tries[n][0].failed), n)
    )  # None is worst
    steps = tuple(
        Step(step.way, step.engine, step.failed, taken=n == chosen) for n, (step, _) in enumerate(tries)
    )
    return Retried(tries[chosen][1], steps[chosen].engine, steps, steps[chosen].failed)


def best(request: Request, answers: Sequence[Candidate], acceptance: AcceptanceCheck) -> Candidate:
    """The first of ``answers`` that passes; else the one that breaks the fewest rules."""
    return min(answers, key=lambda candidate: len(acceptance(request, candidate)))


def _wanted(
    strategy: Strategy, request: Request, first: Candidate | None, explain: Explain
) -> Request | None:
    """What to ask by this strategy; None where asking would give what is there already.

    An engine that broke over a request is not asked for it once more.
    """
    if strategy.way == "engine":
        return request if strategy.translator.reads_context else replace(request, context=None)
    if first is None:
        return None
    if strategy.way == "tell":
        place = request.context or Context(Passage((Piece("", request.text),)))
        correction = Correction(first.text, explain(request, first))
        return replace(request, context=replace(place, correction=correction))
    return (
        masking(request, first, keeps=strategy.translator.keeps_protections(request.pair))
        if strategy.way == "mask"
        else request
    )
