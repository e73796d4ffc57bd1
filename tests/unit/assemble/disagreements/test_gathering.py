"""Groups of what can be of one thing."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.disagreements.gathering import gathered


@given(st.lists(st.integers(0, 40)), st.integers(0, 9))
def test_everything_stands_once_beside_what_it_fits(items, apart):
    groups = gathered(items, lambda a, b: abs(a - b) <= apart)
    assert sorted(item for group in groups for item in group) == sorted(items)
    assert all(abs(a - b) <= apart for group in groups for a in group for b in group)


def test_one_that_fits_is_enough_where_it_may_be_any():
    def near(a, b):
        return abs(a - b) <= 1

    assert gathered([1, 2, 3, 9], near) == [[1, 2], [3], [9]]
    assert gathered([1, 2, 3, 9], near, any) == [[1, 2, 3], [9]]
