from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from copydesk.data import Inline, Means, Span
from copydesk.errors import InputError, PublishError
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import nested
from copydesk.formats.tmx import TmxUnit, read_tmx, write_tmx
from formats.exchanges import marked, texts
from publish.sample_edition import sample

units = st.builds(
    TmxUnit,
    texts,
    st.sampled_from(["es", "en"]),
    st.just("fr"),
    marked(),
    marked(),
    st.none() | st.sampled_from(Means),
)


@given(st.lists(units, max_size=4))
def test_what_was_written_comes_back(given_units: list[TmxUnit]) -> None:
    data = b"".join(write_tmx(given_units, source_language="es"))
    assert read_tmx(data) == tuple(given_units)


DTD = etree.DTD(str(Path(__file__).parent / "schemas" / "tmx14.dtd"))


@given(st.lists(units, max_size=4))
def test_what_is_written_is_valid_by_the_dtd(given_units: list[TmxUnit]) -> None:
    root = etree.fromstring(b"".join(write_tmx(given_units, source_language="es")))
    assert DTD.validate(root), DTD.error_log
    assert root.get("version") == "1.4"


def test_codes_pair_up_within_each_segment() -> None:
    text = Marked("ab cd", (Inline(Span(0, 5), "em"), Inline(Span(3, 5), "b")))
    root = etree.fromstring(b"".join(write_tmx([TmxUnit("1", "es", "fr", text, text)], source_language="es")))
    for seg in root.iter("seg"):
        starts, ends = ([code.get("i", "") for code in seg.iter(name)] for name in ("bpt", "ept"))
        assert sorted(starts) == sorted(ends) == ["1", "2"]


def test_units_are_written_one_by_one() -> None:
    asked = []

    def endless() -> Iterator[TmxUnit]:
        while True:
            asked.append(1)
            yield TmxUnit("1", "es", "fr", Marked("a"), Marked("b"))

    stream = write_tmx(endless(), source_language="es")
    assert next(stream).startswith(b"<?xml")
    assert b"<tu " in next(stream)
    assert len(asked) == 1


def test_only_translations_go_into_the_memory() -> None:
    draft = sample().draft
    found = list(TmxUnit.of(draft))
    means = {t.segment: t.means for t in draft.translations}
    kept = [t.segment for t in draft.translations if t.means in (Means.MACHINE, Means.HUMAN)]
    assert [unit.id.rpartition("#")[2] for unit in found] == kept
    assert Means.HELD in means.values()
    assert read_tmx(b"".join(write_tmx(found, source_language="es"))) == tuple(
        replace(unit, source=_canonical(unit.source), target=_canonical(unit.target)) for unit in found
    )


def _canonical(marked_text: Marked) -> Marked:
    return Marked(marked_text.text, nested(marked_text.text, marked_text.inlines))


FOREIGN = b"""<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="EN-US"/><body>
<tu><tuv xml:lang="en"><seg>One <hi>two</hi><it pos="begin">{1}</it></seg></tuv>
<tuv lang="de"><seg>Eins zwei</seg></tuv><tuv xml:lang="it"><seg>Uno due</seg></tuv></tu></body></tmx>"""


def test_a_foreign_memory_gives_one_unit_for_each_further_language() -> None:
    assert [(u.target_language, u.source.text, u.target.text) for u in read_tmx(FOREIGN)] == [
        ("de", "One two", "Eins zwei"),
        ("it", "One two", "Uno due"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<xliff/>",
        b"<tmx><body/></tmx>",
        b'<tmx><header srclang="a"/><body><tu><tuv><seg/></tuv></tu></body></tmx>',
        b'<tmx><header srclang="a"/><body><tu><tuv xml:lang="a"/></tu></body></tmx>',
        b'<tmx><header srclang="a"/><body><tu><tuv xml:lang="a"><seg><p/></seg></tuv></tu></body></tmx>',
        b'<!DOCTYPE tmx [<!ENTITY e "x">]><tmx><header srclang="a"/><body>&e;</body></tmx>',
    ],
)
def test_what_is_no_memory_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_tmx(data)


def test_a_character_that_xml_cannot_carry_is_refused() -> None:
    unit = TmxUnit("1", "es", "fr", Marked("a\x0cb"), Marked("c"))
    with pytest.raises(PublishError, match="U\\+000C"):
        list(write_tmx([unit], source_language="es"))
