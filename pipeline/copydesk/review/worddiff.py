"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d[\d.,\u00a0\u202f]*\d|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the diff: ``before`` was replaced by ``after``; both alike where nothing changed."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.before == self.after


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order; joined, they give each text back exactly.

    Numbers with their separators are one word. Two changes with only a space between are one change.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        piece = Piece("".join(old[i:j]), "".join(new[k:m]))
        if kind == "equal" and piece.before.isspace() and pieces:
            pieces.append(piece)
            continue
        if kind != "equal" and len(pieces) > 1 and pieces[-1].same and pieces[-1].before.isspace():
            gap, last = pieces.pop(), pieces.pop()
            piece = Piece(last.before + gap.before + piece.before, last.after + gap.after + piece.after)
        pieces.append(piece)
    return tuple(pieces)


def words_of(text: str) -> list[str]:
    """The words and numbers of ``text``, without spaces and punctuation."""
    return [token for token in _TOKEN.findall(text) if token[0].isalnum()]


def tokens_of(text: str) -> list[str]:
    """The words, numbers and punctuation marks of ``text``, without spaces."""
    return [token for token in _TOKEN.findall(text) if not token.isspace()]
