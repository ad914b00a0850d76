"""The command line for tests: as a user would call it, without loading the program anew each time.

A server loads the program once and forks for each call: every call is a process of its own, with its own
folder, environment, streams and exit code, and costs no second of imports. A fork cannot change what an
interpreter reads when it starts: a call that changes one of those variables starts Python anew.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import typer

from copydesk.cli.main import app, main
from copydesk.cli.present import guarded

_LINES = {  # long enough to be asked for their language
    "es": "Los trabajos del puerto empezaron ayer con 3 meses de retraso y nadie explica la causa.\n",
    "fr": "Les travaux du port ont commencé hier avec 3 mois de retard et personne ne dit pourquoi.\n",
}
_READ_AT_START = ("COVERAGE_", "LANG", "LC_", "PYTHON")


def copydesk(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: str | None = None,
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """``copydesk ARGUMENTS`` in ``cwd``; ``env`` is the whole environment."""
    wanted = dict(os.environ if env is None else env)
    if _differs(wanted):
        return started(*arguments, cwd=cwd, env=wanted, stdin=stdin, timeout=timeout)
    with tempfile.TemporaryDirectory() as place:
        streams = [str(Path(place) / name) for name in ("in", "out", "err")]
        Path(streams[0]).write_text(stdin or "", encoding="utf-8")
        code = _server().run(arguments, cwd, wanted, streams, timeout)
        out, err = (Path(stream).read_text("utf-8") for stream in streams[1:])
    return subprocess.CompletedProcess(["copydesk", *arguments], code, out, err)


def start(*arguments: str, cwd: Path, env: Mapping[str, str]) -> int:
    """The same in the background, silent; the id of its process, which the caller ends."""
    assert not _differs(env), "only a new interpreter can be started in this environment"
    return _server().start(arguments, cwd, env, [os.devnull] * 3)


def started(
    *arguments: str, cwd: Path, env: Mapping[str, str], stdin: str | None = None, timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """The same by an interpreter of its own."""
    command = [sys.executable, "-m", "copydesk", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, timeout=timeout
    )


def _differs(wanted: Mapping[str, str]) -> bool:
    """Whether an interpreter that starts in this environment is another than the server's."""
    names = {name for name in {*wanted, *os.environ} if name.startswith(_READ_AT_START)}
    return any(wanted.get(name) != os.environ.get(name) for name in names - {"PYTHONPATH"})


class _Server:
    """The process that forks, and the line to it."""

    def __init__(self) -> None:
        ours, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(its.fileno())],
                pass_fds=[its.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        self._line = ours
        self._answers = ours.makefile("rb", buffering=0)

    def start(
        self, arguments: Sequence[str], cwd: Path, env: Mapping[str, str], streams: Sequence[str]
    ) -> int:
        """Fork a command that nobody waits for; its process."""
        return self._forked(False, list(arguments), str(cwd), dict(env), list(streams))

    def run(
        self,
        arguments: Sequence[str],
        cwd: Path,
        env: Mapping[str, str],
        streams: Sequence[str],
        timeout: float,
    ) -> int:
        """Fork a command and wait for it; its exit code.

        Raises:
            TimeoutExpired: it took longer, and was killed.
        """
        pid = self._forked(True, list(arguments), str(cwd), dict(env), list(streams))
        if not select.select([self._line], [], [], timeout)[0]:
            os.kill(pid, signal.SIGKILL)
            self._number()
            raise subprocess.TimeoutExpired(["copydesk", *arguments], timeout)
        return self._number()

    def _forked(self, waits: bool, *request: object) -> int:
        self._line.sendall(json.dumps([waits, *request]).encode() + b"\n")
        return self._number()

    def _number(self) -> int:
        answer = self._answers.readline()
        assert answer, f"the server of commands ended with {self._process.wait()}"
        return int(answer)

    def close(self) -> None:
        """End it; it saves its coverage."""
        self._answers.close()
        self._line.close()
        self._process.wait()


@cache
def _server() -> _Server:
    return _Server()


def close() -> None:
    """End the server, if one was started."""
    if _server.cache_info().currsize:
        _server().close()
        _server.cache_clear()


def _serve(line: socket.socket) -> None:
    """Fork for each request until the line is closed; returns in the child, ready to be the command."""
    started: list[int] = []
    for request in line.makefile("r"):
        waits, *command = json.loads(request)
        started = [pid for pid in started if not os.waitpid(pid, os.WNOHANG)[0]]
        pid = os.fork()
        if pid == 0:
            line.close()
            _become(*command)
            return
        line.sendall(f"{pid}\n".encode())
        if waits:
            line.sendall(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n".encode())
        else:
            started.append(pid)
    sys.exit()


def _become(arguments: list[str], folder: str, environment: dict[str, str], streams: list[str]) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["copydesk", *arguments]
    sys.path[0] = folder
    sys.path[1:1] = [entry for entry in environment.get("PYTHONPATH", "").split(os.pathsep) if entry]
    for number, stream in enumerate(streams):
        os.dup2(os.open(stream, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT, 0o600), number)


def _load() -> None:
    """Import what the commands import and read their data, so that a fork has it."""
    commands = importlib.import_module("copydesk.cli.commands")
    for module in pkgutil.iter_modules(commands.__path__, f"{commands.__name__}."):
        importlib.import_module(module.name)
    with tempfile.TemporaryDirectory() as place:
        for language, line in _LINES.items():
            (Path(place) / f"{language}.txt").write_text(line, encoding="utf-8")
        pair = ["--source", f"{place}/es.txt", "--target", f"{place}/fr.txt"]
        for words in (
            ["check", *pair, "--source-language", "es", "--target-language", "fr"],
            ["detect", pair[1]],
        ):
            guarded(typer.main.get_command(app), words)
    gc.freeze()  # or each fork's first collection copies all that was loaded


if __name__ == "__main__":
    _load()
    with contextlib.closing(socket.socket(fileno=int(sys.argv[1]))) as _line:
        _serve(_line)
    main()
