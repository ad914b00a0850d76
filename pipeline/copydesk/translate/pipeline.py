"""A chain of child processes that answers NUL-ended units one for one."""

from __future__ import annotations

import os
import selectors
import subprocess
import time
from collections.abc import Sequence

from copydesk.errors import EngineError

_CHUNK = 1 << 16


class NulPipeline:
    """Long-lived processes joined by pipes, fed units that end in NUL.

    Every unit in gives one unit out, or the exchange fails and the processes are stopped; the next
    exchange starts them anew. The children stand in their own session, so a Ctrl-C in the terminal reaches
    copydesk alone, and they end by themselves when copydesk does.
    """

    def __init__(self, commands: Sequence[Sequence[str]], *, name: str) -> None:
        self._commands = tuple(tuple(c) for c in commands)
        self._name = name
        self._children: list[subprocess.Popen[bytes]] = []

    @property
    def running(self) -> bool:
        """Whether all processes are alive."""
        return bool(self._children) and all(child.poll() is None for child in self._children)

    def exchange(self, units: Sequence[str], *, deadline: float) -> list[str]:
        """One answer per unit, same order, within ``deadline`` seconds.

        Raises:
            EngineError: if a process is missing, dies, answers a wrong number of units, or is too slow.
        """
        if not units:
            return []
        if not self.running:
            self._start()
        payload = "".join(unit.replace("\0", " ") + "\0" for unit in units).encode("utf-8", "replace")
        try:
            answer = self._pump(payload, len(units), time.monotonic() + deadline)
        except EngineError:
            self.close()
            raise
        return [part.decode("utf-8", "replace") for part in answer.split(b"\0")[:-1]]

    def close(self) -> None:
        """Stop the processes."""
        for child in self._children:
            if child.poll() is None:
                child.kill()
        for child in self._children:
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()
        self._children = []

    def _start(self) -> None:
        self.close()
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        upstream: int = subprocess.PIPE
        for command in self._commands:
            try:
                child = subprocess.Popen(
                    command,
                    stdin=upstream,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    start_new_session=True,
                    bufsize=0,
                )
            except OSError as error:
                self.close()
                raise EngineError(
                    f"{self._name}: cannot start {command[0]} ({error.strerror})",
                    remedy="Run: apt-get install apertium apertium-lex-tools apertium-separable cg3",
                ) from error
            if self._children and self._children[-1].stdout is not None:
                self._children[-1].stdout.close()
            self._children.append(child)
            assert child.stdout is not None
            upstream = child.stdout.fileno()

    def _pump(self, payload: bytes, expected: int, until: float) -> bytes:
        source, sink = self._children[0].stdin, self._children[-1].stdout
        assert source is not None
        assert sink is not None
        os.set_blocking(source.fileno(), False)
        os.set_blocking(sink.fileno(), False)
        answer = bytearray()
        seen = sent = 0
        with selectors.DefaultSelector() as selector:
            selector.register(sink, selectors.EVENT_READ)
            selector.register(source, selectors.EVENT_WRITE)
            while seen < expected:
                ready = selector.select(max(0.0, until - time.monotonic()))
                if not ready:
                    raise EngineError(f"{self._name}: no answer for {expected - seen} units in time")
                for key, _ in ready:
                    if key.fileobj is source:
                        sent += self._write(source.fileno(), payload[sent : sent + _CHUNK])
                        if sent == len(payload):
                            selector.unregister(source)
                    else:
                        data = os.read(sink.fileno(), _CHUNK)
                        if not data:
                            raise EngineError(f"{self._name}: {self._obituary()}")
                        seen += data.count(b"\0")
                        answer += data
        if seen != expected or not answer.endswith(b"\0"):
            raise EngineError(f"{self._name}: {seen} answers for {expected} units")
        return bytes(answer)

    def _write(self, descriptor: int, data: bytes) -> int:
        try:
            return os.write(descriptor, data)
        except BlockingIOError:
            return 0
        except BrokenPipeError as error:
            raise EngineError(f"{self._name}: {self._obituary()}") from error

    def _obituary(self) -> str:
        for child, command in zip(self._children, self._commands, strict=False):
            if child.poll() not in (None, 0):
                return f"{command[0]} ended with status {child.returncode}"
        return "the pipeline ended early"
