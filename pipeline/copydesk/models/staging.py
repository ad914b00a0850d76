"""A model is put together beside the others, and moved into place as the last step."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.models.card import Card
from copydesk.models.home import Installed, find, home

_PREFIX = ".adding-"
_STALE = 24 * 3600.0
"""Seconds after which what an add that was killed left behind is cleared away by the next one."""


@contextlib.contextmanager
def staging() -> Iterator[Path]:
    """A folder beside the models, gone at the end unless it was moved into place.

    Raises:
        CopydeskError: the disk is full or refuses, in words.
    """
    try:
        home().mkdir(parents=True, exist_ok=True)
        _clear_stale()
        stage = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=home()))
    except OSError as error:
        raise _refused(error) from error
    try:
        yield stage
    except OSError as error:
        raise _refused(error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def need_room(size: int, what: str) -> None:
    """Make sure that the models' disk has ``size`` bytes to spare for ``what``.

    Raises:
        CopydeskError: saying how much is missing.
    """
    free = shutil.disk_usage(home()).free
    if free < size:
        raise CopydeskError(
            f"{what} needs about {size / 2**20:,.0f} MiB in {home()}, where {free / 2**20:,.0f} MiB are free",
            remedy="Make room, or set COPYDESK_MODELS to a folder on another disk",
        )


def move(card: Card, stage: Path) -> Installed:
    """``stage`` as the installed model of ``card``.

    Raises:
        CopydeskError: a model of that name is installed already.
    """
    refuse_installed(card)
    stage.chmod(0o755)
    stage.rename(home() / card.name)
    return find(card.name)


def refuse_installed(card: Card) -> None:
    """Make sure that no model of this name is there.

    Raises:
        CopydeskError: one is.
    """
    if (home() / card.name).exists():
        raise CopydeskError(
            f"{card.name} is installed already", remedy=f"Run: copydesk models remove {card.name}"
        )


def _clear_stale() -> None:
    for left in home().glob(f"{_PREFIX}*"):
        if time.time() - left.stat().st_mtime > _STALE:
            shutil.rmtree(left, ignore_errors=True)


def _refused(error: OSError) -> CopydeskError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return CopydeskError(
        f"the model cannot be added: {error.strerror or error}: {error.filename or home()}",
        remedy="Make room there, or set COPYDESK_MODELS to a folder on another disk"
        if full
        else "Mend that, or set COPYDESK_MODELS to a folder that can be written",
    )
