"""A batch that breaks the engine is asked again by halves, so that only the guilty request is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copydesk.data import Candidate, Request
from copydesk.errors import EngineError, EngineGoneError, PairMissingError
from copydesk.translate.degenerate_output import degenerate

Answered = tuple[dict[Request, Candidate], dict[Request, EngineError]]
"""The answers that came, and why the others did not."""


def ask_by_halves(
    translate: Callable[[Sequence[Request]], Sequence[Candidate]], chunk: Sequence[Request]
) -> Answered:
    """What ``translate`` answers to ``chunk``. An answer that is empty or runs in circles is none.

    An engine that says that it does not work at all is not asked again.
    """
    try:
        return _sound(dict(zip(chunk, translate(chunk), strict=True)))
    except (PairMissingError, EngineGoneError) as error:
        return {}, dict.fromkeys(chunk, error)
    except EngineError as error:
        if len(chunk) == 1:
            return {}, {chunk[0]: error}
    done: dict[Request, Candidate] = {}
    refused: dict[Request, EngineError] = {}
    for half in (chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]):
        good, bad = ask_by_halves(translate, half)
        done |= good
        refused |= bad
    return done, refused


def _sound(answers: dict[Request, Candidate]) -> Answered:
    bad = {r: EngineError(why) for r, c in answers.items() if (why := degenerate(r.text, c.text))}
    return {r: c for r, c in answers.items() if r not in bad}, bad
