"""What every member of the family promises, and what each adds."""

from copy import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langdetect.detector import Detector as OriginalDetector
from langdetect.lang_detect_exception import LangDetectException

from copydesk.detect import DETECTORS
from copydesk.detect.base import Detector, Ranker
from copydesk.detect.langdetect import LangdetectDetector, _factory
from copydesk.detect.py3langid import Py3langidDetector, _model

LANGUAGES = ("es", "fr", "en", "de")
SENTENCES = {
    "es": "El ayuntamiento aprobó ayer los presupuestos con los votos de la oposición.",
    "fr": "Le conseil municipal a voté hier le budget avec les voix de l'opposition.",
    "en": "The council passed the budget yesterday with the votes of the opposition.",
    "de": "Der Stadtrat hat gestern den Haushalt mit den Stimmen der Opposition beschlossen.",
}


@pytest.fixture(params=DETECTORS.names())
def detector(request: pytest.FixtureRequest) -> Detector:
    made: Detector = DETECTORS.load(request.param)(LANGUAGES)
    assert made.name == request.param
    return made


def test_plain_sentences_are_told_in_order(detector: Detector) -> None:
    votes = detector.vote(list(SENTENCES.values()))
    assert [vote.language for vote in votes] == list(SENTENCES)
    assert all(vote.detector == detector.name and 0.9 < vote.confidence <= 1.0 for vote in votes)


def test_the_same_text_gets_the_same_vote(detector: Detector) -> None:
    assert len({detector.vote(["Messi marca dos goles"])[0] for _ in range(5)}) == 1


def test_text_without_letters_has_no_language(detector: Detector) -> None:
    for vote in detector.vote(["", "  ", "12 %", "— … !"]):
        assert (vote.language, vote.confidence) == (None, 1.0)


def test_no_language_but_the_configured_ones(detector: Detector) -> None:
    assert detector.languages == frozenset(LANGUAGES)
    assert all(
        vote.language in (*LANGUAGES, None) for vote in detector.vote(["Goedemorgen allemaal", "Żółw"])
    )


def test_no_known_language_means_no_vote(detector: Detector) -> None:
    blind: Detector = DETECTORS.load(detector.name)(("tlh",))
    vote = blind.vote(["Una frase cualquiera"])[0]
    assert (vote.language, vote.confidence) == (None, 0.0)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_a_vote(text: str) -> None:
    for name in DETECTORS.names():
        (vote,) = DETECTORS.load(name)(LANGUAGES).vote([text])
        assert 0.0 <= vote.confidence <= 1.0


@settings(deadline=None)
@given(st.text(alphabet="aéÀB Çdñ'.ßおに漢Дж\n@:/", max_size=60) | st.sampled_from(list(SENTENCES.values())))
def test_the_quick_detector_gives_what_langdetect_gives(text: str) -> None:
    factory = _factory(frozenset(LANGUAGES))
    assert _probabilities(factory.create(), text) == _probabilities(OriginalDetector(factory), text)


def _probabilities(detector: Any, text: str) -> list[tuple[str, float]] | None:
    detector.append(text)
    try:
        return [(found.lang, found.prob) for found in detector.get_probabilities()]
    except LangDetectException:
        return None


def test_letters_of_no_profile_get_no_vote_of_langdetect() -> None:
    assert LangdetectDetector(("es", "fr")).vote(["ሀሁሂ"])[0].language is None


def test_distributions_cover_the_configured_languages() -> None:
    ranker = Py3langidDetector(LANGUAGES)
    assert isinstance(ranker, Ranker)
    for distribution in ranker.distributions([SENTENCES["fr"], "", "12"]):
        assert set(distribution) == set(LANGUAGES)
        assert sum(distribution.values()) == pytest.approx(1.0, abs=1e-4)


@settings(deadline=None)
@given(st.lists(st.text(max_size=60) | st.sampled_from(list(SENTENCES.values())), max_size=5))
def test_distributions_are_those_of_py3langid(texts: list[str]) -> None:
    languages = (*LANGUAGES, "sr")  # which its model knows in two scripts
    original = copy(_model())
    original.set_languages(sorted(languages))
    for text, found in zip(texts, Py3langidDetector(languages).distributions(texts), strict=True):
        assert found == pytest.approx(dict(original.rank(text)), abs=1e-5)


def test_anywhere_looks_beyond_the_configured_languages() -> None:
    text = "De gemeenteraad keurde gisteren de begroting goed met de stemmen van de oppositie."
    assert Py3langidDetector(LANGUAGES).anywhere(text).language == "nl"
