import zipfile
from pathlib import Path
from typing import Any

import pytest

from copydesk.data import Pair
from copydesk.errors import ConfigError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Unit
from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.gate.inputs import Inputs
from copydesk.gate.line_files import line_pairs
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
        Inputs(source=Path("a.es")),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(inputs: Inputs) -> None:
    with pytest.raises(ConfigError):
        list(inputs.pairs())


def _read(*targets: Path, **options: Any) -> list[Located | Gap]:
    return list(Inputs(targets, **options).pairs())


def _texts(found: list[Located | Gap]) -> list[tuple[str, str]]:
    return [(one.bitext.source, one.bitext.target) for one in found if isinstance(one, Located)]


def _said(found: list[Located | Gap]) -> str:
    return " ".join(one.error.message for one in found if isinstance(one, Gap))


def test_the_language_of_a_side_has_to_be_known(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x\n", "utf-8")
    with pytest.raises(ConfigError, match="language of"):
        _read(source=tmp_path / "a.txt", target=tmp_path / "b.txt")


def test_what_is_missing_or_damaged_is_named_and_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.es-fr.tsv").write_bytes(b"a\tb\n\xff\tb\n")
    (tmp_path / "b.xlf").write_text("<xliff", "utf-8")
    (tmp_path / "c.pdf").write_text("x", "utf-8")
    (tmp_path / "d.tsv").write_text("a\tb\n", "utf-8")
    (tmp_path / "e").mkdir()
    (tmp_path / "f.es-fr.tsv").write_text("uno\tun\n", "utf-8")
    names = ("missing.xlf", "a.es-fr.tsv", "b.xlf", "c.pdf", "d.tsv", "e", "f.es-fr.tsv")
    found = _read(*(tmp_path / name for name in names))
    assert _texts(found) == [("a", "b"), ("uno", "un")]
    gaps = [one for one in found if isinstance(one, Gap)]
    assert [Path(gap.place.path).name for gap in gaps] == list(names[:-1])
    assert all(gap.place.path in gap.error.message and gap.error.remedy for gap in gaps)
    assert "line 2: not UTF-8" in gaps[1].error.message


def test_a_missing_side_is_a_gap(tmp_path: Path) -> None:
    (gap,) = _read(source=tmp_path / "a.es", target=tmp_path / "a.fr")
    assert isinstance(gap, Gap)
    assert "there is no file" in gap.error.message


def test_a_file_without_original_or_languages_is_read_or_named(tmp_path: Path) -> None:
    path, lone = tmp_path / "a.xlf", tmp_path / "b.xlf"
    whole = write_xliff12(_exchange("Le train 14.")).decode()
    path.write_text(whole.replace(' original="story"', ""), "utf-8")
    lone.write_text(whole.replace(' target-language="fr"', ""), "utf-8")
    found = _read(path, lone)
    assert _texts(found) == [("El tren 14.", "Le train 14.")]
    assert "names no target language" in _said(found)


def test_a_store_is_known_by_what_it_holds_not_by_its_name(tmp_path: Path) -> None:
    store, text = tmp_path / "mine.db", tmp_path / "text.sqlite"
    connect(store).close()
    text.write_text("no database", "utf-8")
    assert list(Inputs((store,)).pairs()) == []
    assert "nothing that can be checked" in _said(_read(text))


def test_studio_packages_and_catalogues_are_read(tmp_path: Path) -> None:
    whole = write_xliff12(_exchange("Le train 14."))
    (tmp_path / "a.sdlxliff").write_bytes(b"\xef\xbb\xbf" + whole)
    (tmp_path / "b.mqxliff").write_bytes(whole)
    with zipfile.ZipFile(tmp_path / "c.xlz", "w") as package:
        package.writestr("content.xlf", whole)
    (tmp_path / "fr.po").write_text('msgid "Save"\nmsgstr "Enregistrer"\n\nmsgid "Go"\nmsgstr ""\n', "utf-8")
    found = _read(tmp_path)
    assert _texts(found) == [("El tren 14.", "Le train 14.")] * 3 + [("Save", "Enregistrer")]
    assert "line 4: message 'Go' is not translated" in _said(found)
    assert isinstance(found[3], Located)
    assert str(found[3].bitext.pair) == "en-fr"


def test_texts_by_key_are_paired_and_keys_of_one_side_named(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text('{"a": "One", "b": {"c": "Two"}, "lost": "x", "n_one": "day"}', "utf-8")
    (tmp_path / "fr.json").write_text(
        '{"b": {"c": "Deux"}, "a": "Un", "n_many": "jours", "new": "y"}', "utf-8"
    )
    found = _read(source=tmp_path / "en.json", target=tmp_path / "fr.json")
    assert _texts(found) == [("Two", "Deux"), ("One", "Un"), ("day", "jours")]
    assert "key lost of" in _said(found)
    assert "key new is not in" in _said(found)


def test_a_folder_pairs_files_of_one_language_by_their_names(tmp_path: Path) -> None:
    for name, text in (
        ("es/a.txt", "uno\n"),
        ("fr/a.txt", "un\n"),
        ("de/a.txt", "eins\n"),
        ("b.es.txt", "dos\n"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = _read(tmp_path, source_language="es")
    assert sorted(_texts(found)) == [("uno", "eins"), ("uno", "un")]
    assert _texts(_read(tmp_path, source_language="es", target_language="fr")) == [("uno", "un")]
    (gap,) = _read(tmp_path)
    assert isinstance(gap, Gap)
    assert "--source-language" in (gap.error.remedy or "")


def test_a_folder_of_exports_beside_editions_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "manifest.json").write_text("{}", "utf-8")
    (tmp_path / "one" / "stray.es-fr.tsv").write_text("a\tb\n", "utf-8")
    (tmp_path / "two.es-fr.tsv").write_text("uno\tun\n", "utf-8")
    found = _read(tmp_path)
    assert _texts(found) == [("uno", "un")]
    assert "no manifest of the desk" in _said(found)


def test_a_table_of_the_desk_names_article_segment_and_languages(tmp_path: Path) -> None:
    path = tmp_path / "segments.csv"
    rows = "article,language,segment,source,target,source language\n"
    rows += 'n,fr,s1,"Uno,\n1","Un,\n1",es\nn,fr,s2,Dos,,es\n'
    path.write_text(rows, "utf-8-sig")
    found = _read(path)
    assert _texts(found) == [("Uno,\n1", "Un,\n1")]
    assert isinstance(found[0], Located)
    assert (str(found[0].bitext.pair), found[0].article, found[0].target.line) == ("es-fr", "n", 2)
    assert "line 5: the row is not translated" in _said(found)
    path.write_text(rows.replace(",source language", ",x"), "utf-8")
    assert "source language is unknown" in _said(_read(path))


def test_documents_are_compared_paragraph_by_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.es.md").write_text("# Uno\n\nDos *dos*.\n", "utf-8")
    (tmp_path / "a.fr.md").write_text("# Un\n\nDeux *deux*.\n", "utf-8")
    sides = {"source": tmp_path / "a.es.md", "target": tmp_path / "a.fr.md"}
    assert _texts(_read(**sides)) == [("Uno", "Un"), ("Dos dos.", "Deux deux.")]
    (tmp_path / "a.fr.md").write_text("# Un\n", "utf-8")
    assert "has 1 paragraphs" in _said(_read(**sides))
