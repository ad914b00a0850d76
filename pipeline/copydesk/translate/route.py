"""Which way a pair takes through the installed directions."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from copydesk.data import Pair

MEASURED: dict[Pair, tuple[tuple[tuple[str, ...], float], ...]] = {
    Pair("es", "fr"): ((("es", "ca", "fr"), 29.3), (("es", "fr"), 25.8)),
    Pair("fr", "es"): ((("fr", "ca", "es"), 29.4), (("fr", "es"), 27.2)),
    Pair("en", "fr"): ((("en", "es", "ca", "fr"), 16.2), (("en", "es", "fr"), 15.3)),
}
"""Routes and their BLEU through the desk on newstest2012 with Debian 12's data, best first
(``copydesk translate --lines`` with and without ``--pivot``; benchmarks/quality.py).

The French-Catalan and Spanish-Catalan data are years younger than the French-Spanish pair, which is why
the longer way is the better one.
"""


def routes(
    pair: Pair, installed: Collection[Pair], via: tuple[str, ...] | None = None
) -> list[tuple[str, ...]]:
    """All ways from ``pair.source`` to ``pair.target``, the one to take first.

    Measured ways come first, then the direct one, then single pivots in alphabetical order. With ``via``
    only the way through those languages counts.
    """
    source, target = pair.source.split("-")[0].lower(), pair.target
    if via is not None:
        wanted = (source, *via, target)
        return [wanted] if works(wanted, installed) else []
    measured = [way for way, _ in MEASURED.get(Pair(source, target), ())]
    middles = sorted({p.target for p in installed if p.source == source} - {target})
    ways = [*measured, (source, target), *((source, middle, target) for middle in middles)]
    return [way for way in dict.fromkeys(ways) if works(way, installed)]


def works(way: tuple[str, ...], installed: Collection[Pair]) -> bool:
    """Whether every step of ``way`` is installed; a regional target falls back to its language."""
    return all(
        Pair(a, b) in installed or Pair(a, b.split("-")[0]) in installed for a, b in itertools.pairwise(way)
    )
