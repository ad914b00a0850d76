"""A real child process, and everything that may go wrong in it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copydesk.data import Candidate, Pair, Request
from copydesk.errors import ConfigError, EngineError, EngineGoneError, PairMissingError, PluginError
from copydesk.translate.options import TranslateOptions
from copydesk.translate.supervised.choose import build
from copydesk.translate.supervised.engine import SupervisedEngine
from copydesk.translate.supervised.frames import Call, Reply, packed, unpacked
from copydesk.translate.translator import open_translator

PAIR = Pair("es", "fr")
FAULTY = '''
"""Does what the text says: an engine for tests."""
import ctypes, os, sys, time
from copydesk.data import Candidate, Pair
from copydesk.errors import ConfigError, EngineError, PairMissingError
from copydesk.translate.base import Capabilities

class FaultyEngine:
    name = "faulty"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)
    def __init__(self, options):
        print("engines may print")
        if os.environ.get("FAULTY_BUILD"):
            raise ConfigError("no such model", remedy="Add it")
    def pairs(self):
        return (Pair("es", "fr"),)
    def fingerprint(self, pair):
        if pair.target != "fr":
            raise PairMissingError(f"no model for {pair}", remedy="Run: copydesk models add it")
        return f"faulty:{pair}"
    def translate(self, batch):
        print("a line on standard output")
        text = " ".join(request.text for request in batch)
        if "SEGV" in text:
            ctypes.string_at(0)
        if "HANG" in text:
            while True: pass
        if "137" in text:
            os._exit(137)
        if "BUG" in text:
            raise ZeroDivisionError("a bug in the engine")
        if "REFUSE" in text:
            raise EngineError("it does not like this", remedy="Leave it out")
        if "HOG" in text:
            held = []
            while True:
                held.append(b"x" * (8 << 20))
        done = [Candidate(r.text.upper(), r.inlines, score=-0.5) for r in batch]
        if "COUNT" in text:
            done.pop()
        return [Candidate("") if "EMPTY" in c.text else c for c in done]
    def alternatives(self, batch, count):
        return [tuple(Candidate(f"{r.text} {n}") for n in range(count)) for r in batch]
    def close(self):
        pass
'''


@pytest.fixture(scope="module")
def faulty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "faulty_engine.py").write_text(FAULTY)
    info = folder / "faulty_engine-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.engines]\nfaulty = faulty_engine:FaultyEngine\n")
    return folder


Make = Callable[..., SupervisedEngine]


@pytest.fixture
def make(faulty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Supervised faulty engines, closed at the end."""
    monkeypatch.setenv("PYTHONPATH", str(faulty_folder))
    made: list[SupervisedEngine] = []

    def one(deadline: float = 20.0, memory: int = 1024) -> SupervisedEngine:
        made.append(SupervisedEngine("faulty", TranslateOptions(deadline=deadline, memory=memory)))
        return made[-1]

    yield one
    for engine in made:
        engine.close()


def ask(*texts: str) -> list[Request]:
    return [Request(text, PAIR) for text in texts]


def test_answers_come_through_the_pipe_as_the_engine_gave_them(make: Make) -> None:
    engine = make()
    assert engine.capabilities.deterministic
    assert engine.pairs() == (PAIR,)
    assert engine.fingerprint(PAIR) == "faulty:es-fr"
    assert engine.translate(ask("uno «dos»", "día\n\u2028")) == [
        Candidate("UNO «DOS»", score=-0.5),
        Candidate("DÍA\n\u2028", score=-0.5),
    ]
    assert engine.translate([]) == []
    assert [[c.text for c in more] for more in engine.alternatives(ask("x", "y"), 2)] == [
        ["x 0", "x 1"],
        ["y 0", "y 1"],
    ]


def test_one_child_serves_all_batches_and_ends_on_close(make: Make) -> None:
    engine = make()
    engine.translate(ask("a"))
    assert engine.child is not None
    first = engine.child.pid
    engine.translate(ask("b" * 300_000))
    assert engine.child.pid == first
    engine.close()
    assert not Path(f"/proc/{first}").exists()


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("SEGV", "SIGSEGV"),
        ("137", "status 137"),
        ("COUNT", "1 answers for 2"),
        ("BUG", "ZeroDivisionError: a bug in the engine"),
        ("HANG", "no answer within"),
        ("HOG", "more than the 256 allowed"),
    ],
)
def test_a_failed_child_is_named_and_replaced(make: Make, word: str, why: str) -> None:
    engine = make(deadline=4.0, memory=256)
    engine.translate(ask("a"))
    assert engine.child is not None
    first = engine.child.pid
    with pytest.raises(EngineError, match=why):
        engine.translate(ask("bueno", word))
    assert engine.translate(ask("bueno"))[0].text == "BUENO"
    assert engine.child.pid != first
    assert not Path(f"/proc/{first}").exists()


def test_errors_of_the_engines_own_keep_kind_and_remedy_and_cost_no_child(make: Make) -> None:
    engine = make()
    with pytest.raises(PairMissingError, match="copydesk models add it"):
        engine.fingerprint(Pair("es", "ja"))
    assert engine.child is not None
    first = engine.child.pid
    with pytest.raises(EngineError, match="Leave it out"):
        engine.translate(ask("REFUSE"))
    engine.translate(ask("a"))
    assert engine.child.pid == first


def test_an_engine_that_cannot_be_built_says_why(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAULTY_BUILD", "1")
    with pytest.raises(ConfigError, match="no such model"):
        make().translate(ask("a"))


def test_an_engine_that_only_dies_is_given_up(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.translate.supervised.engine._DEATHS", 3)
    engine = make()
    for _ in range(3):
        with pytest.raises(EngineError, match="137"):
            engine.translate(ask("137"))
    with pytest.raises(EngineGoneError, match="one after the other"):
        engine.translate(ask("a"))


def test_a_child_killed_from_outside_is_replaced_unnoticed(make: Make) -> None:
    engine = make()
    engine.translate(ask("a"))
    assert engine.child is not None
    os.kill(engine.child.pid, signal.SIGKILL)
    while engine.child.running:
        time.sleep(0.01)
    assert engine.translate(ask("b"))[0].text == "B"


def test_no_child_outlives_a_killed_parent(faulty_folder: Path) -> None:
    script = """
        import sys
        from copydesk.data import Pair, Request
        from copydesk.translate.options import TranslateOptions
        from copydesk.translate.supervised.engine import SupervisedEngine
        engine = SupervisedEngine("faulty", TranslateOptions())
        engine.translate([Request("a", Pair("es", "fr"))])
        print(engine.child.pid, flush=True)
        engine.translate([Request("HANG", Pair("es", "fr"))])
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        env=os.environ | {"PYTHONPATH": str(faulty_folder)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert _alive(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 30
    while _alive(child):
        assert time.monotonic() < until, "the child lives on"
        time.sleep(0.01)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_trusted_engines_stay_in_the_process_and_others_do_not() -> None:
    assert not isinstance(build("identity", TranslateOptions()), SupervisedEngine)
    with open_translator(TranslateOptions(engine="identity")) as desk:
        assert not isinstance(desk.engine, SupervisedEngine)
    with pytest.raises(PluginError, match="identity"):
        build("identiti", TranslateOptions())


def test_frames_read_back_what_was_packed() -> None:
    call = Call("translate", batch=tuple(ask("a", "\x00b")), count=3)
    assert unpacked(Call, packed(call)[4:]) == call
    reply = Reply(candidates=((Candidate("x"), Candidate("y")),), pairs=(PAIR,))
    assert unpacked(Reply, packed(reply)[4:]) == reply
