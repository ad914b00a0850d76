"""Starts desks without loading the program anew for each: loads it once, then forks.

    python nursery.py STORE

Each line on standard input is a command line (JSON); the answer is the pid of the process that runs it.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import signal
import sys
import tempfile
from pathlib import Path

from copydesk.cli.commands.export import Format, export
from copydesk.cli.main import main
from copydesk.web import page


def warm(store: str) -> None:
    """Build what the first request would build: how drafts are read, the pages' templates."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        export(store, Path(folder), Format.CSV)
    importlib.import_module("copydesk.cli.commands.review")
    templates = page._environment()
    for name in templates.list_templates():
        templates.get_template(name)


def nurse() -> None:
    """Fork until standard input ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, 0)
            os.dup2(nothing, 1)
            sys.argv = ["copydesk", *json.loads(line)]
            main()
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    warm(sys.argv[1])
    nurse()
