"""Lines are repaired one by one, without reading ahead."""

from collections.abc import Iterator

import pytest

from copydesk.repair import repair_lines


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


def test_files_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(repair_lines(["a", "b"], ["a"], language="fr", source_language="es"))
