"""What a run would do: its stages, and for how many articles their results are in the store already."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import ConfigError
from copydesk.ingest.base import Raw
from copydesk.run.plan import Plan
from copydesk.store import drafts, editions
from copydesk.store.address import Address
from copydesk.store.database import connect, required, store_errors
from copydesk.store.inbox import Refused


@dataclass(frozen=True, slots=True)
class Explained:
    """The ``plan`` for so many ``articles``; ``published`` of them are as they would be again.

    ``stored`` says by stage how many have its result. What translation and the stages behind it gave depends
    on the engines' answers: only whole editions tell of them.
    """

    plan: Plan
    articles: int
    published: int
    stored: Mapping[str, int]


def explain(raws: Iterable[Raw | Refused], plan: Plan, store: Address) -> Explained:
    """What the run of ``plan`` over ``raws`` finds done; reads inputs and store, and changes neither.

    Raises:
        StoreError: the store cannot be read.
    """
    stored = Counter({stage.name: 0 for stage in plan.prepare})
    try:
        required(store)
    except ConfigError:
        store = Path(":memory:")  # nothing is done yet
    articles = published = 0
    with store_errors(store), contextlib.closing(connect(store)) as connection:
        for raw in raws:
            if isinstance(raw, Refused):
                continue
            articles += 1
            published += editions.find_input(connection, plan.input_key(raw)) is not None
            key = plan.read_key(raw)
            for stage in plan.prepare:
                key = stage.key(key)
                stored[stage.name] += drafts.has(connection, key)
    return Explained(plan, articles, published, stored)
