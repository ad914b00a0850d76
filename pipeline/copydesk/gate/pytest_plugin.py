"""The pytest plugin: the fixture ``copydesk`` with ``assert_translation``.

It is loaded by every pytest of the environment, so it imports nothing until the fixture is asked for.
"""

from __future__ import annotations

import importlib
from typing import Any

import pytest


@pytest.fixture(scope="session")
def copydesk() -> Any:
    """The checks, ready for assertions: see :class:`copydesk.gate.assertion.Assertion`."""
    return importlib.import_module("copydesk.gate.assertion").Assertion()
