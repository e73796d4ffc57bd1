"""An invented case with a few of everything, built from the records a build would make; nobody in it exists.

Spans are found in the texts, so that what is written here is what the documents say.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import DateMeaning, DateMention
from dossier.model.disagreement import Evidence, Matter, MatterKind, Side
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.entity import Entity, EntityKind, Mention, Role
from dossier.model.event import Event, EventStatus, Participant, Report
from dossier.model.source import Fault, Source
from dossier.model.span import Span
from dossier.model.statement import Relay, Statement
from dossier.store.writer import write

COURIER = """Halcyon strikes the Carrick bar

By Maud Ellery

The ferry *Halcyon* ran aground on the Carrick bar on the night of 3 March 1911. Captain Aldous Verrin was on the
bridge, according to the Harbour Board.

"The light on the bar was dark," Verrin told the Courier. "I steered by what I could see."

Board secretary Ines Okonjo denied that the light had failed. She said it was lit at dusk.

- Sixty people were aboard.
- The ship was built at Lowestead.

Share this article
"""
GAZETTE = """# The loss of the Halcyon

On 4 March 1911 the ferry Halcyon was lost at Carrick. Ines Okonjo said the lamp had been lit.

Keeper Tobias Renn alleged that the oil was never delivered. The Harbour Board will hold an inquiry in April 1911.
"""
LOG = """Keeper's log

3 March 1911. No oil since Monday. Lamp out at nine. T. Renn
"""

_TEXTS = {"courier.txt": COURIER, "gazette.md": GAZETTE, "log.txt": LOG}
_NAMES = (
    (EntityKind.PERSON, "Aldous Verrin", "Verrin, Aldous", ("Captain Aldous Verrin", "Aldous Verrin", "Verrin"),
     "captain"),
    (EntityKind.PERSON, "Ines Okonjo", "Okonjo, Ines", ("Ines Okonjo",), "Board secretary"),
    (EntityKind.PERSON, "Tobias Renn", "Renn, Tobias", ("Tobias Renn", "T. Renn"), "Keeper"),
    (EntityKind.PERSON, "Maud Ellery", "Ellery, Maud", ("Maud Ellery",), ""),
    (EntityKind.ORGANIZATION, "Harbour Board", "Harbour Board", ("Harbour Board",), ""),
    (EntityKind.PLACE, "Carrick", "Carrick", ("Carrick bar", "Carrick"), ""),
    (EntityKind.PLACE, "Lowestead", "Lowestead", ("Lowestead",), ""),
    (EntityKind.VEHICLE, "Halcyon", "Halcyon", ("Halcyon",), ""),
)
_EVENTS = (
    ("Halcyon runs aground on the Carrick bar", "run", "1911-03-03/1911-03-04", True, "reported",
     (("Halcyon", "agent"), ("Carrick", "place"), ("Aldous Verrin", "participant")),
     (("courier.txt", "ran aground on the Carrick bar on the night of 3 March 1911", "1911-03-03"),
      ("gazette.md", "On 4 March 1911 the ferry Halcyon was lost at Carrick", "1911-03-04"))),
    ("The lamp goes out at nine", "go", "1911-03-03", False, "reported", (("Tobias Renn", "participant"),),
     (("log.txt", "Lamp out at nine", "1911-03-03"),)),
    ("The oil is never delivered", "deliver", None, False, "alleged", (("Tobias Renn", "speaker"),),
     (("gazette.md", "the oil was never delivered", None),)),
    ("Inquiry of the Harbour Board", "hold", "1911-04", False, "planned", (("Harbour Board", "agent"),),
     (("gazette.md", "The Harbour Board will hold an inquiry in April 1911", "1911-04"),)),
)
_STATEMENTS = (
    ("courier.txt", "The light on the bar was dark,", "direct", "Aldous Verrin"),
    ("courier.txt", "I steered by what I could see.", "direct", "Aldous Verrin"),
    ("courier.txt", "it was lit at dusk", "indirect", "Ines Okonjo"),
    ("gazette.md", "the lamp had been lit", "indirect", "Ines Okonjo"),
)
_RELAYED = {"The light on the bar was dark,": ("courier.txt", "the Courier", None)}
"""Through whom a statement came: the words that name the relay, and the organization that is meant."""
_MATTERS = (
    ("Had the light failed?", "denial", MatterKind.CONFLICT, 0.9, ("Halcyon runs aground on the Carrick bar",),
     (("the light was dark", 2, (("courier.txt", "The light on the bar was dark,"), ("log.txt", "Lamp out at nine"))),
      ("the light was lit", 1, (("courier.txt", "it was lit at dusk"), ("gazette.md", "the lamp had been lit")))), ()),
    ("When was the Halcyon lost?", "date", MatterKind.GRANULARITY, 0.4, ("Halcyon runs aground on the Carrick bar",),
     (("1911-03-03/1911-03-04", 1, (("courier.txt", "on the night of 3 March 1911"),)),
      ("1911-03-04", 1, (("gazette.md", "On 4 March 1911"),))), ("log.txt",)),
)
_DATES = (("courier.txt", "3 March 1911", "1911-03-03"), ("gazette.md", "4 March 1911", "1911-03-04"),
          ("gazette.md", "April 1911", "1911-04"), ("log.txt", "3 March 1911", "1911-03-03"))


def write_invented(path: Path, *, extra: Mapping[str, str] | None = None, title: str = "The Halcyon") -> Path:
    """Write the case's database to the new file `path`; `extra` are further texts by file name."""
    write(invented(extra=extra, title=title), path, case="/cases/halcyon", stamp={})
    return path


def invented(*, extra: Mapping[str, str] | None = None, title: str = "The Halcyon") -> Dossier:
    """The records of the case."""
    texts = {**_TEXTS, **(extra or {})}
    documents = {name: _document(name, text) for name, text in texts.items()}
    entities = tuple(_entity(documents, *row) for row in _NAMES)
    ids = {entity.name: entity.id for entity in entities}
    return Dossier(
        title, "Who let the light on the Carrick bar go out?", tuple(documents.values()),
        (Fault("chart.pdf", "read", "This format is not read yet: save it as text."),), entities,
        tuple(DateMention(documents[name].source.id, *_place(documents[name], words), words, value,
                          DateMeaning.HAPPENED, "stated") for name, words, value in _DATES),
        tuple(_event(documents, ids, *row) for row in _EVENTS),
        tuple(Statement(_id("stm", words), documents[name].source.id, _place(documents[name], words)[1],
                        _place(documents[name], words)[0], kind, (ids[speaker],), None, None, "cue",
                        chain=_chain(documents, words))
              for name, words, kind, speaker in _STATEMENTS), (),
        tuple(_matter(documents, *row) for row in _MATTERS if row[2].disagrees),
        tuple(_matter(documents, *row) for row in _MATTERS if not row[2].disagrees))  # fmt: skip


def _chain(documents: Mapping[str, Document], words: str) -> tuple[Relay, ...]:
    if words not in _RELAYED:
        return ()
    name, relay, entity = _RELAYED[words]
    return (Relay(_place(documents[name], relay)[0], entity),)


def _matter(  # noqa: PLR0913, PLR0917 (a row of the table above)
    documents: Mapping[str, Document], question: str, attribute: str, kind: MatterKind, rank: float,
    about: tuple[str, ...], sides: tuple[tuple[str, int, tuple[tuple[str, str], ...]], ...], silent: tuple[str, ...],
) -> Matter:  # fmt: skip
    said = {words: _id("stm", words) for _, words, _, _ in _STATEMENTS}
    return Matter(
        _id("mat", question), question, attribute, kind,
        tuple(Side(value, tuple(
            Evidence(documents[name].source.id, _place(documents[name], words)[1], _place(documents[name], words)[0],
                     said.get(words)) for name, words in evidence), voices) for value, voices, evidence in sides),
        tuple(_id("evt", label) for label in about), rank, tuple(documents[name].source.id for name in silent),
        "compared")  # fmt: skip


def _id(kind: str, words: str) -> str:
    return f"{kind}-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _document(name: str, text: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    source = Source(_id("src", name), name, digest, "text", text, ())
    passages = tuple(_passages(text))
    title = passages[0].span.of(text).removeprefix("# ") if passages else name
    attributes = [Attribute("title", title, False, None, "first line")]
    if name == "courier.txt":
        attributes += [Attribute("publisher", "The Courier", False, None, "self-reference"),
                       Attribute("published", "1911-03-06", True, None, "from what it tells")]
    return Document(source, passages, tuple(attributes))


def _passages(text: str) -> list[Passage]:
    found = []
    for match in re.finditer(r"[^\n]+(?:\n(?![\n-])[^\n]+)*", text):
        words, span, marks = match[0], Span(*match.span()), ()
        kind = PassageKind.PARAGRAPH
        if not found:
            kind = PassageKind.HEADING
            marks = (Span(span.start, span.start + 2),) if words.startswith("# ") else ()
        elif words.startswith("- "):
            kind, marks = PassageKind.LIST_ITEM, (Span(span.start, span.start + 2),)
        elif words.startswith("By "):
            kind = PassageKind.BYLINE
        elif words.startswith("Share"):
            kind = PassageKind.BOILERPLATE
        marks += tuple(Span(span.start + star.start(), span.start + star.end()) for star in re.finditer(r"\*", words))
        found.append(Passage(kind, span, 1, marks))
    return found


def _place(document: Document, words: str) -> tuple[Span, int]:
    start = re.sub(r"\s", " ", document.source.text).index(words)
    index = next(place for place, passage in enumerate(document.passages)
                 if passage.span.start <= start < passage.span.end)
    return Span(start, start + len(words)), index


def _entity(
    documents: Mapping[str, Document], kind: EntityKind, name: str, sort_name: str, forms: tuple[str, ...], role: str
) -> Entity:
    pattern = re.compile("|".join(rf"\b{re.escape(form)}\b" for form in forms))
    mentions = tuple(
        Mention(document.source.id, Span(*match.span()), index, match[0], kind, "name", "full name")
        for document in documents.values() for index, passage in enumerate(document.passages)
        for match in pattern.finditer(document.source.text, passage.span.start, passage.span.end))  # fmt: skip
    roles = (Role(role, mentions[0].source, mentions[0].span, None),) if role else ()
    return Entity(_id(kind.value[:3], name), kind, name, sort_name, forms, "principal", roles, mentions)


def _event(  # noqa: PLR0913, PLR0917 (a row of the table above)
    documents: Mapping[str, Document], ids: Mapping[str, str], label: str, kind: str, date: str | None, inferred: bool,
    status: str, participants: tuple[tuple[str, str], ...], reports: tuple[tuple[str, str, str | None], ...],
) -> Event:  # fmt: skip
    return Event(
        _id("evt", label), label, kind, date, inferred, EventStatus(status),
        tuple(Participant(ids[name], role) for name, role in participants),
        tuple(Report(documents[name].source.id, _place(documents[name], words)[1], _place(documents[name], words)[0],
                     given, None, EventStatus(status), "verb") for name, words, given in reports))  # fmt: skip
