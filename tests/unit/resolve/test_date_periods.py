"""Documents written long after what they tell: the other documents of the case tell the time that they tell of."""

from dating import document, mentions

from dossier.model.annotation import Annotated
from dossier.model.manifest import Manifest
from dossier.resolve.dates import resolve_dates
from dossier.resolve.published import publications

LOG = ("Log of the Gannet, May 1923.", "Wed. 9th", "Left the roads at six.", "Fri. 11th", "The mast went by the board.")
REPORT = ("The Gannet sailed on Wednesday, 9 May 1923.", "She lost her mast on 11 May 1923 and drove ashore on 13 May.")


def values(*paragraphs: str, published: str = "1923-07-20", kind: str = "", beside: int = 2) -> dict[str, str | None]:
    """What a document tells that lies beside the first of two other documents."""
    own = document(*paragraphs, name="own")
    case: list[Annotated] = [document(*LOG, name="log"), document(*REPORT, name="report")][:beside]
    manifest = Manifest(sources={
        "own.txt": {"published": published, "kind": kind},
        "log.txt": {"published": "1923-05-20", "kind": "diary"},
        "report.txt": {"published": "1923-05-22", "kind": "report"},
    })  # fmt: skip
    found = resolve_dates([*case, own], manifest, publications([*case, own], manifest))
    return {mention.text: mention.value for mention in found if mention.source == "own"}


def test_the_weekday_of_a_letter_of_july_is_of_the_week_that_the_others_tell_of() -> None:
    found = values("Dear Ada,", "On the Wednesday we sailed, and on the Friday evening Tom was lost.", kind="letter")
    assert found == {"the Wednesday": "1923-05-09", "the Friday evening": "1923-05-11"}


def test_a_day_of_no_month_is_the_one_that_the_others_tell_and_no_other() -> None:
    found = values("The mast went on the 11th, before noon. We met on the 18th.", kind="letter")
    assert found == {"the 11th": "1923-05-11", "the 18th": "1923-07-18"}


def test_in_a_letter_weekdays_go_on_from_the_day_told_and_not_from_the_day_of_writing() -> None:
    text = "She struck on the 11th. I waited that night, and Saturday, and Saturday night; on the Sunday a boat came."
    found = values("Dear Ada,", text, kind="letter")
    assert [found[words] for words in ("Saturday", "Saturday night", "the Sunday")] == [
        "1923-05-12", "1923-05-12", "1923-05-13"
    ]  # fmt: skip


def test_a_weekday_of_news_is_of_the_week_before_whatever_others_tell() -> None:
    assert values("The inquiry closed on Friday.", kind="news article") == {"Friday": "1923-07-20"}


def test_who_writes_at_the_time_speaks_of_the_days_before() -> None:
    assert values("On the Monday we met.", published="1923-05-18", kind="letter") == {"the Monday": "1923-05-14"}


def test_documents_of_other_affairs_tell_nothing() -> None:
    alone = values("On the Wednesday we sailed.", kind="letter", beside=0)
    assert values("On the Wednesday we sailed.", kind="letter", beside=1) == alone == {"the Wednesday": "1923-07-18"}


def test_the_year_is_the_one_in_which_the_others_tell_that_day() -> None:
    text = "Q. Where were you on 11 May? It was in the papers."
    assert values(text, published="1924-09-20", kind="transcript") == {"11 May": "1923-05-11"}
    assert values(text, published="1924-05-20", kind="news article") == {"11 May": "1924-05-11"}, "it may be news"


def test_what_a_finding_tells_after_a_day_long_over_does_not_lie_ahead_of_it() -> None:
    text = "It was posted on 4 February 2014, and was found on 18 September."
    assert mentions(text, published="2015-08-21", kind="news")[-1].value == "2014-09-18"


def test_the_day_of_a_letter_is_no_day_of_the_story() -> None:
    found = values("Mr Hale's letter of 2 November says that he was told on the Friday.", published="1923-11-10")
    assert found == {"2 November": "1923-11-02", "the Friday": "1923-05-11"}
