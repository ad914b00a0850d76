"""Repair a stream of segments, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.numbers import Repair, repair


def repair_lines(
    targets: Iterable[str],
    sources: Iterable[str] | None = None,
    *,
    language: str,
    source_language: str | None = None,
) -> Iterator[Repair]:
    """One repair for each line of ``targets``, in order, holding one line at a time.

    ``sources`` are the original lines, aligned by number; languages are BCP 47. A clean line costs a scan.

    Raises:
        ValueError: if the two run to different lengths.
    """
    if sources is None:
        for target in targets:
            yield repair(target, language)
        return
    for target, source in zip(targets, sources, strict=True):
        yield repair(target, language, source=source, source_language=source_language)
