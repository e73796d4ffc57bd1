"""Quotations: failure classes 25 to 28 of the research, with examples of other cases, and marks gone wrong."""

import time

import pytest
from annotating import example, make_source
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate.layout import lay_out
from dossier.annotate.quotations import find_quotations
from dossier.model.annotation import Quotation
from dossier.model.source import Source
from dossier.model.span import Span


def quoted(text: str | Source) -> list[tuple[str, ...]]:
    """The words of every quotation, a string a paragraph; an open one ends in an ellipsis."""
    source = make_source(text) if isinstance(text, str) else text
    found = find_quotations(source.text, lay_out(source))
    return [(*(part.of(source.text) for part in q.parts), *(() if q.closed else ("…",))) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It sank," she said.', ["It sank,"]),
        ("“It sank,” she said, “at nine.”", ["It sank,", "at nine."]),
        ("'We don't know the ship's name,' he said.", ["We don't know the ship's name,"]),
        ("He said: 'The agents' reports weren't read.' Then he left.", ["The agents' reports weren't read."]),
        ("‘We don’t know the crews’ names,’ he said.", ["We don’t know the crews’ names,"]),
        ("Er sagte: „Das Schiff sank“ und ging.", ["Das Schiff sank"]),
        ("Elle dit « le navire a coulé » hier.", ["le navire a coulé"]),
        ("She said, \"He called it 'a disgrace' to me.\"", ["He called it 'a disgrace' to me."]),
        ("She said, ‘He called it “a disgrace” to me.’", ["He called it “a disgrace” to me."]),
        ('Marsh said " the file was never there." He left.', ["the file was never there."]),
        ("The '90s were rock 'n' roll, 'twas said, for the Joneses' son.", []),
        ("The dogs' bowls and the cats' tails.", []),
        ("She was 5' tall and the O'Hara boys weren't.", []),
        ('A 3" pipe and a 4" pipe.', []),
        ("(“No.”)", ["No."]),
        ("“”", []),
        ("He said:“No”.", ["No"]),
        ("—“Go,” she said.", ["Go,"]),
    ],
)
def test_class_25_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == [(words,) for words in expected]


def test_class_25_in_the_bundled_case() -> None:
    found = quoted(example("001"))
    assert ("We don't understand its purposes. Rather, we do understand, but we have not received an official "
            "explanation.", "Essentially, this thing can be used as a weapons carrier.") in found  # fmt: skip
    assert ("Deliberately Drilled,",) in quoted(example("002"))


def test_class_26_a_quotation_over_paragraphs_is_one() -> None:
    text = "The judge said: “I have read it.\n\n“I have read it twice.\n\n“It is false.”\n\nHe rose."
    assert quoted(text) == [("I have read it.", "I have read it twice.", "It is false.")]


def test_class_26_a_paragraph_broken_in_two_inside_a_quotation_is_one() -> None:
    text = 'He said, "It felt good out there.\n\nWe could\'ve won in May." Later Reid said, "We lost."'
    assert quoted(text) == [("It felt good out there.", "We could've won in May."), ("We lost.",)]


def test_class_26_captions_and_buttons_between_its_paragraphs_do_not_end_it() -> None:
    text = "She said: 'We read it.\n\nShare\n\nThe judge (pictured) at the court.\n\n'It wasn't true.'\n\nHe rose."
    assert quoted(text) == [("We read it.", "It wasn't true.")]


@pytest.mark.parametrize(
    "text",
    [
        "He said, “I have read it.\n\nThe court rose.\n\n“No,” she said.",
        'He said, "I have read it.\n\nThe court rose.\n\n"No," she said.',
    ],
)
def test_class_26_what_is_never_closed_ends_with_its_paragraph(text: str) -> None:
    assert quoted(text) == [("I have read it.", "…"), ("No,",)]


def test_class_26_a_second_opening_ends_what_was_never_closed() -> None:
    assert quoted('"One is lost, he said. "Two are not," she said, "nor three."') == [
        ("One is lost, he said.", "…"),
        ("Two are not,",),
        ("nor three.",),
    ]


def test_class_26_in_the_bundled_case() -> None:
    joint = [parts for parts in quoted(example("003")) if parts[0].startswith("The Administrator")]
    assert [len(parts) for parts in joint] == [3]
    assert len(next(parts for parts in quoted(example("001")) if parts[0].startswith("The Administrator"))) == 3


def test_class_27_titles_in_references_are_no_quotations() -> None:
    assert quoted('It sank.[1]\n\n1. ^ a b Roe, Jane (2001). "How ships sink". Argus.') == []
    assert not any("Spacefarers" in parts[0] for parts in quoted(example("004")))


def test_class_28_two_parts_around_the_cue_are_two_quotations() -> None:
    text = '"What is this ship?" he asked, according to the Argus. "We shall see," Byrne added.'
    assert quoted(text) == [("What is this ship?",), ("We shall see,",)]


def test_syntax_of_markdown_is_not_taken_for_marks() -> None:
    text = '# A\n\n[The ship](http://x "a title") sank, **“they”** said.\n\n**B**'
    assert quoted(text) == [("they",)]


pieces = st.sampled_from(
    ['"', "“", "”", "'", "‘", "’", "«", "»", "„", "said", " ", ". ", ", ", "\n\n", "dogs’ ", "it's ", "(", ")"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(pieces, max_size=60).map("".join))
def test_balanced_or_not_quotations_are_apart_and_inside_their_paragraphs(text: str) -> None:
    source = make_source(text)
    passages = lay_out(source)
    at = 0
    for quotation in find_quotations(text, passages):
        assert at <= quotation.span.start
        assert quotation.parts
        assert passages[quotation.passage].span.contains(Span(quotation.span.start, quotation.span.start + 1))
        for part in quotation.parts:
            assert quotation.span.contains(part)
            assert at <= part.start < part.end
            assert part.of(text) == part.of(text).strip()
            assert sum(passage.span.contains(part) for passage in passages) == 1
            at = part.end
        at = quotation.span.end


def test_unbalanced_marks_through_a_whole_document_never_run_away() -> None:
    for mark in ('"', "'", "“"):
        text = "\n\n".join(f"He said {mark}it sank in May and went on {number}." for number in range(2_000))
        source = make_source(text)
        found = find_quotations(text, lay_out(source))
        assert all(len(quotation.parts) == 1 for quotation in found), mark
        assert all(len(quotation.span) < 60 for quotation in found), mark


@pytest.mark.parametrize("piece", ['word said "', "word said '", "'a ", '"It was he\n\n', "said: 'it is so "])
def test_hundreds_of_thousands_of_marks(piece: str) -> None:
    source = make_source(piece * 50_000)
    passages = lay_out(source)
    began = time.process_time()
    found: tuple[Quotation, ...] = find_quotations(source.text, passages)
    assert time.process_time() - began < 10
    assert all(len(quotation.parts) <= 60 for quotation in found)
