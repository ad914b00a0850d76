"""Bytes to text.

The charset is told by, in this order:

1. a byte order mark;
2. the zero bytes of UTF-16 and UTF-32 without a mark;
3. UTF-8, if the bytes beyond ASCII are valid UTF-8 and no multi-byte charset is declared: they almost never
   are by chance, while single-byte charsets accept anything;
4. UTF-8 with a few torn bytes, if there are many more sound characters beyond ASCII, as in browsers;
5. the declared charset (XML declaration, ``<meta charset>``), if it decodes strictly. As in browsers,
   Latin-1 and ASCII mean Windows-1252;
6. charset-normalizer's guess; where it names a cousin of Windows-1252 that differs only in letters of other
   languages, or gives words that mix Latin letters with those of another script, Windows-1252, which is what
   western newsrooms write.

Wrongly decoded text that was stored as UTF-8 (mojibake) is left as it is.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from copydesk.errors import InputError
from copydesk.ingest.clean import noise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_AS_WINDOWS = {"iso8859-1", "ascii", "cp1252"}
_COUSINS = {"cp1250", "cp1257", "cp1254", "cp1258", "latin_1", "iso8859_1", "iso8859_2", "iso8859_3",
            "iso8859_4", "iso8859_9", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "cp1252",
            "mac_latin2", "hp_roman8"}  # fmt: skip
_SAMPLE = 65_536
_FOREIGN = re.compile(r"[^\W\d_]*[\u0370-\uffff][^\W\d_]*")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LOST = re.compile("\ufffd")
_MUCH = 4
_FAR = 1_000_000
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` without byte order mark, the Python name of its charset, and a note if it is a surprise."""

    text: str
    charset: str
    note: str = ""


def decode(data: bytes, uri: str) -> Decoded:
    """The text of ``data``; see the module for how its charset is told.

    Raises:
        InputError: if no charset fits, or the bytes are not text at all.
    """
    found = _marked(data) or _guessed(data)
    if found is None:
        raise InputError(f"{uri}: its charset cannot be told", remedy="Save it as UTF-8")
    sample = found.text[:_SAMPLE]
    if noise(sample) > max(8, len(sample) // 20):
        raise InputError(f"{uri}: it holds binary data, not text", remedy="Leave it out of the input")
    return found


def declared(data: bytes) -> str:
    """The Python name of the charset that the first 4 KiB of a page declare; empty if none or unknown."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return ""
    try:
        codec = codecs.lookup((match[1] or match[2]).decode("ascii"))
        "".encode(codec.name)
    except LookupError:  # unknown, or not a text charset ("base64")
        return ""
    # A declaration that can be read as ASCII cannot be telling the truth about these two.
    return "utf-8" if codec.name.startswith(("utf-16", "utf-32")) else codec.name


def _marked(data: bytes) -> Decoded | None:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], charset)
            return None if text is None else Decoded(text, charset)
    return None


def _guessed(data: bytes) -> Decoded | None:
    wide = _wide(data[:4096])
    if wide and (text := _strict(data, wide)) is not None:
        return Decoded(text, wide)
    if data.isascii():
        return Decoded(data.decode("ascii"), "ascii")
    label = declared(data)
    text = _strict(data, "utf-8")
    if text is not None and not (_is_multibyte(label) and _strict(data, label) is not None):
        return Decoded(text, "utf-8", _surprise(label, "utf-8"))
    if (torn := _torn(data, label)) is not None:
        return torn
    single = "cp1252" if label in _AS_WINDOWS else label
    if single and (text := _strict(data, single)) is not None:
        return Decoded(text, single)
    return _statistical(data, label)


def _torn(data: bytes, label: str) -> Decoded | None:
    """UTF-8 with a few bytes that are not: as in a browser, each becomes U+FFFD and the rest stays right."""
    if _is_multibyte(label):
        return None
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    good = sum(map(len, _BEYOND_ASCII.findall(text))) - lost
    if good < (lost if label == "utf-8" else _MUCH * lost) or not good:
        return None
    where = ", ".join(repr(text[max(0, m.start() - 12) : m.end() + 12]) for m in _LOST.finditer(text[:_FAR]))
    return Decoded(text, "utf-8", f"{lost} byte(s) are not UTF-8, a character each is lost: {where}"[:300])


def _statistical(data: bytes, label: str) -> Decoded | None:
    windows = _strict(data, "cp1252")
    best = from_bytes(data[:_SAMPLE]).best()
    guess = best.encoding if best else ""
    text = _strict(data, guess) if guess else None
    if windows is not None and (not guess or guess in _COUSINS or (text and _mixed(text[:_SAMPLE]))):
        return Decoded(windows, "cp1252", _surprise(label, "cp1252"))
    if text is None:
        return None
    return Decoded(text, guess, _surprise(label, guess))


def _mixed(text: str) -> bool:
    """Whether half the words with letters of another script have Latin ones too, as in no language."""
    foreign = _FOREIGN.findall(text)
    return bool(foreign) and 2 * sum(bool(_LATIN.search(word)) for word in foreign) >= len(foreign)


def _surprise(label: str, charset: str) -> str:
    if not label:
        return "" if charset == "utf-8" else f"no charset is declared; read as {charset}"
    return "" if label == charset else f"declared as {label}, but read as {charset}"


def _is_multibyte(label: str) -> bool:
    return label not in ("", "utf-8") and not label.startswith(("iso8859", "cp125", "koi8", "mac", "ascii"))


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _wide(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: zero bytes in most of one lane, in few of the other."""
    if head.count(0) * 4 < len(head) or len(head) < 4:
        return ""
    lanes = [head[n::4].count(0) * 4 / len(head) for n in range(4)]
    high = [share > 0.6 for share in lanes]
    known = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return known.get((high[0], high[1], high[2], high[3]), "")
