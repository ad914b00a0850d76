"""Output that goes round in circles."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 8
_TIMES = 4
_TOKENS = 8


def runs_away(output: Sequence[str], source: Sequence[str]) -> bool:
    """Whether ``output`` says the same n-gram over and over where ``source`` does not.

    Over and over: at least four times on end and eight tokens in all, and more often than the source's most
    repeated n-gram: "no, no, no, no" may be translated as it is.
    """
    times, tokens = repeated(output)
    return times >= _TIMES and tokens >= _TOKENS and times > repeated(source)[0] + 1


def repeated(tokens: Sequence[str]) -> tuple[int, int]:
    """How often on end the most repeated n-gram (n up to 8) stands in ``tokens``, and that run's tokens."""
    best = (1, 0)
    for n in range(1, min(_LONGEST, len(tokens) // 2) + 1):
        run = 0
        for at in range(n, len(tokens)):
            run = run + 1 if tokens[at] == tokens[at - n] else 0
            times = run // n + 1
            if times > 1 and (times, times * n) > best:
                best = (times, times * n)
    return best
