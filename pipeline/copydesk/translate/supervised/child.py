"""The child's side: ``python -m copydesk.translate.supervised.child`` serves one engine over its pipes."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import CopydeskError, EngineError
from copydesk.translate import ENGINES
from copydesk.translate.base import Alternatives, Engine
from copydesk.translate.supervised.frames import HEAD, Call, Failure, Opened, Reply, packed, unpacked

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def main() -> None:
    """Answer calls until the parent closes its end."""
    parent = int(sys.argv[1])
    _die_with(parent)
    calls = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what the engine prints is no answer
    serve(calls, answers)


def serve(calls: BinaryIO, answers: BinaryIO) -> None:
    """Read calls and write a reply to each, in order; errors of the desk's kind are replies too.

    Any other exception ends the process: the parent sees its traceback and starts a new child.
    """
    engine: Engine | None = None
    while head := calls.read(HEAD):
        call = unpacked(Call, calls.read(int.from_bytes(head, "big")))
        try:
            if call.do == "open":
                engine = ENGINES.load(call.engine)(call.options)
            assert engine is not None
            reply = _answer(engine, call)
        except CopydeskError as error:
            reply = Reply(Failure(type(error).__name__, error.message, error.remedy))
        answers.write(packed(reply))
        answers.flush()
    if engine is not None:
        engine.close()


def _answer(engine: Engine, call: Call) -> Reply:
    match call.do:
        case "open":
            can = engine.capabilities
            more = isinstance(engine, Alternatives)
            return Reply(
                opened=Opened(
                    engine.name,
                    can.inlines,
                    can.protections,
                    can.scores,
                    can.deterministic,
                    can.context,
                    more,
                )
            )
        case "pairs":
            return Reply(pairs=engine.pairs())
        case "fingerprint":
            assert call.pair is not None
            return Reply(fingerprint=engine.fingerprint(call.pair))
        case "translate":
            return Reply(candidates=tuple((c,) for c in engine.translate(call.batch)))
        case "alternatives":
            if not isinstance(engine, Alternatives):
                raise EngineError(f"{engine.name} gives one answer only")
            return Reply(candidates=tuple(tuple(c) for c in engine.alternatives(call.batch, call.count)))


def _die_with(parent: int) -> None:
    """Make sure that nothing is left when the parent is killed, even if the engine hangs in native code.

    Also offers this process to the kernel first when memory runs out.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it was gone before we asked
        os._exit(1)
    Path("/proc/self/oom_score_adj").write_text("900")


if __name__ == "__main__":
    main()
