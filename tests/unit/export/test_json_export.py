"""The JSON export: evidence is bounded, speakers are named ones, and the words are those of the source."""

import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dossier.export.json_export import EVIDENCE_LENGTH, dumps, export
from dossier.model.annotation import Passage, PassageKind
from dossier.model.dossier import Dossier
from dossier.model.event import Event, EventStatus, Report
from dossier.model.span import Span
from dossier.store.connection import open_reader
from dossier.store.writer import write


def exported(dossier: Dossier, folder: Path) -> dict[str, Any]:
    write(dossier, folder / "f.db", case="/cases/ferry", stamp={})
    out = io.StringIO()
    with closing(open_reader(folder / "f.db")) as connection:
        export(connection, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_a_whole_case(tmp_path: Path, dossier_records: Dossier) -> None:
    data = exported(dossier_records, tmp_path)
    assert [person["aliases"] for person in data["people"]] == [["Byrne", "Ada Byrne", "Ada"]]
    assert data["dates"][0]["value"] == "1911-05-03"
    (event,) = data["events"]
    assert (event["people"], event["places"], event["organizations"]) == (["person-byrne"], ["place-cork"], [])
    assert [(piece["date_text"], piece["date"]) for piece in event["evidence"]] == [
        ("3 May 1911", "1911-05-03"), (None, "1911-05"),
    ]  # fmt: skip
    said, unsaid = data["statements"]
    assert (said["speaker"], said["speakers"], said["speaker_text"]) == ("person-byrne", ["person-byrne"], "Byrne")
    assert (unsaid["speaker"], unsaid["speakers"], unsaid["kind"]) == (None, [], "indirect")
    assert data["disagreements"] == data["agreements"] == []
    ids = [record["id"] for name in ("sources", "people", "places", "events", "statements") for record in data[name]]
    assert len(ids) == len(set(ids))


def test_who_is_only_described_is_neither_exported_nor_a_speaker(tmp_path: Path, dossier_records: Dossier) -> None:
    byrne, cork = dossier_records.entities
    nameless = replace(byrne, mentions=tuple(replace(mention, form="nominal") for mention in byrne.mentions))
    data = exported(replace(dossier_records, entities=(nameless, cork)), tmp_path)
    assert data["people"] == []
    assert data["events"][0]["people"] == []
    assert data["statements"][0]["speaker"] is None
    assert data["statements"][0]["speaker_text"] == "Byrne"


def test_evidence_is_bounded_and_keeps_its_date(tmp_path: Path, dossier_records: Dossier) -> None:
    letter, note = dossier_records.documents
    text = "word " * 400 + "on 3 May 1911 it sailed."
    date = Span(text.index("3 May"), text.index(" it"))
    source = replace(note.source, text=text)
    long = replace(note, source=source, passages=(Passage(PassageKind.PARAGRAPH, Span(0, len(text))),))
    report = Report(source.id, 0, Span(0, len(text)), "1911-05-03", date, EventStatus.REPORTED, "dated clause")
    undated = replace(report, date_span=None)
    event = Event("e", "sailed", "sail", "1911-05-03", False, EventStatus.REPORTED, (), (report, undated))
    records = Dossier("", "", (letter, long), (), (), (), (event,), (), ())
    dated, whole = exported(records, tmp_path)["events"][0]["evidence"]
    for piece in (dated, whole):
        assert piece["end"] - piece["start"] == EVIDENCE_LENGTH
        assert piece["text"] == text[piece["start"] : piece["end"]]
    assert "3 May 1911" in dated["text"]
    assert whole["start"] == 0


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_reads_back_and_cannot_act_on_a_terminal(text: str) -> None:
    line = dumps({"text": text})
    assert json.loads(line) == {"text": text}
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in line)
