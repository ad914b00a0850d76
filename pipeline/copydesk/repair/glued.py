"""Words that translation glued together ("similairebien") on pages that lost their numbers too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copydesk.data import Certainty, Edit, Finding, Severity, Span
from copydesk.repair.words import Words

RULE = "glued-words"
COMPOUNDING = frozenset({"de", "en", "nl", "da", "sv", "nb", "nn", "no", "fi", "hu", "is"})
"""Languages that write compounds in one word: there no split is ever sure."""

PREFIXES = frozenset(
    {
        "anti", "arch", "archi", "auto", "bio", "co", "contra", "contre", "dis", "entre", "extra",
        "hyper", "hiper", "infra", "inter", "intra", "macro", "maxi", "mega", "méga", "meta", "méta",
        "micro", "mini", "mono", "multi", "neo", "néo", "paléo", "para", "poli", "poly", "post", "pre",
        "pré", "pro", "proto", "pseudo", "psico", "psycho", "radio", "semi", "socio", "sub", "super",
        "supra", "télé", "tele", "trans", "tri", "ultra", "uni", "vice", "video", "vidéo",
    }
)  # fmt: skip
"""First halves that make new words in the Romance languages: supergroupe is one word."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzàáâçèéêëíîïñóôòúûùü"

_WORD = re.compile(r"(?<![\w@#./'’\-])[^\W\d_A-Z]{7,40}(?![\w@/'’\-]|\.\w)")
_SHORTEST = 3
_LONG = 5


def glued(
    text: str, words: Words, others: Collection[Words] = (), known: Collection[str] = ()
) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """Edits that part the glued words of ``text``, and findings where two splits are possible.

    A word is parted if it is no word of ``words``, nor of the ``others`` (languages that an article of this
    kind quotes), nor in ``known`` (words, lower case, that stand elsewhere in the article or its original),
    both halves are common words, one of them of five letters or more, no other split does, and no change of
    one letter makes it a word (then it may be misspelt). Words with capitals, in addresses and beside hyphens
    or apostrophes are left alone. Linear in the text.
    """
    edits: list[Edit] = []
    findings: list[Finding] = []
    for match in _WORD.finditer(text):
        word = match.group()
        splits = list(_splits(word, words)) if word.islower() and word not in known else []
        if not splits or words.known(word) or any(other.known(word) for other in others):
            continue
        span = Span(*match.span())
        misspelt = _misspelt(word, words)
        parted = tuple(" ".join(split) for split in splits)
        if len(parted) == 1 and not misspelt:
            first, second = splits[0]
            reason = f"{word} is no word, {first} and {second} are, and no other split gives two words"
            edits.append(Edit(span, word, parted[0], RULE, reason))
        else:
            reason = f"{word} is no word and can be parted as {' or '.join(parted)}"
            reason += f", but may be {misspelt}, misspelt" if misspelt else ""
            edits.append(Edit(span, word, word, RULE, reason, Certainty.UNKNOWN, parted))
            findings.append(Finding(RULE, Severity.NOTE, reason, target=(span,)))
    return tuple(edits), tuple(findings)


def _splits(word: str, words: Words) -> Iterator[tuple[str, str]]:
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, second = word[:at], word[at:]
        if max(len(first), len(second)) < _LONG or first in PREFIXES:
            continue
        if words.common(first) and words.common(second):
            yield first, second


def _misspelt(word: str, words: Words) -> str:
    """A common word one letter away, if there is one."""
    for at in range(len(word)):
        head, rest = word[:at], word[at + 1 :]
        near = (head + rest, *(head + letter + rest for letter in _LETTERS))
        if found := next((other for other in near if other != word and words.common(other)), ""):
            return found
    return ""
