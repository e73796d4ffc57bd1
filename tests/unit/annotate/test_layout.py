"""What blocks are for their reader: failure classes 1 to 8 of the research, with examples of other cases."""

import hypothesis
import pytest
from annotating import example, make_source, place
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate.layout import lay_out
from dossier.annotate.view import clean_view
from dossier.model.annotation import Passage, PassageKind
from dossier.model.source import Source


def laid(text: str) -> list[tuple[str, PassageKind]]:
    return [(passage.span.of(text), passage.kind) for passage in lay_out(make_source(text))]


def kind_of(source: Source, words: str) -> PassageKind:
    wanted = place(source.text, words)
    return next(passage.kind for passage in lay_out(source) if passage.span.contains(wanted))


def labels(source: Source) -> dict[str, str]:
    """Value by label of the table rows of a source."""
    text = source.text
    rows = [(passage.label, passage.span) for passage in lay_out(source) if passage.label]
    return {label.of(text): text[label.end : span.end].strip(" :\t") for label, span in rows}


SHIP = """MV Corrib Star
OwnerCorrib Lines
Port of registryCork
Yard no.1187
BuilderHarland & Wolff
Laid down3 May 1954
IMO number5400123 Edit this at Wikidata
General characteristics
Tonnage4,200 GRT
Length112.4 m
OfficersCapt. Ada Byrne
John F. Kelly
Mary de Búrca

MV Corrib Star was a ferry."""


def test_class_1_glued_labels_are_split_from_their_values() -> None:
    assert labels(make_source(SHIP)) == {
        "Owner": "Corrib Lines",
        "Port of registry": "Cork",
        "Yard no.": "1187",
        "Builder": "Harland & Wolff",
        "Laid down": "3 May 1954",
        "IMO number": "5400123",
        "Tonnage": "4,200 GRT",
        "Length": "112.4 m",
        "Officers": "Capt. Ada Byrne",
    }


def test_class_1_in_the_bundled_case() -> None:
    found = labels(example("004"))
    assert found["Members"] == "Sergey V. Prokopyev"
    assert found["Launch date"] == "6 June 2018 11:12:41 UTC[1]"
    assert found["Manufacturer"] == "RKK Energia"
    assert found["COSPAR ID"] == "2018-051A"


def test_class_1_names_with_a_capital_inside_are_no_labels_in_a_text() -> None:
    text = "The iPhone and McDonald met DeLorean.\n\nYouTube showed it.\n\nMacArthur left in 1951."
    assert not labels(make_source(text))


def test_class_1_tables_with_tabs_or_colons() -> None:
    assert labels(make_source("Born\t3 May 1880\nDied\t4 June 1950\n\nHe was a spy.")) == {
        "Born": "3 May 1880",
        "Died": "4 June 1950",
    }
    colons = "Rank: Colonel\nService: GRU\nCode name: HERON\nBorn: 1919"
    assert labels(make_source(colons))["Code name"] == "HERON"


def test_class_2_lines_of_a_list_are_bounded_and_a_broken_sentence_is_joined() -> None:
    lines = [words for words, _ in laid(SHIP)]
    assert "John F. Kelly" in lines
    assert "Mary de Búrca" in lines
    broken = "The board asked the banks to say nothing of the talks\n\nbefore the offer was made.\n\nIt was not made."
    assert [kind for _, kind in laid(broken)] == [PassageKind.PARAGRAPH] * 2


def test_class_2_lines_that_only_begin_small_are_not_joined() -> None:
    teasers = "A whale that had lost its way found the\n\niPhone owners want more"
    assert len(laid(teasers)) == 2
    items = "helmet\ngloves\nknife"
    assert len(laid(items)) == 3


def test_class_2_in_the_bundled_case() -> None:
    text = example("001").text
    wanted = place(text, "circulating in the media\n\nregarding the possible cause")
    assert any(passage.span.contains(wanted) for passage in lay_out(example("001")))


def test_class_3_a_caption_printed_twice_is_told() -> None:
    text = (
        "# The trial\n\nThe colonel came in at nine.\n\n"
        " The accused, Peter Marsh (left), leaves the court with his wife  \n\n"
        "**The accused, Peter Marsh (left), leaves the court with his wife**\n\nHe said nothing."
    )
    passages = lay_out(make_source(text))
    assert [passage.kind for passage in passages[2:4]] == [PassageKind.CAPTION] * 2
    assert [passage.duplicate_of for passage in passages] == [None, None, None, 2, None]


def test_class_3_in_the_bundled_case() -> None:
    doubles = [passage for passage in lay_out(example("001")) if passage.duplicate_of is not None]
    assert [passage.span.of(example("001").text)[:12] for passage in doubles] == [
        "Sabotage: Ru",
        "**Sergei Pro",
        "**The Soyuz ",
        "**Roscosmos ",
    ]
    assert sum(passage.duplicate_of is not None for passage in lay_out(example("000"))) == 3


def test_class_3_refrains_and_short_lines_are_not_captions() -> None:
    text = "I have a dream.\n\nOne day we shall meet.\n\nI have a dream.\n\nOne day they will listen."
    assert all(kind is PassageKind.PARAGRAPH for _, kind in laid(text))


def test_class_4_page_furniture_is_set_apart() -> None:
    text = (
        "# Bank to merge\n\nBy [JANE ROE FOR THE ARGUS](#)\n\n34\n\nsha  \nre\n\nView com  \nments\n\n"
        "The two banks agreed on Monday.\n\n## RELATED ARTICLES\n\nTen ways to save on your holiday\n\n"
        "The cat that learned to read\n\n---\n\nThe regulator said no."
    )
    found = laid(text)
    shown = [words for words, kind in found if kind is not PassageKind.BOILERPLATE]
    assert shown == [
        "# Bank to merge",
        "By [JANE ROE FOR THE ARGUS](#)",
        "The two banks agreed on Monday.",
        "The regulator said no.",
    ]


@pytest.mark.parametrize("words", ["Share", "3 comments", "Scroll down for more", "Advertisement", "SIGN UP"])
def test_class_4_buttons(words: str) -> None:
    assert dict(laid(f"The ship sank on Monday.\n\n{words}\n\nIt was raised in May."))[words] is PassageKind.BOILERPLATE


@pytest.mark.parametrize("words", ["Shares fell.", "The Home Secretary.", "Follow the money.", "Print is dead."])
def test_class_4_sentences_with_such_words_are_text(words: str) -> None:
    assert dict(laid(f"The ship sank.\n\n{words}\n\nIt was raised in May."))[words] is PassageKind.PARAGRAPH


def test_class_5_descriptions_of_pictures() -> None:
    assert kind_of(example("001"), "A screenshot of a social media post.") is PassageKind.CAPTION
    text = "It sank.\n\nA screenshot of a bank’s page. The text reads: “We are closed”.\n\nThe bank opened again."
    assert laid(text)[1][1] is PassageKind.CAPTION


def test_class_6_captions_with_credits_stand_alone() -> None:
    assert kind_of(example("002"), "This file photo taken from") is PassageKind.CAPTION
    for words in (
        "The wreck in 1987. Image: Jane Roe.",
        "Divers at the wreck. @deepdive/NavyPress/Handout via ARGUS",
        "The bridge of the ship (pictured) after the fire",
        "A map shows where she went down",
        "(l-r) Byrne, Kelly and de Búrca",
    ):
        assert laid(f"It sank in May.\n\n{words}\n\nThe court sat in June.")[1][1] is PassageKind.CAPTION


@pytest.mark.parametrize(
    "words",
    [
        "He took the photo by the river.",
        "The court looked at photographs of the wreck.",
        "They played AC/DC.",
        "The deal left (the bank said) nothing.",
    ],
)
def test_class_6_sentences_about_pictures_are_text(words: str) -> None:
    assert laid(f"It sank in May.\n\n{words}\n\nThe court sat in June.")[1][1] is PassageKind.PARAGRAPH


def test_class_7_edit_links_are_split_off() -> None:
    for source in (example("004"), make_source(SHIP)):
        assert kind_of(source, "Edit this at Wikidata") is PassageKind.BOILERPLATE


def test_class_8_reference_lists() -> None:
    kinds = [passage.kind for passage in lay_out(example("004"))]
    assert kinds[-17:] == [PassageKind.REFERENCE] * 17
    assert PassageKind.REFERENCE not in kinds[:-17]
    text = (
        "It was found.\n\nReferences\n\nRoe, J. (1998). The ferry. Cork: Byrne & Sons.\n\n"
        "Kelly, M. 2001. Ships. Argus.\n\nAbout the author\n\nJane Roe was born in 1960."
    )
    assert [kind for _, kind in laid(text)][1:4] == [PassageKind.HEADING, PassageKind.REFERENCE, PassageKind.REFERENCE]
    assert laid(text)[-1][1] is PassageKind.PARAGRAPH


def test_headlines_and_section_titles() -> None:
    assert lay_out(example("000"))[0].kind is PassageKind.PARAGRAPH
    for digits in ("001", "002", "003", "004"):
        title = lay_out(example(digits))[0]
        assert (title.kind, title.level) == (PassageKind.HEADING, 1)
    assert kind_of(example("004"), "Air leak") is PassageKind.HEADING
    assert kind_of(example("004"), "Backup crew") is PassageKind.HEADING
    letter = "Dear Miss Byrne,\n\nI saw the ship.\n\nYours truly,\n\nJohn Kelly"
    assert PassageKind.HEADING not in [kind for _, kind in laid(letter)]


@pytest.mark.parametrize(
    "words",
    [
        "By Jane Roe",
        "By JANE ROE and John Kelly, Political Editor",
        "Published: 3 May 1998",
        "Monday, May 4, 1998",
        "From: Ada Byrne",
    ],
)
def test_bylines(words: str) -> None:
    assert laid(f"Bank to merge\n\n{words}\n\nThe two banks agreed.")[1][1] is PassageKind.BYLINE


@pytest.mark.parametrize("words", ["By Monday the ship had sunk.", "From there he saw it.", "To be sure, it sank."])
def test_sentences_that_begin_as_bylines_do(words: str) -> None:
    assert laid(f"Bank to merge\n\n{words}\n\nThe two banks agreed.")[1][1] is PassageKind.PARAGRAPH


LINES = ["Owner", "OwnerByrne", "Laid down3 May", "It sank.", "and went on over the wide sea without", "share", "6"]
MORE = ["**x**", "# H", "> q", "By Jane Roe", "1. ^ a b Roe (2001).", "References", "(pictured) x", "|a|b|", "\n"]
lines = st.lists(st.sampled_from([*LINES, *MORE, "Edit this at X"]), max_size=40)


@settings(max_examples=200, deadline=None)
@hypothesis.example("|a|b| Edit this at X")
@given(lines.map(" ".join) | lines.map("\n".join))
def test_passages_hold_the_text_once_and_in_order(text: str) -> None:
    at = 0
    passages: tuple[Passage, ...] = lay_out(make_source(text))
    for number, passage in enumerate(passages):
        assert not text[at : passage.span.start].strip()
        assert at <= passage.span.start < passage.span.end
        at = passage.span.end
        assert all(passage.span.contains(mark) for mark in passage.marks)
        assert passage.label is None or passage.span.contains(passage.label)
        assert passage.duplicate_of is None or passage.duplicate_of < number
    assert not text[at:].strip()


def test_class_35_a_sentence_that_lost_what_it_refers_to_borrows_nothing_from_its_neighbours() -> None:
    text = "The mate blamed the owners.\n\nHe went on to say that of eight boats only two were sound."
    source = make_source(text)
    assert [passage.span.of(text) for passage in lay_out(source)] == text.split("\n\n")


def test_the_head_and_close_of_a_letter_are_no_lists() -> None:
    close = "Yours sincerely,\nL. Kelly\nHarbour Office"
    head = "Harbour Office\n12 Quay Street\nCork\n4 May 1998\n\nByrne & Sons\nWest Street\nGalway"
    kinds = [kind for _, kind in laid(f"{head}\n\nDear Mr Byrne,\n\nI saw the ship yesterday.\n\n{close}")]
    framed = [PassageKind.BYLINE] * 7
    assert kinds == [*framed, PassageKind.PARAGRAPH, PassageKind.PARAGRAPH, *[PassageKind.BYLINE] * 3]


LISTS = [
    "Programme\n\nWelcome by the chairman\nElection of officers\nAccounts for the year\nAny other business",
    "Those lost\n\nAda Byrne\nJohn Kelly\nTom Roe\n\nThey were buried at Cork.",
    "The bank asked for these papers.\n\nA. The deed\nB. The map\nC. The will\n\nNone was found.",
    "Kept on board.\n\n1. Two anchors\n2. Four boats\n3. One flag\n\nAll are lost.",
]


@pytest.mark.parametrize("text", LISTS)
def test_short_lines_that_name_no_author_and_no_day_are_a_list(text: str) -> None:
    rows = text.split("\n\n")[1].split("\n")
    kinds = dict(laid(text))
    assert [kinds[row] for row in rows] == [PassageKind.LIST_ITEM] * len(rows)


def read_words(text: str) -> list[str]:
    """What each passage holds without its marks."""
    return [clean_view(text, passage.span, passage.marks).text for passage in lay_out(make_source(text))]


@pytest.mark.parametrize(
    ("one", "other"), [("1.2", "2.3"), ("1.2.", "1.10."), ("4.", "5."), ("(1)", "(2)"), ("12)", "13)"), ("4.", "1.")]
)
def test_the_numbers_of_paragraphs_are_no_words_of_them(one: str, other: str) -> None:
    texts = ["The tug was late.", "Three men were hurt. They live.", "“Two boats were lost,” he said."]
    last = {"1.2": "2.4", "1.2.": "2.1.", "4.": "6.", "(1)": "(3)", "12)": "14)"}[one] if other != "1." else "2."
    numbers = (one, other, last)
    text = "\n\n".join(f"{number} {words}" for number, words in zip(numbers, texts, strict=True))
    assert read_words(text) == texts


@pytest.mark.parametrize(
    "text",
    [
        "2.5 Million crowns were paid.\n\nNobody knows for what.",
        "1.4 Tonnes were lost.\n\n1.2 Tonnes were found.",
        "1957 The ferry was built.\n\n1958 The ferry was lost.",
    ],
)
def test_a_quantity_or_a_year_that_opens_a_paragraph_is_read(text: str) -> None:
    assert "\n\n".join(read_words(text)) == text
