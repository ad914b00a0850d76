"""The cells of tables that hold data; tables that only lay out a page have none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.data import Cell

_LONGEST_CELL = 200
_WIDEST = 1000


@dataclass(slots=True)
class _Table:
    row: int = -1
    column: int = -1
    headed: bool = False
    lays_out: bool = False
    cells: list[int] = field(default_factory=list)


class Tables:
    """Follows the tables of a page as they open and close."""

    def __init__(self) -> None:
        self._all: list[_Table] = []
        self._open: list[int] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> Cell | None:
        """An element of a table begins; its place if it is a cell."""
        if tag == "table":
            if self._open:
                self._all[self._open[-1]].lays_out = True
            self._open.append(len(self._all))
            self._all.append(_Table(lays_out=attributes.get("role") in ("presentation", "none")))
            return None
        if not self._open:
            return None
        table = self._all[self._open[-1]]
        if tag == "tr":
            table.row, table.column = table.row + 1, -1
        elif tag in ("td", "th"):
            table.row, table.column = max(table.row, 0), table.column + 1
            table.headed = table.headed or tag == "th"
            spans = (_span(attributes.get(name, "")) for name in ("rowspan", "colspan"))
            return Cell(self._open[-1], table.row, table.column, tag == "th", *spans)
        elif tag == "caption":
            table.headed = True
        return None

    def end(self) -> None:
        """A table ends."""
        if self._open:
            self._open.pop()

    def text(self, cell: Cell, length: int) -> None:
        """A cell holds a text of so many characters."""
        self._all[cell.table].cells.append(length)

    def of_data(self) -> frozenset[int]:
        """The numbers of the tables that hold data: with headings, or with rows of several short cells."""
        return frozenset(
            number
            for number, table in enumerate(self._all)
            if not table.lays_out
            and table.cells
            and (table.headed or (table.row >= 1 and len(table.cells) >= table.row + 3))
            and max(table.cells) <= _LONGEST_CELL * (1 + table.headed)
        )


def _span(text: str) -> int:
    return min(int(text), _WIDEST) if text.isdigit() and int(text) else 1
