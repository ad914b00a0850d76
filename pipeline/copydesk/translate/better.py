"""Whether a model that could be added is better than the route that is taken, with both figures."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.data import Pair
from copydesk.errors import CopydeskError
from copydesk.models.card import Card
from copydesk.models.choose import best
from copydesk.translate.measurements import Measurement, measurements
from copydesk.translate.ranking import RULES, Ranked
from copydesk.translate.route import without_regions


def better(
    pair: Pair,
    taken: Ranked,
    *,
    cards: Iterable[Card] | None = None,
    table: Iterable[Measurement] | None = None,
) -> str:
    """What model for the very pair would be better than ``taken``, by how much, and the command that adds it.

    Empty where a model for the pair is at work already, none is known, or its card has no figure or a lower
    one on a set that ``taken`` was measured on too. Figures of two sets are shown as such.
    """
    pair = without_regions(pair)
    if len(taken.route.legs) == 1 and taken.route.legs[0].engine not in RULES:
        return ""
    try:
        card = best(pair, cards).card
    except CopydeskError:
        return ""
    published = card.figures(pair)
    ours = {m.test_set: m for m in (measurements() if table is None else table) if m.route == taken.route}
    shared = sorted(ours.keys() & published.keys())
    command = f"copydesk models add {pair}"
    if shared:
        name = max(shared, key=lambda n: published[n] - ours[n].bleu)
        if published[name] <= ours[name].bleu:
            return ""
        figures = f"BLEU {published[name]:.1f} on {name}, this route {ours[name].bleu:.1f}"
        return f"{card.name} has {figures}: {command}"
    if not published:
        return ""
    name = max(published, key=lambda n: published[n])
    return f"{card.name} has BLEU {published[name]:.1f}, but on {name}, another set: {command}"
