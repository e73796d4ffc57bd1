"""The question that the sides of a matter answer, in a few words."""

from dossier.assemble.clauses import clause, is_parsed
from dossier.assemble.disagreements.context import Context
from dossier.assemble.events.labels import tidy
from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.event import Event
from dossier.model.span import Span

_LONGEST = 60
_QUOTED = 90
AS_TOLD = "Is it so:"
"""How a question begins that only repeats the words of a side."""


def when(context: Context, event: Event, word: str = "When") -> str:
    """`When was the hole discovered?`, from the report that tells it most shortly; the event's label where no clause
    tells it."""
    for report in sorted(event.reports, key=lambda r: (len(r.span), r.source, r.span)):
        reading = context.by_source[report.source]
        for sentence in reading.sentences_of(report.passage):
            made = _asked(reading, sentence, report.span, word) if is_parsed(sentence) else None
            if made:
                return made
    return f"{word}: {event.label}?"


def _asked(reading: Reading, sentence: Sentence, span: Span, word: str) -> str | None:
    tokens = sentence.tokens
    inside = (i for i, t in enumerate(tokens) if t.pos == "VERB" and span.start <= t.start < span.end)
    verb = next(inside, None)
    return None if verb is None else asked_of(reading, sentence, verb, word)


def asked_of(reading: Reading, sentence: Sentence, verb: int, word: str) -> str | None:
    """`Where did the crew land?`, of a predicate; None where its clause makes no plain question."""
    tokens = sentence.tokens
    found = clause(sentence, verb)
    if len(found.subjects) != 1 or tokens[found.subjects[0]].pos == "PRON":
        return None
    subject = noun(reading, sentence, found.subjects[0])
    if found.passive or tokens[verb].dep == "acl":
        plural = tokens[found.subjects[0]].tag in {"NNS", "NNPS"}
        done = reading.text[tokens[verb].start : tokens[verb].end].casefold()
        return _fits(f"{word} {'were' if plural else 'was'} {subject} {done}?")
    if tokens[verb].tag not in {"VBD", "VBN", "VBZ", "VBP"}:
        return None
    objects = " ".join(noun(reading, sentence, i) for i in found.objects[:1])
    return _fits(f"{word} did {subject} {tokens[verb].lemma} {objects}".rstrip() + "?")


def who_did(reading: Reading, sentence: Sentence, verb: int) -> str | None:
    """`Who wrote the letter?`, of a predicate; None where its clause makes no plain question."""
    found = clause(sentence, verb)
    things = found.subjects if found.passive else found.objects
    token = sentence.tokens[verb]
    if len(things) != 1 or sentence.tokens[things[0]].pos == "PRON" or token.tag not in {"VBD", "VBN"}:
        return None
    done, thing = reading.text[token.start : token.end].casefold(), noun(reading, sentence, things[0])
    if token.tag == "VBN" and done.endswith("n"):  # `Given` is not what somebody did.
        plural = sentence.tokens[things[0]].tag in {"NNS", "NNPS"}
        return _fits(f"By whom {'were' if plural else 'was'} {thing} {done}?") if found.passive else None
    return _fits(f"Who {done} {thing}?")


def whether_so(reading: Reading, sentence: Sentence, at: int, span: Span) -> str:
    """`Was the gate locked?`, of a predicate at index `at`; where no plain question can be made, its words are asked
    about: `Is it so: “…”?`."""
    tokens = sentence.tokens
    verb = at if tokens[at].pos == "VERB" else tokens[at].head
    found = clause(sentence, verb)
    quoted = as_told(span.of(reading.text))
    if len(found.subjects) != 1 or tokens[found.subjects[0]].pos == "PRON" or tokens[at].pos not in {"VERB", "ADJ"}:
        return quoted
    subject = noun(reading, sentence, found.subjects[0])
    plural = tokens[found.subjects[0]].tag in {"NNS", "NNPS"}
    said = reading.text[tokens[at].start : tokens[at].end].casefold()
    if found.passive or tokens[at].pos == "ADJ":
        return _fits(f"{'Were' if plural else 'Was'} {subject} {said}?") or quoted
    if tokens[verb].tag not in {"VBD", "VBN", "VBZ", "VBP", "VBG"}:
        return quoted
    objects = " ".join(noun(reading, sentence, i) for i in found.objects[:1])
    return _fits(f"Did {subject} {tokens[verb].lemma} {objects}".rstrip() + "?") or quoted


def told_alone(context: Context, source: str, span: Span) -> Span:
    """What is told in a span, without the words in it that say whose it is: `according to the paper, …`; `Reid
    said …`."""
    said = [s for s in context.said(source) if s.cue is not None and span.contains(s.cue) and s.span.overlaps(span)]
    told = [
        Span(max(s.span.start, span.start), min(s.span.end, span.end))
        for s in said
        if s.cue is not None and not s.span.overlaps(s.cue)
    ]
    return max(told, key=len, default=span)


def as_told(words: str) -> str:
    """A question that repeats the words of a side, without the `that` that made a clause of them."""
    plain = " ".join(words.split()).removeprefix("that ")
    short = plain if len(plain) <= _QUOTED else plain[:_QUOTED].rsplit(" ", 1)[0] + "…"
    return f"Is it planned “{short}”?" if plain.startswith("to ") else f"{AS_TOLD} “{short}”?"


def how_much(reading: Reading, sentence: Sentence, verb: int, word: str) -> str | None:
    """`How much did the bank pay?`; None where the clause is passive or names nobody who does it."""
    found = clause(sentence, verb)
    if found.passive or len(found.subjects) != 1 or sentence.tokens[found.subjects[0]].pos == "PRON":
        return None
    return _fits(f"{word} did {noun(reading, sentence, found.subjects[0])} {sentence.tokens[verb].lemma}?")


def how_many(reading: Reading, sentence: Sentence, number: Span) -> str | None:
    """`How many shots were fired?`, of a number before its noun; None where it counts nothing that is named."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if number.start <= t.start < number.end), None)
    if at is None or tokens[at].dep != "nummod" or tokens[tokens[at].head].tag != "NNS":
        return None
    head = tokens[at].head
    things = reading.text[tokens[head].start : tokens[head].end]
    verb = tokens[head].head
    done = clause(sentence, verb) if tokens[verb].pos == "VERB" else None
    if done is not None and done.passive and head in done.subjects:
        return _fits(f"How many {things} were {reading.text[tokens[verb].start : tokens[verb].end].casefold()}?")
    return f"How many {things}?"


def _fits(words: str) -> str | None:
    return words if len(words) <= _LONGEST else None


def noun(reading: Reading, sentence: Sentence, head: int) -> str:
    """A noun phrase as it stands inside a sentence: its determiner, adjectives and noun, or the name."""
    tokens = sentence.tokens
    token = tokens[head]
    names = [n for n in reading.named_in(sentence.span) if n.span.start <= token.start < n.span.end]
    if names:
        return names[0].span.of(reading.text)
    before = [
        i
        for i, t in enumerate(tokens[:head])
        if t.head == head and t.dep in {"det", "amod", "compound", "nummod", "poss"} and t.pos != "PUNCT"
    ]
    start = min(before, default=head)
    words = tidy(reading.text[tokens[start].start : token.end], longest=40)
    first = tokens[start]
    return words if first.pos == "PROPN" else words[:1].lower() + words[1:]
