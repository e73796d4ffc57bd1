"""Who takes part in what a clause tells: by its structure, not by nearness."""

import pytest

from dossier.assemble.events.reports import candidates


@pytest.fixture
def taking_part(read):
    """{entity: role} of the only report of a text."""

    def make(text, **given):
        (report,) = candidates(read(text, **given))
        return {p.entity: p.role for p in report.participants}

    return make


ON = {"5 May 1991": "1991-05-05"}


@pytest.mark.parametrize(
    ("text", "people", "organizations", "expected"),
    [
        ("Ada Byrne met Tobias Renn on 5 May 1991.", {"ada": "Ada Byrne", "renn": "Tobias Renn"}, {},
         {"ada": "agent", "renn": "patient"}),
        ("Tobias Renn was arrested by Holm Police on 5 May 1991.", {"renn": "Tobias Renn"}, {"police": "Holm Police"},
         {"renn": "patient", "police": "agent"}),
        # An organization that only says which person is meant takes no part, nor does what is told beside.
        ("Holm Bank chairman Ada Byrne resigned on 5 May 1991.", {"ada": "Ada Byrne"}, {"bank": "Holm Bank"},
         {"ada": "agent"}),
        ("Ada Byrne, the chairman of Holm Bank, resigned on 5 May 1991.", {"ada": "Ada Byrne"}, {"bank": "Holm Bank"},
         {"ada": "agent"}),
        ("Ada Byrne, who had once insulted Tobias Renn, resigned on 5 May 1991.",
         {"ada": "Ada Byrne", "renn": "Tobias Renn"}, {}, {"ada": "agent"}),
        ("Ada Byrne resigned on 5 May 1991 while Tobias Renn was in Oslo.",
         {"ada": "Ada Byrne", "renn": "Tobias Renn"}, {}, {"ada": "agent"}),
        # One that modifies something done takes part in it.
        ("The Holm Bank inquiry ended on 5 May 1991.", {}, {"bank": "Holm Bank"}, {"bank": "participant"}),
        # Who claims it is its speaker.
        ("Ada Byrne said that Tobias Renn left on 5 May 1991.", {"ada": "Ada Byrne", "renn": "Tobias Renn"}, {},
         {"ada": "speaker", "renn": "agent"}),
        # A pronoun's person.
        ("Ada Byrne chairs the bank. She resigned on 5 May 1991.", {"ada": "Ada Byrne"}, {}, {"ada": "agent"}),
    ],
)  # fmt: skip
def test_roles_follow_the_sentence(taking_part, text, people, organizations, expected):
    assert taking_part(text, people=people, organizations=organizations, dates=ON) == expected
