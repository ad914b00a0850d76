"""What every segmenter promises, built-in or from spaCy."""

import pytest

from copydesk.errors import PluginError
from copydesk.segment import SEGMENTERS, SegmentOptions
from copydesk.segment.base import Segmenter

# spaCy loads every package that names itself its plugin, and those warn at import.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")


@pytest.fixture(params=SEGMENTERS.names())
def segmenter(request: pytest.FixtureRequest) -> Segmenter:
    if request.param == "spacy":
        pytest.importorskip("spacy")
    made: Segmenter = SEGMENTERS.load(request.param)(SegmentOptions())
    return made


@pytest.mark.parametrize("language", ["es", "fr-CA", "tlh"])
@pytest.mark.parametrize("text", ["Uno aquí. Dos allí.", "", " \n ", "Sin punto", " Uno.  Dos! \u00a0Tres? "])
def test_pieces_are_in_order_bare_and_leave_only_white_space(
    segmenter: Segmenter, language: str, text: str
) -> None:
    position = 0
    for span in segmenter.cut(text, language):
        assert text[position : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        position = span.end
    assert text[position:].strip() == ""


def test_plain_sentences_are_cut(segmenter: Segmenter) -> None:
    assert len(segmenter.cut("Uno aquí. Dos allí.", "es")) == 2


def test_a_missing_spacy_pipeline_is_named() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(PluginError, match="no_such_pipeline"):
        SEGMENTERS.load("spacy")(SegmentOptions(segmenter="spacy", spacy_pipeline="no_such_pipeline"))
