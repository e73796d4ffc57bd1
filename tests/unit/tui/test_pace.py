"""How long a build will still take, told from its pace."""

from dossier.tui.pace import Pace, wording


class Clock:
    """A clock that is set by hand."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_the_rest_takes_as_long_as_what_is_done_did() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.left("annotate", 0, 50) is None
    clock.seconds += 10
    assert pace.left("annotate", 10, 50) == 40
    clock.seconds += 50
    assert pace.left("annotate", 20, 50) == 90


def test_what_came_from_the_cache_tells_nothing_of_the_pace() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("annotate", 90, 100)
    clock.seconds += 20
    assert pace.left("annotate", 95, 100) == 20


def test_nothing_is_said_too_early_at_the_end_or_of_another_stage() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("annotate", 0, 50)
    clock.seconds += 1
    assert pace.left("annotate", 10, 50) is None
    clock.seconds += 10
    assert pace.left("annotate", 50, 50) is None
    assert pace.left("write", 1, 2) is None
    assert pace.left("annotate", 1, 50) is None


def test_no_estimate_looks_exact() -> None:
    assert [wording(seconds) for seconds in (None, 1, 18, 54, 58, 200, 4000)] == [
        "", "about 5 s left", "about 20 s left", "about 55 s left", "about 1 min left", "about 3 min left",
        "about 67 min left"]
