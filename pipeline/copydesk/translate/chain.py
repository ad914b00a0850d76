"""A translation mode's processes: those that may stay, and those that must start afresh."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

from copydesk.errors import EngineError
from copydesk.translate.pipeline import NulPipeline
from copydesk.translate.selection import Selection

_TRANSFER = ("apertium-transfer", "rtx-proc")
_FORGETFUL = ("cg-proc", "apertium-tagger")
# Both keep state over NUL in Debian 13: cg-proc caches which readings match which sets, the tagger its
# probabilities, and one segment in some hundreds reads differently after certain others. Started anew for
# each unit (about 10 ms), their answers depend on that unit alone, which is what makes an interrupted and
# repeated run identical.


class FreshStep:
    """One command, started anew for each unit, several at a time."""

    def __init__(self, command: Sequence[str], *, name: str) -> None:
        self._command = tuple(command)
        self._name = name
        self._environment = {**os.environ, "LC_ALL": "C.UTF-8"}

    def exchange(self, units: Sequence[str], *, deadline: float) -> list[str]:
        """One answer per unit, same order; equal units are asked once.

        Raises:
            EngineError: if the command is missing, fails or is too slow.
        """
        until = time.monotonic() + deadline
        distinct = list(dict.fromkeys(units))
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            answers = dict(zip(distinct, threads.map(lambda u: self._one(u, until), distinct), strict=True))
        return [answers[unit] for unit in units]

    def close(self) -> None:
        """Nothing stays running."""

    def _one(self, unit: str, until: float) -> str:
        try:
            done = subprocess.run(
                self._command,
                input=f"{unit}\0".encode("utf-8", "replace"),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._environment,
                timeout=max(0.001, until - time.monotonic()),
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"{self._name}: no answer from {self._command[0]} in time") from error
        except OSError as error:
            raise EngineError(
                f"{self._name}: cannot start {self._command[0]} ({error.strerror})",
                remedy=f"Run: apt-get install {'cg3' if self._command[0] == 'cg-proc' else 'apertium'}",
            ) from error
        if done.returncode or b"\0" not in done.stdout:
            raise EngineError(f"{self._name}: {self._command[0]} ended with status {done.returncode}")
        return done.stdout.split(b"\0", 1)[0].decode("utf-8", "replace")


class Chain:
    """All processes of a mode as one exchange, with ``selection`` before the first transfer."""

    def __init__(
        self, commands: Sequence[Sequence[str]], *, name: str, selection: Selection | None = None
    ) -> None:
        self._parts: list[NulPipeline | FreshStep | Selection] = []
        transfer = next((n for n, c in enumerate(commands) if c[0] in _TRANSFER), 0) if selection else 0
        self._add(commands[:transfer], name)
        if selection and transfer:
            self._parts.append(selection)
        self._add(commands[transfer:], name)

    def _add(self, commands: Sequence[Sequence[str]], name: str) -> None:
        for forgetful, group in groupby(commands, key=lambda c: c[0] in _FORGETFUL):
            if forgetful:
                self._parts += [FreshStep(command, name=name) for command in group]
            else:
                self._parts.append(NulPipeline(list(group), name=name))

    def exchange(self, units: Sequence[str], *, deadline: float) -> list[str]:
        """One answer per unit, same order, within ``deadline`` seconds.

        Raises:
            EngineError: as the parts do.
        """
        until = time.monotonic() + deadline
        answers = list(units)
        for part in self._parts:
            answers = part.exchange(answers, deadline=max(0.0, until - time.monotonic()))
        return answers

    def close(self) -> None:
        """Stop everything."""
        for part in self._parts:
            part.close()
