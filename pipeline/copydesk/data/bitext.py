"""A source text and its translation, as checks see them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter

from copydesk.data.article import BlockRole, Inline
from copydesk.data.language import Pair
from copydesk.data.ledger import Ledger
from copydesk.data.span import Span
from copydesk.data.translation import Means, Protection


@dataclass(frozen=True, slots=True)
class Bitext:
    """One aligned pair of texts; all spans count in ``source`` or ``target`` as their names say.

    ``protections`` span ``source``; ``unknown`` spans ``target``. ``id`` names the segment or line.
    ``state`` is how far the file that holds the pair says it has come, in the file's own word ("initial",
    "needs-translation", "final"); empty where it says nothing. ``ledger`` accounts for the numbers of both
    texts; None where nobody has drawn it up yet.
    """

    source: str
    target: str
    pair: Pair
    id: str = ""
    role: BlockRole = BlockRole.PARAGRAPH
    means: Means = Means.MACHINE
    source_inlines: tuple[Inline, ...] = ()
    target_inlines: tuple[Inline, ...] = ()
    protections: tuple[Protection, ...] = ()
    unknown: tuple[Span, ...] = ()
    state: str = ""
    ledger: Ledger | None = None

    def accounted(self, ledger: Ledger) -> Bitext:
        """The same pair with its ledger: ``replace`` in half the time, for every pair is given one."""
        return Bitext(*_ALL_BUT_THE_LEDGER(self), ledger)  # type: ignore[call-arg]  # it cannot count them


_ALL_BUT_THE_LEDGER = attrgetter(*(field.name for field in fields(Bitext) if field.name != "ledger"))
