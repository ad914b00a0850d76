"""What the tests of whole programs share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from web.browser import driver


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A chromium for the tests of a module."""
    with driver(tmp_path_factory.mktemp("profile")) as found:
        yield found
