from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copydesk.align.band import anchors, band
from copydesk.align.features import Feature

FEATURES = st.lists(
    st.frozensets(st.tuples(st.just("name"), st.sampled_from("abcdefgh")), max_size=3), max_size=150
)


def test_sentences_that_share_rare_features_are_anchors() -> None:
    rare: list[frozenset[Feature]] = [frozenset({("name", f"x{n}"), ("number", str(n))}) for n in range(4)]
    assert anchors(rare, [rare[0], rare[2], rare[3]]) == [(0, 0), (2, 1), (3, 2)]


def test_anchors_that_cross_are_dropped() -> None:
    rare: list[frozenset[Feature]] = [frozenset({("name", f"x{n}"), ("number", str(n))}) for n in range(4)]
    found = anchors(rare, [rare[3], rare[0], rare[1], rare[2]])
    assert found == [(0, 1), (1, 2), (2, 3)]


@given(FEATURES, FEATURES)
def test_a_path_from_corner_to_corner_always_exists(
    source: list[frozenset[Feature]], target: list[frozenset[Feature]]
) -> None:
    bounds = band(source, target)
    assert len(bounds) == len(source) + 1
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(target)
    for (low, high), (next_low, next_high) in pairwise(bounds):
        assert next_low <= high
        assert low <= next_high
