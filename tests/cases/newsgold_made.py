"""What the gold of a news case is worth as a gold: an export made from it, and the faults in it."""

import re
from collections.abc import Iterator
from typing import Any

from newsgold_case import KINDS, Case, Passage
from newsgold_edtf import days_of
from newsgold_names import gold_names


def perfect_export(case: Case) -> dict[str, Any]:
    """The export of a program that finds everything the gold says and nothing else."""
    return {
        "sources": [{"id": document, "path": document} for document in case.texts],
        **{kind: list(_entities(case, kind)) for kind in KINDS},
        "dates": [{**_placed(case, place), "value": date["value"]} for place, date in case.dates()],
        "events": [_event(case, event) for event in case.gold["events"]],
        "statements": [_statement(case, said) for said in case.gold["statements"]],
        "disagreements": [
            exported_disagreement(case, matter)
            for matter in case.gold["disagreements"]
            if matter["status"] != "must-not-alarm"
        ],
    }


def _placed(case: Case, place: Passage) -> dict[str, Any]:
    return {"source": place.document, "start": place.start, "end": place.end, "text": case.words(place)}


def _entities(case: Case, kind: str) -> Iterator[dict[str, Any]]:
    names = gold_names(case)
    for entity, forms in case.gold[kind].items():
        mentions = [_placed(case, place) for place, owners in names.items() if (kind, entity) in owners]
        yield {"id": entity, "name": entity, "aliases": forms, "mentions": mentions}


def _event(case: Case, event: dict[str, Any]) -> dict[str, Any]:
    evidence = [_placed(case, place) for place in case.first(event["passages"])]
    return {**{key: event[key] for key in ("date", "label", "people", "organizations")}, "evidence": evidence}


def _statement(case: Case, said: dict[str, Any]) -> dict[str, Any]:
    (place,) = case.first([(said["doc"], said["text"])])
    return {
        **{key: said[key] for key in ("kind", "speaker", "speaker_text")},
        "speakers": [], **_placed(case, place),
    }  # fmt: skip


def exported_disagreement(case: Case, matter: dict[str, Any]) -> dict[str, Any]:
    """A matter of the gold as the program would export it, whether it should or not."""
    values = [
        {**_placed(case, place), "value": side["value"]}
        for side in matter["sides"]
        for place in case.first(side["passages"])
    ]
    return {"attribute": matter["attribute"], "kind": matter["status"], "about": "", "values": values}


def faults(case: Case) -> list[str]:
    """Everything in the gold that is not in the documents, names nobody or is no EDTF: none in a good one."""
    return [*_lost_words(case), *_lost_forms(case), *_unknown_names(case), *_unread_dates(case), *_unclear(case)]


def _lost_words(case: Case) -> Iterator[str]:
    """Passages whose words are not in their document."""
    gold = case.gold
    said = [(s["doc"], words) for s in gold["statements"] for words in (s["text"], *s.get("parts", []))]
    speakers = [(s["doc"], s["speaker_text"]) for s in gold["statements"] if s["speaker_text"]]
    told = [tuple(passage) for event in gold["events"] for passage in event["passages"]]
    sides = [tuple(p) for matter in gold["disagreements"] for side in matter["sides"] for p in side["passages"]]
    for document, words in (*said, *speakers, *told, *sides):
        if not words or words not in case.texts.get(document, ""):
            yield f"{document} has not {words!r}"
    for date in gold["dates"]:
        if case.texts.get(date["doc"], "").count(date["text"]) < date["nth"]:
            yield f"{date['doc']} has not {date['text']!r} for the {date['nth']}. time"


def _lost_forms(case: Case) -> Iterator[str]:
    """Forms of names that stand in no document."""
    for kind in KINDS:
        for entity, forms in case.gold[kind].items():
            for form in forms:
                word = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
                if not any(word.search(text) for text in case.texts.values()):
                    yield f"no document names {entity} {form!r}"


def _unknown_names(case: Case) -> Iterator[str]:
    """Participants and speakers whom the gold does not list."""
    for event in case.gold["events"]:
        for kind in ("people", "organizations"):
            yield from (f"{event['id']}: {name}" for name in event[kind] if name not in case.gold[kind])
    names = {name for kind in KINDS for name in case.gold[kind]} | {None}
    for said in case.gold["statements"]:
        speakers = (said["speaker"], *said.get("speaker_alt", []))
        yield from (f"{said['doc']}: {speaker} speaks" for speaker in speakers if speaker not in names)


def _unread_dates(case: Case) -> Iterator[str]:
    """Values that are no EDTF."""
    for dated in (*case.gold["dates"], *case.gold["events"]):
        values = (dated.get("value", dated.get("date")), *dated["accept"])
        yield from (f"{value} is no EDTF" for value in values if value and days_of(value) is None)


def _unclear(case: Case) -> Iterator[str]:
    """Identifiers used twice, and disagreements without two sides."""
    identities = [record["id"] for record in (*case.gold["events"], *case.gold["disagreements"])]
    yield from (f"{identity} is used twice" for identity in set(identities) if identities.count(identity) > 1)
    yield from (f"{m['id']} has one side" for m in case.gold["disagreements"] if len(m["sides"]) < 2)
