"""Errors to words and exit codes; the one place where the program ends."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from copydesk.errors import CopydeskError

INTERRUPTED = 130
_TRY_AGAIN = "Mend what it names (a full disk, missing rights), then run the same command again"


def guarded(command: Any, arguments: Sequence[str]) -> int:
    """Run ``command`` and give its exit code; every error becomes one clear message on standard error.

    Standard exit codes: see :mod:`copydesk.errors`. A broken pipe ends quietly, Ctrl-C with 130. An
    exception that is neither a CopydeskError nor an OSError is a bug: its traceback is shown, with code 3.
    """
    try:
        result = command.main(args=list(arguments), prog_name="copydesk", standalone_mode=False)
        print(end="", flush=True)
    except CopydeskError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        result = INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return 0
    except OSError as error:
        _close_output()
        complain(CopydeskError(f"the system refused: {error}", remedy=_TRY_AGAIN))
        return CopydeskError.exit_code
    except Exception as error:  # noqa: BLE001 - the last guard: usage errors and bugs both end here
        return _usage_or_bug(error)
    if result == INTERRUPTED:  # typer makes it of most KeyboardInterrupts
        sys.stderr.write("\nInterrupted. Run the same command again to go on where it stopped.\n")
    return result if isinstance(result, int) else 0


def complain(error: CopydeskError) -> None:
    """Show an error: what, where, and what to do next."""
    sys.stderr.write(f"copydesk: {error.message}.\n")
    if error.remedy:
        sys.stderr.write(f"  {error.remedy}.\n".replace("?.", "?"))


def _close_output() -> None:
    """Nobody can read it: spare the interpreter a second complaint when it flushes at its end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage_or_bug(error: Exception) -> int:
    show = getattr(error, "show", None)  # typer's usage errors can show themselves
    if show is not None:
        show()
        return int(getattr(error, "exit_code", 2))
    traceback.print_exception(error)
    sys.stderr.write("copydesk: this is a bug in copydesk. Please report it with the lines above.\n")
    return CopydeskError.exit_code
