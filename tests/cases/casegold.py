"""Scores the export of a small case against what an expert extracts from it (`*.gold.toml`)."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from dossier.model.edtf import bounds

HERE = Path(__file__).parent
CASES = ("shipwreck", "spy-trial", "merger")
DISPUTED = (*CASES, "ferry", "fire", "protest", "bridge", "bank", "riot")
"""The cases that say where their documents disagree; those beyond CASES say nothing else."""
KINDS = ("people", "organizations", "places", "vehicles")


@dataclass
class Score:
    """Right of the given, found of the wanted, and what was not."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    missed: list = field(default_factory=list)
    extra: list = field(default_factory=list)

    @property
    def precision(self):
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self):
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self):
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __str__(self):
        return f"P {self.precision:.2f} R {self.recall:.2f} F1 {self.f1:.2f}, missed {self.missed}, extra {self.extra}"


def gold(case):
    return tomllib.loads((HERE / f"{case}.gold.toml").read_text("utf-8"))


def texts(case):
    return {p.stem: p.read_bytes().decode() for p in (HERE / case).iterdir() if p.suffix in {".txt", ".md"}}


def occurrences(case, form):
    """Where one form of a name stands: `form`, `file:form` or `context>form`."""
    only, _, words = form.rpartition(":")
    context, _, name = words.rpartition(">")
    for document, text in texts(case).items():
        if only in ("", document):
            for m in re.finditer(rf"(?<!\w){re.escape(context or name)}(?!\w)", text):
                yield document, m.end() - len(name), m.end()


def gold_mentions(case):
    """{(document, start, end): (kind, entity)}: every occurrence of every form, the longest where they nest."""
    found = [
        (span, kind, entity)
        for kind in KINDS
        for entity, forms in gold(case)[kind].items()
        for form in forms
        for span in occurrences(case, form)
    ]
    found.sort(key=lambda m: (m[0][1] - m[0][2], m[0]))
    kept = {}
    for (document, start, end), kind, entity in found:
        if not any(d == document and s < end and start < e for d, s, e in kept):
            kept[document, start, end] = (kind, entity)
    return kept


def documents(export):
    return {source["id"]: Path(source["path"]).stem for source in export["sources"]}


TITLE = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Captain|Justice|Commander|Ambassador)\b\.?\s+)+")


def span_of(case, export, mention):
    """Where a mention stands; a title before the name may be inside or outside."""
    document = documents(export)[mention["source"]]
    title = TITLE.match(mention["text"])
    outside = title and (document, mention["start"] + title.end(), mention["end"]) in gold_mentions(case)
    return document, mention["start"] + (title.end() if outside else 0), mention["end"]


def mention_score(case, export, kind):
    """Exact spans of one kind."""
    wanted = {span for span, (k, _) in gold_mentions(case).items() if k == kind}
    given = {span_of(case, export, m) for record in export[kind] for m in record["mentions"]}
    text = texts(case)
    words = lambda spans: sorted({f"{d}: {text[d][s:e]}" for d, s, e in spans})  # noqa: E731
    return Score(len(wanted & given), len(given), len(wanted), words(wanted - given), words(given - wanted))


def record_score(case, export, kind):
    """Records: a found one holds mentions of one gold entity only, and more of them than any other record."""
    mentions = gold_mentions(case)
    best = {}
    foreign = []
    for record in export[kind]:
        held = [mentions.get(span_of(case, export, m)) for m in record["mentions"]]
        entities = {h[1] for h in held if h}
        if len(entities) == 1 and all(h is None or h[0] == kind for h in held):
            entity = entities.pop()
            best[entity] = max(best.get(entity, 0), sum(h is not None for h in held))
        else:
            foreign.append(record["name"])
    wanted = set(gold(case)[kind])
    return Score(len(best), len(export[kind]), len(wanted), sorted(wanted - set(best)), foreign)


def date_score(case, export):
    """Values of the dates listed in the gold: an exported date with those words in it must have that value, or a
    time of day on it; other dates are neutral."""
    of, score = documents(export), Score()
    for document, dates in gold(case)["dates"].items():
        for words, value in dates.items():
            values = [d["value"] or "" for d in export["dates"] if of[d["source"]] == document and words in d["text"]]
            score.wanted += 1
            score.given += bool(values)
            if any(v == value or v.startswith(f"{value}T") for v in values):
                score.right += 1
            else:
                score.missed.append(f"{document}: {words} = {values}")
    return score


def event_score(case, export):
    """Gold events that one exported event reports at the words of at least one of their passages; a second
    gold event at the same exported event is a false join."""
    of, text = documents(export), texts(case)
    spans = {
        event["id"]: [(of[e["source"]], e["start"], e["end"]) for e in event["evidence"]] for event in export["events"]
    }
    score, taken = Score(given=len(spans)), {}
    for name, passages in gold(case)["events"].items():
        score.wanted += 1
        places = [(doc, text[doc].index(words), text[doc].index(words) + len(words)) for doc, words in passages]
        hits = [
            i
            for i, held in spans.items()
            if any(d == doc and s < e and b < t for d, s, t in held for doc, b, e in places)
        ]
        if not hits:
            score.missed.append(name)
            continue
        score.right += 1
        best = max(hits, key=lambda i: sum(any(d == doc for d, _, _ in spans[i]) for doc, _, _ in places))
        if best in taken:
            score.extra.append(f"{name} and {taken[best]} are one")
        taken[best] = name
    return score


def joined_score(case, export):
    """Passages of a gold event in other documents than the best covered one that the same exported event has."""
    of, text, score = documents(export), texts(case), Score()
    held = [[(of[e["source"]], e["start"], e["end"]) for e in event["evidence"]] for event in export["events"]]
    for name, passages in gold(case)["events"].items():
        places = [(doc, text[doc].index(words), text[doc].index(words) + len(words)) for doc, words in passages]
        if len({doc for doc, _, _ in places}) < 2:
            continue
        covered = [
            {p for p in places if any(d == p[0] and s < p[2] and p[1] < e for d, s, e in spans)} for spans in held
        ]
        best = max(covered, key=lambda found: len({doc for doc, _, _ in found}), default=set())
        score.wanted += len({doc for doc, _, _ in places}) - 1
        score.right += max(len({doc for doc, _, _ in best}) - 1, 0)
        score.missed += [f"{name}: {text[d][b:e]}" for d, b, e in places if (d, b, e) not in best]
    score.given = score.right
    return score


def event_date_score(case, export):
    """Dates of the events of the gold's `[happened]`: `document: words` of a report = when that really happened, as a
    careful reader knows it. An exported event is right when its date can be that time (a day within an interval
    inferred, the year of a loose one), missed when it has none, and extra when it is of another time."""
    of, text, score = documents(export), texts(case), Score()
    for document, reports in gold(case)["happened"].items():
        for words, truth in reports.items():
            start = text[document].index(words)
            end = start + len(words)
            dates = {
                event["date"]
                for event in export["events"]
                for e in event["evidence"]
                if of[e["source"]] == document and e["start"] < end and start < e["end"]
            }
            score.wanted += 1
            score.given += any(dates)
            if any(date and can_be(date, truth) for date in dates):
                score.right += 1
            else:
                (score.extra if any(dates) else score.missed).append(f"{document}: {words} = {dates}")
    return score


def can_be(date, truth):
    """Whether two EDTF values can mean the same day."""
    (first, last), (opens, closes) = bounds(date), bounds(truth)
    return (first or "0")[:10] <= closes[:10] and opens[:10] <= (last or "9")[:10]


def sides(case, kind):
    """{question: [[span, …], …]} of the gold's `disagreements`, or of what is `calm`: no disagreement."""
    text = texts(case)

    def span(document, words):
        start = text[document].index(words)
        return document, start, start + len(words)

    return {question: [[span(*p) for p in side] for side in given] for question, given in gold(case)[kind].items()}


def _fits(spans, given):
    """Whether two of the spans lie on two different sides."""
    hits = [
        (a, b)
        for a, (document, start, end) in enumerate(spans)
        for b, side in enumerate(given)
        if any(d == document and start < e and s < end for d, s, e in side)
    ]
    return any(a != c and b != d for a, b in hits for c, d in hits)


def disagreement_score(case, export):
    """Disagreements: an exported one is right when two of its passages stand on two sides of one in the gold; every
    gold one is wanted once. `extra` are those that fit none, `calm` ones first among them."""
    of, score = documents(export), Score()
    wanted, calm = sides(case, "disagreements"), sides(case, "calm")
    found, score.wanted, score.given = set(), len(wanted), len(export["disagreements"])
    for matter in export["disagreements"]:
        spans = sorted({(of[v["source"]], v["start"], v["end"]) for v in matter["values"]})
        hit = {question for question, given in wanted.items() if _fits(spans, given)}
        found |= hit
        score.right += bool(hit)
        if not hit:
            alarm = [question for question, given in calm.items() if _fits(spans, given)]
            score.extra.append(f"{'FALSE ALARM ' if alarm else ''}{matter['question']}")
    score.missed = sorted(set(wanted) - found)
    return score
