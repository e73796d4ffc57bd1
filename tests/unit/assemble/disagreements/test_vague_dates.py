"""Dates that answer nothing beside more exact ones."""

import pytest

from dossier.assemble.disagreements.vague import answering


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"1998-05", "1998-05-03", "1998-05-05"}, {"1998-05-03", "1998-05-05"}),
        ({"1998", "1998-05", "1998-05-03"}, {"1998-05-03"}),
        ({"1998-05", "1998-05-30", "1998-06-02"}, {"1998-05-30", "1998-06-02"}),
        ({"1998-05-03/1998-05-04", "1998-05-03", "1998-05-04"}, {"1998-05-03/1998-05-04", "1998-05-03", "1998-05-04"}),
        ({"1998-05", "1998-06-02", "1998-06-03"}, {"1998-05", "1998-06-02", "1998-06-03"}),
        ({"1998-05", "", "1998-05-03"}, {"1998-05", "", "1998-05-03"}),
    ],
)
def test_a_month_or_more_that_holds_another_is_left_out(told, left):
    assert answering(told) == left
