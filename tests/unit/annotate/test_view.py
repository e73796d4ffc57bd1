"""The clean view and its map back to the source."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate.view import LONGEST_WORD, clean_view
from dossier.model.span import Span

words = st.lists(
    st.sampled_from(["Ann", " ", "  ", "\n", "\t", "[5]", "**", "é", "🚢", ".", "x" * 120, "\u00a0"]), max_size=30
)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    text = "".join(draw(words))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(min(pair), max(pair)))
    return text, draw(st.lists(spans, max_size=5)), draw(st.lists(spans, max_size=3))


@given(cut_texts())
def test_every_character_stands_for_its_own_code_point(cut: tuple[str, list[Span], list[Span]]) -> None:
    text, hidden, breaks = cut
    view = clean_view(text, Span(0, len(text)), hidden, breaks)
    origins = [view.origin(at) for at in range(len(view.text))]
    assert origins == sorted(set(origins))
    for at, origin in enumerate(origins):
        shown = view.text[at]
        assert shown == text[origin] or shown == " "
        if shown != " ":
            assert not any(span.start <= origin < span.end for span in hidden)


@given(cut_texts())
def test_nothing_is_lost_but_what_is_hidden(cut: tuple[str, list[Span], list[Span]]) -> None:
    text, hidden, breaks = cut
    view = clean_view(text, Span(0, len(text)), hidden, breaks)
    gone = {at for span in (*hidden, *breaks) for at in range(span.start, span.end)}
    pieces = "".join(c if at not in gone else "\0" for at, c in enumerate(text))
    kept = "".join(word for part in pieces.split("\0") for word in part.split() if len(word) <= LONGEST_WORD)
    assert view.text.replace(" ", "") == kept
    assert "  " not in view.text
    assert view.text == view.text.strip()


@given(cut_texts())
def test_spans_of_the_view_lie_in_the_passage_and_keep_order(cut: tuple[str, list[Span], list[Span]]) -> None:
    text, hidden, _ = cut
    start = len(text) // 3
    view = clean_view(text, Span(start, len(text)), hidden)
    for at in range(len(view.text)):
        span = view.span(at, len(view.text))
        assert start <= span.start < span.end <= len(text)


def test_markers_part_words_only_where_nothing_else_does() -> None:
    text = "It docked.[3]It left,[4] then [5] sank."
    markers = [Span(text.index(mark), text.index(mark) + 3) for mark in ("[3]", "[4]", "[5]")]
    assert clean_view(text, Span(0, len(text)), (), markers).text == "It docked. It left, then sank."


def test_marks_inside_a_word_leave_it_whole() -> None:
    text = "the **Mary** Rose**’s** crew"
    marks = [Span(at, at + 2) for at in range(len(text)) if text.startswith("**", at)]
    view = clean_view(text, Span(0, len(text)), marks)
    assert view.text == "the Mary Rose’s crew"
    assert view.span(9, 15).of(text) == "Rose**’s"
