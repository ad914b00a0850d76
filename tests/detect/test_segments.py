import pytest

from copydesk.data import Detection, Finding, Severity
from copydesk.detect import DetectOptions, identify_segments
from copydesk.detect.segments import judge
from detect.drafts import DUTCH, FRENCH, SPANISH, block, cut, draft

OPTIONS = DetectOptions()
ENGLISH = "«We will fight for every single vote until the very last day», she told the reporters."


def detect(
    text: str, document: str | None = "es", **options: object
) -> tuple[Detection, tuple[Finding, ...]]:
    done = identify_segments(cut(draft(block(0, text)), document), DetectOptions.model_validate(options))
    return done.languages[0], done.findings


def test_languages_run_parallel_to_segments() -> None:
    whole = cut(draft(block(0, SPANISH), block(1, "12"), block(2, ENGLISH)), "es")
    done = identify_segments(whole, OPTIONS)
    assert [d.language for d in done.languages] == ["es", None, "en"]


def test_no_segments_no_languages() -> None:
    assert identify_segments(draft(block(0, SPANISH)), OPTIONS).languages == ()


@pytest.mark.parametrize(
    "text",
    [
        "Novak Djokovic",
        "Real Madrid, Manchester United, Bayern München, Paris Saint-Germain",
        "Wall Street Journal",
        "BARACK OBAMA",
        "iPhone",
        "Der Spiegel",
    ],
)
def test_names_stay_in_the_language_of_their_article(text: str) -> None:
    detection, findings = detect(text)
    assert detection.language == "es"
    assert findings == ()


@pytest.mark.parametrize("text", ["123 — 45 %", "* * *", "…"])
def test_text_without_letters_has_no_language_and_no_finding(text: str) -> None:
    detection, findings = detect(text)
    assert (detection.language, detection.confidence, detection.script) == (None, 1.0, None)
    assert findings == ()


def test_a_segment_in_a_third_language_is_found() -> None:
    detection, findings = detect(ENGLISH)
    assert detection.language == "en"
    assert {vote.detector for vote in detection.votes} == {"langdetect", "py3langid"}
    (finding,) = findings
    assert (finding.rule, finding.severity, finding.segment) == ("segment-language", Severity.WARNING, "b0.0")
    assert "English" in finding.message


def test_a_segment_already_in_the_target_language_is_a_note() -> None:
    detection, (finding,) = detect(FRENCH)
    assert detection.language == "fr"
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize("text", [DUTCH, "Городской совет утвердил бюджет"])
def test_a_language_nobody_configured_is_no_other_one(text: str) -> None:
    detection, (finding,) = detect(text)
    assert detection.language is None
    assert "not configured" in finding.message


def test_the_hint_of_a_block_goes_before_the_document() -> None:
    text = "Novak Djokovic"
    whole = cut(draft(block(0, text, language="en-GB"), block(1, text)), "es")
    assert [d.language for d in identify_segments(whole, OPTIONS).languages] == ["en", "es"]


def test_a_doubtful_segment_keeps_its_document_and_says_so() -> None:
    detection, (finding,) = detect("Lo siento, it is what it is", confidence=0.9999999999)
    assert detection.language == "es"
    assert detection.confidence < 0.5
    assert "doubtful" in finding.message


def test_without_a_document_a_segment_stands_for_itself() -> None:
    assert [detect(text, None)[0].language for text in (SPANISH, FRENCH)] == ["es", "fr"]


def test_without_a_document_a_riddle_stays_open() -> None:
    ((_, findings),) = [detect("Kaffa Zork", None)]
    assert [finding.rule for finding in findings] in ([], ["segment-language"])
    (verdict,) = judge(["Kaffa Zork"], [None], OPTIONS)
    assert bool(verdict.doubt) == (verdict.detection.language is None)


def test_a_forced_source_is_taken_at_its_word() -> None:
    detection, findings = detect(FRENCH, source="es")
    assert (detection.language, detection.confidence) == ("es", 1.0)
    assert findings == ()
    assert detect("12", source="es")[0].language is None


def test_the_region_of_a_document_stays() -> None:
    detection, _ = detect(SPANISH, "es-MX", languages=("es-MX", "fr"))
    assert detection.language == "es-MX"
