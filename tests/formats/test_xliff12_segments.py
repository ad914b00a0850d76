import io
import zipfile

import pytest

from copydesk.errors import InputError
from copydesk.formats.packed import unpack_xliff
from copydesk.formats.xliff import read_xliff

_HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
    ' xmlns:mq="MQXliff" version="1.2"><file original="a" source-language="en" target-language="fr"'
    ' datatype="x"><body>'
)
STUDIO = f"""{_HEAD}
<trans-unit id="u" ><source>One. Two. Three.</source>
<seg-source><g id="3"><mrk mtype="seg" mid="1">One <x id="9"/>.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></g>
<mrk mtype="seg" mid="3">Three.</mrk></seg-source>
<target><g id="3"><mrk mtype="seg" mid="1">Un <x id="9"/>.</mrk> <mrk mtype="seg" mid="2"/></g>
<mrk mtype="seg" mid="3">Trois.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/>
<sdl:seg id="3" conf="Draft"/></sdl:seg-defs></trans-unit>
<trans-unit id="c" translate="no"><source>&lt;p&gt;</source></trans-unit>
<trans-unit id="t"><source><x id="1"/></source><seg-source><x id="1"/></seg-source></trans-unit>
</body></file></xliff>"""
MEMOQ = f"""{_HEAD}
<trans-unit id="1" mq:status="ManuallyConfirmed"><source>One.</source><target>Un.</target></trans-unit>
<trans-unit id="2" mq:status="Rejected"><source>Two.</source><target>Deux.</target></trans-unit>
</body></file></xliff>"""


def test_a_unit_of_studio_gives_its_segments_with_their_states() -> None:
    (file,) = read_xliff(STUDIO.encode(), cut=True)
    segments = [segment for unit in file.units for segment in unit.segments]
    assert [(s.id, s.source.text, s.target.text if s.target else None, s.said) for s in segments] == [
        ("u:1", "One .", "Un .", "final"),
        ("u:2", "Two.", None, ""),
        ("u:3", "Three.", "Trois.", "needs-translation"),
        ("c", "<p>", None, ""),
    ]
    assert [s.translate for s in segments] == [True, True, True, False]
    assert [inline.span.start for inline in segments[0].source.inlines] == [4]


def test_a_unit_stays_whole_where_its_segments_are_not_asked_for() -> None:
    (file,) = read_xliff(STUDIO.encode())
    assert [segment.id for unit in file.units for segment in unit.segments] == ["u", "c", "t"]


def test_the_states_of_memoq_are_those_of_xliff() -> None:
    (file,) = read_xliff(MEMOQ.encode(), cut=True)
    assert [unit.segments[0].said for unit in file.units] == ["translated", "needs-review-translation"]


def _package(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in files.items():
            package.writestr(name.replace("_", "."), text)
    return buffer.getvalue()


def test_a_package_gives_its_xliff_alone() -> None:
    data = _package(content_xlf=STUDIO, skeleton_skl="x", b_mqxliff=MEMOQ)
    assert unpack_xliff(data) == (("b.mqxliff", MEMOQ.encode()), ("content.xlf", STUDIO.encode()))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", _package(skeleton_skl="x")])
def test_what_is_no_package_of_xliff_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        unpack_xliff(data)
    assert caught.value.remedy
