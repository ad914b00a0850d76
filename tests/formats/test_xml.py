from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree

from copydesk.errors import InputError, PublishError
from copydesk.formats.xml import attribute, parse, text
from formats.exchanges import texts

BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (n, n - 1, n - 1, n - 1, n - 1) for n in range(98, 122))
    + b"]><x>&y;</x>"
)


@given(texts)
def test_any_text_survives_writing_and_parsing(value: str) -> None:
    root = parse(f'<x a="{attribute(value)}">{text(value)}</x>'.encode())
    assert (root.get("a"), root.text or "") == (value, value)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_what_xml_cannot_carry_is_refused_by_name(character: str) -> None:
    with pytest.raises(PublishError, match=f"U\\+{ord(character):04X}"):
        text(f"ab{character}")
    with pytest.raises(PublishError):
        attribute(character)


def test_an_entity_bomb_is_refused_at_once() -> None:
    with pytest.raises(InputError, match=r"DOCTYPE|entity"):
        parse(BOMB)


def test_a_skipped_doctype_never_gives_entity_text() -> None:
    with pytest.raises(InputError, match="entit"):
        parse(BOMB, doctype="skip")


def test_a_local_file_is_never_read(tmp_path: pytest.TempPathFactory) -> None:
    data = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    with pytest.raises(InputError, match="entit"):
        parse(data, doctype="skip")


def test_a_skipped_doctype_leaves_the_document() -> None:
    root = parse(b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>text</tmx>', doctype="skip")
    assert root.text == "text"


def test_the_line_of_a_fault_is_named() -> None:
    with pytest.raises(InputError, match="line 3"):
        parse(b"<x>\n<y>\n</x>")


@pytest.mark.parametrize("data", [b"", b"  ", b"\xff\xfe", b"<x>\x00</x>", b"not xml"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not well-formed"):
        parse(data)


def test_nesting_beyond_the_limit_is_refused() -> None:
    with pytest.raises(InputError):
        parse(b"<x>" * 10_000 + b"</x>" * 10_000)


def test_comments_and_instructions_leave_the_text_whole() -> None:
    root = parse(b"<x>a<!-- no -->b<?no no?>c</x>")
    assert etree.tostring(root) == b"<x>abc</x>"
