"""A model is put together beside the others, and moved into place as the last step."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.models.card import Card
from copydesk.models.home import Installed, find, home


@contextlib.contextmanager
def staging() -> Iterator[Path]:
    """A folder beside the models, gone at the end unless it was moved into place."""
    home().mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".adding-", dir=home()))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def move(card: Card, stage: Path) -> Installed:
    """``stage`` as the installed model of ``card``.

    Raises:
        CopydeskError: a model of that name is installed already.
    """
    target = home() / card.name
    if target.exists():
        raise CopydeskError(
            f"{card.name} is installed already", remedy=f"Run: copydesk models remove {card.name}"
        )
    stage.chmod(0o755)
    stage.rename(target)
    return find(card.name)
