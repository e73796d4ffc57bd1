"""How well an export names the people, organizations, places and vehicles of a news case, and tells them apart."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from newsgold_case import KINDS, Case, Export, Outcome, Passage

Owners = frozenset[tuple[str, str]]
"""Whose a form is: (kind, entity); none where it counts neither way. Several share an ambiguous form."""

_TITLES = (
    "mr mrs ms miss dr sir dame lord lady prof professor president minister prime captain capt inspector chief "
    "superintendent detective sergeant judge justice commander major colonel general lieutenant first second officer "
    "secretary state mp king queen prince princess master mate engineer senator deputy chancellor governor mayor "
    "prosecutor director sen rep gov col gen lt sgt det insp hon herr frau madame monsieur m senhor senhora señor "
    "señora don dona the assistant chairman ambassador rear admiral vice business finance foreign interior mv m/v adm "
    "attorney bishop father sister widow labour union boss plant manager skipper coach rector curator"
)
TITLES = frozenset(_TITLES.split())
"""Words that may be inside or outside a name's span without making it wrong."""

_FIRST_WORD = re.compile(r"([/\w.'’-]+)\s+")
_TIE = 1e-6
"""What an unambiguous form weighs more, so that it decides between entities that share the other forms evenly."""


@dataclass
class Record:
    """One exported record by the gold entities whose mentions it holds."""

    id: str
    names: list[str]
    counted: list[Passage] = field(default_factory=list)
    shares: dict[str, float] = field(default_factory=dict)
    """Its mentions by entity; an ambiguous form is shared among those who own it."""
    certain: set[str] = field(default_factory=set)
    """Entities of which it holds an unambiguous form."""
    neutral: bool = False
    """Whether all its mentions count neither way."""

    @property
    def entity(self) -> str | None:
        """Whom it stands for: the entity of most of its mentions; None when they are nobody's."""
        return max(sorted(self.shares), key=lambda name: self.shares[name], default=None)


@dataclass(frozen=True)
class Identities:
    """Whom the exported records stand for: exported id to gold entity, and the ids that count neither way."""

    entities: dict[str, str | None]
    neutral: set[str]

    @classmethod
    def of(cls, records: list[Record]) -> "Identities":
        return cls({r.id: r.entity for r in records}, {r.id for r in records if r.neutral})


def gold_names(case: Case) -> dict[Passage, Owners]:
    """Every occurrence of every form in the order of the documents; the longest where they nest."""
    return {place: owners for document in case.texts for place, owners in sorted(_names_in(case, document).items())}


def _names_in(case: Case, document: str) -> dict[Passage, Owners]:
    text, forms = case.texts[document], _owners(case)
    said = case.gold["overrides"].get(document, {})
    found: dict[Passage, Owners] = {}
    taken: set[int] = set()
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        matches = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
        free = [span for span in matches if taken.isdisjoint(range(*span))]
        for nth, span in enumerate(free):
            taken.update(range(*span))
            found[Passage(document, *span)] = _overridden(case, said[form], nth) if form in said else forms[form]
    return found


def _owners(case: Case) -> dict[str, Owners]:
    """Who can be meant by each form of a name."""
    forms: dict[str, Owners] = {}
    for kind in KINDS:
        for entity, own in case.gold[kind].items():
            for form in own:
                forms[form] = forms.get(form, Owners()) | {(kind, entity)}
    return forms | dict.fromkeys(case.gold["neutral"], Owners())


def _overridden(case: Case, owners: str | list[str | None], nth: int) -> Owners:
    """Who is meant by the nth occurrence of a form of which the gold says so one by one (the last holds on)."""
    meant = owners if isinstance(owners, str) else owners[min(nth, len(owners) - 1)]
    return Owners((kind, meant) for kind in KINDS if meant is not None and meant in case.gold[kind])


def bare(case: Case, place: Passage) -> Passage:
    """A name's span without titles before it and without the point of an abbreviation at its end."""
    document, start, end = place
    text = case.texts[document]
    while (word := _FIRST_WORD.match(text, start, end)) and {word[1].lower(), word[1].lower().rstrip(".")} & TITLES:
        start = word.end()
    pointed = text[start:end].endswith(".") and end - start > 3
    return Passage(document, start, end - 1 if pointed else end)


def folded(name: str) -> str:
    """A name without case, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", plain).strip().casefold()


class _Kind:
    """The gold's names of one kind."""

    def __init__(self, case: Case, kind: str) -> None:
        names = gold_names(case)
        # A ship that is named for a place may be taken for it.
        neutral_kinds = {"vehicles"} if kind == "places" else set()
        kinds = {place: min(owners)[0] if owners else None for place, owners in names.items()}
        self.owners = {bare(case, p): {name for _, name in names[p]} for p, k in kinds.items() if k == kind}
        self.neutral = [place for place, k in kinds.items() if k is None or k in neutral_kinds]
        self.entities = {name for owners in self.owners.values() for name in owners}
        self.forms = {name: {folded(form) for form in (name, *forms)} for name, forms in case.gold[kind].items()}


def score_names(case: Case, export: Export, kind: str) -> tuple[Outcome, list[Record]]:
    """Figures of the mentions (spans without titles) and the records of one kind, and whom each record stands for."""
    gold, outcome = _Kind(case, kind), Outcome()
    records = [_record(gold, export, exported) for exported in export.of(kind)]
    _score_mentions(case, gold, records, kind, outcome)
    _score_records(gold, records, kind, outcome)
    return outcome, records


def _record(gold: _Kind, export: Export, exported: dict[str, Any]) -> Record:
    """Whose mentions an exported record holds."""
    record = Record(exported["id"], [exported["name"], *exported["aliases"]])
    places = export.passages(exported["mentions"])
    for place in places:
        near = max(gold.owners, key=place.shared, default=place)
        known = near in gold.owners and near.shared(place)
        if not known and any(place.shared(other) for other in gold.neutral):
            continue
        record.counted.append(place)
        owners = gold.owners[near] if known else set()
        for name in owners:
            record.shares[name] = record.shares.get(name, 0) + 1 / len(owners) + (_TIE if len(owners) == 1 else 0)
        if len(owners) == 1:
            record.certain.update(owners)
    record.neutral = bool(places) and not record.counted
    return record


def _score_mentions(case: Case, gold: _Kind, records: list[Record], kind: str, outcome: Outcome) -> None:
    hits: set[Passage] = set()
    for record in records:
        for place in record.counted:
            name = bare(case, place)
            if name in gold.owners and name not in hits:
                hits.add(name)
            else:
                outcome.misses.append(f"wrong  {case.show(place)} (of {record.names[0]})")
    outcome.misses += [f"missed {case.show(place)}" for place in sorted(gold.owners.keys() - hits)]
    outcome.rate(f"{kind}.mention_", len(hits), sum(len(r.counted) for r in records), len(gold.owners))


def _score_records(gold: _Kind, records: list[Record], kind: str, outcome: Outcome) -> None:
    found: set[str] = set()
    given = sorted((r for r in records if r.counted), key=lambda r: -sum(r.shares.values()))
    for record in given:
        fault = _fault(gold, record, found)
        if fault:
            outcome.misses.append(f"record {fault}")
        elif record.entity:
            found.add(record.entity)
    outcome.misses += [f"record missed: {name}" for name in sorted(gold.entities - found)]
    outcome.rate(f"{kind}.record_", len(found), len(given), len(gold.entities))


def _fault(gold: _Kind, record: Record, found: set[str]) -> str | None:
    """What is wrong with a record, when those of `found` have one already."""
    name, entity = record.names[0], record.entity
    if entity is None:
        return f"nobody: {name}"
    if entity in found:
        return f"split: {name} is {entity} again"
    if record.certain - {entity}:
        return f"merged: {name} is {entity} with {sorted(record.certain - {entity})}"
    titled = {folded(form) for form in record.names}
    if gold.forms[entity].isdisjoint(titled | {_untitled(form) for form in titled}):
        return f"misnamed: {name} for {entity}"
    return None


def _untitled(name: str) -> str:
    """A folded name without its titles; the last word is never one."""
    *words, last = name.split() or [""]
    return " ".join([*(word for word in words if word not in TITLES), last])
