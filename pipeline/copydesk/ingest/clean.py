"""Take out what no text may hold: characters that XML, SQLite and terminals choke on.

Removed: NUL and the other C0 and C1 controls without a visible effect, DEL, U+FFFE and U+FFFF. Turned into a
space or a line break: controls that are white space (tab and line breaks stay). Turned into what they were
meant to be: C1 controls that are Windows-1252 characters. Turned into U+FFFD, since something is lost there:
lone surrogates. All else stays, bidi marks, zero-width characters and mojibake too: what may be meant is for
checks to flag, not for a reader to change.
"""

from __future__ import annotations

import re

from copydesk.text.windows import MEANT

_SPACES = {0x0B: "\n", 0x0C: "\n", 0x1C: "\n", 0x1D: "\n", 0x1E: "\n", 0x1F: " "}
_NOISE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """``text`` without unprintable noise (see the module); a text without any is returned as it is."""
    return _NOISE.sub(_replacement, text)


def patch(text: str) -> str:
    """Like ``clean``, but of the same length, for texts whose spans are already counted.

    What ``clean`` would take out or break in lines becomes U+FFFD.
    """
    return _NOISE.sub(lambda match: MEANT.get(match[0], "\ufffd"), text)


def noise(text: str) -> int:
    """How many characters ``clean`` would remove or replace."""
    return len(_NOISE.findall(text))


def _replacement(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return _SPACES.get(code, MEANT.get(match[0], ""))
