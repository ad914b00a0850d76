"""How a batch is parted between processes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.translate.supervised.pool import shares


@given(st.lists(st.integers(0, 500), max_size=40), st.integers(1, 8))
def test_shares_cover_everything_in_order_once(sizes: list[int], count: int) -> None:
    parts = shares(sizes, count)
    assert [n for start, end in parts for n in range(start, end)] == list(range(len(sizes)))
    assert len(parts) <= count
    assert all(start < end for start, end in parts)


def test_shares_weigh_the_text() -> None:
    assert shares([10, 10, 10, 10], 2) == [(0, 2), (2, 4)]
    assert shares([100, 1, 1, 1], 2) == [(0, 1), (1, 4)]
