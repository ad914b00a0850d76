"""Twice the text is twice the work, however often a word or a mark is repeated."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from copydesk.numbers import compare, read, repair

GATOS = "12 gatos y 13 perros " * 16


def _repaired(target: str, source: str | None = None) -> None:
    repair(target, "fr", source=source, source_language="es")


WORK: dict[str, Callable[[int], object]] = {
    "marks": lambda n: _repaired("XNUMX " * n, GATOS),
    "marks without a source": lambda n: _repaired("XNUMX " * n),
    "marks glued": lambda n: _repaired("XNUMX" * n, GATOS),
    "numbers glued to a mark": lambda n: _repaired("XNUMXh" + "3h" * n, GATOS),
    "a number that both repeat": lambda n: _repaired(
        "Le score " + "1,000,000 " * n + "XNUMX", "Vuelve " + "1,000,000 " * n
    ),
    "a number that both repeat, unmarked": lambda n: _repaired("1,000,000 " * n, "1,000,000 " * n),
    "a number glued": lambda n: _repaired("Le score XNUMX", "1,000,000" * n),
    "a word that both repeat": lambda n: _repaired("chats 12 " * n + "XNUMX", "gatos 12 " * n + "14"),
    "a code that the source repeats": lambda n: _repaired("en C4 XNUMX", "la C4xC4 " * n),
    "compared": lambda n: compare("12 chats " * n, "12 cats " * n, "fr", "en"),
    "compared, each wrong": lambda n: compare("12 chats " * n, "13 cats " * n, "fr", "en"),
    "compared, lost": lambda n: compare("12 chats " * n, "cats " * n, "fr", "en"),
    "compared in words": lambda n: compare("tres y medio " * n, "half of three " * n, "es", "en"),
    "read": lambda n: read("12 chats, 3 h 5 et XIXe " * n, "fr"),
    "read in words": lambda n: read("vingt mille un demi " * n, "fr"),
}


def _calls(work: Callable[[int], object], size: int) -> int:
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += "call" in event

    sys.setprofile(counted)
    try:
        work(size)
    finally:
        sys.setprofile(None)
    return count


def test_few_numbers_beside_a_mark_cost_little_more_each() -> None:
    """Each is tried as the one that slid away, if the source has it."""

    def work(size: int) -> None:
        _repaired("XNUMXh" + "3h" * size, "12 gatos y 13 perros")

    work(16)
    assert _calls(work, 16) < 6 * _calls(work, 4)


@pytest.mark.parametrize("name", sorted(WORK))
def test_four_times_the_text_is_four_times_the_calls(name: str) -> None:
    work = WORK[name]
    work(150)  # what is compiled and remembered once
    assert _calls(work, 1200) < 6 * _calls(work, 300)
