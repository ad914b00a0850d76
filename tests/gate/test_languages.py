"""Languages that the rules do not know, or know in part."""

from __future__ import annotations

import datetime

import pytest

from copydesk.cli.commands.check import Classifier
from copydesk.config.gate import GateOptions
from copydesk.config.settings import Settings
from copydesk.data import Bitext, Pair
from copydesk.gate.examine import Report, Setup, examine
from copydesk.gate.located import Located, Place
from copydesk.verify.options import VerifyOptions

ENGLISH = (
    "The mayor did not want to answer the questions of the neighbours yesterday.",
    "Some 2.4 million people live within 6 inches of the water, he said.",
)
RIGHT = {
    "nl": (
        "De burgemeester wilde gisteren de vragen van de buurtbewoners niet beantwoorden.",
        "Ongeveer 2,4 miljoen mensen wonen binnen 15 centimeter van het water, zei hij.",
    ),
    "gl": (
        "O alcalde non quixo responder onte ás preguntas dos veciños.",
        "Uns 2,4 millóns de persoas viven a menos de 15 centímetros da auga, dixo.",
    ),
    "oc": (
        "Lo cònsol volguèt pas respondre ièr a las questions dels vesins.",
        "Un 2,4 milions de personas vivon a mens de 15 centimètres de l'aiga, diguèt.",
    ),
    "zh": ("市长昨天不想回答邻居们的问题。", "他说，约有240万人居住在距离水面15厘米以内的地方。"),
    "hi": (
        "महापौर कल पड़ोसियों के सवालों का जवाब नहीं देना चाहते थे।",
        "उन्होंने कहा कि लगभग 24 लाख लोग पानी से 15 सेंटीमीटर के भीतर रहते हैं।",
    ),
}


def _report(language: str, targets: tuple[str, ...]) -> Report:
    pairs = [
        Located(Bitext(own, other, Pair("en", language)), Place("a.en", n), Place("a.xx", n), "a", n)
        for n, (own, other) in enumerate(zip(ENGLISH, targets, strict=True), start=1)
    ]
    setup = Setup(
        GateOptions(), VerifyOptions(), today=datetime.date(2026, 11, 30), classify=Classifier(Settings())
    )
    return examine(pairs, setup)


@pytest.mark.parametrize("language", RIGHT)
def test_right_text_in_a_language_half_known_passes_and_it_is_said_once(language: str) -> None:
    report = _report(language, RIGHT[language])
    assert report.exit_code == 0, report.issues
    (remark,) = report.remarks
    assert remark.startswith(f"{language} (")
    assert " rules apply, not " in remark


@pytest.mark.parametrize("language", RIGHT)
def test_a_changed_figure_and_a_source_left_as_it_was_are_errors_in_any_language(language: str) -> None:
    changed = (RIGHT[language][0].rstrip("।。.") + " 345", RIGHT[language][1])
    sources = (ENGLISH[0] + " 543", ENGLISH[1])
    pairs = [
        Located(Bitext(own, other, Pair("en", language)), Place("a", n), Place("b", n), "a", n)
        for n, (own, other) in enumerate([*zip(sources, changed, strict=True), (ENGLISH[0], ENGLISH[0])])
    ]
    report = examine(pairs, Setup(GateOptions(), VerifyOptions(), today=datetime.date(2026, 11, 30)))
    rules = {issue.finding.rule for issue in report.issues if issue.finding.severity == "error"}
    assert rules >= {"numbers", "copied"}


def test_a_fully_known_pair_needs_no_remark() -> None:
    french = (
        "Le maire n'a pas voulu répondre hier aux questions des voisins.",
        "Quelque 2,4 millions de personnes vivent à moins de 15 cm de l'eau, a-t-il dit.",
    )
    report = _report("fr", french)
    assert (report.exit_code, report.remarks) == (0, ())
