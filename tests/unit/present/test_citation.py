"""Copied words carry where they stand: who, when as far as known, which file and line."""

import sqlite3

import pytest

from dossier.model.selection import Selection
from dossier.present.citation import MOST, cited, evidence_of
from dossier.present.page import Target


def place_of(reader: sqlite3.Connection, path: str, words: str) -> Selection:
    source, text = reader.execute(
        "SELECT t.source, t.text FROM texts t JOIN sources s ON s.id = t.source WHERE s.path = ?", [path]).fetchone()
    start = text.index(words)
    return Selection(source, start, start + len(words))


def test_a_passage_with_all_that_is_known_of_its_source(reader: sqlite3.Connection) -> None:
    place = place_of(reader, "courier.txt", "Board secretary Ines Okonjo denied")
    assert cited(reader, "Board secretary", [place], quoted=True) == (
        "“Board secretary”\n— Halcyon strikes the Carrick bar, The Courier, 06 Mar 1911 (inferred), courier.txt:10")


def test_words_on_several_lines_and_a_source_without_a_date(reader: sqlite3.Connection) -> None:
    one = place_of(reader, "gazette.md", "On 4 March 1911")
    both = Selection(one.source, one.start, place_of(reader, "gazette.md", "Keeper Tobias").end)
    assert cited(reader, "x", [both], quoted=False) == "x\n— The loss of the Halcyon, undated, gazette.md:3–5"
    assert cited(reader, "x", [one, both, one], quoted=False).endswith("gazette.md:3, 3–5")


@pytest.mark.parametrize(("words", "quoted"), [
    ('"The light," he said.', '“"The light," he said.”'), ("“The light.”", "“The light.”"),
    ('"The light."', '"The light."'), ('"A" and "B"', '“"A" and "B"”')])  # fmt: skip
def test_words_in_quotation_marks_get_no_second_pair(reader: sqlite3.Connection, words: str, quoted: str) -> None:
    place = place_of(reader, "log.txt", "Lamp out")
    assert cited(reader, words, [place], quoted=True).splitlines()[0] == quoted


def test_every_kind_of_line_rests_on_words_of_the_case(reader: sqlite3.Connection) -> None:
    texts = dict(reader.execute("SELECT source, text FROM texts"))
    for kind, table in (("entity", "entities"), ("event", "events"), ("statement", "statements"),
                        ("disagreement", "disagreements")):  # fmt: skip
        found = [id_ for (id_,) in reader.execute(f"SELECT id FROM {table}")]
        assert found
        for id_ in found:
            evidence = evidence_of(reader, Target(kind, id_))  # type: ignore[arg-type]
            assert evidence
            assert all(texts[one.source][one.start : one.end].strip() for one in evidence)


def test_both_sides_of_a_matter_are_cited(reader: sqlite3.Connection) -> None:
    matter = reader.execute("SELECT id FROM disagreements WHERE question LIKE 'Had the light%'").fetchone()[0]
    lines = cited(reader, "Had the light failed?", evidence_of(reader, Target("disagreement", matter)), quoted=False)
    assert [line.partition(":")[0].rpartition(" ")[2] for line in lines.splitlines()[1:]] == [
        "courier.txt", "log.txt", "gazette.md"]


def test_many_sources_are_counted_and_what_is_gone_cites_nothing(reader: sqlite3.Connection) -> None:
    places = [Selection(f"src-{number}", 0, 1) for number in range(MOST + 3)]
    assert cited(reader, "x", places, quoted=True) == "“x”\n— and 3 more"
    assert evidence_of(reader, Target("event", "gone")) == []
    assert cited(reader, "x", [], quoted=True) == "x"
