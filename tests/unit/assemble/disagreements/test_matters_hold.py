"""What holds for every matter, whatever the documents."""

import pytest

from dossier.assemble import assemble
from dossier.model.disagreement import MatterKind
from dossier.model.manifest import Manifest
from dossier.resolve import resolve

TEXTS = (
    "Ferry capsizes off Larnos; 14 dead\n\nPORT ELIAS, March 3, 2011 - The ferry Agia Thekla capsized off Larnos on "
    "2 March 2011, killing 14 people, the coast guard said.\n\nThe accident was caused by a shift in the cargo, Petros "
    "Vallas said. Helmis Lines denied that the ferry had been overloaded.",
    "On 3 March 2011 the Agia Thekla capsized off Larnos with the loss of 23 lives. The lawyer Elena Frantzi said the "
    "disaster was caused by a freak wave.",
    "REPORT\n\nThe Agia Thekla capsized on 2 March 2011. The Board finds that the ferry was overloaded. The Board "
    "rejects the suggestion that a freak wave struck the vessel.",
)


def matters(documents):
    return assemble(documents, resolve(documents, Manifest())).matters


def read(found):
    """Matters as a person compares them: without ids of sources' positions."""
    sides = [tuple(sorted((s.value, s.voices, len(s.evidence)) for s in m.sides)) for m in found]
    return sorted((m.question, m.kind, m.rule, side) for m, side in zip(found, sides, strict=True))


@pytest.fixture
def documents(case):
    return case(*TEXTS)


def test_every_piece_of_evidence_lies_in_its_source_and_passage(documents):
    found = matters(documents)
    by_id = {d.source.id: d for d in documents}
    assert len(found) >= 3
    for evidence in (e for m in found for s in m.sides for e in s.evidence):
        document = by_id[evidence.source]
        passage = document.annotations.passages[evidence.passage]
        assert passage.span.contains(evidence.span)
        assert evidence.span.of(document.source.text).strip()


def test_sides_differ_and_the_one_with_most_voices_is_first(documents):
    found = matters(documents)
    assert found
    for matter in found:
        assert len({side.value for side in matter.sides}) == len(matter.sides) >= 2
        voices = [side.voices for side in matter.sides]
        assert voices == sorted(voices, reverse=True)
        assert all(1 <= side.voices <= len({e.source for e in side.evidence}) for side in matter.sides)


def test_the_weightiest_come_first_and_no_id_twice(documents):
    found = matters(documents)
    assert [m.rank for m in found] == sorted((m.rank for m in found), reverse=True)
    assert all(0 <= m.rank <= 1 for m in found)
    assert len({m.id for m in found}) == len(found)


def test_who_is_silent_reports_the_event_and_takes_no_side(case):
    found = matters(case(*TEXTS, "The Agia Thekla capsized off Larnos on 2 March 2011, Helmis Lines said."))
    assert any(matter.silent for matter in found)
    for matter in found:
        heard = {e.source for side in matter.sides for e in side.evidence}
        assert not heard & set(matter.silent)


def test_the_order_of_the_documents_changes_nothing(documents):
    assert read(matters(documents)) == read(matters(documents[::-1]))


def test_a_document_read_twice_is_one_voice(documents):
    found = matters([*documents, *_again(documents[1:2])])
    assert all(side.voices <= len(documents) for m in found for side in m.sides)
    assert not [m for m in found if m.kind is MatterKind.CONTRADICTION]


def _again(documents):
    """The same texts under other names, as a folder holds copies."""
    from dataclasses import replace  # noqa: PLC0415

    return [replace(d, source=replace(d.source, id=f"{d.source.id}x", path=f"copy/{d.source.path}")) for d in documents]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No. No no no. Not. Denied. Denied, denied that that that.",
        "He denied. " * 200,
        "caused by caused by caused by",
        "1 2 3 4 5 " * 300,
        "“Denied “by “whom “said “it “was “not “true",
        "# 'It' 'was' 'not'\n\n" + "It was not.\n\n" * 30,
    ],
)
def test_no_text_breaks_the_comparison(case, text):
    assert isinstance(matters(case(text, text + " Ten people died.", "Nine people died in Cork.")), tuple)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forty people were killed at Selby in the fire of 31 December 9999.",
         "Sixty people were killed at Selby in the fire of 31 December 9999."),
        ("The ship sank at Selby on the night of 0000-01-05.", "On the night of 31 December 9999 the ship sank."),
        ("The ship sank at Selby at 0001-01-01T01:10:00+05:00.", "The ship sank at Selby at 0001-01-01T01:40:00Z."),
        ("The ship sank at Selby at 9999-12-31T23:40:00-08:00.", "The ship sank at Selby at 9999-12-31T20:10:00Z."),
        ("The ship sank at Selby on 15 March 44 BC at 10.30.", "The ship sank at Selby on 15 March 44 BC at 11.30."),
    ],
)  # fmt: skip
def test_days_at_the_ends_of_the_calendar_can_be_compared(case, one, other):
    assert all(len(m.sides) > 1 or m.kind is MatterKind.AGREEMENT for m in matters(case(one, other)))
