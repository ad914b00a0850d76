"""The fast detector for segments: py3langid, a byte n-gram naive Bayes model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from copydesk.data import Vote
from copydesk.detect.script import has_letters
from copydesk.detect.tags import primary


class Py3langidDetector:
    """Ranks the configured languages with an identifier of its own, so that no global state is shared.

    The first one in a process reads the model (about half a second); later ones share it. Probabilities are
    py3langid's normalised ones, tempered by text length, so they may be combined with a prior.
    """

    name = "py3langid"

    def __init__(self, languages: Sequence[str]) -> None:
        everything = _model()
        wanted = {primary(tag) for tag in languages}
        self.languages = frozenset(wanted & set(everything.labels))
        self._everything = everything
        self._identifier = copy(everything)
        self._identifier.set_languages(sorted(self.languages))

    def vote(self, texts: Sequence[str]) -> list[Vote]:
        """One vote per text; None for texts without letters or where no language is configured."""
        return [self._vote(self._identifier, text) for text in texts]

    def distributions(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """The probability of each configured language, per text."""
        return [dict(self._identifier.rank(text)) for text in texts]

    def anywhere(self, text: str) -> Vote:
        """The best of all 140 languages of the model; about five times the work of a restricted vote."""
        return self._vote(self._everything, text)

    def _vote(self, identifier: LanguageIdentifier, text: str) -> Vote:
        if not has_letters(text) or not identifier.labels:
            return Vote(self.name, None, 1.0 if not has_letters(text) else 0.0)
        language, confidence = identifier.classify(text)
        return Vote(self.name, str(language), float(confidence))


@cache
def _model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
