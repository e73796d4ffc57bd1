"""Where sources differ is told in the names of today: after a merge or a new name, and no longer once it is undone."""

from dataclasses import replace

from deciding import decision, subject, undo
from hypothesis import given
from hypothesis import strategies as st
from invented import invented

from dossier.curation import apply
from dossier.curation.called import new_names, with_names
from dossier.curation.journal import Journals
from dossier.model.decision import Decision, Verb
from dossier.model.disagreement import Matter

FOUND = invented()
VERRIN, OKONJO, RENN = (subject(FOUND, "person", name) for name in ("Aldous Verrin", "Ines Okonjo", "Tobias Renn"))
MATTER = FOUND.disagreements[0]
WORDED = replace(
    MATTER, question="Did Tobias Renn leave “as Tobias Renn says”, or Tobias Rennick?",
    sides=(replace(MATTER.sides[0], value="claimed by Ines Okonjo, Tobias Renn"),
           replace(MATTER.sides[1], value="the lamp of Tobias Renn was lit"), *MATTER.sides[2:]))  # fmt: skip


def told(*decisions: Decision) -> Matter:
    found = replace(FOUND, disagreements=(WORDED, *FOUND.disagreements[1:]))
    return apply(found, Journals(decisions, ()))[0].disagreements[0]


def test_a_new_name_is_the_one_in_questions_and_answers_but_not_in_quoted_words() -> None:
    now = told(decision(Verb.RENAME, RENN, value="Toby Wren"))
    assert now.question == "Did Toby Wren leave “as Tobias Renn says”, or Tobias Rennick?"
    assert [side.value for side in now.sides[:2]] == [
        "claimed by Ines Okonjo, Toby Wren", "the lamp of Tobias Renn was lit"]  # fmt: skip


def test_who_is_one_now_is_told_once() -> None:
    merge = decision(Verb.MERGE, OKONJO, RENN)
    name = decision(Verb.RENAME, OKONJO, value="Ines Renn")
    assert told(merge, name).sides[0].value == "claimed by Ines Renn"
    assert told(merge, name, undo(merge), undo(name)) == WORDED


def test_who_is_rejected_keeps_the_name_there() -> None:
    assert told(decision(Verb.REJECT, RENN)).sides[0].value == "claimed by Ines Okonjo, Tobias Renn"


def test_a_name_that_two_have_and_one_lost_is_left_as_it_is() -> None:
    assert new_names([("Ada Byrne", "Ada Byrne"), ("Ada Byrne", "Ada Cole"), ("Tom", "Thomas")]) == {"Tom": "Thomas"}
    assert new_names([("Ada Byrne", None), ("Tom", None)]) == {}


def test_a_name_inside_a_longer_one_that_stays_is_left_there() -> None:
    names = new_names([("Berg", "Anna Holt"), ("Berg AS", "Berg AS"), ("Ada", "Ada")])
    asked = with_names(replace(MATTER, question="Did Berg sell Berg AS?"), names)
    assert asked.question == "Did Anna Holt sell Berg AS?"
    assert "Ada" not in names


_NAME = st.lists(st.sampled_from(["Ada", "Berg", "Holt"]), min_size=1, max_size=3).map(" ".join)


@given(st.dictionaries(_NAME, st.just("Renn"), min_size=1, max_size=3), st.sets(_NAME, max_size=4), st.data())
def test_a_name_that_stays_is_asked_about_as_it_is(others, stay, data) -> None:
    stay -= set(others)
    names = new_names([*others.items(), *((name, name) for name in stay)])
    name = data.draw(st.sampled_from(sorted({*others, *stay})))
    now = with_names(replace(MATTER, question=f"Who led {name}?"), names)
    assert now.question == f"Who led {others.get(name, name)}?"


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8), max_size=4), st.text())
def test_any_names_can_be_put_into_any_words(names: dict[str, str], text: str) -> None:
    matter = with_names(replace(MATTER, question=text), names)
    assert len(matter.sides) == len(MATTER.sides)
    assert with_names(replace(MATTER, question=f"“{text.replace('”', '')}”"), names).question[0] == "“"
