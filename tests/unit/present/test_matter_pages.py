"""Disagreements on pages: each answer leads to its words, and whoever is in question is told of the dispute."""

import sqlite3

import pytest
from invented import COURIER

from dossier.present.matters_page import matter_blocks
from dossier.present.page import CASE, DISAGREEMENTS, Page, Target
from dossier.present.pages import open_page
from dossier.store.queries import disagreements
from dossier.store.queries.tellers import answers_of


def page(reader: sqlite3.Connection, target: Target) -> Page:
    opened = open_page(reader, target)
    assert opened is not None
    return opened


def one(reader: sqlite3.Connection, query: str) -> str:
    found: str = reader.execute(query).fetchone()[0]
    return found


@pytest.fixture
def matter(reader: sqlite3.Connection) -> str:
    return one(reader, "SELECT id FROM disagreements WHERE NOT agrees")


def test_each_answer_stands_over_its_words_and_their_speaker(reader: sqlite3.Connection, matter: str) -> None:
    blocks = page(reader, Target("disagreement", matter)).blocks
    answers = [place for place, block in enumerate(blocks) if block.role == "answer"]
    assert [blocks[place].text for place in answers] == ["the light was dark  2 voices", "the light was lit  1 voice"]
    first = [block.text for block in blocks[answers[0] : answers[1]]]
    assert first[1] == "Aldous Verrin, in Halcyon strikes the Carrick bar"
    words = blocks[answers[0] + 2]
    assert words.target is not None
    assert COURIER[words.target.start : words.target.end] == "The light on the bar was dark,"
    assert [words.text[run.start : run.end] for run in words.runs] == ["The light on the bar was dark,"]


def test_answers_have_the_column_that_they_need_up_to_a_third_of_the_line(
    reader: sqlite3.Connection, matter: str
) -> None:
    row = disagreements.get(reader, matter)
    assert row is not None
    first, *_, last = answers_of(reader, [matter])[matter]
    named = first._replace(value="claimed by Aldous Verrin", speaker="Aldous Verrin")
    long = last._replace(value="denied by the Elder Brethren of Trinity House", side=9)
    lines = [block.text for block in matter_blocks(row, [named, long], 82)]
    assert lines[1].startswith("claimed by Aldous Verrin  “The light on the bar")
    assert not lines[2].startswith("Aldous Verrin")
    assert lines[3] == "denied by the Elder Brethren of Trinity House"
    assert lines[4].lstrip().startswith("“")
    wide = [block.text for block in matter_blocks(row, [named, long], 164)]
    assert wide[3].startswith("denied by the Elder Brethren of Trinity House  “")
    narrow = list(matter_blocks(row, [named, long], 40))
    assert not any("…" in block.text for block in narrow if "by" in block.text)


def test_who_is_silent_is_told(reader: sqlite3.Connection) -> None:
    id_ = one(reader, "SELECT id FROM disagreements WHERE agrees")
    texts = [block.text for block in page(reader, Target("disagreement", id_)).blocks]
    assert texts[texts.index("NO ANSWER FOUND IN  1") + 1] == "Keeper's log"


@pytest.mark.parametrize(("kind", "table", "told"), [
    ("event", "events WHERE disputed", ["DISPUTED  1", "COMPARED, AND AGREES  1"]),
    ("statement", "statements WHERE id IN (SELECT statement FROM disagreement_values)", ["DISPUTED  1"]),
])  # fmt: skip
def test_what_is_in_question_says_so(reader: sqlite3.Connection, kind: str, table: str, told: list[str]) -> None:
    id_ = one(reader, f"SELECT id FROM {table}")
    blocks = page(reader, Target(kind, id_)).blocks  # type: ignore[arg-type]
    texts = [block.text for block in blocks]
    assert [text for text in texts if text in told] == told
    dispute = blocks[texts.index("DISPUTED  1") + 1]
    assert dispute.text.startswith("≠ Had the light failed?")
    assert dispute.target is not None
    assert dispute.target.kind == "disagreement"


def test_an_event_in_question_is_marked_in_the_list(reader: sqlite3.Connection) -> None:
    assert [label for (label,) in reader.execute("SELECT label FROM events WHERE disputed")] == [
        "Halcyon runs aground on the Carrick bar"]


def test_disputed_words_are_marked_where_they_stand(reader: sqlite3.Connection) -> None:
    source = one(reader, "SELECT id FROM sources WHERE path = 'gazette.md'")
    marked = [block for block in page(reader, Target("source", source)).blocks if block.gutter == "≠"]
    assert len(marked) == 1
    assert marked[0].target is not None
    assert marked[0].target.kind == "disagreement"
    shown = {marked[0].text[run.start : run.end] for run in marked[0].runs if run.role == "disputed"}
    assert shown == {"the lamp had been lit"}


def test_the_case_begins_with_what_differs(reader: sqlite3.Connection, matter: str) -> None:
    leads = [block.target for block in page(reader, CASE).blocks]
    assert Target("disagreement", matter) in leads
    assert DISAGREEMENTS in leads


def test_the_list_keeps_agreements_apart(reader: sqlite3.Connection) -> None:
    texts = [block.text for block in page(reader, DISAGREEMENTS).blocks]
    apart = texts.index("COMPARED, AND AGREES  1")
    assert "≠ Had the light failed?  2 answers in 3 sources" in texts[:apart]
    assert texts[apart + 1] == (
        "= When was the Halcyon lost?  “on the night of 3 March 1911” = “On 4 March 1911”  "
        "one is only vaguer than the other")


def test_each_side_stands_beside_its_words_and_over_who_takes_it(reader: sqlite3.Connection) -> None:
    texts = [block.text for block in page(reader, DISAGREEMENTS).blocks]
    first = texts.index("≠ Had the light failed?  2 answers in 3 sources")
    assert texts[first + 1] == "the light was dark  “The light on the bar was dark,”"
    assert texts[first + 2].startswith("Aldous Verrin, in Halcyon strikes")
    assert texts[first + 3] == "the light was lit   “it was lit at dusk”"
    assert texts[first + 4].endswith(" and 1 more")


def test_a_statement_shows_through_whom_it_came(reader: sqlite3.Connection) -> None:
    id_ = one(reader, "SELECT statement FROM relays")
    texts = [block.text for block in page(reader, Target("statement", id_)).blocks]
    assert texts[texts.index("HOW IT CAME HERE") + 1].split() == ["through", "the", "Courier"]


def test_what_a_person_said_stands_with_who_holds_another_thing_against_it(reader: sqlite3.Connection) -> None:
    verrin = one(reader, "SELECT id FROM entities WHERE name = 'Aldous Verrin'")
    texts = [block.text for block in page(reader, Target("entity", verrin)).blocks]
    assert "“The light on the bar was dark,”  through the Courier  ≠ Ines Okonjo" in texts


def test_a_list_marks_what_a_reader_decided_about(reader: sqlite3.Connection, matter: str) -> None:
    row = disagreements.get(reader, matter)
    assert row is not None
    assert not row.decided
    (plain, *_), (marked, *_) = (list(matter_blocks(one, ())) for one in (row, row._replace(decided=1)))
    assert (plain.text.count("✎"), marked.text.count("✎")) == (0, 1)
    assert marked.text.index("✎") > marked.text.index(row.question)
