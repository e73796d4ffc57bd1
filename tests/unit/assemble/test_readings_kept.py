"""What is made of a reading is made once, and goes with it."""

import gc
import weakref

from dossier.assemble.reading import once_a_reading


def test_what_is_made_of_a_reading_is_made_once_and_goes_with_it(read):
    made = []

    class Words(list[str]):
        pass

    @once_a_reading
    def words(reading):
        made.append(reading.text)
        return Words(reading.text.split())

    one, other = read("A tug sank."), read("A tug sank.")
    assert words(one) is words(one)
    assert words(other) is not words(one)
    assert made == [one.text, other.text]
    last = weakref.ref(words(one))
    del one
    gc.collect()
    assert last() is None
