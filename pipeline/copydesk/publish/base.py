"""What a publisher is: an edition in, named bytes out. No disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from copydesk.data import Edition


class Publisher(Protocol):
    """Renders an edition. Same edition, same bytes: no clock, no random, no machine name."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """(file name, content) pairs; names are relative to the edition's own folder."""
        ...
