import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import InputError
from copydesk.formats.po import FUZZY, read_po

_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40
)


@given(st.dictionaries(_TEXTS, _TEXTS, min_size=1, max_size=4))
def test_what_gettext_was_given_is_read(texts: dict[str, str]) -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "pt_BR", "Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in texts.items())
    read = read_po(str(catalogue).encode())
    assert read.target_language == "pt-BR"
    assert {message.source: message.target for message in read.messages} == texts


_CATALOGUE = b"""msgid ""
msgstr "Language: fr\\nX-Source-Language: en\\n"

#, fuzzy
msgid "Save"
msgstr "Enregistrer"

msgid "%d day"
msgid_plural "%d days"
msgstr[0] "%d jour"
msgstr[1] "%d jours"

#~ msgid "Old"
#~ msgstr "Vieux"
"""


def test_plurals_states_and_lines_are_told_and_obsolete_messages_left_out() -> None:
    read = read_po(_CATALOGUE)
    assert (read.source_language, read.target_language) == ("en", "fr")
    assert [(m.source, m.target, m.state) for m in read.messages] == [
        ("Save", "Enregistrer", FUZZY),
        ("%d day", "%d jour", ""),
        ("%d days", "%d jours", ""),
    ]
    assert [message.line for message in read.messages] == [4, 8, 8]


def test_a_language_with_one_form_has_that_of_the_plural() -> None:
    (message,) = read_po(b'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d"\n').messages
    assert message.source == "%d days"


@pytest.mark.parametrize("data", [b"hello\n", b'msgid "a\nmsgstr\n', b'msgid "\xff"\n', b"", b"name.po"])
def test_what_is_no_catalogue_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_po(data)
    assert caught.value.remedy
