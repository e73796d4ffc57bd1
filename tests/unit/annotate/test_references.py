"""Reference entries and footnote markers."""

import pytest
from annotating import example, make_source

from dossier.annotate.footnotes import find_footnotes, marker_spans
from dossier.annotate.layout import lay_out
from dossier.annotate.references import find_references
from dossier.model.annotation import Passage, PassageKind
from dossier.model.span import Span

Parts = tuple[int, list[str], str | None, str | None, str | None, str | None]


def parts(text: str) -> Parts:
    """A single entry taken apart."""
    found = find_references(text, [Passage(PassageKind.REFERENCE, Span(0, len(text)))])[0]
    words = [span and span.of(text) for span in (found.title, found.publisher, found.published, found.accessed)]
    return found.number, [author.of(text) for author in found.authors], words[0], words[1], words[2], words[3]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            '3. ^ a b Byrne, Ada (6 June 1998). "Ferry sinks off Cork". The Argus. Retrieved 4 December 1998.',
            (3, ["Byrne, Ada"], "Ferry sinks off Cork", "The Argus", "6 June 1998", "4 December 1998"),
        ),
        (
            '12. ^ "U.S. bank to merge". U.S. News. 13 September 2018.',
            (12, [], "U.S. bank to merge", "U.S. News", "13 September 2018", None),
        ),
        ("1. ^ Kelly (2013). “Корабли”.", (1, ["Kelly"], "Корабли", None, "2013", None)),
        (
            '[4] J. Roe and M. Kelly, "How ships sink," Journal of Wrecks, vol. 3, pp. 1–2, 2015.',
            (4, ["J. Roe", "M. Kelly"], "How ships sink", "Journal of Wrecks", "2015", None),
        ),
        (
            "Roe, J., & Kelly, M. B. (2015). How ships sink. Journal of Wrecks, 3(2), 1–20.",
            (1, ["Roe, J.", "Kelly, M. B."], "How ships sink", "Journal of Wrecks", "2015", None),
        ),
        (
            '7. ^ Roe, Jane; Kelly, Mary F. (1 May 2001). "Sunk". Accessed on 2 May 2001',
            (7, ["Roe, Jane", "Kelly, Mary F."], "Sunk", None, "1 May 2001", "2 May 2001"),
        ),
        ("^ Admiralty. \"Notice\". Retrieved soon.", (1, ["Admiralty"], "Notice", None, None, None)),
    ],
)
def test_entries_taken_apart(entry: str, expected: Parts) -> None:
    assert parts(entry) == expected


def test_entries_without_a_number_go_on_from_the_one_before() -> None:
    text = '5. ^ "A". X.\n^ "B". Y.'
    passages = [Passage(PassageKind.REFERENCE, Span(0, 12)), Passage(PassageKind.REFERENCE, Span(13, len(text)))]
    assert [entry.number for entry in find_references(text, passages)] == [5, 6]


def test_the_bundled_case() -> None:
    text = example("004").text
    found = find_references(text, lay_out(example("004")))
    assert [entry.number for entry in found] == list(range(1, 18))
    assert [author.of(text) for author in found[11].authors] == ["Mandelbaum, Ryan F."]
    assert found[16].publisher is not None
    assert found[16].publisher.of(text) == "G/O Media"


@pytest.mark.parametrize("entry", ["", "^", "1. ^ a b", '"', "((((", '1. ^ "Unclosed (2001', "A, " * 5_000])
def test_malformed_entries_give_what_they_have(entry: str) -> None:
    assert parts(entry)[0] == 1


def test_markers_point_to_their_numbers() -> None:
    text = "[1] The court sat.[5][7] It heard [2, 3] much [note 4] and rose [citation needed] in [1998]."
    passages = [Passage(PassageKind.PARAGRAPH, Span(0, len(text)))]
    assert [mark.number for mark in find_footnotes(text, passages)] == [5, 7, 2, 3]
    assert [span.of(text) for span in marker_spans(text, passages)] == [
        "[5]", "[7]", "[2, 3]", "[note 4]", "[citation needed]",
    ]  # fmt: skip


def test_markers_of_the_bundled_case() -> None:
    source = example("004")
    numbers = [mark.number for mark in find_footnotes(source.text, lay_out(source))]
    assert numbers == [1, 2, 2, 2, 1, 3, 4, 5, 6, 5, 7, 8, 6, 9, 10, 2, 11, 12, 13, 14, 15, 16, 17]


def test_a_bracketed_word_of_a_quotation_is_no_marker() -> None:
    text = "“He [Kelly] was here [sic],” she said."
    passages = lay_out(make_source(text))
    assert marker_spans(text, passages) == ()
