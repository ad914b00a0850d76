import pytest

from copydesk.data import Block, BlockRole, Severity, Vote
from copydesk.detect import DetectOptions, document, identify
from copydesk.detect.document import decide
from copydesk.detect.options import Panel
from copydesk.detect.py3langid import Py3langidDetector
from copydesk.errors import ConfigError, PluginError
from detect.drafts import DUTCH, FRENCH, SPANISH, block, draft

OPTIONS = DetectOptions()


class Says:
    """A detector with a fixed opinion."""

    def __init__(
        self, name: str, language: str | None, confidence: float, *, knows: str = "es fr en"
    ) -> None:
        self.name = name
        self.languages = frozenset(knows.split())
        self._vote = Vote(name, language, confidence)

    def vote(self, texts: list[str]) -> list[Vote]:
        return [self._vote for _ in texts]


def panel_of(monkeypatch: pytest.MonkeyPatch, *voters: Says) -> None:
    made = Panel(voters, Py3langidDetector(OPTIONS.languages))  # type: ignore[arg-type]
    monkeypatch.setattr(document, "panel", lambda _: made)


def test_agreeing_detectors_give_the_language_their_votes_and_no_finding() -> None:
    done = identify(draft(block(0, SPANISH)), OPTIONS)
    assert done.document is not None
    assert (done.document.language, done.document.script) == ("es", "Latn")
    assert done.document.confidence > 0.95
    assert [vote.detector for vote in done.document.votes] == ["langdetect", "py3langid"]
    assert done.findings == ()


def test_furniture_does_not_vote() -> None:
    furniture: list[Block] = [block(n, FRENCH, BlockRole.FURNITURE) for n in range(1, 9)]
    done = identify(draft(block(0, SPANISH), *furniture), OPTIONS)
    assert done.document is not None
    assert done.document.language == "es"


def test_the_configured_tag_is_given_with_its_region() -> None:
    options = DetectOptions(languages=("es-MX", "fr-CA"))
    assert decide(SPANISH, None, options)[0].language == "es-MX"


def test_an_unconfigured_language_is_unknown_and_an_error() -> None:
    done = identify(draft(block(0, DUTCH), hint="es"), OPTIONS)
    assert done.document is not None
    assert done.document.language is None
    (finding,) = done.findings
    assert (finding.rule, finding.severity) == ("language-unknown", Severity.ERROR)
    assert "Dutch" in finding.message


def test_an_unconfigured_script_is_unknown() -> None:
    detection, finding = decide("Городской совет утвердил бюджет", None, OPTIONS)
    assert (detection.language, detection.script) == (None, "Cyrl")
    assert finding is not None


def test_a_text_without_letters_has_no_language_and_no_finding() -> None:
    detection, finding = decide("1.234 — 56 %", "es", OPTIONS)
    assert (detection.language, detection.confidence, detection.script) == (None, 1.0, None)
    assert finding is None


def test_a_forced_source_needs_no_detector() -> None:
    options = DetectOptions(source="ca", detectors=("no-such-detector",))
    assert decide(SPANISH, None, options)[0].language == "ca"


def test_disagreement_without_a_hint_is_no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    panel_of(monkeypatch, Says("one", "es", 0.9), Says("two", "fr", 0.8))
    detection, finding = decide(SPANISH, None, OPTIONS)
    assert (detection.language, detection.confidence) == (None, 0.0)
    assert finding is not None
    assert (finding.rule, finding.severity) == ("language-disagreement", Severity.ERROR)
    assert "one says Spanish (0.90)" in finding.message


def test_the_page_settles_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    panel_of(monkeypatch, Says("one", "es", 0.9), Says("two", "fr", 0.8))
    detection, finding = decide(SPANISH, "fr-FR", OPTIONS)
    assert detection.language == "fr"
    assert finding is not None
    assert finding.severity is Severity.NOTE


def test_a_hint_nobody_voted_for_settles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    panel_of(monkeypatch, Says("one", "es", 0.9), Says("two", "fr", 0.8))
    assert decide(SPANISH, "en", OPTIONS)[0].language is None


def test_a_clear_lead_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    panel_of(monkeypatch, Says("one", "es", 0.99), Says("two", "fr", 0.4))
    detection, finding = decide(SPANISH, None, OPTIONS)
    assert detection.language == "es"
    assert detection.confidence == pytest.approx(0.59)
    assert finding is None


def test_a_detector_that_does_not_know_the_language_cannot_contradict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel_of(monkeypatch, Says("wide", "ca", 0.9, knows="ca es"), Says("narrow", "es", 0.99, knows="es fr"))
    assert decide(SPANISH, None, OPTIONS)[0].language == "ca"


def test_silent_detectors_leave_the_language_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    panel_of(monkeypatch, Says("one", None, 0.0), Says("two", None, 0.0))
    detection, finding = decide(SPANISH, None, OPTIONS)
    assert detection.language is None
    assert finding is not None
    assert finding.rule == "language-unknown"


@pytest.mark.parametrize(
    "options",
    [DetectOptions(languages=()), DetectOptions(detectors=()), DetectOptions(ranker="langdetect")],
)
def test_senseless_settings_are_refused(options: DetectOptions) -> None:
    with pytest.raises(ConfigError):
        decide(SPANISH, None, options)


def test_an_unknown_detector_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(PluginError, match="langdetect"):
        decide(SPANISH, None, DetectOptions(detectors=("langdetekt",)))
