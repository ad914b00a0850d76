"""What a document does against its specification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from copydesk.formats.xml import line_of


@dataclass(frozen=True, slots=True)
class Violation:
    """One of them: the line of the element, from 1, the name of the rule, what is wrong and what to do."""

    line: int
    rule: str
    message: str
    remedy: str


def at(element: etree._Element, rule: str, message: str, remedy: str) -> Violation:
    """A violation by ``element``; ``message`` goes on after its name."""
    name = etree.QName(element).localname
    own = element.get("id")
    shown = f'<{name} id="{own}">' if own else f"<{name}>"
    return Violation(line_of(element), rule, f"{shown} {message}", remedy)


def unique(
    elements: Iterable[etree._Element], rule: str, where: str, *, key: str = "id"
) -> Iterator[Violation]:
    """One violation for each element whose ``key`` another before it has."""
    seen: Counter[str] = Counter()
    for element in elements:
        if (value := element.get(key)) is not None:
            seen[value] += 1
            if seen[value] > 1:
                yield at(
                    element, rule, f"repeats the {key} {value!r} within {where}", f"Give each its own {key}"
                )
