"""Windows of days: what they pass on, what they refuse, and that they always end the same."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.events.sequence.network import Limit, Order, Window, settled

START = date(1911, 1, 1)


def at(day, assumed=False):
    moment = START + timedelta(days=day)
    return Limit(moment, moment.isoformat(), f"day {day}", assumed)


def between(first=None, last=None, assumed=False):
    return Window(
        None if first is None else at(first, assumed),
        None if last is None else at(last, assumed),
    )


def order(earlier, later, assumed=False):
    return Order(earlier, later, "after it", "before it", assumed)


def days(window):
    return tuple(side and (side.day - START).days for side in (window.earliest, window.latest))


def test_what_lies_between_two_dated_events_lies_between_their_days():
    found = settled({0: between(3, 3), 2: between(9, 9)}, {}, [order(0, 1), order(1, 2)])
    assert days(found[1]) == (3, 9)


def test_days_pass_on_through_events_without_any():
    chain = [order(0, 1), order(1, 2), order(2, 3), order(3, 4)]
    assert days(settled({0: between(3, 5)}, {}, chain)[4]) == (3, None)


def test_a_dated_event_stays_as_its_source_has_it():
    found = settled({0: between(9, 9), 1: between(3, 3)}, {0: [between(5, 6)]}, [order(0, 1)])
    assert [days(found[i]) for i in (0, 1)] == [(9, 9), (3, 3)]


def test_words_win_over_custom():
    found = settled({0: between(3, 3), 2: between(9, 9)}, {}, [order(2, 1, assumed=True), order(1, 0)])
    assert days(found[1]) == (None, 3)


def test_custom_wins_over_guesses():
    guess = Window(earliest=replace(at(7, assumed=True), guessed=True))
    found = settled({0: between(4, 4)}, {1: [guess]}, [order(1, 0, assumed=True)])
    assert days(found[1]) == (None, 4)


def test_a_limit_that_leaves_no_day_is_left_out():
    found = settled({}, {0: [between(None, 4), between(7, None, assumed=True)]}, [])
    assert days(found[0]) == (None, 4)


def test_what_rests_on_custom_stays_marked_however_far_it_is_passed_on():
    found = settled({0: between(3, 3)}, {}, [order(0, 1, assumed=True), order(1, 2)])
    assert found[2].earliest.assumed


def test_a_circle_is_one_day_or_nothing():
    found = settled({0: between(3, 3)}, {}, [order(0, 1), order(1, 2), order(2, 1), order(2, 0)])
    assert days(found[1]) == days(found[2]) == (3, 3)


DAYS = st.integers(0, 20)
SIDES = st.builds(
    lambda day, last, assumed: between(None, day, assumed) if last else between(day, None, assumed),
    DAYS, st.booleans(), st.booleans(),
)  # fmt: skip
ORDERS = st.lists(st.builds(order, st.integers(0, 6), st.integers(0, 6), st.booleans()), max_size=14)
DATED = st.dictionaries(st.integers(0, 6), st.builds(lambda day, more: between(day, day + more), DAYS, DAYS))
LIMITS = st.dictionaries(st.integers(0, 6), st.lists(SIDES, max_size=3))


@given(DATED, LIMITS, ORDERS)
def test_no_window_is_ever_empty_and_no_dated_event_moves(dated, limits, orders):
    found = settled(dated, limits, orders)
    assert all(days(found[event]) == days(window) for event, window in dated.items())
    for window in found.values():
        first, last = days(window)
        assert first is None or last is None or first <= last


@given(DATED, LIMITS, ORDERS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_no_day(dated, limits, orders, random):
    mixed = random.sample(orders, len(orders))
    turned = {event: random.sample(given, len(given)) for event, given in reversed(limits.items())}
    first, second = settled(dated, limits, orders), settled(dict(reversed(dated.items())), turned, mixed)
    shown = [{event: days(w) for event, w in found.items() if days(w) != (None, None)} for found in (first, second)]
    assert shown[0] == shown[1]
