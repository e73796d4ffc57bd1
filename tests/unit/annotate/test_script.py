"""Which passages a model of one language is not shown."""

import pytest

from dossier.annotate.script import is_foreign


@pytest.mark.parametrize(
    "words",
    [
        "Затонул паром. Капитан Бирн молчал.",
        "渡輪在科克附近沉沒。",
        "Le capitaine a déclaré que son navire avait coulé au large de la côte et que personne ne savait pourquoi.",
        "Der Kapitän erklärte, dass sein Schiff vor der Küste gesunken war und dass niemand wusste, warum es so kam.",
    ],
)
def test_other_scripts_and_languages(words: str) -> None:
    assert is_foreign(words, "en")


@pytest.mark.parametrize(
    "words",
    [
        "Captain Бирн of the Волга said nothing.",
        "Ada Byrne, John Kelly, Mary de Búrca, Jean-Luc Dupont, Captain Ó Sé, Liam Ó Briain, Nora Lindqvist, K. Nyman",
        "Ship sinks off Cork",
        "12 345 — 67",
        "",
    ],
)
def test_names_numbers_and_short_lines_stay(words: str) -> None:
    assert not is_foreign(words, "en")


def test_a_model_of_that_language_is_shown_its_own() -> None:
    assert not is_foreign("Затонул паром. Капитан Бирн молчал.", "ru")
    assert is_foreign("Затонул паром. Капитан Бирн молчал.", "fr")
    assert not is_foreign("Le capitaine a déclaré que son navire avait coulé au large de la côte sans raison.", "fr")
