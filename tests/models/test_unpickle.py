"""Pickled weights are read once, where they can do no harm."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open

from copydesk.errors import CopydeskError
from copydesk.models.refusal import ModelRefusedError
from copydesk.models.unpickle import unpickle
from copydesk.models.unpickle_child import apart

WEIGHTS = torch.arange(400.0).reshape(50, 8)


class Evil:
    """Runs a command when an ordinary unpickler reads it."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> Any:
        return os.system, (f"touch {self.canary}",)


@pytest.mark.parametrize("new", [True, False], ids=["zip", "legacy"])
def test_tensors_come_through_each_once_and_whole(tmp_path: Path, new: bool) -> None:
    names = ("model.encoder.embed_tokens.weight", "model.shared.weight", "lm_head.weight")
    table = dict.fromkeys(names, WEIGHTS)
    table |= {"part": WEIGHTS[:20], "turned": WEIGHTS.t(), "empty": torch.zeros(0), "one": torch.tensor(3)}
    table |= {"half": WEIGHTS.half(), "spread": torch.ones(1).expand(5)}
    torch.save(table, tmp_path / "pytorch_model.bin", _use_new_zipfile_serialization=new)
    unpickle(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["model.safetensors"]
    with safe_open(tmp_path / "model.safetensors", "pt") as plain:
        told = plain.metadata()
        assert {told[name] for name in names if name in told} == {"model.shared.weight"}
        assert set(plain.keys()) == set(table) - set(told)
        assert all(torch.equal(plain.get_tensor(name), table[name]) for name in plain.keys())  # noqa: SIM118


@pytest.mark.parametrize("kind", ["zip", "legacy", "bare"])
def test_a_malicious_pickle_is_refused_and_runs_nothing(tmp_path: Path, kind: str) -> None:
    canary, path = tmp_path / "canary", tmp_path / "pytorch_model.bin"
    evil = Evil(canary)
    if kind == "bare":
        path.write_bytes(pickle.dumps(evil))
    else:
        torch.save({"w": WEIGHTS, "x": evil}, path, _use_new_zipfile_serialization=kind == "zip")
    with pytest.raises(ModelRefusedError, match="it was not loaded") as caught:
        unpickle(tmp_path)
    assert "\n" not in str(caught.value)
    assert kind == "bare" or "posix.system" in str(caught.value)
    assert not canary.exists()
    assert not (tmp_path / "model.safetensors").exists()
    if kind == "zip":  # the proof that the canary would have sung
        torch.load(path, weights_only=False)
        assert canary.exists()


def _cut(path: Path) -> None:
    torch.save({"w": WEIGHTS}, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _huge(path: Path) -> None:
    torch.save({"w": torch.zeros(1).expand(10**12)}, path)


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (_cut, "cannot be read"),
        (lambda path: path.write_bytes(b"\x80\x02nothing that anyone knows"), "no file of weights"),
        (_huge, "cannot be read"),
        (lambda path: torch.save([WEIGHTS], path), "it holds list"),
    ],
    ids=["cut", "junk", "huge", "list"],
)
def test_a_file_that_is_no_table_of_tensors_is_one_clear_line(
    tmp_path: Path, write: Callable[[Path], object], said: str
) -> None:
    write(tmp_path / "pytorch_model.bin")
    with pytest.raises(CopydeskError, match=said) as caught:
        unpickle(tmp_path)
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["pytorch_model.bin"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "no table of tensors"),
        (WEIGHTS, "it holds Tensor"),
        ({"state_dict": {"w": WEIGHTS}}, "'state_dict' is dict, no tensor"),
        ({1: WEIGHTS}, "no text"),
        ({"w": WEIGHTS.to_sparse()}, "unusual kind"),
        ({"w": WEIGHTS.to("meta")}, "unusual kind"),
    ],
)
def test_odd_tables_are_told_by_what_is_odd(table: Any, said: str) -> None:
    with pytest.raises(Exception, match=said):
        apart(table)


TRIED = """
import ctypes, json, os, socket, subprocess, sys, threading
from copydesk.models.confine import confine
libc = ctypes.CDLL(None, use_errno=True)
own = open("own", "w")
kernel = "kernel" in sys.argv
confine(memory=1 << 30, seconds=60, written=1 << 20)
tries = {
    "socket": lambda: socket.socket(),
    "program": lambda: subprocess.run(["true"]),
    "shell": lambda: os.system("true"),
    "fork": lambda: os.fork(),
    "write": lambda: open("other", "w"),
    "append": lambda: os.open("victim", os.O_WRONLY | os.O_APPEND),
    "remove": lambda: os.remove("victim"),
    "rename": lambda: os.rename("victim", "gone"),
    "kill": lambda: os.kill(os.getppid(), 0),
    "pickle": lambda: __import__("pickle").loads(b"cposix\\nsystem\\n."),
    "memory": lambda: bytearray(8 << 30),
}
raw = {
    "socket": lambda: libc.socket(2, 1, 0),
    "program": lambda: libc.execv(b"/bin/true", (ctypes.c_char_p * 2)(b"/bin/true", None)),
    "fork": lambda: libc.fork(),
    "write": lambda: libc.open(b"other", os.O_WRONLY | os.O_CREAT, 0o600),
    "remove": lambda: libc.unlink(b"victim"),
    "kill": lambda: libc.kill(os.getppid(), 0),
}
done = []
for name, act in (raw if kernel else tries).items():
    try:
        if act() != -1 or not kernel:
            done.append(name)
    except (PermissionError, MemoryError):
        pass
own.write("still mine")
own.close()
thread = threading.Thread(target=lambda: done.append("") or done.pop())
thread.start(); thread.join()
with open("victim") as victim:
    print(json.dumps([done, victim.read()]))
"""


@pytest.mark.parametrize("by", ["python", "kernel"])
def test_the_child_can_open_no_socket_run_nothing_and_write_one_file(tmp_path: Path, by: str) -> None:
    if by == "kernel" and not Path("/proc/sys/kernel/seccomp").is_dir():
        pytest.skip("this kernel has no seccomp")
    (tmp_path / "victim").write_text("whole")
    done = subprocess.run(
        [sys.executable, "-c", TRIED, by], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert json.loads(done.stdout) == [[], "whole"], done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own", "victim"]
    assert (tmp_path / "own").read_text() == "still mine"


def test_the_child_sees_no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}
    run = subprocess.run

    def watched(*arguments: Any, **options: Any) -> Any:
        seen.update(options["env"])
        return run(*arguments, **options)

    monkeypatch.setenv("HF_TOKEN", "secret")
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.setattr(subprocess, "run", watched)
    torch.save({"w": WEIGHTS}, tmp_path / "pytorch_model.bin")
    unpickle(tmp_path)
    assert "secret" not in seen.values()
    assert seen["HOME"] != os.environ["HOME"]
