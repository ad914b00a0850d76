"""Which script a text is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_LETTER = re.compile(r"[^\W\d_]")
_BEYOND_LATIN = re.compile(
    r"[\u0370-\u1dff\u2c80-\ua71f\ua800-\uaaff\uab70-\ufaff\ufb07-\ufeff\uff66-\uffdc\U00010000-\U0003ffff]"
)

_SCRIPTS = {
    "LATIN": "Latn", "GREEK": "Grek", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "HEBREW": "Hebr",
    "ARABIC": "Arab", "SYRIAC": "Syrc", "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru",
    "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt", "MYANMAR": "Mymr",
    "GEORGIAN": "Geor", "HANGUL": "Hang", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan", "CJK": "Hani",
}  # fmt: skip


def has_letters(text: str) -> bool:
    """Whether there is anything a language could be told from."""
    return _LETTER.search(text) is not None


def script_of(text: str) -> str | None:
    """The ISO 15924 code of most letters; None without letters, "Zyyy" for a script without a code here.

    Han characters among kana count as Japanese ("Jpan"), alone they are "Hani".
    """
    if not has_letters(text):
        return None
    if _BEYOND_LATIN.search(text) is None:
        return "Latn"
    counts = Counter(_script(letter) for letter in _LETTER.findall(text))
    if counts["Jpan"]:
        counts["Jpan"] += counts.pop("Hani", 0)
    return max(sorted(counts), key=counts.__getitem__)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    word = name.removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ").partition(" ")[0].partition("-")[0]
    return _SCRIPTS.get(word, "Zyyy")
