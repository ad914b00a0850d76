"""Words of one notion in several languages, for telling whether two texts speak of the same."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from copydesk.data import primary

_PAGE = "common_words.tsv"
_LEAST = 2


class Notions(NamedTuple):
    """The notions of one language: by whole word, and by the beginning of a word."""

    words: Mapping[str, frozenset[int]]
    stems: Mapping[str, frozenset[int]]
    longest: int

    def of(self, word: str) -> frozenset[int]:
        """The numbers of the notions that ``word``, folded, may mean."""
        found = self.words.get(word, frozenset())
        for end in range(_LEAST, min(len(word), self.longest) + 1):
            if more := self.stems.get(word[:end]):
                found |= more
        return found


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """``word`` without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


@cache
def kin(one: str, other: str) -> bool:
    """Whether two languages are of one family, so that many of their words look alike."""
    lines = (files(__package__) / _PAGE).read_text(encoding="utf-8").splitlines()
    families = [set(line.split()[2:]) for line in lines if line.startswith("# family")]
    return any({primary(one), primary(other)} <= family for family in families)


@cache
def notions(language: str) -> Notions:
    """The notions of ``language`` (BCP 47); none for a language without a column."""
    words: defaultdict[str, set[int]] = defaultdict(set)
    stems: defaultdict[str, set[int]] = defaultdict(set)
    lines = (files(__package__) / _PAGE).read_text(encoding="utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    code = primary(language)
    column = header.index(code) if code in header else None
    for number, row in enumerate(rows if column is not None else ()):
        for entry in row[column or 0].split():
            table = stems if entry.endswith("*") else words
            table[folded(entry.rstrip("*"))].add(number)
    return Notions(
        {word: frozenset(found) for word, found in words.items()},
        {stem: frozenset(found) for stem, found in stems.items()},
        max(map(len, stems), default=0),
    )
