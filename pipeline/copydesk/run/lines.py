"""Lines without an article through the engines, with the checks and the retries of a run."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from copydesk.data import Request
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.pool import Answers, answer
from copydesk.store.database import connect
from copydesk.translate.translator import Translator


def translate_lines(
    requests: Sequence[Request], *, translator: Translator, acceptance: AcceptanceCheck, batch: int
) -> Answers:
    """What became of each of ``requests``: its candidate, or why there is none.

    An answer that breaks a check of ``judge`` is asked for again in the ways of a run. Nothing is remembered.
    """
    answers = Answers()
    with contextlib.closing(connect(Path(":memory:"))) as connection:
        for _ in answer(
            requests,
            translator=translator,
            acceptance=acceptance,
            connection=connection,
            batch=batch,
            answers=answers,
        ):
            pass
    return answers
