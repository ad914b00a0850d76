from __future__ import annotations

import pytest
from formats.exchanges import exchanges, marked
from hypothesis import given

from copydesk.data import Inline, Means, Span
from copydesk.errors import InputError, PublishError
from copydesk.formats.exchange import Exchange, ExchangeSegment, Marked, State, Unit
from copydesk.formats.inlinecodes import RAW
from copydesk.formats.xliff import read_xliff
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12


@given(exchanges())
def test_xliff_2_gives_back_what_was_written(exchange: Exchange) -> None:
    assert read_xliff(write_xliff2(exchange)) == (exchange,)


@given(exchanges())
def test_xliff_12_gives_back_what_was_written(exchange: Exchange) -> None:
    assert read_xliff(write_xliff12(exchange)) == (exchange,)
