"""Somebody of a firm is no part of its name."""

import pytest

from dossier.annotate.names_clean import clean
from dossier.model.annotation import Passage, PassageKind
from dossier.model.span import Span


def names(words, label="ORG"):
    passage = Passage(PassageKind.PARAGRAPH, Span(0, len(words)))
    return [span.of(words) for span in clean(words, Span(0, len(words)), label, passage)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Martha Ellison of Ellison & Crewe", ["Martha Ellison", "Ellison & Crewe"]),
        ("Peter Walsh of Walsh and Partners", ["Peter Walsh", "Walsh and Partners"]),
        ("Anna Clark of Harbour Insurance Ltd", ["Anna Clark", "Harbour Insurance Ltd"]),
    ],
)
def test_a_person_and_the_firm_are_two_names(words, parts):
    assert names(words) == parts


@pytest.mark.parametrize("words", ["Victoria University of Wellington and Otago", "Bank of Ireland", "Ministry of War"])
def test_a_body_of_something_is_one_name(words):
    assert names(words) == [words]
