"""When documents were published: stated, given by the reader, or inferred with reasons."""

from dataclasses import replace

import pytest
from publishing import document, published

from dossier.model.annotation import Annotated, PassageKind, Reference, Stated
from dossier.model.manifest import Manifest
from dossier.model.span import Span
from dossier.resolve.dates import resolve_dates
from dossier.resolve.published import publications

NEWS = document("news", "The bank failed on 3 May 2001.", "The minister resigned on Friday.", kind="news article")


def test_the_readers_value_always_wins() -> None:
    dateline = document("a", "5 May 2001", "The bank failed.", kinds={0: PassageKind.BYLINE})
    manifest = Manifest(sources={"a.txt": {"published": "2002-01"}})
    (found,) = published(dateline, manifest=manifest)
    assert (found.value, found.inferred, found.span) == ("2002-01", False, None)


@pytest.mark.parametrize("line", ["5 May 2001", "Published: 5 May 2001", "Saturday, May 5, 2001"])
def test_a_document_that_states_its_day_keeps_it(line: str) -> None:
    source = document("a", line, "The bank failed on 7 June 2003.", kinds={0: PassageKind.BYLINE})
    (found,) = published(source)
    assert (found.value, found.inferred) == ("2001-05-05", False)
    assert found.span is not None
    assert "5" in found.span.of(source.source.text)


def test_a_dateline_is_a_statement() -> None:
    (found,) = published(document("a", "LONDON, June 5, 2001 (Reuters) - The bank failed on 7 May 2001."))
    assert (found.value, found.inferred) == ("2001-06-05", False)


def test_the_newest_date_told_is_the_earliest_day_of_publication() -> None:
    (found,) = published(document("a", "The bank failed on 3 May 2001, after the scandal of June 1999."))
    assert (found.value, found.inferred, found.basis) == ("2001-05-03/..", True, "tells of “3 May 2001”")


def test_what_lies_ahead_is_the_latest() -> None:
    (found,) = published(document("a", "The bank failed on 3 May 2001.", "The court will meet on 9 June 2001."))
    assert found.value == "2001-05-03/2001-06-09"


def test_references_bound_a_publication_and_their_access_dates_too() -> None:
    entry = 'Doe, Jane (3 May 2001). "A bank fails". Retrieved 4 June 2001.'
    (found,) = published(document("a", "The bank failed.", entry, kinds={1: PassageKind.REFERENCE}))
    assert found.value == "2001-06-04/.."


def test_weekdays_of_news_are_taken_for_the_week_after_and_marked_as_assumed() -> None:
    (found,) = published(NEWS)
    assert found.value == "2001-05-04?/2001-05-10?"
    assert "taken to be within a week" in found.basis


def test_nothing_is_made_of_nothing() -> None:
    (found,) = published(document("a", "The bank failed on Monday."))
    assert (found.value, found.inferred) == (None, True)
    assert found.basis == "nothing in the case tells when it was published"


def test_a_year_that_only_other_documents_give() -> None:
    other = document("b", "The Corland Trust of Edgar Thule closed its doors on 3 May 2001.")
    silent = document("a", "The Corland Trust of Edgar Thule closed on May 3.", "A hearing will be held on June 9.")
    assert [p.value for p in published(silent, other)] == ["2001-05-03/2001-06-09", "2001-05-03/.."]
    unlike = document("c", "Soldiers of Marshal Soult marched on 3 May 1807.")
    assert published(silent, unlike)[0].value is None


def test_an_event_that_others_date_in_the_same_words() -> None:
    one = document("b", "Depositors of Corland Trust of Edgar Thule saw the bank failure on 3 May 2001.")
    two = document("c", "The sudden bank failure of Corland Trust of Edgar Thule on 4 May 2001 came first.")
    silent = document("a", "The bank failure at Corland Trust of Edgar Thule was a shock.")
    assert published(silent, one, two)[0].value == "2001-05-03/.."
    unrelated = document("e", "Another bank failure on 5 June 1931.")
    assert published(silent, one, two, unrelated)[0].value == "2001-05-03/.."
    far = document("d", "The first bank failure of Corland Trust of Edgar Thule on 5 June 1931.")
    assert published(silent, one, two, far)[0].value is None


def test_documents_that_share_their_text_are_of_one_time() -> None:
    shared = " ".join(f"word{number}" for number in range(200))
    known = document("a", "The bank failed on 3 May 2001. It will open on 9 May 2001.", shared)
    copy = document("b", shared)
    found = published(known, copy)
    assert found[1].value == "2001-05-03?/2001-05-09?"
    assert "a.txt" in found[1].basis


def test_the_order_of_documents_plays_no_part() -> None:
    case = [
        NEWS,
        document("b", "Depositors of Corland Trust of Edgar Thule saw the bank failure on 3 May 2001."),
        document("c", "The bank failure at Corland Trust of Edgar Thule of 4 May 2001 came first."),
        document("d", "The bank failure at Corland Trust of Edgar Thule was a shock on May 3."),
        document(
            "e", "Clerks of Corland Trust of Edgar Thule struck on Thursday over the bank failure.", kind="news article"
        ),
    ]
    forward, backward = published(*case), published(*reversed(case))
    assert forward == backward[::-1]


def test_a_day_in_the_far_future_does_not_close_what_is_told_as_past() -> None:
    (found,) = published(document("a", "It will end on 1 May 1999.", "The bank failed on 3 May 2001."))
    assert found.value == "2001-05-03/.."


def test_dates_hang_on_their_own_document_and_its_publication_alone() -> None:
    manifest = Manifest(sources={"news.txt": {"published": "2001-05-09"}})
    alone = resolve_dates([NEWS], manifest, publications([NEWS], manifest))
    other = document("b", "The bank failure of 4 May 2001, on Monday, May 7, 2001.")
    for case in ([NEWS, other], [other, NEWS]):
        together = resolve_dates(case, manifest, publications(case, manifest))
        assert tuple(mention for mention in together if mention.source == "news") == alone
    assert [mention.value for mention in alone] == ["2001-05-03", "2001-05-04"]


def test_a_bound_is_no_more_exact_than_what_it_rests_on() -> None:
    (year,) = published(document("a", "The bank had failed in 1991, as was said then."))
    assert year.value == "1991/.."
    (month,) = published(document("a", "The bank failed in May 2001, and a court will meet in June 2003."))
    assert month.value == "2001-05/2003-06"


def citing(entry: str, title: str, dated: str, read: str) -> Annotated:
    """A document with such an entry in its list of references, taken apart."""
    found = document("b", "The bank failed.", entry, kinds={1: PassageKind.REFERENCE})
    spans = [Span(at, at + len(words)) for words in (title, dated, read) for at in (found.source.text.index(words),)]
    reference = Reference(1, 1, (), spans[0], None, spans[1], spans[2])
    return replace(found, annotations=replace(found.annotations, references=(reference,)))


def test_another_document_that_cites_a_work_of_its_title_tells_its_day() -> None:
    title = "A bank fails and nobody is to blame"
    other = citing(f'Doe, Jane (3 May 2001). "{title}". Retrieved 4 June 2001.', title, "3 May 2001", "4 June 2001")
    silent = document("a", title, "The bank failed on Friday.")
    stated = Stated("title", title.upper(), silent.annotations.passages[0].span, "first line")
    silent = replace(silent, annotations=replace(silent.annotations, stated=(stated,)))
    (found, _) = published(silent, other)
    assert (found.value, found.inferred) == ("2001-05-03", True)
    assert found.basis == "b.txt cites a work of its title of 2001-05-03"
    short = replace(silent, annotations=replace(silent.annotations, stated=(replace(stated, value="A bank"),)))
    assert published(short, other)[0].value is None


def test_what_the_reader_gives_is_followed_by_every_date_that_hangs_on_it() -> None:
    news = document("news", "5 May 2001", "The bank failed on Friday, two weeks ago it was sound.", kind="news article")
    manifest = Manifest(sources={"news.txt": {"published": "1931-09-21"}})
    for given, days in ((Manifest(), ["2001-05-04", "2001-04-21"]), (manifest, ["1931-09-18", "1931-09-07"])):
        found = resolve_dates([news], given, publications([news], given))
        assert [mention.value for mention in found][1:] == days
        assert {mention.rule for mention in found[1:]} == {"from publication date"}


def test_a_day_of_publication_in_the_future_is_told_as_the_document_does() -> None:
    (found,) = published(document("a", "Published: 5 May 2990", "The bank failed on Friday."))
    assert (found.value, found.inferred) == ("2990-05-05", False)
