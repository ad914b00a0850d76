from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from copydesk.data import Inline, Means, Span
from copydesk.errors import InputError, PublishError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Unit
from copydesk.formats.inlinecodes import RAW
from copydesk.formats.xliff import read_xliff
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.publish.xliff import to_exchange
from formats.exchanges import exchanges
from formats.schemas import xliff2_rules, xliff12_rules
from publish.sample_edition import sample


@given(exchanges())
def test_xliff_2_gives_back_what_was_written(exchange: Exchange) -> None:
    assert read_xliff(write_xliff2(exchange)) == (exchange,)


@given(exchanges())
def test_xliff_12_gives_back_what_was_written(exchange: Exchange) -> None:
    assert read_xliff(write_xliff12(exchange)) == (exchange,)


def _sound(exchange: Exchange) -> Exchange:
    """The exchange with states that fit: without a target nothing is translated."""
    units = tuple(
        replace(
            u, segments=tuple(s if s.target else replace(s, state=ExchangeState.INITIAL) for s in u.segments)
        )
        for u in exchange.units
    )
    return replace(exchange, units=units)


@given(exchanges())
def test_xliff_2_keeps_the_rules_of_the_standard(exchange: Exchange) -> None:
    assert xliff2_rules.violations(write_xliff2(_sound(exchange))) == []


@given(exchanges())
def test_xliff_12_keeps_the_rules_of_the_standard(exchange: Exchange) -> None:
    assert xliff12_rules.violations(write_xliff12(_sound(exchange))) == []


def test_an_edition_keeps_the_rules_and_comes_back() -> None:
    exchange = to_exchange(sample())
    for data, rules in (
        (write_xliff2(exchange), xliff2_rules),
        (write_xliff12(exchange), xliff12_rules),
    ):
        assert rules.violations(data) == []
        assert read_xliff(data) == (exchange,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'state="final"', b'state="done"'),
        (b'id="b2.1"', b'id="b2.0"'),
        (b'<unit id="b1"', b'<unit id="b0"'),
        (b' trgLang="fr"', b""),
        (b"</segment>", b"<note>x</note></segment>"),
        (b'dataRefEnd="d2"', b'dataRefEnd="d9"'),
        (b'id="n1"', b'id="n 1"'),
        (b"<originalData>", b"<originalData/><originalData>"),
        (b'type="link"', b'type="anchor"'),
    ],
)
def test_the_rules_for_xliff_2_see_what_is_wrong(old: bytes, new: bytes) -> None:
    data = write_xliff2(to_exchange(sample()))
    assert old in data
    assert xliff2_rules.violations(data.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'state="final"', b'state="done"'),
        (b'id="b2.1"', b'id="b2.0"'),
        (b'datatype="html"', b""),
        (b'priority="1"', b'priority="11"'),
        (b"<target", b"<source/><target"),
        (b'<g id="1"', b"<g"),
    ],
)
def test_the_rules_for_xliff_12_see_what_is_wrong(old: bytes, new: bytes) -> None:
    data = write_xliff12(to_exchange(sample()))
    assert old in data
    assert xliff12_rules.violations(data.replace(old, new, 1))


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><xliff version="1.2">&b;</xliff>'
CORE = b'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"'


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        b"",
        b"<tmx/>",
        b'<xliff version="3.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        b"<xliff " + CORE + b'><file id="f"><unit id="u"><segment/></unit></file></xliff>',
        b"<xliff " + CORE + b' srcLang="es"><file id="f"><unit id="u"><segment/></unit></file></xliff>',
        b"<xliff "
        + CORE
        + b' srcLang="es"><file id="f"><unit><segment><source/></segment></unit></file></xliff>',
        b"<xliff "
        + CORE
        + b' srcLang="es"><file id="f"><unit id="u"><segment state="done"><source/></segment>'
        b"</unit></file></xliff>",
        b"<xliff "
        + CORE
        + b' srcLang="es"><file id="f"><unit id="u"><segment><source><b/></source></segment>'
        b"</unit></file></xliff>",
        b"<xliff "
        + CORE
        + b' srcLang="es"><file id="f"><unit id="u"><notes><note priority="high">x</note></notes>'
        b"<segment><source/></segment></unit></file></xliff>",
        b"<xliff "
        + CORE
        + b' srcLang="es"><file id="f"><unit id="u"><segment><source><cp hex="zz"/></source>'
        b"</segment></unit></file></xliff>",
    ],
)
def test_what_is_no_xliff_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_xliff(data)


FOREIGN_2 = b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" trgLang="fr">
<file id="f1"><group id="g"><unit id="u1"><originalData><data id="d1">[B}</data></originalData>
<segment state="translated"><source>A <sc id="1" dataRef="d1"/>bold<ec startRef="1"/> <mrk id="m1">word</mrk>
<ph id="2"/>.</source><target>Un <sc id="1" dataRef="d1"/>mot<ec startRef="1"/>.</target></segment>
<ignorable><source> </source></ignorable><segment id="s2"><source>B<sc id="3"
isolated="yes"/></source></segment>
</unit></group></file></xliff>"""


def test_foreign_xliff_22_keeps_text_codes_and_gaps() -> None:
    (exchange,) = read_xliff(FOREIGN_2)
    first, second = exchange.units[0].segments
    assert first.source.text == "A bold word\n."
    assert first.target is not None
    assert first.target.text == "Un mot."
    assert first.target.inlines == (Inline(Span(3, 6), RAW, (("start", "[B}"), ("end", ""))),)
    assert (first.gap, first.state, first.id) == (" ", ExchangeState.TRANSLATED, "s1")
    assert (second.target, second.state, second.id) == (None, ExchangeState.INITIAL, "s2")


FOREIGN_12 = b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a.txt" source-language="en" target-language="fr" datatype="plaintext"><body>
<trans-unit id="1" approved="yes"><source>A <bpt id="1">&lt;b&gt;</bpt>b<ept id="1">&lt;/b&gt;</ept></source>
<target state="translated">Un</target></trans-unit>
<trans-unit id="2"><source>C</source><target>D</target></trans-unit>
<trans-unit id="3"><source>E</source><target state="needs-adaptation">F</target></trans-unit>
</body></file></xliff>"""


def test_foreign_xliff_12_maps_states_and_paired_codes() -> None:
    (exchange,) = read_xliff(FOREIGN_12)
    segments = [unit.segments[0] for unit in exchange.units]
    assert segments[0].source == Marked("A b", (Inline(Span(2, 3), "b"),))
    assert [s.state for s in segments] == [
        ExchangeState.REVIEWED,
        ExchangeState.TRANSLATED,
        ExchangeState.INITIAL,
    ]
    assert [s.means for s in segments] == [None, None, None]


def _exchange(*segments: ExchangeSegment, unit: str = "u") -> Exchange:
    return Exchange("a", "es", "fr", (Unit(unit, segments),))


@pytest.mark.parametrize("write", [write_xliff2, write_xliff12])
@pytest.mark.parametrize(
    "exchange",
    [
        _exchange(ExchangeSegment("s", Marked("a\x0b"))),
        _exchange(ExchangeSegment("s", Marked("a")), ExchangeSegment("s", Marked("b"))),
        _exchange(ExchangeSegment("s 1", Marked("a"))),
        _exchange(ExchangeSegment("s", Marked("a")), unit="no/token"),
    ],
)
def test_what_xliff_cannot_say_is_refused(write: Callable[[Exchange], bytes], exchange: Exchange) -> None:
    with pytest.raises(PublishError):
        write(exchange)


def test_how_a_text_came_about_is_told_in_each_dialect() -> None:
    segment = ExchangeSegment("s", Marked("a"), Marked("b"), ExchangeState.TRANSLATED, Means.MACHINE)
    assert b'<segment id="s" state="translated" subState="copydesk:machine">' in write_xliff2(
        _exchange(segment)
    )
    twelve = write_xliff12(_exchange(segment))
    assert b'<target state="translated" state-qualifier="leveraged-mt">' in twelve
    assert b"approved" not in twelve
    human = replace(segment, state=ExchangeState.FINAL, means=Means.HUMAN)
    assert b'<trans-unit id="s" approved="yes">' in write_xliff12(_exchange(human))
