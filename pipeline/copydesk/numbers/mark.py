"""A stretch of text read as a number, while it is being put together."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from copydesk.data import NumberKind, NumberMention, Quantity, Span

Values = tuple[Decimal, ...]


class Mark(NamedTuple):
    """Code points ``start`` to ``end``, tokens ``first`` to ``last`` (included), read as ``values``.

    ``weak`` readings may explain a number of the other side but never raise an alarm; ``scaled`` is the
    factor of a scale word that was read; ``text`` is the normalised code of identifiers and phones, or an
    ambiguous numeral as written; ``parts`` are the numbers inside a composite (range, date);
    ``bound`` is "~", ">" or "<" for rounded and bounded numbers.
    """

    kind: NumberKind
    start: int
    end: int
    first: int
    last: int
    values: Values = ()
    unit: str = ""
    text: str = ""
    alternatives: tuple[Values, ...] = ()
    spelled: bool = False
    weak: bool = False
    scaled: int = 1
    parts: tuple[Mark, ...] = ()
    bound: str = ""

    @property
    def scalar(self) -> Decimal | None:
        """The value of a mark that holds one number."""
        return self.values[0] if len(self.values) == 1 else None

    def mention(self, number: int, whole: str) -> NumberMention:
        """The mark as data, with ``number`` as its id in the text ``whole``."""
        value = None
        if self.kind is not NumberKind.PLACEHOLDER:
            text_kind = self.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE)
            value = Quantity(
                self.values, self.unit, self.text if text_kind else "", self.alternatives, self.bound
            )
        return NumberMention(
            number, Span(self.start, self.end), whole[self.start : self.end], self.kind, value
        )
