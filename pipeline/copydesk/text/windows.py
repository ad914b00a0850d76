"""C1 controls that are Windows-1252 characters in truth.

Text of a Windows program that was read as Latin-1 has U+0092 where it means an apostrophe and U+0080 where it
means €. Browsers read the numeric references &#128; to &#159; the same way (HTML standard, "numeric
character reference end state").
"""

from __future__ import annotations

MEANT = {
    chr(code): found for code in range(0x80, 0xA0) if (found := bytes([code]).decode("cp1252", "ignore"))
}
"""The character each control was meant to be; five have none."""
