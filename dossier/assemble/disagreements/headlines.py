"""Headlines that say more than the text below them: a name that the body never links to what the headline tells of it,
and quoted words that the body does not have."""

import re
from collections.abc import Iterator

from dossier.assemble.clauses import clause, is_parsed
from dossier.assemble.content import content_stems
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.context import Context, features, headline
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Named, Reading
from dossier.assemble.words import group_nouns, person_nouns, reporting_verbs, saying_verbs
from dossier.model.annotation import PassageKind, Quotation, Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span

FEWEST_SENTENCES = 5
"""Below so many sentences a text is a note to its headline, not its body."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BODY = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.QUOTE})
_NOBODY = frozenset({"nobody", "none", "no-one", "noone"})
_SHOWING = frozenset({"show", "tell", "inform", "know", "prove", "warn", "see", "establish"})
_MOST_MENTIONS = 3
"""Sentences in which a body may name somebody who is not what it is about."""


def headlines(context: Context) -> Iterator[Matter]:
    """Matters of a headline against its body."""
    for reading in context.readings:
        title = headline(reading)
        if title is None:
            continue
        body = [s for s in reading.sentences if s.passage > title and reading.passages[s.passage].kind in _BODY]
        if len(body) < FEWEST_SENTENCES:
            continue
        for made in (*_names(context, reading, title, body), *_quoted(context, reading, title, body),
                     *_unproven(context, reading, title, body)):  # fmt: skip
            if made is not None:
                yield made


def _names(context: Context, reading: Reading, title: int, body: list[Sentence]) -> Iterator[Matter | None]:
    """People whom the headline makes doers (`by an agent of X`) and the body names, but for another thing."""
    span = reading.passages[title].span
    told = frozenset().union(*(features(reading, s) for s in reading.sentences_of(title)))
    for named in reading.named_in(span):
        if named.kind is not EntityKind.PERSON or not _is_blamed(reading, title, named):
            continue
        where = [s for s in body if any(n.entity == named.entity for n in reading.named_in(s.span))]
        if not 0 < len(where) <= _MOST_MENTIONS:
            continue
        own = content_stems(*_WORD.findall(named.span.of(reading.text)))
        shared = frozenset().union(*(features(reading, s) for s in where)) & (told - {named.entity} - own)
        if shared - {n.entity for n in reading.named_in(span) if n.kind is not EntityKind.PERSON}:
            continue
        name = context.named[named.entity].name
        question = Question(
            f"What has {name} to do with it?", "headline", MatterKind.HEADLINE, "name in a headline",
            "the headline links the name to what it tells; no sentence of the body does", 0.6,
        )  # fmt: skip
        words = _phrase_of(reading, title, named)
        sides = [
            (" ".join(words.of(reading.text).split()), [Answer(reading.source, title, words)]),
            ("named for something else", [Answer(reading.source, s.passage, s.span) for s in where]),
        ]
        yield matter(context, question, sides, [named.entity])


def _is_blamed(reading: Reading, title: int, named: Named) -> bool:
    """Whether the name hangs on a `by`: `by an agent of X`."""
    for sentence in reading.sentences_of(title):
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if not named.span.start <= token.start < named.span.end:
                continue
            at = index
            while tokens[at].head != at and tokens[at].dep in {"pobj", "compound", "prep", "agent", "nmod", "poss"}:
                if tokens[at].lemma.casefold() == "by":
                    return True
                at = tokens[at].head
            if tokens[at].lemma.casefold() == "by":
                return True
    return False


def _phrase_of(reading: Reading, title: int, named: Named) -> Span:
    """From the `by` to the name's end."""
    starts = [
        t.start
        for s in reading.sentences_of(title)
        for t in s.tokens
        if t.lemma.casefold() == "by" and t.start < named.span.start
    ]
    return Span(max(starts, default=named.span.start), named.span.end)


def _quoted(context: Context, reading: Reading, title: int, body: list[Sentence]) -> Iterator[Matter | None]:
    """Words that the headline quotes and that no sentence of the body has together, though some have half of them."""
    text = reading.text
    told = [(s, content_stems(*_WORD.findall(s.span.of(text)))) for s in body]
    exact = " ".join(w.casefold() for s in body for w in _WORD.findall(s.span.of(text)))
    for quotation in reading.document.annotations.quotations:
        words = [w.casefold() for part in quotation.parts for w in _WORD.findall(part.of(text))]
        stems = content_stems(*words)
        if quotation.passage != title or len(stems) < 2 or " ".join(words) in exact:
            continue
        if _is_title(text, quotation, reading.passages[title].span):
            continue
        near = [s for s, has in told if len(stems & has) * 2 >= len(stems)]
        if not near or any(stems <= has for _, has in told):
            continue
        question = Question(
            f"Who said “{' '.join(quotation.parts[0].of(text).split()).strip(' ,.;:')}”?", "headline",
            MatterKind.HEADLINE, "quotation in a headline", "no sentence of the body has the quoted words", 0.5,
        )  # fmt: skip
        sides = [
            ("quoted in the headline", [Answer(reading.source, title, quotation.parts[0])]),
            ("the words of the body", [Answer(reading.source, s.passage, s.span) for s in near[:_MOST_MENTIONS]]),
        ]
        yield matter(context, question, sides)


def _unproven(context: Context, reading: Reading, title: int, body: list[Sentence]) -> Iterator[Matter | None]:
    """What a headline tells as done by somebody (`Mayor took bribes`), where the body says that nobody has evidence of
    it, was told of it or knows it. Headlines tell news in the present; in the past they judge."""
    accusing = [s for s in reading.sentences_of(title) if is_parsed(s) and _accuses(reading, s)]
    if not accusing:
        return
    told = frozenset().union(*(features(reading, s) for s in accusing))
    against = [s for s in body if is_parsed(s) and _unknown(s) and features(reading, s) & told]
    if not against:
        return
    question = Question(
        "Does the text bear its headline out?", "headline", MatterKind.HEADLINE, "headline without evidence",
        "the headline tells it as done; the body has nobody who knows or can show it", 0.5,
    )  # fmt: skip
    span = Span(accusing[0].span.start, accusing[-1].span.end)
    sides = [
        ("told in the headline", [Answer(reading.source, title, span)]),
        ("not known in the body", [Answer(reading.source, s.passage, s.span) for s in against[:_MOST_MENTIONS]]),
    ]
    yield matter(context, question, sides)


def _accuses(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence of a headline tells, in the past and in its own voice, what people or a body did."""
    tokens = sentence.tokens
    if any(t.lemma.casefold() in saying_verbs() and t.tag != "VBD" for t in tokens):
        return False
    for verb, token in enumerate(tokens):
        if token.tag != "VBD" or token.dep not in {"ROOT", "conj"} or token.lemma.casefold() in reporting_verbs():
            continue
        if negation(sentence, verb) is not None or is_open(sentence, verb) or clause(sentence, verb).passive:
            continue
        for subject in clause(sentence, verb).subjects:
            noun = tokens[subject].lemma.casefold()
            names = reading.named_at(tokens[subject].start)
            is_named = any(n.kind in {EntityKind.PERSON, EntityKind.ORGANIZATION} for n in names)
            if is_named or noun in person_nouns() | group_nouns():
                return True
    return False


def _unknown(sentence: Sentence) -> bool:
    """Whether nobody knows, shows, tells or proves what a sentence tells."""
    tokens = sentence.tokens
    for verb, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        below = [t for t in tokens if t.head == verb]
        nobody = any(t.dep in {"nsubj", "nsubjpass"} and t.lemma.casefold() in _NOBODY for t in below)
        proof = any(t.lemma.casefold() in {"evidence", "proof"} for t in below)
        if nobody and (proof or token.lemma.casefold() in _SHOWING):
            return True
    return False


def _is_title(text: str, quotation: Quotation, title: Span) -> bool:
    """Whether the marks set the title of a work apart: `from "…"`, `"…" by …`, capitals in a headline that has not."""
    before, after = text[: quotation.span.start].rstrip()[-6:], text[quotation.span.end :].lstrip()[:3]
    around = text[title.start : quotation.span.start] + text[quotation.span.end : title.end]
    named = bool(_OF_A_WORK.search(before)) or after.casefold() == "by "
    # `"The Evening Post", Radio Larnos`: a name in quotation marks, and whose it is.
    opens = not any(c.isalnum() for c in text[title.start : quotation.span.start])
    named = named or (opens and after.startswith(",") and _all_capital(quotation.span.of(text)))
    return not quotation.closed or named or (_all_capital(quotation.span.of(text)) and not _all_capital(around))


def _all_capital(words: str) -> bool:
    long = [word for word in _WORD.findall(words) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


_OF_A_WORK = re.compile(r"\b(?:from|in|of)$", re.IGNORECASE)
