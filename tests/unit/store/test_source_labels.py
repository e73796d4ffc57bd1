"""What sources are called: each by a name of its own."""

import hashlib

from dossier.model.dossier import Attribute, Document
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.store.source_labels import source_labels


def letter(path: str, text: str, *more: Attribute) -> Document:
    """A letter of Ada Byrne."""
    source = Source(f"id-{path}", path, hashlib.sha256(text.encode()).hexdigest(), "text", text, ())
    known = [Attribute("kind", "letter", False, None, ""), Attribute("author", "Ada Byrne", False, None, "")]
    return Document(source, (), (*known, *more))


def dated(value: str, words: str, *, inferred: bool = False) -> Attribute:
    """A day of publication, stated at the beginning of a text."""
    return Attribute("published", value, inferred, None if inferred else Span(0, len(words)), "")


def labels(*documents: Document) -> list[str]:
    """The labels in the order of the documents."""
    found = source_labels(documents)
    return [found[document.source.id] for document in documents]


SECOND = dated("1958-12-02", "2 Dec 1958")
NINTH = dated("1958-12-09", "9 Dec\n1958")


def test_a_label_that_tells_its_source_is_left_alone() -> None:
    other = Document(letter("b.txt", "").source, (), (Attribute("title", "The boat", False, None, ""),))
    assert labels(letter("a.txt", "2 Dec 1958", SECOND), other) == ["Letter of Ada Byrne", "The boat"]


def test_letters_of_one_person_are_told_apart_by_the_day_that_they_state() -> None:
    assert labels(letter("a.txt", "2 Dec 1958 Dear", SECOND), letter("b.txt", "9 Dec\n1958 Dear", NINTH)) == [
        "Letter of Ada Byrne, 2 Dec 1958", "Letter of Ada Byrne, 9 Dec 1958",
    ]  # fmt: skip


def test_letters_of_no_stated_day_are_told_apart_by_their_files() -> None:
    guessed = dated("1958-12-02", "", inferred=True)
    assert labels(letter("a.txt", "Dear", guessed), letter("b/c.txt", "Dear Tom")) == [
        "Letter of Ada Byrne (a.txt)", "Letter of Ada Byrne (c.txt)",
    ]  # fmt: skip


def test_a_letter_without_a_day_among_dated_ones_is_not_called_as_all_of_them_are() -> None:
    shown = labels(letter("a.txt", "2 Dec 1958", SECOND), letter("b.txt", "Dear"))
    assert shown == ["Letter of Ada Byrne, 2 Dec 1958", "Letter of Ada Byrne (b.txt)"]


def test_letters_of_one_day_have_both_and_files_of_one_name_their_paths() -> None:
    two = [letter(path, "2 Dec 1958", SECOND) for path in ("a.txt", "b.txt")]
    assert labels(*two) == [f"Letter of Ada Byrne, 2 Dec 1958 ({path})" for path in ("a.txt", "b.txt")]
    same = [letter(path, "2 Dec 1958", SECOND) for path in ("x/a.txt", "y/a.txt")]
    assert labels(*same) == [f"Letter of Ada Byrne, 2 Dec 1958 ({path})" for path in ("x/a.txt", "y/a.txt")]
