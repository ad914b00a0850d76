"""The assignment is the cheapest there is."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.numbers.comparing.align import assign

Case = tuple[list[list[float]], list[float], list[float]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    rows, columns = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    price = st.integers(0, 20).map(float)
    costs = [[draw(price) for _ in range(columns)] for _ in range(rows)]
    return costs, [draw(price) for _ in range(rows)], [draw(price) for _ in range(columns)]


def _total(case: Case, matched: list[int]) -> float:
    costs, alone, other = case
    paid = sum(costs[r][c] if c >= 0 else alone[r] for r, c in enumerate(matched))
    return paid + sum(price for c, price in enumerate(other) if c not in matched)


@given(cases())
@settings(deadline=None)
def test_no_other_assignment_is_cheaper(case: Case) -> None:
    rows, columns = len(case[1]), len(case[2])
    choices = [c if c < columns else -1 for c in range(columns + rows)]
    best = min(
        (_total(case, [choices[n] for n in order]) for order in permutations(range(columns + rows), rows)),
        default=sum(case[2]),
    )
    assert _total(case, assign(*case)) == best
