"""Starts desks without loading the program anew for each: loads it once, then forks.

    python nursery.py STORE

Each line on standard input is a command line (JSON); the answer is the pid of the process that runs it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys

from copydesk.cli.main import main
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.store import queue
from copydesk.store.address import address
from copydesk.store.database import connect
from copydesk.verify import verify
from copydesk.web import page


def warm(store: str) -> None:
    """Build what the first requests would build: how drafts are read, the checks, the pages' templates."""
    importlib.import_module("copydesk.cli.commands.review")
    reader = Reader(Checks())
    with contextlib.closing(connect(address(store))) as connection:
        take_in(connection, reader)
        first = queue.articles(connection)[0]
        current = reader.read(connection, first.article, first.target)
    assert current is not None
    verify(current.draft, reader.checks.options)
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
