"""Candidate names of one document: the model's spans cleaned, and what the document's own form shows."""

import pytest

from dossier.annotate.names import find_names
from dossier.model.annotation import CandidateName, Passage, PassageKind, Reference, Stated
from dossier.model.span import Span


def found(text: str, *, label: str = "PERSON", model: str = "", kind: PassageKind = PassageKind.PARAGRAPH) -> set:
    """Text, label and origin of each candidate; `model` is a span that the language model calls `label`."""
    passages = (Passage(kind, Span(0, len(text))),)
    at = text.find(model) if model else 0
    entities = [CandidateName(Span(at, at + len(model)), 0, label, "model")] if model else []
    return {(n.span.of(text), n.label, n.origin) for n in find_names(text, passages, (), entities, (), ())}


@pytest.mark.parametrize(
    ("span", "name"),
    [
        ("Commander Norway Nils Solberg", "Nils Solberg"),
        ("the Josiah Pell's", "Josiah Pell"),
        ("Dr. Eleanor Voss", "Eleanor Voss"),
        ("Mr. Reid", "Mr. Reid"),
        ("Mr. Duncan Reid", "Duncan Reid"),
        ("Daniel Cole, FRS", "Daniel Cole"),
        ("NASA Bill Ingram", "Bill Ingram"),
        ("Ludwig van Aken", "Ludwig van Aken"),
        ("Peter Strachan QC", "Peter Strachan"),
        ("Lyle Power III", "Lyle Power III"),
        ("Javier Castrillon of Bolivia", "Javier Castrillon"),
        ("Eugene of Savoy", "Eugene of Savoy"),
    ],
)
def test_a_person_is_the_name_alone(span: str, name: str) -> None:
    assert (name, "PERSON", "model") in found(f"Then came {span} again.", model=span)


def test_lines_of_a_list_are_names_of_their_own() -> None:
    names = found("Hugh Orde\nMary Pell", model="Hugh Orde\nMary Pell")
    assert {("Hugh Orde", "PERSON", "model"), ("Mary Pell", "PERSON", "model")} <= names


def test_a_wrapped_line_of_prose_does_not_cut_a_name() -> None:
    text = "It was in the winter of that year that the steamship company sent Josiah\nPell to Leith."
    assert ("Josiah\nPell", "PERSON", "model") in found(text, model="Josiah\nPell")


def test_no_name_runs_into_the_label_of_a_row() -> None:
    text = "MasterJosiah Pell"
    passage = Passage(PassageKind.TABLE_ROW, Span(0, len(text)), label=Span(0, 6))
    names = find_names(text, (passage,), (), [CandidateName(Span(0, len(text)), 0, "PERSON", "model")], (), ())
    assert {n.span.of(text) for n in names} == {"Josiah Pell"}


def test_the_article_of_a_title_stays_inside_a_sentence_only() -> None:
    assert ("The Liverpool Courier", "ORG", "model") in found(
        "He read The Liverpool Courier.", label="ORG", model="The Liverpool Courier"
    )
    assert ("Board of Trade", "ORG", "model") in found(
        "The Board of Trade wrote.", label="ORG", model="The Board of Trade"
    )


def test_a_headline_is_weak_evidence() -> None:
    names = found("Court Finds Master At Fault After Long Night", model="Finds Master", label="PERSON")
    assert {origin for _, _, origin in names if _ == "PERSON"} <= {"headline"}


def test_bylines_name_persons_and_their_outlet() -> None:
    names = found("By MAUD ELLERY and TOM HEALY FOR THE COURIER", kind=PassageKind.BYLINE)
    assert {("MAUD ELLERY", "PERSON", "byline"), ("TOM HEALY", "PERSON", "byline")} <= names


@pytest.mark.parametrize("office", ["By Edward Thorn, Commissioner of Wrecks", "By Edward Thorn, Chief Surveyor"])
def test_an_office_in_a_byline_is_no_outlet(office: str) -> None:
    assert {name for name, _, origin in found(office, kind=PassageKind.BYLINE) if origin == "byline"} == {
        "Edward Thorn"
    }


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("Photo by Jane Roe.", ("Jane Roe", "PERSON", "credit")),
        ("Editing by R. J. Patel", ("R. J. Patel", "PERSON", "credit")),
        ("@sea_watcher/Handout", ("@sea_watcher", "PERSON", "handle")),
        ("BRANDAUER, Karl-Heinz", ("BRANDAUER, Karl-Heinz", "PERSON", "inverted")),
        ("the Board of Trade (BoT)", ("Board of Trade", "ORG", "expansion")),
        ("Halden Foods Plc agreed", ("Halden Foods Plc", "ORG", "company")),
        ("Nordholm A/S agreed", ("Nordholm A/S", "ORG", "company")),
        ("The sale by the Company and Reid Brothers Ltd", ("Reid Brothers Ltd", "ORG", "company")),
        ("Reid and Sons Limited agreed", ("Reid and Sons Limited", "ORG", "company")),
        ("Halden Industries, Inc. agreed", ("Halden Industries, Inc", "ORG", "company")),
        ("the Skelby and Hull Railway (S&HR) agreed", ("Skelby and Hull Railway", "ORG", "expansion")),
        ("the s.s. “Maid of Lorne” sank", ("Maid of Lorne", "PRODUCT", "ship prefix")),
        ("the tug Cormorant came", ("Cormorant", "PRODUCT", "classifier")),
        ("LEITH, June 3 - It rained.", ("LEITH", "GPE", "dateline")),
        ("Professor Elena Ruiz left", ("Elena Ruiz", "PERSON", "office")),
    ],
)
def test_form_shows_a_name(text: str, candidate: tuple[str, str, str]) -> None:
    assert candidate in found(text)


@pytest.mark.parametrize(
    "text", ["write to ann@example.org", "Mr President rose", "Monday, June 3, 2013", "3 June, 1911"]
)
def test_form_shows_no_name(text: str) -> None:
    assert found(text) == set()


def test_list_lines_give_the_person_without_office_and_country() -> None:
    names = found("Chief Engineer 2 Norway Nils Solberg, NRK", kind=PassageKind.LIST_ITEM)
    assert {("Nils Solberg", "PERSON", "list"), ("NRK", "ORG", "list")} <= names


def test_authors_of_references_and_of_the_document() -> None:
    text = "Ellwood, Ben (1911). The bar. Courier.\nMaud Ellery"
    passages = (Passage(PassageKind.REFERENCE, Span(0, 38)), Passage(PassageKind.BYLINE, Span(39, 50)))
    reference = Reference(0, 1, (Span(0, 12),), publisher=Span(30, 37))
    names = find_names(text, passages, (), [], [reference], [Stated("author", "Maud Ellery", Span(39, 50), "byline")])
    assert {(n.span.of(text), n.label) for n in names} == {
        ("Ellwood, Ben", "PERSON"), ("Courier", "ORG"), ("Maud Ellery", "PERSON")
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", "Ж" * 600, "A. " * 300, "(((((", "Mr", "By ", "@" * 50, "X" * 5000])
def test_strange_texts_do_no_harm(text: str) -> None:
    assert all(len(name) <= 120 for name, _, _ in found(text, model=text.strip()) if name)


@pytest.mark.parametrize(
    ("text", "model", "names"),
    [
        ('Ferry "Maid of Lorne" sinks off Oban', 'Ferry "Maid of Lorne', {"Maid of Lorne"}),
        ('Ferry "Maid of Lorne" sinks off Oban', 'Ferry "Maid of Lorne"', {"Maid of Lorne"}),
        ("Dampfer »Lorelei« sinkt", "Dampfer »Lorelei«", {"Dampfer", "Lorelei"}),
        ("The “Maid of Lorne” and “Halcyon” met", "Maid of Lorne” and “Halcyon", {"Maid of Lorne", "Halcyon"}),
        ('They met Hector "El Mono" Tascon there', 'Hector "El Mono" Tascon', {'Hector "El Mono" Tascon'}),
    ],
)
def test_a_name_holds_no_quotation_mark_without_its_partner(text: str, model: str, names: set) -> None:
    assert {name for name, label, _ in found(text, label="PRODUCT", model=model) if label == "PRODUCT"} == names
