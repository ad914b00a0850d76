"""Lines are repaired in order, read ahead no farther than their formats need."""

from collections.abc import Iterator

import pytest

from copydesk.repair import repair_lines
from copydesk.repair.neighbours import NEAR


def test_lines_keep_their_order_and_their_sources() -> None:
    targets = ["Il y a XNUMX ans", "Rien", "En XNUMX"]
    sources = ["Hace 5 años", "Nada", "En 1999"]
    done = repair_lines(targets, sources, language="fr", source_language="es")
    assert [line.text for line in done] == ["Il y a 5 ans", "Rien", "En 1999"]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    def lines() -> Iterator[str]:
        yield "Rien"
        raise AssertionError("read ahead")

    assert next(repair_lines(lines(), language="fr")).text == "Rien"


def test_with_sources_no_more_is_read_than_the_lines_near_by() -> None:
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "Rien"

    done = repair_lines(lines(), lines(), language="fr", source_language="es")
    for _ in range(5):
        next(done)
    assert read == 2 * (NEAR + 5)


def test_files_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(repair_lines(["a", "b"], ["a"], language="fr", source_language="es"))
