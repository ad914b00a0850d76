"""Notes and exponents are signs of their own in every format, and stand as they stood when written back."""

import pytest

from copydesk.data import Candidate, Inline, Pair, Request, Span
from copydesk.formats.exchange import Marked
from copydesk.formats.html import read_fragment
from copydesk.formats.markdown import read_markdown
from copydesk.formats.tmx import TmxUnit, read_tmx, write_tmx
from copydesk.numbers import compare, read
from copydesk.publish.markup import inline_html
from copydesk.text.superscripts import is_raised
from copydesk.translate.markup.edges import tightened

MARKUP = [
    ("en 2021<sup>3</sup> llegó", "en 2021³ llegó"),
    ('340<sup><a href="#n4">4</a></sup> personas', "340⁴ personas"),
    ('340<a href="#n4"><sup>[4]</sup></a> personas', "340[⁴] personas"),
    ("10<sup>6</sup> y 10<sup>-3</sup>", "10⁶ y 10⁻³"),
    ("dice<sup>12, 13</sup> que", "dice¹², ¹³ que"),
    ("el 1<sup>er</sup> piso, <sup>1</sup>/<sub>2</sub>, CO<sub>2</sub>", "el 1er piso, 1/2, CO2"),
]


@pytest.mark.parametrize(("markup", "text"), MARKUP)
def test_html_comes_back_as_it_was(markup: str, text: str) -> None:
    (block,) = read_fragment(f"<p>{markup}</p>").blocks
    assert block.text == text
    assert inline_html(block.text, block.inlines) == markup


def test_markdown_and_translation_memories_have_them_too() -> None:
    (block,) = read_markdown("en 2021<sup>3</sup> llegó[^2] a 10⁶").blocks
    assert block.text == "en 2021³ llegó a 10⁶"
    text = Marked("en 2021³", (Inline(Span(7, 8), "sup"),))
    unit = TmxUnit("1", "es", "fr", text, text)
    data = b"".join(write_tmx([unit], source_language="es"))
    assert b"</bpt>3<ept" in data
    assert read_tmx(data) == (unit,)


@pytest.mark.parametrize(
    ("text", "language", "surfaces"),
    [
        ("en 2021³ llegaron 340⁴", "es", ["2021", "³", "340", "⁴"]),
        ("10⁶ cellules", "fr", ["10", "⁶"]),
        ("das Wort⁵ gilt", "de", ["⁵"]),
        ("5 m² e 12 km², CO²", "it", ["5 m²", "12 km²"]),
    ],
)
def test_a_superscript_is_no_part_of_a_number(text: str, language: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in read(text, language)] == surfaces


@pytest.mark.parametrize(
    ("source", "target", "ok"),
    [
        ("en 2021³ llegó", "est arrivé en 2021³", True),
        ("en 2021³ llegó", "est arrivé en 20213", False),
        ("en 2021³ llegó", "est arrivé en 2021", False),
        ("hay 10⁶ células", "il y a 10⁵ cellules", False),
        ("a 50 € por m²", "à 50 € le mètre carré", True),
    ],
)
def test_the_ledger_holds_superscripts_apart(source: str, target: str, ok: bool) -> None:
    assert compare(source, target, "es", "fr").ok is ok


def test_markup_stands_round_its_own_superscript() -> None:
    marks = (Inline(Span(7, 8), "sup"), Inline(Span(12, 13), "sup"))
    request = Request("en 2021³ y 5³", Pair("es", "fr"), marks)
    strayed = tuple(Inline(Span(0, 0), "sup") for _ in marks)
    done = tightened(Candidate("en 2021³ et 5³", strayed), request)
    assert [inline.span.start for inline in done.inlines] == [7, 13]
    assert is_raised("³")
    assert not is_raised("3")
