"""Repair a stream of segments, one a line."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from copydesk.numbers import Repair, repair
from copydesk.numbers.reading.placeholders import find
from copydesk.repair.alignment import require_aligned, trust
from copydesk.repair.neighbours import NEAR, usual


def repair_lines(
    targets: Iterable[str],
    sources: Iterable[str] | None = None,
    *,
    language: str,
    source_language: str | None = None,
) -> Iterator[Repair]:
    """One repair for each line of ``targets``, in order.

    ``sources`` are the original lines, aligned by number; languages are BCP 47. With them a restored number
    takes the format that the lines round it use, and their agreement speaks for its source, so ``NEAR`` lines
    before and after are held; without, one line is. A line without marks costs a scan, and a comparison if it
    has two numbers and a source.

    Raises:
        ValueError: if the two run to different lengths.
        InputError: if the first lines show that one is shifted against the other.
    """
    if sources is None:
        for target in targets:
            yield repair(target, language)
        return
    here = source_language or language
    before: deque[tuple[str, str]] = deque(maxlen=NEAR)
    ahead: deque[tuple[str, str]] = deque()

    def repaired() -> Repair:
        target, source = ahead.popleft()
        broken = bool(find(target))
        habit = usual(before, ahead, language) if broken else None
        around = trust(before, ahead, language, here) if broken else 0.0
        before.append((target, source))
        return repair(
            target, language, source=source, source_language=source_language, usual=habit, trust=around
        )

    checked = False
    for pair in zip(targets, sources, strict=True):
        ahead.append(pair)
        if len(ahead) > NEAR:
            if not checked:
                require_aligned(ahead, language, here)
                checked = True
            yield repaired()
    if not checked:
        require_aligned(ahead, language, here)
    while ahead:
        yield repaired()
