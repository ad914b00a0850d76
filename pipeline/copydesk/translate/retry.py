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
from copydesk.translate.desk import TranslationDesk
from copydesk.translate.mask import masking

Judge = Callable[[Request, Candidate], tuple[str, ...]]
"""The rules that an answer to a request breaks, by id; nothing where it passes."""

Explain = Callable[[Request, Candidate], tuple[str, ...]]
"""What is wrong with an answer to a request, in words for whoever wrote it."""

NO_ANSWER = ("no-answer",)
"""What "breaks" an answer that never came, or was none."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One way: ``way`` is "n-best", "tell", "mask" or "engine", ``engine`` the fingerprint of what answers.

    ``order`` counts from 0; ``desk`` is who is asked.
    """

    order: int
    way: str
    engine: str
    desk: TranslationDesk


@dataclass(frozen=True, slots=True)
class Ask:
    """What the ladder wants asked next, of whom and how."""

    rung: Rung
    request: Request


@dataclass(frozen=True, slots=True)
class Climbed:
    """Where a segment ended: the answer that stands, who gave it, and the tries if there was more than one.

    ``failed`` are the rules that the answer still breaks; ``candidate`` is None where none ever came.
    """

    candidate: Candidate | None
    engine: str
    steps: tuple[Step, ...] = ()
    failed: tuple[str, ...] = ()


Ladder = Generator[Ask, Candidate | None, Climbed]


def rungs(desk: TranslationDesk, pair: Pair) -> tuple[Rung, ...]:
    """The ways that ``desk`` has for ``pair`` beside the plain one, the nearest first.

    None for an engine that says it is steady, or where the options want no ladder. Raises as
    ``desk.fingerprint`` does.
    """
    options = desk.options
    if not options.ladder or desk.steady:
        return ()
    own = desk.fingerprint(pair)
    ways = [("n-best", own, desk)] if options.alternatives > 1 and desk.varies(pair) else []
    if desk.reads_context:
        ways.append(("tell", own, desk))
    ways.append(("mask", own, desk))
    for other in desk.others:
        try:
            engine = other.fingerprint(pair)
        except PairMissingError:
            continue
        if engine != own:
            ways.append(("engine", engine, other))
    return tuple(Rung(n, way, engine, who) for n, (way, engine, who) in enumerate(ways))


def reach(desk: TranslationDesk, pair: Pair) -> str:
    """The fingerprint of ``desk`` with all its ways: changes whenever the answer that stands may change.

    Raises:
        PairMissingError: as ``desk.fingerprint``.
    """
    plain = desk.fingerprint(pair)
    ways = [(rung.way, rung.engine) for rung in rungs(desk, pair)]
    if not ways:
        return plain
    digest = content_key(ways, desk.options.alternatives, desk.options.unproved)[:12]
    return f"{plain}|ladder:{digest}"


def climb(
    request: Request,
    first: Candidate | None,
    ways: Sequence[Rung],
    judge: Judge,
    *,
    engine: str,
    explain: Explain | None = None,
) -> Ladder:
    """Yield what to ask until an answer passes or the ways are used up; the return value says what stands.

    ``first`` is the plain answer of the fingerprint ``engine``, None where there was none; ``explain`` says
    in words what is wrong with it (None: the rules' names). If no answer passes, the one that breaks the
    fewest rules stands, the earliest of several.
    """
    failed = judge(request, first) if first is not None else NO_ANSWER
    if not failed:
        return Climbed(first, engine)
    tries: list[tuple[Step, Candidate | None]] = [(Step("plain", engine, failed), first)]
    for rung in ways:
        wanted = _wanted(rung, request, first, explain or judge)
        if wanted is None:
            continue
        answer = yield Ask(rung, wanted)
        broken = judge(request, answer) if answer is not None else NO_ANSWER
        tries.append((Step(rung.way, rung.engine, broken), answer))
        if not broken:
            break
    chosen = min(
        range(len(tries)), key=lambda n: (tries[n][1] is None, len(tries[n][0].failed), n)
    )  # None is worst
    steps = tuple(
        Step(step.way, step.engine, step.failed, taken=n == chosen) for n, (step, _) in enumerate(tries)
    )
    return Climbed(tries[chosen][1], steps[chosen].engine, steps, steps[chosen].failed)


def best(request: Request, answers: Sequence[Candidate], judge: Judge) -> Candidate:
    """The first of ``answers`` that passes; else the one that breaks the fewest rules."""
    return min(answers, key=lambda candidate: len(judge(request, candidate)))


def _wanted(rung: Rung, request: Request, first: Candidate | None, explain: Explain) -> Request | None:
    """What to ask on this rung; None where asking would give what is there already.

    An engine that broke over a request is not asked for it once more.
    """
    if rung.way == "engine":
        return request if rung.desk.reads_context else replace(request, context=None)
    if first is None:
        return None
    if rung.way == "tell":
        place = request.context or Context(Passage((Piece("", request.text),)))
        correction = Correction(first.text, explain(request, first))
        return replace(request, context=replace(place, correction=correction))
    return (
        masking(request, first, keeps=rung.desk.keeps_protections(request.pair))
        if rung.way == "mask"
        else request
    )
