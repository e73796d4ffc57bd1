"""How well an export finds who said what in a news case."""

from dataclasses import dataclass, field
from typing import Any

from newsgold_case import KINDS, Case, Export, Outcome, Passage, f1, ratio
from newsgold_names import Identities, folded

Statement = dict[str, Any]


@dataclass
class _Words:
    """The exported statements, told by whether half of their letters are the gold's."""

    right: list[tuple[Passage, Statement]] = field(default_factory=list)
    """Those that are, of a statement that has to be found or of an optional one."""
    good: int = 0
    """How many are of one that has to be found."""
    wrong: list[tuple[Passage, Statement]] = field(default_factory=list)


def score_statements(case: Case, export: Export, who: Identities) -> Outcome:
    """Figures of the statements; `who` tells whom the exported speakers stand for."""
    gold = case.gold["statements"]
    places = [case.first((said["doc"], words) for words in (said["text"], *said.get("parts", []))) for said in gold]
    words = _words(case, export, places)
    found = {i: best for i, own in enumerate(places) if (best := _covering(case, own, words.right))}
    outcome = Outcome()
    for place, given in words.wrong:
        speaker = given["speaker_text"] or given["speaker"]
        outcome.misses.append(f"wrong  {case.show(place)[:170]} speaker {speaker}")
    _score_found(gold, found, words, outcome)
    names = {record["id"]: record["name"] for kind in KINDS for record in export.of(kind)}
    _score_speakers([(gold[i], given) for i, given in found.items()], names, who, outcome)
    return outcome


def _words(case: Case, export: Export, places: list[list[Passage]]) -> _Words:
    """Sorts the exported statements by what the gold has at their words; those without a letter are left out."""
    must: dict[str, set[int]] = {document: set() for document in case.texts}
    may: dict[str, set[int]] = {document: set() for document in case.texts}
    for said, own in zip(case.gold["statements"], places, strict=True):
        for document, start, end in own:
            (may if said.get("optional") else must)[document].update(range(start, end))
    words = _Words()
    for given in export.of("statements"):
        place = export.passage(given)
        letters = case.letters(place) if place else set()
        if place is None or not letters:
            continue
        inside = len(letters & must[place.document])
        beside = len(letters & (may[place.document] - must[place.document]))
        good = 2 * inside >= len(letters)
        words.good += good
        (words.right if good or 2 * (inside + beside) >= len(letters) else words.wrong).append((place, given))
    return words


def _covering(case: Case, own: list[Passage], right: list[tuple[Passage, Statement]]) -> Statement | None:
    """The exported statement with most letters of a gold one, at least half of one of its parts; the shortest such."""
    best: tuple[float, int] | None = None
    chosen = None
    for place, given in right:
        for part in own:
            letters = case.letters(part) if part.document == place.document else set()
            covered = len(letters.intersection(range(place.start, place.end)))
            rank = (ratio(covered, len(letters)), -place.size)
            if letters and 2 * covered >= len(letters) and (best is None or rank > best):
                best, chosen = rank, given
    return chosen


def _score_found(gold: list[Statement], found: dict[int, Statement], words: _Words, outcome: Outcome) -> None:
    must = [i for i, said in enumerate(gold) if not said.get("optional")]
    for kind in ("direct", "indirect"):
        wanted = [i for i in must if gold[i]["kind"] == kind]
        outcome.figures[f"statements.recall.{kind}"] = ratio(sum(i in found for i in wanted), len(wanted))
    recall = ratio(sum(i in found for i in must), len(must))
    precision = ratio(words.good, words.good + len(words.wrong))
    outcome.figures |= {
        "statements.recall.all": recall, "statements.precision": precision, "statements.f1": f1(precision, recall),
    }  # fmt: skip
    for said in (gold[i] for i in must if i not in found):
        speaker = said["speaker"] or said["speaker_text"]
        outcome.misses.append(f"missed [{said['kind']}] {said['doc']} {said['text'][:110]!r} speaker {speaker}")


def _score_speakers(
    pairs: list[tuple[Statement, Statement]], names: dict[str, str], who: Identities, outcome: Outcome
) -> None:
    """Of the statements found: whether speaker and kind are right. Who is nobody of the gold goes by the record's own
    name; a wrong speaker is invented unless handing the words on in the document (`chain`)."""
    right = kinds = invented = 0
    counted = [(said, given) for said, given in pairs if not said.get("optional")]
    for said, given in counted:
        kinds += given["kind"] == said["kind"]
        identity = given["speaker"]
        speaker = (who.entities.get(identity) or names.get(identity, "?")) if identity else None
        allowed = {said["speaker"], *said.get("speaker_alt", [])}
        others = {who.entities.get(each) for each in given["speakers"]} if identity else set()
        if speaker in allowed or (others & allowed) - {None}:
            right += 1
            continue
        wanted = said["speaker"] or said["speaker_text"]
        outcome.misses.append(f"speaker {said['doc']} {said['text'][:80]!r} gold {wanted} has {speaker}")
        invented += speaker is not None and folded(speaker) not in map(folded, said["chain"])
    outcome.figures |= {
        "statements.speaker": ratio(right, len(counted)), "statements.kind": ratio(kinds, len(counted)),
        "statements.invented_speakers": ratio(invented, len(counted)),
    }  # fmt: skip
