"""What documents state about themselves, and what they do not."""

import pytest
from annotating import example, make_source

from dossier.annotate.layout import lay_out
from dossier.annotate.quotations import find_quotations
from dossier.annotate.stated import find_stated
from dossier.model.source import Source
from dossier.read.markdown import markdown_blocks


def stated(source: Source | str) -> dict[str, list[str]]:
    if isinstance(source, str):
        source = make_source(source)
    passages = lay_out(source)
    result: dict[str, list[str]] = {}
    for piece in find_stated(source.text, passages, find_quotations(source.text, passages)):
        result.setdefault(piece.field, []).append(piece.value)
    return result


def test_the_bundled_case() -> None:
    assert stated(example("000")) == {"publisher": ["DailyMail.com"], "kind": ["news article"]}
    assert stated(example("001")) == {
        "title": [
            "It was sabotage! Russia finds International Space Station hole was made DELIBERATELY, possibly by agent "
            "of Elon Musk says agency chief"
        ],
        "author": ["Harry Pettit"],
        "publisher": ["MAILONLINE"],
        "kind": ["news article"],
    }
    assert stated(example("003")).keys() == {"title", "kind"}
    assert stated(example("004")) == {"title": ["Soyuz MS-09"], "kind": ["encyclopedia article"]}


def test_a_span_shows_the_words_that_say_so() -> None:
    source = make_source("# The **Corrib** Star sinks\n\nBy [ADA BYRNE FOR THE CORK ARGUS](#)\n\nShe sank on Monday.")
    passages = lay_out(source)
    words = {piece.field: piece.span and piece.span.of(source.text) for piece in find_stated(source.text, passages, ())}
    assert words["title"] == "The **Corrib** Star sinks"
    assert words["author"] == "ADA BYRNE"
    assert words["publisher"] == "THE CORK ARGUS"


@pytest.mark.parametrize(
    ("byline", "authors", "publishers"),
    [
        ("By Ada Byrne and John F. Kelly", ["Ada Byrne", "John F. Kelly"], []),
        (
            "By Ada Byrne, John Kelly and Mary de Búrca for The Argus",
            ["Ada Byrne", "John Kelly", "Mary de Búrca"],
            ["The Argus"],
        ),
        ("By ADA McCABE", ["Ada McCABE"], []),
        ("By Argus Staff", [], []),
        ("By Ada Byrne | The Argus", ["Ada Byrne"], ["The Argus"]),
        ("Author: Ada Byrne", ["Ada Byrne"], []),
    ],
)
def test_bylines_taken_apart(byline: str, authors: list[str], publishers: list[str]) -> None:
    found = stated(f"Ship sinks off Cork\n\n{byline}\n\nThe ship sank at nine and nobody was saved.")
    assert found.get("author", []) == authors
    assert found.get("publisher", []) == publishers


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Ship sinks\n\nCORK, May 3 (Reuters) - A ship sank on Monday.", "Reuters"),
        ("Ship sinks\n\nThe Cork Herald contacted the owners for comment but had no reply.", "The Cork Herald"),
        ("Ship sinks\n\nIt sank.\n\n© 2004 Argus Media Ltd. All rights reserved", "Argus Media Ltd"),
        ("Ship\n\nFrom Wikipedia, the free encyclopedia\n\nIt sank.", "Wikipedia"),
    ],
)
def test_publishers_that_name_themselves(text: str, publisher: str) -> None:
    assert stated(text)["publisher"] == [publisher]


@pytest.mark.parametrize(
    "text",
    [
        "Ship sinks\n\nThe police contacted the owners for comment.",
        "Ship sinks\n\nAda Byrne reached out to her sister for information.",
        "Ship sinks\n\nThe owners told the Argus it sank. The Daily Post asked nobody.",
    ],
)
def test_no_publisher_from_other_people_who_ask(text: str) -> None:
    assert "publisher" not in stated(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ship sinks\n\nMonday, May 3, 2004\n\nIt sank.", "Monday, May 3, 2004"),
        ("Ship sinks\n\nPublished: 3 May 2004 09:15\n\nIt sank.", "3 May 2004 09:15"),
        ("Stornmouth, 20 February 1911\n\nDear Mr Harte,\n\nShe is lost.", "20 February 1911"),
        ("Ship sinks\n\nCORK, May 3, 2004 (Reuters) - A ship sank on Monday.", "May 3, 2004"),
        ("Ship sinks\n\nLONDON, Sept 14, 2015 - A ship sank on Monday.", "Sept 14, 2015"),
        ("Ship sinks\n\nTuesday, May 4, 2004 On Monday the ship sank.", "Tuesday, May 4, 2004"),
        ("From: Ada Byrne\nTo: John Kelly\nDate: 3 May 2004\nSubject: The ship\n\nIt sank.", "3 May 2004"),
    ],
)
def test_days_that_are_stated(text: str, day: str) -> None:
    assert stated(text)["published"] == [day]


@pytest.mark.parametrize("text", ["On 3 May 2004 the ship sank.", "Ship sinks\n\nIt sank on Monday, May 3, 2004."])
def test_a_day_in_the_story_is_not_the_documents(text: str) -> None:
    assert "published" not in stated(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("From: Ada Byrne\nTo: John Kelly\nSubject: The ship\n\nIt sank.", "e-mail"),
        ("Cork, 3 May 1911\n\nDear Miss Byrne,\n\nShe is lost.\n\nYours truly,\n\nJohn Kelly", "letter"),
        ("To: Dear Captain Byrne,\n\nShe is lost.\n\nYours truly,\n\nJohn Kelly", "letter"),
        (
            "Crew chat\n\n12/11/2017, 18:41 - Ada: She said it leaked.\n12/11/2017, 18:42 - Ben: He told me on Monday."
            "\n12/11/2017, 18:50 - Ada: So it was reported.",
            "chat",
        ),
        ("Q: Were you there?\n\nA: I was.\n\nQ: Did it sink?\n\nA: It did.\n\nQ: When?\n\nA: At nine.", "transcript"),
        ("Mr. Speaker, I rise to speak of the ship.\n\nShe is lost. We are the poorer.", "speech"),
        (
            "An interview with Ada Byrne\n\nWe met in Cork.\n\nWere you there?\n\nYes.\n\nDid it sink?\n\nIt did.\n\n"
            "When?\n\nAt nine.",
            "interview",
        ),
        (
            "Report of the inquiry\n\n1. The ship\n\nShe was old.\n\n2. The crew\n\nNew.\n\n3. The loss\n\nTotal.",
            "report",
        ),
    ],
)
def test_kinds_by_form(text: str, kind: str) -> None:
    assert stated(text)["kind"] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "It sank.",
        "Notes\n\nBuy rope.\n\nAsk Kelly.",
        "Chapter One\n\n“It sank,” said Ada.\n\n“Never,” said John.\n\n“At nine,” said Ada.",
    ],
)
def test_no_kind_and_no_author_where_nothing_says_so(text: str) -> None:
    assert not stated(text).keys() - {"title"}


def test_an_e_mail_is_titled_by_its_subject_and_written_by_its_sender() -> None:
    found = stated("From: Ada Byrne <ada@cork.example>\nTo: John Kelly\nSubject: The ship\n\nIt sank.")
    assert found["title"] == ["The ship"]
    assert found["author"] == ["Ada Byrne"]


@pytest.mark.parametrize(
    ("head", "publisher"), [("THE CORK ARGUS", "The Cork Argus"), ("Byrne & Kelly | Shipping", "Byrne & Kelly")]
)
def test_a_name_over_the_day_and_a_headline_is_who_publishes(head: str, publisher: str) -> None:
    found = stated(
        f"{head}\nSaturday, November 16, 1957\n\nFerry lost with all hands\n\nBy Ada Byrne\n\nShe sank at noon."
    )
    assert found["publisher"] == [publisher]
    assert found["title"] == ["Ferry lost with all hands"]


@pytest.mark.parametrize("head", ["Star of Corrib is lost", "Ferry lost in the night", "The Loss at Cork"])
def test_a_title_over_the_day_is_no_publisher(head: str) -> None:
    found = stated(f"{head}\n\nSaturday, November 16, 1957\n\nAll hands lost\n\nBy Ada Byrne\n\nShe sank at noon.")
    assert "publisher" not in found
    assert found["title"] == [head]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Transcript of the programme of 14 May 2006. Presenter: Maeve Culhane.", ["14 May 2006"]),
        ("Minutes of the meeting held on 3 March 1998", ["3 March 1998"]),
        ("Bulletin No. 4 of June 2, 1993", ["June 2, 1993"]),
        ("Report on the collision at Skelby on 14 November 1957", []),
    ],
)
def test_what_was_taken_down_is_of_that_day(head: str, day: list[str]) -> None:
    assert stated(f"# The ferry\n\n{head}\n\nShe sank at noon, it was said.").get("published", []) == day


@pytest.mark.parametrize(
    "head",
    [
        "Bank to merge with rival\nThe Cork Argus, 4 May 1998\nBy Ada Byrne and John Kelly",
        "Bank to merge with rival\nBy Ada Byrne and John Kelly\nThe Cork Argus, Monday 4 May 1998",
        "Bank to merge with rival\nThe Cork Argus\n4 May 1998\nBy Ada Byrne and John Kelly",
        "Bank to merge with rival\n\nThe Cork Argus | 4 May 1998\nBy Ada Byrne and John Kelly",
        "Bank to merge with rival\nBy Ada Byrne and John Kelly\nBusiness Correspondents\nThe Cork Argus\n4 May 1998",
    ],
)
def test_the_short_lines_of_a_head_say_title_author_newspaper_and_day(head: str) -> None:
    found = stated(f"{head}\n\nThe two banks agreed on Friday, the chairman said. He named no price.")
    found.pop("kind", None)
    assert found.pop("published")[0].endswith("4 May 1998")
    assert found == {
        "title": ["Bank to merge with rival"],
        "author": ["Ada Byrne", "John Kelly"],
        "publisher": ["The Cork Argus"],
    }


@pytest.mark.parametrize("title", ["Who sank the Corrib Star?", "The Corrib Star", '"The Corrib Star"'])
@pytest.mark.parametrize("more", ["", "tags: [sea, law]\n"])
def test_front_matter_is_read(title: str, more: str) -> None:
    text = f"---\ntitle: {title}\nauthor: Ada Byrne\n{more}date: 1998-05-04\n---\n\nShe sank at noon.\n"
    found = stated(Source("0" * 12, "a.md", "0" * 64, "markdown", text, markdown_blocks(text)))
    assert found == {"title": [title.strip('"')], "author": ["Ada Byrne"], "published": ["1998-05-04"]}


def test_who_signs_a_letter_wrote_it() -> None:
    letter = "Dear Mr Kelly,\n\nThe boiler is cracked.\n\nYours faithfully,\nAda Byrne\nSurveyor of Ships"
    assert stated(letter)["author"] == ["Ada Byrne"]
    assert stated(f"From: John Roe\nTo: Tom Kelly\n\n{letter}")["author"] == ["John Roe"]


@pytest.mark.parametrize("day", ["Stornmouth, 20 February 1911", "London, 9 August 2003"])
def test_a_place_before_the_day_is_no_publisher(day: str) -> None:
    assert "publisher" not in stated(f"Bank to merge\n{day}\nBy Ada Byrne\n\nThe two banks agreed on Friday.")


def test_minutes_are_not_called_after_the_firm_whose_they_are() -> None:
    text = "Marlow Quarries Ltd\n\nMinutes of a meeting of the board held on 3 May 1958\n\n1. The chairman spoke first."
    assert stated(text)["title"] == ["Minutes of a meeting of the board held on 3 May 1958"]


@pytest.mark.parametrize("farewell", ["Yours truly,", "Yours in haste,", "Yours in great sorrow,"])
def test_a_letter_has_its_author_and_no_salutation_for_a_title(farewell: str) -> None:
    text = ("3 Mill Lane\nHarlow\n\n2nd December 1958\n\nDear Inspector Brand,\n\nI saw the lorry leave before "
            f"nine and I said so at the time.\n\n{farewell}\n\nEnid Marsh (Mrs)\n")
    found = stated(text)
    assert found["author"] == ["Enid Marsh"]
    assert "title" not in found
    assert found["kind"] == ["letter"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Borough of Hexley. Minutes of the Watch Committee held on Tuesday, 7th May, 1912, at 7.30 p.m.",
            "Tuesday, 7th May, 1912, at 7.30 p.m.",
        ),
        ("Stockholm, the 5th of June, 1743", "5th of June, 1743"),
    ],
)
def test_the_day_on_which_minutes_were_taken_and_letters_written(head: str, day: str) -> None:
    assert stated(f"{head}\n\nSir,\n\nThe windows were broken on Monday.\n")["published"] == [day]


def test_minutes_and_recordings_say_their_day_and_a_diary_does_not() -> None:
    hearing = "Committee: minutes of evidence\n\nTuesday, 4 November 2014. Chair: Mr Walter Pym\n\nIt met at ten.\n"
    assert stated(hearing)["published"] == ["Tuesday, 4 November 2014"]
    recorded = "Interview with a nurse\n\nRecorded at her home in Holcombe, 2 May 2019. Edited.\n\nIt was hot.\n"
    assert stated(recorded)["published"] == ["2 May 2019"]
    diary = "# Diary\n\nMonday, 3 May 1911. Rain fell.\n\nTuesday, 4 May 1911. Snow fell.\n"
    assert "published" not in stated(diary)


def test_turns_of_names_in_small_letters_make_a_transcript() -> None:
    turns = [("The Chair", "Who rang?"), ("Mr Oakes", "He did."), ("The Chair", "When?"), ("Mr Oakes", "At nine.")]
    text = "# Minutes of evidence\n\n" + "\n\n".join(f"**{name}:** {words}" for name, words in turns)
    assert stated(text)["kind"] == ["transcript"]
    fields = "Name: Reed\n\nPlace: Kirn\n\nName: Hall\n\nOwner: Orme\n\nIt was sold."
    assert "kind" not in stated(fields)
