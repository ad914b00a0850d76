"""Which of the installed routes to take first, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Pair
from copydesk.translate.measurements import Measurement, measurements
from copydesk.translate.route import LONGEST, Leg, Route, find_routes, without_regions

RULES = frozenset({"apertium"})
"""Engines that translate by rules; every other one that a leg may have is neural."""

Published = Callable[[Leg], Mapping[str, float]]
"""The BLEU figures that the card of a leg's model gives, by test set."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A route at its place, and why it stands there; ``measured`` is None where nobody measured it."""

    route: Route
    reason: str
    measured: Measurement | None = None

    @property
    def shown(self) -> str:
        """For people: the route and the reason."""
        return f"{self.route.shown}: {self.reason}"


def rank(
    pair: Pair,
    legs: Collection[Leg],
    *,
    via: Sequence[str] | None = None,
    table: Iterable[Measurement] | None = None,
    published: Published = lambda _: {},
) -> tuple[Ranked, ...]:
    """The routes that ``legs`` make for ``pair``, the one to take first.

    Routes that were measured on the same set go by BLEU, then chrF. Of several sets the one counts on which
    most of the routes were measured, then the longer one. A neural model for the very pair that nobody
    measured goes before them, unless its card says less on a set that they were measured on. What is left
    goes last: fewest legs, then fewest by rules, then through English.
    """
    known = [m for m in (measurements() if table is None else table) if m.pair == without_regions(pair)]
    routes = _candidates(pair, legs, via, known)
    rows = _comparable([m for m in known if m.route in routes])
    measured = sorted(rows, key=lambda m: (-m.bleu, -m.chrf, len(m.route.legs), m.route))
    order = [Ranked(m.route, _measured_reason(m, len(measured)), m) for m in measured]
    rest = sorted(routes - {m.route for m in rows}, key=lambda route: _unmeasured_order(route, published))
    first = 0
    for route in rest:
        if not _is_direct_model(route):
            order.append(Ranked(route, "not measured"))
            continue
        place, reason = _place(published(route.legs[0]), known, [r.route for r in order[first:]])
        order.insert(first + place, Ranked(route, reason))
        first += not place
    return tuple(order)


def _candidates(
    pair: Pair, legs: Collection[Leg], via: Sequence[str] | None, known: Sequence[Measurement]
) -> set[Route]:
    routes = set(find_routes(pair, legs, via=via))
    if via is None:
        routes |= {m.route for m in known if all(leg in legs for leg in m.route.legs)}
        if not routes:
            routes |= set(find_routes(pair, legs, longest=LONGEST + 1))
    return routes


def _comparable(rows: Sequence[Measurement]) -> list[Measurement]:
    """The rows of the one set (and number of lines) that decides."""
    sets = Counter((m.test_set, m.lines) for m in rows)
    if not sets:
        return []
    chosen = min(sets, key=lambda key: (-sets[key], -key[1], key[0]))
    return [m for m in rows if (m.test_set, m.lines) == chosen]


def _measured_reason(measurement: Measurement, count: int) -> str:
    return measurement.figure + (f", one of {count} measured" if count > 1 else "")


def _is_direct_model(route: Route) -> bool:
    return len(route.legs) == 1 and route.legs[0].engine not in RULES


def _place(
    published: Mapping[str, float], known: Sequence[Measurement], order: Sequence[Route]
) -> tuple[int, str]:
    """Where in ``order`` a model for the very pair goes that nobody measured here, and why."""
    better = [m for m in known if m.route in order and published.get(m.test_set, m.bleu) < m.bleu]
    if better:
        last = max(better, key=lambda m: order.index(m.route))
        says = f"its card says BLEU {published[last.test_set]:.1f}"
        return order.index(last.route) + 1, f"{says}, {last.route.shown} has {last.figure}"
    says = ", ".join(f"BLEU {bleu:.1f} on {name}" for name, bleu in sorted(published.items()))
    return (
        0,
        f"a neural model for the very pair{f' (its card says {says})' if says else ''}, not measured here",
    )


def _unmeasured_order(route: Route, published: Published) -> tuple[object, ...]:
    card = max(published(route.legs[0]).values(), default=0.0) if _is_direct_model(route) else 0.0
    by_rules = sum(leg.engine in RULES for leg in route.legs)
    return (len(route.legs), by_rules, -card, "en" not in route.languages, route)
