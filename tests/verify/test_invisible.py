import pytest

from copydesk.data import Bitext, Pair
from copydesk.text.apply import apply
from copydesk.verify.context import Context
from copydesk.verify.invisible import Invisible


def _fixed(target: str) -> str:
    found = Invisible(Context()).find(Bitext("", target, Pair("es", "fr")))
    return apply(target, [f.fix for f in found if f.fix])


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("L\u0092eau co\u00fbte 5 \u0080 \u0097 trop.", "L’eau co\u00fbte 5 € — trop."),
        ("\u0093Oui\u0094, dit-il\u0085", "“Oui”, dit-il…"),
        ("Un\u0081 bar\u200brage\x07.", "Un barrage."),
    ],
)
def test_windows_characters_are_written_and_the_others_taken_out(target: str, wanted: str) -> None:
    assert _fixed(target) == wanted
    assert _fixed(wanted) == wanted
