"""Word lists: how common a word is. Members of the family ``words``, loaded when a broken page asks."""

from __future__ import annotations

from typing import Protocol

from copydesk.plugins import Registry


class Words(Protocol):
    """A word list of one language."""

    def common(self, word: str) -> bool:
        """Whether the lower-case ``word`` is common enough to be half of two words glued together."""
        ...

    def known(self, word: str) -> bool:
        """Whether the lower-case ``word`` is a word at all."""
        ...


WORDS = Registry("words", {"wordfreq": "copydesk.text.frequent:frequent"}, {})
"""Each member is a function from a language (BCP 47) to its Words, or None where it has no list."""
