"""Names that a chain of engines wore down."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from copydesk.data import Candidate, Edit
from copydesk.text.fold import fold
from copydesk.translate.post_edit import edited

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")
_ALIKE = 0.6
"""Least share of common letters (Ratcliff-Obershelp) by which a name that was changed is known."""


def restored(candidate: Candidate, source: str) -> Candidate:
    """``candidate`` with the names of ``source`` where an unknown word is what is left of one.

    The first engine of a chain may turn a name into a word of its own language ("Cierzo" into "Cerç"),
    which the second does not know. Such a word goes back to the one name of the source that the
    translation lacks, begins alike and shares most letters with it; with two such names it stays.
    """
    unknown = [s for s in candidate.unknown if _NAME.fullmatch(s.of(candidate.text))]
    if not unknown:
        return candidate
    lost = {name for name in _NAME.findall(source) if name not in candidate.text}
    edits: list[Edit] = []
    for span in unknown:
        word = span.of(candidate.text)
        alike = [name for name in lost if _alike(name, word)] if word not in source else []
        if len(alike) == 1 and not any(p.span.overlaps(span) for p in candidate.kept):
            edits.append(Edit(span, word, alike[0], "names", f"the source says {alike[0]}"))
    return edited(candidate, edits) if edits else candidate


def _alike(name: str, word: str) -> bool:
    one, other = fold(name), fold(word)
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
