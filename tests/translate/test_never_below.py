"""What the desk does round an engine never costs quality, on any pair that Apertium has.

Both sides take the direct way. Which way a pair takes is decided by longer texts (``translate/routes.tsv``).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sacrebleu.metrics import CHRF

from copydesk.data import Glossary, Pair
from copydesk.translate.modes import installed
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.translator import Translator, open_translator

pytestmark = pytest.mark.apertium
CORPUS = Path(__file__).parents[2] / "corpora" / "parallel"
PAIRS = (
    *("ca-es", "ca-fr", "ca-it", "ca-pt", "en-es", "es-ca", "es-en", "es-fr"),
    *("es-it", "es-pt", "fr-ca", "fr-es", "it-ca", "it-es", "pt-ca", "pt-es"),
)
OPTIONS = TranslateOptions(engine="apertium")


@pytest.fixture(scope="module")
def desk() -> Iterator[Translator]:
    with open_translator(OPTIONS) as opened:
        yield opened


def lines(language: str) -> list[str]:
    return (CORPUS / f"news.{language}").read_text("utf-8").splitlines()


def bare(texts: list[str], mode: str) -> list[str]:
    """What the plain command makes of the lines."""
    command = ["apertium", "-u", mode]
    done = subprocess.run(command, input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", PAIRS)
def test_the_desk_never_scores_below_the_bare_engine(name: str, desk: Translator) -> None:
    pair = Pair(*name.split("-"))
    mode = installed().get(pair)
    if mode is None:
        pytest.skip(f"the package of {pair} is not installed")
    source, target = lines(pair.source), lines(pair.target)
    ours = [c.text for c in desk.translate([request(text, pair, Glossary(), OPTIONS) for text in source])]
    score = CHRF().corpus_score
    least = score(bare(source, mode.path.stem), [target]).score
    assert score(ours, [target]).score >= least
