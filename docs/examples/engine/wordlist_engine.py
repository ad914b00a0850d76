"""An engine of one's own: word by word, from a list. Everything an engine needs is here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from copydesk.data import Candidate, Pair, Request, Span
from copydesk.errors import PairMissingError
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions

WORDS = {Pair("es", "fr"): {"el": "le", "gato": "chat", "ve": "voit", "tren": "train"}}


class WordListEngine:
    """Says each word as the list does; a word that is not in it stays and is marked unknown."""

    name = "wordlist"
    capabilities = Capabilities(deterministic=True)  # keeps no marks, gives no scores, never changes its mind

    def __init__(self, options: TranslateOptions) -> None:
        self._options = options  # building is cheap: load what is heavy with the first batch

    def pairs(self) -> tuple[Pair, ...]:
        """The directions that work now."""
        return tuple(sorted(WORDS))

    def fingerprint(self, pair: Pair) -> str:
        """Changes whenever the output may change: old translations are then made anew."""
        if pair not in WORDS:
            raise PairMissingError(f"no word list for {pair}", remedy="Add one to WORDS")
        return f"wordlist:{hashlib.sha256(repr(sorted(WORDS[pair].items())).encode()).hexdigest()[:12]}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order; each depends on its own request alone."""
        if batch:
            self.fingerprint(batch[0].pair)  # says what is missing
        return [self._one(request) for request in batch]

    def close(self) -> None:
        """Nothing to stop."""

    def _one(self, request: Request) -> Candidate:
        text, unknown = "", []
        for word in request.text.split():
            bare = word.strip(".,;:!?").lower()
            said = WORDS[request.pair].get(bare, bare)
            text += " " if text else ""
            if bare and bare not in WORDS[request.pair]:
                unknown.append(Span(len(text), len(text) + len(said)))
            text += said + word[len(word.rstrip(".,;:!?")) :]
        return Candidate(text[:1].upper() + text[1:], unknown=tuple(unknown))
