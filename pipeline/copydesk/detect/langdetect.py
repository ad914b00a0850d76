"""The careful detector for whole articles: langdetect, seeded and restricted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from langdetect.detector import Detector as OriginalDetector
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import ErrorCode, LangDetectException
from langdetect.utils.ngram import NGram

from copydesk.data import Vote, primary
from copydesk.detect.script import has_letters

_SPACES = re.compile(" {2,}")
_BEYOND_LATIN = re.compile("[\u0300-\U0010ffff]")


class LangdetectDetector:
    """Votes among the configured languages with a factory of its own, seeded with 0: same text, same vote.

    Only the profiles of the configured languages are read, which makes the loading fast, the vote about
    five times as fast as among all 55, and other languages impossible.
    """

    name = "langdetect"

    def __init__(self, languages: Sequence[str]) -> None:
        known = {primary(path.name) for path in Path(PROFILES_DIRECTORY).iterdir()}
        self.languages = frozenset({primary(tag) for tag in languages} & known)
        self._factory = _factory(self.languages) if len(self.languages) > 1 else None

    def vote(self, texts: Sequence[str]) -> list[Vote]:
        """One vote per text; None, confidence 0, where it knows fewer than two configured languages."""
        return [self._vote(text) for text in texts]

    def _vote(self, text: str) -> Vote:
        if not has_letters(text):
            return Vote(self.name, None, 1.0)
        if self._factory is None:
            return Vote(self.name, None, 0.0)
        detector = self._factory.create()
        detector.append(text.lower() if text.isupper() else text)
        try:
            best = detector.get_probabilities()
        except LangDetectException:  # letters, but none of any configured language's profile
            return Vote(self.name, None, 0.0)
        if not best:
            return Vote(self.name, None, 0.0)
        return Vote(self.name, primary(best[0].lang), min(1.0, float(best[0].prob)))


@cache
def _factory(languages: frozenset[str]) -> _Factory:
    factory = _Factory()
    factory.seed = 0
    folder = Path(PROFILES_DIRECTORY)
    profiles = sorted(path for path in folder.iterdir() if primary(path.name) in languages)
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    return factory


class _Normal(dict[int, str]):
    """langdetect's normal form of each character, worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = normal = str(NGram.normalize(chr(code)))
        return normal


class _Factory(DetectorFactory):  # type: ignore[misc]  # langdetect is untyped
    """Makes detectors that remember the n-grams of frequent words."""

    def __init__(self) -> None:
        super().__init__()
        self.normal = _Normal()
        self.chances = lru_cache(maxsize=8192)(self._chances)

    def _create_detector(self) -> OriginalDetector:
        return _QuickDetector(self)

    def _chances(self, word: str) -> tuple[list[float], ...]:
        """The languages' probabilities for each known n-gram of a word and of the space that may end it."""
        ngram = NGram()
        found: list[list[float]] = []
        for letter in word:
            ngram.add_char(letter)
            parts = [ngram.get(size) for size in range(1, NGram.N_GRAM + 1)]
            found += [self.word_lang_prob_map[part] for part in parts if part in self.word_lang_prob_map]
        return tuple(found)


class _QuickDetector(OriginalDetector):  # type: ignore[misc]  # langdetect is untyped
    """Gives exactly what langdetect 1.0.9 gives, in less than half the time.

    N-grams never reach over a space, so those of frequent words are remembered. The rest of the time goes
    into the loop over randomly drawn n-grams, which is the original's without its calls for each draw.
    """

    def __init__(self, factory: _Factory) -> None:
        super().__init__(factory)
        self._factory = factory

    def append(self, text: str) -> None:
        """Add ``text``, without addresses and with runs of spaces made one."""
        bare = NGram.normalize_vi(self.MAIL_RE.sub(" ", self.URL_RE.sub(" ", text)))
        self.text += _SPACES.sub(" ", bare[: self.max_text_length])

    def cleaning_text(self) -> None:
        """Drop Latin letters from text in another script; without such a script there is nothing to do."""
        if _BEYOND_LATIN.search(self.text):
            super().cleaning_text()

    def _detect_block(self) -> None:
        self.cleaning_text()
        drawn = self._drawn_from()
        if not drawn:
            raise LangDetectException(ErrorCode.CantDetectError, "No features in text.")
        self.langprob = [0.0] * len(self.langlist)
        self.random.seed(self.seed)
        for _ in range(self.n_trial):
            alpha = self.alpha + self.random.gauss(0.0, 1.0) * self.ALPHA_WIDTH
            found = self._trial(drawn, alpha / self.BASE_FREQ)
            self.langprob = [
                total + chance / self.n_trial for total, chance in zip(self.langprob, found, strict=True)
            ]

    def _drawn_from(self) -> list[list[float]]:
        words = self.text.translate(self._factory.normal).split(" ")
        drawn = [chances for word in words[:-1] if word for chances in self._factory.chances(word + " ")]
        return drawn + list(self._factory.chances(words[-1]))

    def _trial(self, drawn: Sequence[Sequence[float]], weight: float) -> list[float]:
        """The languages' probabilities after as many random draws as it takes to be sure.

        The original looks after the first draw and then after every five, which are taken together here; the
        factors meet in the same order, so that the result is the same to the last bit.
        """
        found = self._init_probability()
        draws = self._draws(drawn)
        found = _normal([p * (weight + a) for p, a in zip(found, next(draws), strict=True)])
        for _ in range(self.ITERATION_LIMIT // 5):
            if max(found) > self.CONV_THRESHOLD:
                break
            five = zip(found, *islice(draws, 5), strict=True)
            found = _normal(
                [
                    p * (weight + a) * (weight + b) * (weight + c) * (weight + d) * (weight + e)
                    for p, a, b, c, d, e in five
                ]
            )
        return found

    def _draws(self, drawn: Sequence[Sequence[float]]) -> Iterator[Sequence[float]]:
        """What ``random.choice`` gives, draw by draw."""
        count = len(drawn)
        bits, getrandbits = count.bit_length(), self.random.getrandbits
        while True:
            at = getrandbits(bits)
            if at < count:
                yield drawn[at]


def _normal(chances: list[float]) -> list[float]:
    total = sum(chances)
    return [chance / total for chance in chances]
