"""A text cut into tokens, with its lexicon: what the reader's rules look at."""

from __future__ import annotations

from copydesk.numbers.lexicon import Lexicon, Phrases
from copydesk.numbers.tokens import KINDS, cut


class Scan:
    """``text``, its tokens and the language's lexicon. Positions are token indices.

    ``kinds`` and ``lows`` are the kind and the lower-case surface of every token. Most tokens are looked at
    for nothing else, so where they stand is worked out when asked for.
    """

    __slots__ = ("_cut", "kinds", "lexicon", "lows", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self._cut = cut(text)
        self.kinds = [KINDS[token.lastindex or 0] for token in self._cut]
        self.lows = [token[token.lastindex or 0].lower() for token in self._cut]

    def low(self, at: int) -> str:
        """The lower-case surface of token ``at``, empty outside the text."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def surface(self, at: int) -> str:
        """Token ``at`` as written, empty outside the text."""
        if not 0 <= at < len(self._cut):
            return ""
        token = self._cut[at]
        return str(token[token.lastindex or 0])

    def kind(self, at: int) -> str:
        """The kind of token ``at``, empty outside the text."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def start(self, at: int) -> int:
        """The first code point of token ``at``."""
        token = self._cut[at]
        return token.start(token.lastindex or 0)

    def end(self, at: int) -> int:
        """The code point after token ``at``."""
        return self._cut[at].end()

    def glued(self, at: int) -> bool:
        """Whether token ``at`` follows the one before without a gap."""
        return 0 < at < len(self._cut) and self.end(at - 1) == self.start(at)

    def near(self, at: int) -> bool:
        """Whether only white space, or nothing, parts token ``at`` from the one before."""
        if not 0 < at < len(self._cut):
            return False
        start, end = self.end(at - 1), self.start(at)
        return start == end or (end - start <= 2 and self.text[start:end].isspace())

    def phrase(self, at: int, table: Phrases) -> tuple[str, str, int] | None:
        """The longest phrase of ``table`` at ``at``: its role, code and last token."""
        for words, role, code in table.get(self.low(at), ()):
            last = at + len(words) - 1
            if last == at or (
                tuple(self.lows[at : last + 1]) == words and all(map(self.near, range(at + 1, last + 1)))
            ):
                return role, code, last
        return None
