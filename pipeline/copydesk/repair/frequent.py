"""Words by their frequency, from the package wordfreq (code Apache-2.0, lists CC BY-SA 4.0)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wordfreq import available_languages, get_frequency_dict

_COMMON, _SHORT_COMMON = 1e-5, 3e-4
"""Ten times in a million words; short words, which are often endings too, three hundred times."""

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Frequent:
    """The word list of one language; the long list is read only to make sure that a word is none."""

    language: str

    def common(self, word: str) -> bool:
        """Whether ``word`` is said ten times in a million words, short ones three hundred times."""
        least = _SHORT_COMMON if len(word) <= _SHORT else _COMMON
        return bool(get_frequency_dict(self.language, "small").get(word, 0.0) >= least)

    def known(self, word: str) -> bool:
        """Whether ``word`` is in the long list (once in a hundred million words)."""
        return word in get_frequency_dict(self.language, "best")


@cache
def frequent(language: str) -> Frequent | None:
    """The list of ``language`` (BCP 47), None where there is none."""
    code = language.split("-")[0].lower()
    return Frequent(code) if code in available_languages("small") else None
