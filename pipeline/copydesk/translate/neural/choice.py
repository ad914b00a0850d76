"""Which installed model serves a pair."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.data import Pair, primary
from copydesk.errors import PairMissingError
from copydesk.models.home import Installed, advice


def fitting(models: Iterable[Installed], pair: Pair, *, asked: str | None, engine: str) -> Installed:
    """The one of ``models`` for ``pair``: the one ``asked`` for, else the best measured or most special.

    Raises:
        PairMissingError: naming the command that brings one.
    """
    found = [
        (model, real)
        for model in models
        if asked in (None, model.card.name) and (real := served(model, pair)) is not None
    ]
    if not found:
        raise PairMissingError(
            f"no installed model of engine {engine} translates {pair}", remedy=advice(pair)
        )
    best = min(found, key=lambda m: (-(m[0].card.bleu(m[1]) or 0), len(m[0].card.pairs), m[0].card.name))
    return best[0]


def served(model: Installed, pair: Pair) -> Pair | None:
    """The direction of ``model`` that serves ``pair``: itself, or its languages without region; else None."""
    card = model.card
    for source in (pair.source, primary(pair.source)):
        for target in (pair.target, primary(pair.target)):
            if source in card.sources and target in card.targets and source != target:
                return Pair(source, target)
    return None
