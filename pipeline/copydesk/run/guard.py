"""The one broad guard: what goes wrong with one article is told and costs no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from copydesk.errors import CopydeskError, PublishError, StoreError
from copydesk.store.database import FAILURES

T = TypeVar("T")


def attempt(step: Callable[[], T], uri: str) -> T | CopydeskError:
    """What ``step`` gives, or why it failed; a bug becomes an error whose cause holds the traceback.

    Raises:
        StoreError, PublishError, or what the store explains: those concern every article.
    """
    try:
        return step()
    except (StoreError, PublishError, *FAILURES):
        raise
    except CopydeskError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the guard
        wrapped = CopydeskError(
            f"{uri}: copydesk stumbled over it ({type(error).__name__}: {error})",
            remedy="This is a bug: please report it with the article and the lines above",
        )
        wrapped.__cause__ = error
        return wrapped
