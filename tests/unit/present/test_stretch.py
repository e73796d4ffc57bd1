"""Selecting: it begins with words, grows and shrinks by units over the borders of blocks, and never loses itself."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.present.page import FOLD, Block
from dossier.present.stretch import Stretch, Unit, around, grown, units, widened, words_of

BLOCKS = [
    Block("Mr. Verrin saw the light. He steered by it!"),
    Block("▸ 12 references", FOLD, space=1),
    Block("“No oil since Monday,” he said. It was dark.", space=1),
]
texts = st.lists(st.text(alphabet="ab.! é\u0301日“”", max_size=30), min_size=1, max_size=5)
steps = st.lists(st.tuples(st.sampled_from([Unit.LETTER, Unit.WORD, Unit.SENTENCE]), st.sampled_from([-1, 1])),
                 max_size=20)


def selected(stretch: Stretch) -> str:
    return words_of(BLOCKS, stretch)


def test_it_begins_with_a_word_and_grows_by_words() -> None:
    stretch = around(BLOCKS, (0, 5), Unit.WORD)
    assert selected(stretch) == "Verrin"
    stretch = grown(BLOCKS, grown(BLOCKS, stretch, Unit.WORD, 1), Unit.WORD, 1)
    assert selected(stretch) == "Verrin saw the"
    assert selected(grown(BLOCKS, stretch, Unit.WORD, -1)) == "Verrin saw"


def test_back_past_its_beginning_it_grows_at_the_other_end() -> None:
    stretch = grown(BLOCKS, around(BLOCKS, (0, 12), Unit.WORD), Unit.WORD, -1)
    assert selected(stretch) == "Verrin saw"
    assert selected(grown(BLOCKS, stretch, Unit.WORD, 1)) == "saw"


def test_it_goes_on_in_the_next_block_past_what_is_folded() -> None:
    stretch = grown(BLOCKS, around(BLOCKS, (0, 40), Unit.WORD), Unit.WORD, 1)
    assert selected(stretch) == "it!\n\n“No"


def test_sentences_end_where_they_do_and_not_after_a_title() -> None:
    assert selected(around(BLOCKS, (0, 2), Unit.SENTENCE)) == "Mr. Verrin saw the light."
    assert selected(around(BLOCKS, (2, 3), Unit.SENTENCE)) == "“No oil since Monday,” he said."


def test_wider_is_the_sentence_then_the_passage_then_nothing_more() -> None:
    sentence = widened(BLOCKS, around(BLOCKS, (0, 30), Unit.WORD))
    assert selected(sentence) == "He steered by it!"
    passage = widened(BLOCKS, sentence)
    assert selected(passage) == BLOCKS[0].text
    assert widened(BLOCKS, passage) == passage


def test_the_other_end_can_be_moved() -> None:
    stretch = grown(BLOCKS, around(BLOCKS, (0, 12), Unit.WORD), Unit.WORD, 1)
    assert selected(grown(BLOCKS, stretch.turned, Unit.WORD, -1)) == "Verrin saw the"


def test_marks_that_combine_belong_to_their_letter() -> None:
    assert [len("ne\u0301e👩\ufe0f"[a:b]) for a, b in units("ne\u0301e👩\ufe0f", Unit.LETTER)] == [1, 2, 1, 2]


@given(texts=texts, block=st.integers(0, 4), place=st.integers(0, 40), steps=steps)
def test_what_it_began_with_stays_selected_and_it_stays_on_the_page(
    texts: list[str], block: int, place: int, steps: list[tuple[Unit, int]]
) -> None:
    blocks = [Block(text) for text in texts]
    block = min(block, len(blocks) - 1)
    begun = stretch = around(blocks, (block, min(place, len(texts[block]))), Unit.WORD)
    for unit, step in steps:
        stretch = grown(blocks, stretch, unit, step)
        assert stretch.start <= begun.start <= begun.end <= stretch.end
        for number, offset in (stretch.start, stretch.end):
            assert 0 <= offset <= len(texts[number])
    wide = widened(blocks, stretch)
    assert wide.start <= stretch.start
    assert wide.end >= stretch.end


@given(texts=texts, unit=st.sampled_from([Unit.LETTER, Unit.WORD, Unit.SENTENCE]))
def test_a_unit_forth_and_back_is_where_one_was(texts: list[str], unit: Unit) -> None:
    blocks = [Block(text) for text in texts]
    begun = around(blocks, (0, 0), unit)
    further = grown(blocks, begun, unit, 1)
    assume(units(texts[0], unit))
    if further != begun:
        assert grown(blocks, further, unit, -1).end == begun.end


@pytest.mark.parametrize("unit", list(Unit))
def test_an_empty_page_selects_nothing(unit: Unit) -> None:
    blocks = [Block("")]
    assert words_of(blocks, grown(blocks, around(blocks, (0, 0), unit), unit, 1)) == ""
