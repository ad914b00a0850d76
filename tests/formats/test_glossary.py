from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Pair, Term
from copydesk.errors import InputError
from copydesk.formats.glossary import read_glossary

TBX_2008 = b"""<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1">
<langSet xml:lang="es"><tig><term>presa</term></tig><tig><term>embalse</term></tig></langSet>
<langSet xml:lang="fr"><ntig><termGrp><term>digue</term><termNote type="administrativeStatus">deprecatedTerm
</termNote></termGrp></ntig><tig><term>barrage</term></tig></langSet>
</termEntry></body></text></martif>"""

TBX_3 = b"""<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="c1"><langSec xml:lang="es"><termSec><term>alcalde</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>bourgmestre</term></termSec><termSec><term>maire</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def _read(text: str) -> tuple[Term, ...]:
    return read_glossary(text.encode(), name="terms.tsv").terms


def test_two_columns_translate_in_every_direction() -> None:
    assert _read("# desk terms\n\npresa\tbarrage\r\n") == (Term("presa", "barrage"),)


def test_a_dash_keeps_the_term() -> None:
    (term,) = _read("Cierzo Motor\t-\t\tyes\n")
    assert term.kept
    assert term.case_sensitive


def test_pairs_are_read_in_both_spellings() -> None:
    terms = _read("presa\tbarrage\tes-fr\nbus\tautobus\tes-MX>fr-CA\n")
    assert [t.pair for t in terms] == [Pair("es", "fr"), Pair("es-MX", "fr-CA")]


def test_a_header_may_name_columns_in_any_order() -> None:
    assert _read("note\ttarget\tsource\nold\tbarrage\tpresa\n") == (Term("presa", "barrage"),)


def test_a_header_of_two_languages_gives_the_pair() -> None:
    assert _read("es\tfr\npresa\tbarrage\n") == (Term("presa", "barrage", Pair("es", "fr")),)


def test_a_byte_order_mark_and_repeated_lines_do_no_harm() -> None:
    assert _read("\ufeffpresa\tbarrage\npresa\tbarrage\n") == (Term("presa", "barrage"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("presa\tbarrage\nalcalde\n", r"line 2: no translation of 'alcalde'"),
        ("\tbarrage\n", "line 1: no source term"),
        ("a\tb\tes_fr\n", "'es_fr' is no pair"),
        ("a\tb\tes-fr\tmaybe\n", "whether case matters"),
        ("a\tb\tes-fr\tyes\tmore\n", "5 columns"),
    ],
)
def test_a_bad_line_is_named_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        _read(text)
    assert caught.value.remedy


def test_bytes_that_are_not_utf8_name_their_line() -> None:
    with pytest.raises(InputError, match="line 2: not UTF-8"):
        read_glossary(b"a\tb\ncaf\xe9\tb\n", name="terms.tsv")


def test_tbx_2008_gives_terms_in_both_directions_but_no_deprecated_target() -> None:
    terms = read_glossary(TBX_2008, name="terms.tbx").terms
    assert Term("presa", "barrage", Pair("es", "fr")) in terms
    assert Term("embalse", "barrage", Pair("es", "fr")) in terms
    assert Term("barrage", "presa", Pair("fr", "es")) in terms
    assert all(term.target != "digue" for term in terms)


def test_tbx_3_prefers_the_preferred_term() -> None:
    assert Term("alcalde", "maire", Pair("es", "fr")) in read_glossary(TBX_3, name="terms.tbx").terms


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tbx><text>", "not well-formed"),
        (b"<html/>", "is no TBX"),
        (b"<tbx><conceptEntry><langSec><term>a</term></langSec></conceptEntry></tbx>", "without xml:lang"),
        (
            b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx><term>&a;</term></tbx>',
            "terms.tbx: entities are not resolved",
        ),
    ],
)
def test_a_bad_tbx_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_glossary(data, name="terms.tbx")


def test_an_entity_bomb_is_not_unfolded() -> None:
    bomb = b'<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><tbx><term>&b;</term></tbx>'
    with pytest.raises(InputError):
        read_glossary(bomb, name="terms.tbx")


def test_the_hash_follows_the_content_not_its_spelling() -> None:
    one, two = (read_glossary(x, name="t") for x in (b"a\tb\n", b"# hi\r\na\tb\t\t\r\n"))
    assert one.sha256 == two.sha256
    assert one.sha256 != read_glossary(b"a\tc\n", name="t").sha256


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_politely(data: bytes) -> None:
    with suppress(InputError):
        assert len(read_glossary(data, name="t").sha256) == 64
