"""Crashes, hangs and panics of the real native code."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copydesk.data import Pair, Request
from copydesk.errors import EngineError
from copydesk.models.card import render
from copydesk.models.hashes import hashes
from copydesk.models.home import CARD, find
from copydesk.translate.firefox.engine import FirefoxEngine
from copydesk.translate.options import TranslateOptions
from copydesk.translate.supervised.choose import build
from copydesk.translate.supervised.pool import SupervisedPool

EN_PT = Pair("en", "pt")
ASKED = [Request(text, EN_PT) for text in ("The mayor left.", "It rained.")]


@pytest.fixture
def pool(firefox_models: Path) -> Iterator[SupervisedPool]:
    engine = build("firefox", TranslateOptions(processes=2, deadline=60))
    assert isinstance(engine, SupervisedPool)
    yield engine
    engine.close()


@pytest.fixture
def changed(firefox_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose model has another vocabulary, with hashes on its card that agree."""
    home = tmp_path / "models"
    shutil.copytree(firefox_home / "firefox-en-pt", home / "firefox-en-pt")
    monkeypatch.setenv("COPYDESK_MODELS", str(home))
    return home


def seal(changed: Path) -> None:
    model = find("firefox-en-pt")
    card = model.card.model_copy(update={"files": hashes(model.folder)})
    (model.folder / CARD).write_text(render(card), encoding="utf-8")


def test_a_panic_is_an_engine_error_and_the_next_question_is_answered(firefox_models: Path) -> None:
    """An object used from another thread panics, with an exception that is no ``Exception``."""
    engine = FirefoxEngine(TranslateOptions())

    engine.translate(ASKED)
    with ThreadPoolExecutor(1) as thread:
        error = thread.submit(engine.translate, ASKED).exception()
    assert isinstance(error, EngineError)
    assert "PanicException" in str(error)
    assert engine.translate(ASKED)[0].text == "O prefeito saiu."


@pytest.mark.parametrize("part", ["lex", "model", "vocab"])
def test_junk_with_a_good_hash_is_an_engine_error(changed: Path, part: str) -> None:
    (path,) = (changed / "firefox-en-pt" / "firefox").glob(f"{part}.*")
    path.write_bytes(b"\x01junk" * 1000)
    seal(changed)
    engine = build("firefox", TranslateOptions(processes=1))
    with pytest.raises(EngineError, match="firefox-en-pt"):
        engine.translate(ASKED)
    engine.close()


def test_a_crashed_process_is_named_and_replaced(pool: SupervisedPool) -> None:
    pool.translate(ASKED)
    first = pool.engines[0].child
    assert first is not None
    os.kill(first.pid, signal.SIGSEGV)
    while first.running:
        pass
    assert pool.translate(ASKED)[0].text == "O prefeito saiu."
    assert pool.engines[0].child is not first


def test_a_hanging_process_is_stopped_at_its_deadline(firefox_models: Path) -> None:
    pool = build("firefox", TranslateOptions(processes=2, deadline=8))
    assert isinstance(pool, SupervisedPool)
    pool.translate(ASKED)
    stuck = pool.engines[1].child
    assert stuck is not None
    os.kill(stuck.pid, signal.SIGSTOP)
    with pytest.raises(EngineError, match="no answer within"):
        pool.translate(ASKED)
    assert pool.translate(ASKED)[0].text == "O prefeito saiu."
    pool.close()
    assert not Path(f"/proc/{stuck.pid}").exists()
