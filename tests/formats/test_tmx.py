from __future__ import annotations

import pytest
from formats.exchanges import marked, texts
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from copydesk.data import Inline, Means, Span
from copydesk.errors import InputError, PublishError
from copydesk.formats.exchange import Marked
from copydesk.formats.tmx import TmxUnit, read_tmx, write_tmx

units = st.builds(
    TmxUnit,
    texts,
    st.sampled_from(["es", "en"]),
    st.just("fr"),
    marked(),
    marked(),
    st.none() | st.sampled_from(Means),
)


@given(st.lists(units, max_size=4))
def test_what_was_written_comes_back(given_units: list[TmxUnit]) -> None:
    data = b"".join(write_tmx(given_units, source_language="es"))
    assert read_tmx(data) == tuple(given_units)
