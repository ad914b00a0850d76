import sqlite3

import pytest

from copydesk.errors import CopydeskError, InputError, StoreError
from copydesk.run.guard import attempt


def failing(error: BaseException) -> object:
    raise error


def test_what_works_passes_through() -> None:
    assert attempt(lambda: 7, "a.txt") == 7


def test_an_article_error_is_given_back_as_it_is() -> None:
    error = InputError("a.txt: it is empty")
    assert attempt(lambda: failing(error), "a.txt") is error


def test_a_bug_becomes_an_error_that_keeps_its_cause() -> None:
    bug = ZeroDivisionError("division by zero")
    found = attempt(lambda: failing(bug), "a.txt")
    assert isinstance(found, CopydeskError)
    assert "a.txt: copydesk stumbled" in found.message
    assert found.__cause__ is bug


@pytest.mark.parametrize(
    "error", [StoreError("full"), sqlite3.OperationalError("disk I/O"), OSError(28, "full")]
)
def test_a_broken_store_is_not_one_articles_fault(error: Exception) -> None:
    with pytest.raises(type(error)):
        attempt(lambda: failing(error), "a.txt")
