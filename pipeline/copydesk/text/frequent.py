"""Words by their frequency, from the package wordfreq (code Apache-2.0, lists CC BY-SA 4.0)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.data import primary

_COMMON, _SHORT_COMMON = 1e-5, 3e-4
"""Ten times in a million words; short words, which are often endings too, three hundred times."""

_SHORT = 4
_SAID, _UNSAID, _OFTENER = 3e-6, 1e-7, 30


@dataclass(frozen=True, slots=True)
class Frequent:
    """The word list of one language; the long list is read only to make sure that a word is none."""

    language: str

    def common(self, word: str) -> bool:
        """Whether ``word`` is said ten times in a million words, short ones three hundred times."""
        return self.share(word) >= (_SHORT_COMMON if len(word) <= _SHORT else _COMMON)

    def known(self, word: str) -> bool:
        """Whether ``word`` is in the long list (once in a hundred million words)."""
        return word in _list(self.language, "best")

    def share(self, word: str) -> float:
        """How often the lower-case ``word`` is said, as a share of all words; 0 below one in a million."""
        return _list(self.language, "small").get(word, 0.0)


@cache
def frequent(language: str) -> Frequent | None:
    """The list of ``language`` (BCP 47), None where there is none."""
    from wordfreq import available_languages  # takes a tenth of a second, and few texts ask

    code = primary(language)
    return Frequent(code) if code in available_languages("small") else None


def _list(language: str, size: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    known: Mapping[str, float] = get_frequency_dict(language, size)
    return known


def peculiar(word: str, language: str, other: str, *, oftener: int = _OFTENER) -> bool:
    """Whether ``word`` is said thrice in a million words, and ``oftener`` times as often as in ``other``.

    Ordinary words are ("supporting" in English, not in Spanish), names are said in both. False where a
    language (BCP 47) has no list.
    """
    own, theirs = frequent(language), frequent(other)
    if own is None or theirs is None:
        return False
    share = own.share(word.lower())
    return share >= _SAID and share >= oftener * (theirs.share(word.lower()) + _UNSAID)


def only_in(word: str, language: str, other: str) -> bool:
    """Whether the long list of ``language`` (BCP 47) has ``word`` and that of ``other`` has not."""
    own, theirs = frequent(language), frequent(other)
    if own is None or theirs is None:
        return False
    return own.known(word.lower()) and not theirs.known(word.lower())
