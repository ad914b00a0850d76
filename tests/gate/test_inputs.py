from pathlib import Path

import pytest

from copydesk.data import Pair
from copydesk.errors import ConfigError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Unit
from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.gate.inputs import Inputs
from copydesk.gate.line_files import line_pairs, table_pairs
from copydesk.gate.located import Gap, Located
from copydesk.store.database import connect


def _exchange(target: str | None) -> Exchange:
    other = Marked(target) if target is not None else None
    segment = ExchangeSegment(
        "s1", Marked("El tren 14."), other, ExchangeState.TRANSLATED if target else ExchangeState.INITIAL
    )
    return Exchange("story", "es", "fr", (Unit("u1", (segment,)),))


@pytest.mark.parametrize("write", [write_xliff2, write_xliff12])
def test_xliff_segments_know_line_and_column(tmp_path: Path, write: object) -> None:
    assert callable(write)
    path = tmp_path / "a.xlf"
    path.write_bytes(write(_exchange("Le train 14.")))
    (pair,) = Inputs((path,)).pairs()
    assert isinstance(pair, Located)
    for place, text in ((pair.source, pair.bitext.source), (pair.target, pair.bitext.target)):
        line = path.read_text("utf-8").split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(text)


def test_a_segment_without_target_is_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(write_xliff2(_exchange(None)))
    (gap,) = Inputs((path,)).pairs()
    assert isinstance(gap, Gap)
    assert "not translated" in gap.error.message


def test_tmx_units_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    units = [TmxUnit("n#1", "es", "fr", Marked("Uno & dos."), Marked("Un & deux."))]
    path.write_bytes(b"".join(write_tmx(units, source_language="es")))
    (pair,) = Inputs((path,)).pairs()
    assert isinstance(pair, Located)
    assert "Un &amp; deux." in path.read_text("utf-8").split("\n")[pair.target.line - 1]
    assert not pair.target.exact


def test_a_table_may_name_its_columns_and_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.es-fr.tsv"
    path.write_text("target\tsource\nOui.\tSí.\n\nlone\n", "utf-8")
    first, gap = Inputs((path,)).pairs()
    assert isinstance(first, Located)
    assert (first.bitext.source, first.bitext.target) == ("Sí.", "Oui.")
    assert (first.source.column, first.target.column) == (6, 1)
    assert isinstance(gap, Gap)


def test_lines_stream_and_end_in_a_gap_where_one_side_is_shorter(tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("uno\ndos\n", "utf-8")
    (tmp_path / "a.fr").write_text("un\n", "utf-8")
    one, gap = line_pairs(tmp_path / "a.es", tmp_path / "a.fr", Pair("es", "fr"))
    assert isinstance(one, Located)
    assert isinstance(gap, Gap)
    assert "a.es has 2" in gap.error.message


@pytest.mark.parametrize(
    "inputs",
    [
        Inputs(),
        Inputs((Path("missing.xlf"),)),
        Inputs(source=Path("a.es")),
        Inputs(source=Path("a.txt"), target=Path("b.txt")),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(inputs: Inputs) -> None:
    with pytest.raises(ConfigError):
        list(inputs.pairs())


def test_text_that_is_not_utf_8_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"a\tb\n\xff\tb\n")
    with pytest.raises(ConfigError, match="line 2"):
        list(table_pairs(tmp_path / "a.tsv", Pair("es", "fr")))


def test_a_folder_without_editions_and_an_odd_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    for path in (tmp_path, tmp_path / "a.pdf"):
        with pytest.raises(ConfigError):
            list(Inputs((path,)).pairs())


def test_a_store_is_known_by_what_it_holds_not_by_its_name(tmp_path: Path) -> None:
    store, text = tmp_path / "mine.db", tmp_path / "text.sqlite"
    connect(store).close()
    text.write_text("no database", "utf-8")
    assert list(Inputs((store,)).pairs()) == []
    with pytest.raises(ConfigError, match="nothing that can be checked"):
        list(Inputs((text,)).pairs())
