"""A tokenised text with its lexicon: what the reader's rules look at."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.numbers.lexicon import Lexicon, Phrases
from copydesk.numbers.tokens import Token


@dataclass(frozen=True, slots=True)
class Scan:
    """``text``, its tokens and the language's lexicon. Positions are token indices."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon

    def low(self, at: int) -> str:
        """The lower-case surface of token ``at``, empty outside the text."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def surface(self, at: int) -> str:
        """Token ``at`` as written, empty outside the text."""
        if not 0 <= at < len(self.tokens):
            return ""
        token = self.tokens[at]
        return self.text[token.start : token.end]

    def kind(self, at: int) -> str:
        """The kind of token ``at``, empty outside the text."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether token ``at`` follows the one before without a gap."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def near(self, at: int) -> bool:
        """Whether only white space, or nothing, parts token ``at`` from the one before."""
        if not 0 < at < len(self.tokens):
            return False
        start, end = self.tokens[at - 1].end, self.tokens[at].start
        return start == end or (end - start <= 2 and self.text[start:end].isspace())

    def phrase(self, at: int, table: Phrases) -> tuple[str, str, int] | None:
        """The longest phrase of ``table`` at ``at``: its role, code and last token."""
        for words, role, code in table.get(self.low(at), ()):
            last = at + len(words) - 1
            if all(
                self.low(at + n) == word and (n == 0 or self.near(at + n)) for n, word in enumerate(words)
            ):
                return role, code, last
        return None
