"""Events meant by a noun order the reports that speak of them."""

import pytest


@pytest.fixture
def lies(dated):
    """The date of the event whose label has some words, in one text with dates."""

    def make(words, text, news=False, said=None, **dates):
        found = dated(text, news=news, said=said, **dates)
        (label,) = [label for label in found if words in label]
        return found[label].date

    return make


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # The noun means what was told before, by the verb it is derived from.
        ("The ferry collided with a tug on 3 May 1822. After the collision, the bank dismissed the pilot.",
         "dismissed", "1822-05-03/.."),
        ("The ferry collided with a tug on 3 May 1822. Before the collision, the mate fed the pilot.",
         "fed", "../1822-05-03"),
        ("The thief was arrested on 3 May 1822. Following the arrest, the bank sold the vault.",
         "sold", "1822-05-03/.."),
        # Whoever speaks of the collision does so after it; that is custom only.
        ("The ferry collided with a tug on 3 May 1822. The owners sold the ferry. The court fined the mate for the "
         "collision.", "fined", "1822-05-03?/.."),
        # A noun of another act, or one that comes first, means nothing told.
        ("The ferry collided with a tug on 3 May 1822. After the trial, the bank dismissed the pilot.",
         "dismissed", None),
        ("The court fined the mate for the collision. The ferry struck a tug on 3 May 1822.", "fined", None),
    ],
)  # fmt: skip
def test_nouns_of_events_order_what_speaks_of_them(lies, text, words, expected):
    assert lies(words, text, news=True, **{"3 May 1822": "1822-05-03"}) == expected


def test_news_speaks_of_what_was_found_once_it_was_found(lies):
    text = "A hole was discovered in the hull on 3 May 1822. The owner said the hole was small."
    said = "The owner said the hole was small"
    assert lies(said, text, news=True, said=said, **{"3 May 1822": "1822-05-03"}) == "1822-05-03?/.."


def test_a_thing_known_before_is_spoken_of_at_any_time(lies):
    text = "The statue was discovered on 3 May 1822. The owner said the statue was small."
    said = "The owner said the statue was small"
    assert lies(said, text, news=True, said=said, **{"3 May 1822": "1822-05-03"}) is None


def test_what_was_found_is_shown_once_it_was_found(lies):
    text = "A hole was discovered in the hull on 3 May 1822. The mate showed the hole to the owners."
    assert lies("showed", text, news=True, **{"3 May 1822": "1822-05-03"}) == "1822-05-03?/.."


def test_what_was_found_may_have_been_made_before(lies):
    text = "A hole was discovered in the hull on 3 May 1822. The mate bored the hole with an auger."
    assert lies("bored", text, news=True, **{"3 May 1822": "1822-05-03"}) is None
