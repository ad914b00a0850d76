"""The fast detector for segments: py3langid, a byte n-gram naive Bayes model."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier, visit_counts

from copydesk.data import Vote, primary
from copydesk.detect.script import has_letters


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
        self._rows = [row << 8 for row in everything.tk_row]

    def vote(self, texts: Sequence[str]) -> list[Vote]:
        """One vote per text; None for texts without letters or where no language is configured."""
        return [self._vote(self._identifier, text) for text in texts]

    def distributions(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """The probability of each configured language, per text.

        They are py3langid's own (``rank``), but for the last bits of a float32: its arithmetic, with its
        tables, done for all texts at once, in little more than half the time.
        """
        model = self._identifier
        if not texts or not model.nb_classes:
            return [{} for _ in texts]
        coded = [_coded(text) for text in texts]
        counted = [visit_counts(model.tk_nextmove, self._rows, model.tk_output, c) or {} for c in coded]
        scores = _scores(counted, model.nb_ptc, model.nb_pc)
        scores /= np.sqrt([[len(code) or 1] for code in coded], dtype=np.float32)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        return [_by_label(model.nb_classes, row) for row in chances.tolist()]

    def anywhere(self, text: str) -> Vote:
        """The best of all 140 languages of the model; about five times the work of a restricted vote."""
        return self._vote(self._everything, text)

    def _vote(self, identifier: LanguageIdentifier, text: str) -> Vote:
        if not has_letters(text) or not identifier.labels:
            return Vote(self.name, None, 1.0 if not has_letters(text) else 0.0)
        language, confidence = identifier.classify(text)
        return Vote(self.name, str(language), float(confidence))


def _coded(text: str) -> bytes:
    """The bytes that the model reads."""
    low = text.lower() if text.isupper() else text
    return unicodedata.normalize("NFC", low).encode("utf-8", "surrogatepass")


def _scores(
    counted: Sequence[Mapping[int, int]], table: NDArray[np.float32], prior: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The naive Bayes score of each text (row) and label; 0 in texts without any feature."""
    sizes = np.array([len(features) for features in counted])
    total = int(sizes.sum())
    features = np.fromiter(chain.from_iterable(counted), np.intp, total)
    counts = np.fromiter(chain.from_iterable(each.values() for each in counted), np.float32, total)
    scores = np.zeros((len(counted), len(prior)), np.float32)
    if total:
        some = sizes > 0
        first = (np.cumsum(sizes) - sizes)[some]
        scores[some] = np.add.reduceat(np.log1p(counts)[:, None] * table[features], first) + prior
    return scores


def _by_label(labels: Sequence[str], chances: Sequence[float]) -> dict[str, float]:
    """``chances`` by label; a language that is in the model in two scripts has the sum."""
    found = dict.fromkeys(labels, 0.0)
    for label, chance in zip(labels, chances, strict=True):
        found[label] += chance
    return found


@cache
def _model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
