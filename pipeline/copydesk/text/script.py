"""The script that most letters of a text are in."""

from __future__ import annotations

import re

_SCRIPTS = {
    "Latn": "A-Za-zªºÀ-ɏḀ-ỿ", "Cyrl": "Ѐ-ԯ", "Grek": "Ͱ-Ͽἀ-῿", "Hebr": "֐-׿", "Arab": "؀-ۿݐ-ݿࢠ-ࣿﭐ-﷿ﹰ-﻿",
    "Deva": "ऀ-ॿ", "Beng": "ঀ-৿", "Taml": "஀-௿", "Telu": "ఀ-౿", "Thai": "ก-๛", "Geor": "Ⴀ-ჿ",
    "Armn": "Ա-֏", "Hang": "ᄀ-ᇿ㄰-㆏가-힣", "Kana": "぀-ヿ", "Hani": "㐀-䶿一-鿿豈-﫿",
}  # fmt: skip
"""Ranges of the Unicode blocks, by ISO 15924 code."""

_FAMILIES = {
    "Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Kana", "Hani"), "Kore": ("Hang", "Hani"),
}  # fmt: skip
_PATTERNS = {name: re.compile(f"[{ranges}]") for name, ranges in _SCRIPTS.items()}
_LETTER = re.compile(r"[^\W\d_]")
_MOST = 0.7


def is_known(script: str) -> bool:
    """Whether ``in_script`` knows the ISO 15924 code ``script``."""
    return script in _SCRIPTS or script in _FAMILIES


def in_script(text: str, script: str) -> float:
    """The share of the letters of ``text`` that are in ``script``; 1 without letters."""
    letters = len(_LETTER.findall(text))
    parts = _FAMILIES.get(script, (script,))
    return sum(len(_PATTERNS[part].findall(text)) for part in parts) / letters if letters else 1.0


def script_of(text: str) -> str | None:
    """The code of the script that seven in ten letters of ``text`` are in; None if there is none."""
    letters = len(_LETTER.findall(text))
    for name, pattern in _PATTERNS.items():
        if letters and len(pattern.findall(text)) >= _MOST * letters:
            return name
    return None
