"""Matters of fact against denial: each denial with the passages that claim what it denies."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier import lexis
from dossier.assemble.clauses import children, clause, predicate_above, subtree
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_denied, is_narrated, is_open, is_superseded, negation
from dossier.assemble.disagreements.context import Context, features
from dossier.assemble.disagreements.denials import Denial, denials, is_claim_noun, told_before
from dossier.assemble.disagreements.questions import as_told, told_alone
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.assemble.speech.turns import QUESTION
from dossier.assemble.words import communication_verbs
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.model.statement import Statement

COVERED = 0.5
"""Least share of the weight of what is denied that a claim must have in common with it."""
RARE = 3
"""Sentences in which a word may stand that alone makes a claim the one that is denied."""
LARGEST_BLOCK = 200
"""Sentences with one rare word that are looked at for one denial."""
_FINDING = frozenset({"attribute", "ascribe", "blame", "conclude", "determine", "establish", "find", "rule", "trace"})
"""Verbs of what an inquiry or a court arrives at."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause that asserts what a denial denies."""

    reading: Reading
    sentence: Sentence
    verb: int
    span: Span


def disputed(context: Context) -> Iterator[Matter]:
    """One matter for each thing denied that is also claimed; denials of one claim are one side."""
    found = [denial for reading in context.readings for denial in denials(context, reading)]
    index = _Index(context, found)
    told = [(denial, [c for c in index.claims_of(denial) if not _is_put_to(context, c)]) for denial in found]
    for claims, group in _grouped(told):
        made = _matter(context, claims, group)
        if made is not None:
            yield made


class _Index:
    """Sentences by the stems that denials name."""

    def __init__(self, context: Context, found: Iterable[Denial]) -> None:
        self._context = context
        wanted = frozenset().union(*(denial.named for denial in found))
        self._held: dict[str, list[tuple[Reading, Sentence]]] = defaultdict(list)
        counts: Counter[str] = Counter()
        total = 0
        for reading in context.readings:
            for sentence in context.story(reading):
                total += 1
                for feature in features(reading, sentence) & wanted:
                    counts[feature] += 1
                    self._held[feature].append((reading, sentence))
        # What no other sentence has may only be another word for what they say: it counts half.
        self._weight = {f: (math.log((total + 1) / n) + 0.1) * (0.5 if n == 1 else 1) for f, n in counts.items()}
        self._count = counts
        self._rarest = math.log(total + 1) / 2

    def claims_of(self, denial: Denial) -> list[Claim]:
        """The clauses that assert what is denied."""
        if not denial.named:
            return _pointed_to(self._context, denial)
        by_rarity = sorted(denial.named & set(self._weight), key=lambda f: (-self._weight[f], f))
        near = [place for feature in by_rarity for place in self._held[feature][:LARGEST_BLOCK]][:LARGEST_BLOCK]
        unique = {(reading.source, sentence.span): (reading, sentence) for reading, sentence in near}
        claims = [self._claim(denial, reading, sentence) for reading, sentence in unique.values()]
        return [claim for claim in claims if claim is not None] or _charge(denial)

    def _claim(self, denial: Denial, reading: Reading, sentence: Sentence) -> Claim | None:
        if sentence is denial.sentence or not self._context.one_affair(reading.source, denial.reading.source):
            return None
        shared = features(reading, sentence) & denial.named
        whole = sum(self._weight.get(f, self._rarest) for f in denial.named)
        if not shared or sum(self._weight[f] for f in shared) < COVERED * whole:
            return None
        if len(shared) == 1 and self._count[next(iter(shared))] > RARE:
            return None
        claim = _asserting(reading, sentence, shared, denial)
        return None if claim is None or _takes_back(self._context, claim, denial) else claim


def _is_put_to(context: Context, claim: Claim) -> bool:
    """Whether an interviewer puts it to a witness, and claims nothing; what they say another says, the other claims."""
    said = context.statement_at(claim.reading.source, claim.span)
    return said is not None and said.rule == QUESTION


def _same_speaker(context: Context, claim: Claim, denial: Denial) -> bool:
    said = context.statement_at(claim.reading.source, claim.span)
    return bool(said and denial.by & set(said.speakers))


def _takes_back(context: Context, claim: Claim, denial: Denial) -> bool:
    """Whether whoever denies something claimed it before; who denies having said it is reported by others to have."""
    return not denial.of_saying and _same_speaker(context, claim, denial)


def _asserting(reading: Reading, sentence: Sentence, shared: frozenset[str], denial: Denial) -> Claim | None:
    """The clause that holds most of the shared words, where it asserts them."""
    tokens = sentence.tokens
    names = {n.entity: n.span for n in reading.named_in(sentence.span)}
    inside = [
        i
        for i, t in enumerate(tokens)
        if stem(t.lemma) in shared or any(e in shared and s.start <= t.start < s.end for e, s in names.items())
    ]
    verbs = [v for i in inside if (v := predicate_above(sentence, i)) is not None]
    if not verbs:
        return None
    verb = max(set(verbs), key=lambda v: (verbs.count(v), tokens[v].dep != "relcl", -v))
    told = tokens[verb].dep != "relcl" and not is_open(sentence, verb)
    if not told or negation(sentence, verb) is not None or is_denied(sentence, verb):
        return None
    return Claim(reading, sentence, verb, clause(sentence, verb).span)


def _pointed_to(context: Context, denial: Denial) -> list[Claim]:
    """The claim told right before a pointing denial: the last statement there, or what a noun of claiming tells."""
    reading = denial.reading
    before = Span(denial.sentence.span.start, denial.sentence.tokens[denial.verb].start)
    if not denial.relative and _is_said_aside(denial.sentence, before):
        return []  # What is said last is not what is told before that.
    for sentence, span in told_before(denial):
        said = [s.span for s in context.said(reading.source) if span.contains(s.span)]
        words = max(said, key=lambda s: (s.end, -s.start), default=None) or _claimed(reading, sentence, span)
        words = words or _found(sentence, span)
        inside = [i for i, t in enumerate(sentence.tokens) if words and words.start <= t.start < words.end]
        verbs = [v for i in inside if (v := predicate_above(sentence, i)) is not None]
        if words is None or not verbs:
            continue
        # `It does not comment, but denies the claim`: what is negated in the same breath is not what is denied.
        aside = sentence is denial.sentence and negation(sentence, verbs[0]) is not None
        if aside or is_denied(sentence, verbs[0]):
            continue
        return [Claim(reading, sentence, verbs[0], words)]
    return _charge(denial)


def _is_said_aside(sentence: Sentence, span: Span) -> bool:
    """Whether a relative clause has in it what somebody says: `the firm, which Reid said was sold, …`."""
    tokens, below = sentence.tokens, children(sentence)
    inside = (i for i, t in enumerate(tokens) if t.dep == "relcl" and span.start <= t.start < span.end)
    said = (tokens[i] for top in inside for i in subtree(below, top) if span.start <= tokens[i].start < span.end)
    return any(t.pos == "VERB" and t.lemma.casefold() in communication_verbs() for t in said)


def _found(sentence: Sentence, span: Span) -> Span | None:
    """The last clause before a denial that tells a finding: `the inquiry attributed it to a valve`."""
    verbs = [i for i, t in enumerate(sentence.tokens) if t.lemma.casefold() in _FINDING and t.pos == "VERB"]
    told = [clause(sentence, verb).span for verb in verbs if is_narrated(sentence, verb)]
    return next((found for found in reversed(told) if span.contains(found)), None)


def _claimed(reading: Reading, sentence: Sentence, span: Span) -> Span | None:
    """The words after `allegations that`: a claim told by a noun. Read by the words alone, because the parser may hang
    the clause on a date or place in between."""
    tokens = [t for t in sentence.tokens if span.start <= t.start < span.end and t.pos not in {"PUNCT", "SPACE"}]
    nouns = (i for i, t in enumerate(tokens) if t.pos == "NOUN" and is_claim_noun(t.lemma.casefold()))
    for noun in nouns:
        that = next((i for i in range(noun + 1, len(tokens)) if tokens[i].lemma == "that"), None)
        if that is None or that + 2 >= len(tokens):
            continue
        first = tokens[that + 1]
        is_name = any(n.span.start == first.start for n in reading.named_in(sentence.span))
        if is_name or first.pos not in {"VERB", "AUX"}:
            return Span(first.start, tokens[-1].end)
    return None


def _charge(denial: Denial) -> list[Claim]:
    """What the one who denies was charged with in the sentence before."""
    reading = denial.reading
    for sentence, span in told_before(denial):
        if sentence is denial.sentence or not denial.by & {n.entity for n in reading.named_in(span)}:
            continue
        for verb, token in enumerate(sentence.tokens):
            if token.pos == "VERB" and token.lemma.casefold() in _CHARGING:
                return [Claim(reading, sentence, verb, clause(sentence, verb).span)]
    return []


_CHARGING = frozenset({"accuse", "charge", "allege", "blame", "indict", "prosecute", "sue", "suspect"})


def _grouped(pairs: Sequence[tuple[Denial, list[Claim]]]) -> Iterator[tuple[list[Claim], list[Denial]]]:
    """Denials that share a claim, with all their claims."""
    home: dict[tuple[str, Span, int], int] = {}
    groups: list[tuple[dict[tuple[str, Span, int], Claim], list[Denial]]] = []
    for denial, claims in pairs:
        if not claims:
            continue
        places = {(c.reading.source, c.sentence.span, c.verb): c for c in claims}
        at = next((home[place] for place in places if place in home), None)
        if at is None:
            at = len(groups)
            groups.append(({}, []))
        groups[at][0].update({place: claim for place, claim in places.items() if place not in groups[at][0]})
        groups[at][1].append(denial)
        home.update(dict.fromkeys(places, at))
    for claimed, denied in groups:
        yield list(claimed.values()), denied


def _matter(context: Context, claims: Sequence[Claim], group: Sequence[Denial]) -> Matter | None:
    once = all(is_superseded(c.sentence, c.verb) for c in claims)
    first = min(claims, key=lambda c: (c.reading.source, c.span))
    words = told_alone(context, first.reading.source, first.span).of(first.reading.text)
    own = all(_is_revised(context, claim, denial) for claim in claims for denial in group)
    kind = MatterKind.REVISION if once or own else MatterKind.CONFLICT
    basis = "an explanation of before, no longer held" if once or own else "one side denies what the other says"
    question = Question(as_told(words), "denial", kind, "claim and denial", basis, 0.3 if once or own else 0.7)
    said = [Answer(c.reading.source, c.sentence.passage, c.span) for c in claims]
    denied = [Answer(d.reading.source, d.sentence.passage, d.span) for d in group]
    denied += [Answer(d.reading.source, s.passage, s.span) for d in group for s in _spelled_out(context, d)]
    # An accusation is found with its denial on the page of whoever is accused.
    people = {n.entity for c in claims for n in c.reading.named_in(c.span) if n.kind is EntityKind.PERSON}
    people |= {i for d in group for i in d.by}
    sides = [(_claimed_by(context, claims), said), (_denied_by(context, group), denied)]
    return matter(context, question, sides, sorted(people))


def _is_revised(context: Context, claim: Claim, denial: Denial) -> bool:
    """Whether who denies something, or tells of the denial, is who claimed it."""
    said = context.statement_at(claim.reading.source, claim.span)
    by = denial.by or frozenset(_saying(context, denial))
    return bool(said and by & set(said.speakers)) and not denial.of_saying


def _claimed_by(context: Context, claims: Sequence[Claim]) -> str:
    """`claimed`, with whoever claims it where that is told of every claim: by name, else in the document's words."""
    tellers = [_tellers(context, claim) for claim in claims]
    names = sorted({name for told in tellers for name in told})
    return "claimed" + (f" by {', '.join(names)}" if all(tellers) else "")


def _tellers(context: Context, claim: Claim) -> list[str]:
    said = context.statement_at(claim.reading.source, claim.span)
    if said is None:
        return []
    if said.speakers or said.speaker_span is None:
        return [context.named[i].name for i in said.speakers if i in context.named]
    words = claim.reading.text[said.speaker_span.start : said.speaker_span.end]
    # Of a pronoun nobody can tell without the document whom it means.
    return [] if words.casefold() in lexis.word_list("function_words") else [words]


def _spelled_out(context: Context, denial: Denial) -> list[Statement]:
    """What whoever denies goes on to say in the next sentence, where the denial only points: `She denied this. No
    house was to be sold, she said.`"""
    beside = denial.reading.sentences_of(denial.sentence.passage)
    after = [s for s in beside if s.span.start >= denial.sentence.span.end]
    if denial.named or not after or not denial.by:
        return []
    said = context.said(denial.reading.source)
    return [s for s in said if after[0].span.contains(s.span) and denial.by & set(s.speakers)][:1]


def _denied_by(context: Context, group: Sequence[Denial]) -> str:
    who = {i for denial in group for i in denial.by or _saying(context, denial)}
    names = sorted({context.named[i].name for i in who if i in context.named})
    return "denied" + (f" by {', '.join(names)}" if names else "")


def _saying(context: Context, denial: Denial) -> tuple[str, ...]:
    """Who tells of a denial by somebody who is not named: `he said the agency had ruled it out`."""
    said = context.statement_at(denial.reading.source, denial.span)
    return said.speakers if said is not None else ()
