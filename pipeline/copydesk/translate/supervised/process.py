"""A child process that answers frames, watched over while it works."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path

from copydesk.errors import EngineError
from copydesk.translate.supervised.frames import HEAD, LIMIT

_CHUNK = 1 << 16
_TICK = 0.1  # seconds between two looks at the memory
_TAIL = 4096
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PATIENCE = 5.0


class ChildDiedError(EngineError):
    """The child crashed, hung, outgrew its memory or broke off; it is stopped already."""


class ChildProcess:
    """One child, started at once, and the exchange of frames with it.

    The child stands in its own session, so that Ctrl-C in the terminal reaches the run alone, and is killed
    by the kernel when the run dies (Linux) or ends when its input does.
    """

    def __init__(self, name: str, memory: int) -> None:
        self._name = name
        self._memory = memory << 20
        self._said = b""
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "copydesk.translate.supervised.child", str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
                bufsize=0,
            )
        except OSError as error:
            raise EngineError(f"{name}: cannot start its process ({error.strerror})") from error
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid

    @property
    def running(self) -> bool:
        """Whether it is alive."""
        return self._child.poll() is None

    def exchange(self, frame: bytes, *, deadline: float) -> bytes:
        """The body of the frame that answers ``frame``, within ``deadline`` seconds.

        Raises:
            ChildDiedError: saying why; the child is stopped.
        """
        try:
            return self._pump(frame, time.monotonic() + deadline, deadline)
        except ChildDiedError:
            self.kill()
            raise

    def close(self) -> None:
        """Let the child end by itself; kill it if it does not."""
        if self._child.stdin is not None:
            self._child.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """Stop the child now."""
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            if pipe is not None:
                pipe.close()

    def _pump(self, frame: bytes, until: float, deadline: float) -> bytes:
        child = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        answer = bytearray()
        sent = 0
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            selector.register(child.stderr, selectors.EVENT_READ)
            selector.register(child.stdin, selectors.EVENT_WRITE)
            while (size := _size(answer)) is None or len(answer) < HEAD + size:
                if time.monotonic() > until:
                    raise ChildDiedError(f"{self._name}: no answer within {deadline:.1f} seconds")
                self._look_at_memory()
                for key, _ in selector.select(_TICK):
                    if key.fileobj is child.stdin:
                        sent += self._write(frame[sent : sent + _CHUNK])
                        if sent == len(frame):
                            selector.unregister(child.stdin)
                    elif key.fileobj is child.stdout:
                        answer += self._read()
                    elif said := os.read(child.stderr.fileno(), _CHUNK):
                        self._said = (self._said + said)[-_TAIL:]
                    else:
                        selector.unregister(child.stderr)
                if (size := _size(answer)) is not None and size > LIMIT:
                    raise ChildDiedError(f"{self._name}: an answer of {size} bytes")
        if len(answer) != HEAD + size:
            raise ChildDiedError(f"{self._name}: it answered more than it was asked")
        return bytes(answer[HEAD:])

    def _write(self, data: bytes) -> int:
        assert self._child.stdin is not None
        try:
            return os.write(self._child.stdin.fileno(), data)
        except BlockingIOError:
            return 0
        except BrokenPipeError as error:
            raise ChildDiedError(f"{self._name}: {self._obituary()}") from error

    def _read(self) -> bytes:
        assert self._child.stdout is not None
        data = os.read(self._child.stdout.fileno(), _CHUNK)
        if not data:
            raise ChildDiedError(f"{self._name}: {self._obituary()}")
        return data

    def _look_at_memory(self) -> None:
        try:
            resident = int(Path(f"/proc/{self._child.pid}/statm").read_text("ascii").split()[1]) * _PAGE
        except (OSError, IndexError):
            return  # no /proc here, or the child is gone, which the pipes will say
        if resident > self._memory:
            raise ChildDiedError(
                f"{self._name}: it holds {resident >> 20} MiB, more than the {self._memory >> 20} allowed",
                remedy="If the model needs that much, raise translate.memory",
            )

    def _obituary(self) -> str:
        """How the child ended, with the last line that it wrote about it."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(_PATIENCE)
        status = self._child.poll()
        assert self._child.stderr is not None
        with contextlib.suppress(BlockingIOError):
            self._said += os.read(self._child.stderr.fileno(), _CHUNK)
        lines = self._said.decode("utf-8", "replace").strip().splitlines()
        last = f" ({lines[-1][:200]})" if lines and status not in (None, 0) else ""
        return f"its process {_ended(status)}{last}"


def _size(answer: bytearray) -> int | None:
    return int.from_bytes(answer[:HEAD], "big") if len(answer) >= HEAD else None


def _ended(status: int | None) -> str:
    if status is None:
        return "closed its answers"
    if status < 0:
        return f"was killed by {signal.Signals(-status).name}"
    return f"ended with status {status}"
