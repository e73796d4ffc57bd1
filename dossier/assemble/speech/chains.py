"""Through whom a statement came: speaker ← newspaper ← agency ← this document. Who passes words on did not say them.

Relays are whoever reports that the speaker said it (`TASS reports that Izvestia wrote …`), whoever cites or quotes the
speaker (`the paper, citing officials, said`; `she was quoted by AFP as saying`), whom the sentence draws on beside the
speaker (`he asked, according to AFP`), and newspapers and broadcasters to whom the speaker talked (`told the BBC`).
Only the structure of the sentence tells; which organizations are newspapers, the case does.
"""

from collections.abc import Iterable, Iterator, Sequence

from dossier.assemble.clauses import children, is_parsed, subjects_of
from dossier.assemble.denotes import Denoted, denoted
from dossier.assemble.reading import Named, Reading
from dossier.assemble.speech.attributive import is_according
from dossier.assemble.speech.complements import says
from dossier.assemble.speech.cues import citing, quoted_by
from dossier.assemble.words import media_nouns
from dossier.model.annotation import Sentence
from dossier.model.date import DateMeaning, DateMention
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.model.statement import Relay

_WRITER = frozenset({"i", "we"})
_TO_WHOM = frozenset({"to", "with"})
_TALKS = frozenset({"interview", "conversation", "statement", "remark", "comment"})
_PASSING = frozenset({"report", "quote", "cite", "publish", "broadcast", "carry"})
_BESIDE = 30
"""Code points beside a name in which a word like `newspaper` tells what it is."""
_AHEAD = frozenset({"ccomp", "parataxis", "conj", "advcl", "xcomp", "pcomp", "prep", "ROOT"})


def media(case: Iterable[Reading]) -> frozenset[str]:
    """Ids of the organizations that the case calls newspapers, agencies or broadcasters, or whose name does, and of
    those that published a cited work."""
    return frozenset(
        named.entity
        for reading in case
        for named in reading.named
        if named.kind is EntityKind.ORGANIZATION and (_is_called_medium(reading, named) or _publishes(reading, named))
    )


def _is_called_medium(reading: Reading, named: Named) -> bool:
    """`the Izvestia newspaper`, `the news agency RIA`, `Radio Prague`; not `the newspaper of the Ministry`."""
    inside = named.span.of(reading.text).casefold().split()
    if inside and (
        inside[0] in {"radio", "television"} or inside[-1] in media_nouns() | {"radio", "television", "news"}
    ):
        return True
    passage = reading.passages[reading.passage_at(named.span.start)].span
    before = reading.text[max(passage.start, named.span.start - _BESIDE) : named.span.start].casefold().split()
    after = reading.text[named.span.end : min(passage.end, named.span.end + _BESIDE)].casefold().split()
    pairs = (before[-1:], before[-2:], after[:1], after[:2])
    return any(" ".join(pair).strip(".,;:)") in media_nouns() for pair in pairs if pair)


def _publishes(reading: Reading, named: Named) -> bool:
    references = reading.document.annotations.references
    return any(entry.publisher is not None and entry.publisher.overlaps(named.span) for entry in references)


def chain_of(reading: Reading, cue: Span, speaker: Span | None, known: frozenset[str]) -> tuple[Relay, ...]:
    """Who passed on what is said at a cue, the nearest to the speaker first; `speaker` are the words for the speaker,
    `known` the media of the case."""
    sentence = sentence_at(reading, cue)
    if sentence is None:
        return ()
    index = next(i for i, t in enumerate(sentence.tokens) if t.end > cue.start)
    relays: dict[Span, Relay] = {}
    for found in _relays(reading, sentence, index, known):
        if found.span is None or (not found.entities and found.span.of(reading.text).lower() in _WRITER):
            continue  # Nobody passes on to themselves what they write.
        if not (speaker is not None and speaker.overlaps(found.span)):
            entity = found.entities[0] if found.entities else None
            relays.setdefault(found.span, Relay(found.span, entity))
    return tuple(relays.values())


def _relays(reading: Reading, sentence: Sentence, cue: int, known: frozenset[str]) -> Iterator[Denoted]:
    tokens, below = sentence.tokens, children(sentence)
    yield from (denoted(reading, sentence, (head,)) for head in quoted_by(sentence, cue))
    if citing(reading, sentence, cue):
        yield denoted(reading, sentence, subjects_of(sentence, cue), speaks=True)
    for head in _addressed(sentence, below, cue):
        found = denoted(reading, sentence, (head,))
        if set(found.entities) & known:
            yield found
    for outer in _above(sentence, cue):
        yield denoted(reading, sentence, subjects_of(sentence, outer), speaks=True)
    if not is_according(tokens[cue].lemma):
        for head in _drawn_on(sentence, below):
            found = denoted(reading, sentence, (head,))
            if found.entities:
                yield found


def _addressed(sentence: Sentence, below: tuple[tuple[int, ...], ...], cue: int) -> Iterator[int]:
    """To whom the speaker talked: `told the BBC`, `said in an interview with the BBC`."""
    tokens = sentence.tokens
    for child in below[cue]:
        if tokens[child].dep in {"dobj", "dative"}:
            yield child
        elif tokens[child].dep == "prep":
            inside = [i for i in below[child] if tokens[i].dep == "pobj"]
            talks = [i for i in inside if tokens[i].lemma in _TALKS]
            yield from (inside if tokens[child].lemma in _TO_WHOM else ())
            yield from _objects(sentence, below, talks)


def _objects(sentence: Sentence, below: tuple[tuple[int, ...], ...], nouns: Sequence[int]) -> Iterator[int]:
    tokens = sentence.tokens
    for noun in nouns:
        for preposition in below[noun]:
            if tokens[preposition].dep == "prep" and tokens[preposition].lemma in _TO_WHOM:
                yield from (i for i in below[preposition] if tokens[i].dep == "pobj")


def _above(sentence: Sentence, cue: int) -> Iterator[int]:
    """The verbs that report that the cue's speaker spoke, nearest first."""
    tokens, index = sentence.tokens, cue
    for _ in tokens:
        token = tokens[index]
        above = token.head
        if above == index or token.dep not in _AHEAD:
            return
        if token.dep == "ccomp" and says(tokens[above]) and above != cue:
            yield above
        index = above


def _drawn_on(sentence: Sentence, below: tuple[tuple[int, ...], ...]) -> Iterator[int]:
    """Whom the sentence draws on: `according to AFP`."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if is_according(token.lemma):
            to = [i for i in below[index] if tokens[i].dep == "prep"]
            yield from (i for p in to for i in below[p] if tokens[i].dep == "pobj")


def passes_on(reading: Reading, relay: Span) -> bool:
    """Whether the words for a relay stand where one does nothing but pass on: as the subject of `reports`, behind
    `according to` or `quoted by`. Who `said` that another said it may have a part in the matter."""
    sentence = sentence_at(reading, relay)
    if sentence is None:
        return False
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if relay.start <= t.start and t.end <= relay.end]
    head = next((i for i in inside if tokens[i].head not in inside), None)
    if head is None:
        return False
    above = tokens[tokens[head].head]
    if tokens[head].dep in {"nsubj", "nsubjpass"}:
        return above.lemma in _PASSING
    return is_according(tokens[above.head].lemma) or (above.dep == "agent" and tokens[above.head].lemma in _PASSING)


def said_on(reading: Reading, cue: Span) -> str | None:
    """EDTF of the date that hangs on a cue: `said on Monday`; None where none does."""
    sentence = sentence_at(reading, cue)
    if sentence is None:
        return None
    index = next(i for i, t in enumerate(sentence.tokens) if t.end > cue.start)
    dated = (d for d in reading.dates_in(sentence.span) if d.value and _hangs_on(sentence, d, index))
    return next((d.value for d in dated), None)


def _hangs_on(sentence: Sentence, date: DateMention, cue: int) -> bool:
    """Whether the way from a date up the parse meets the cue before any other predicate."""
    tokens = sentence.tokens
    index = next((i for i, t in enumerate(tokens) if t.end > date.span.start), None)
    if index is None or date.meaning not in {DateMeaning.HAPPENED, DateMeaning.SAID}:
        return False
    for _ in tokens:
        if index == cue:
            return True
        speaking = tokens[index].tag == "VBG" and tokens[index].dep == "advcl" and tokens[index].head == cue
        if (tokens[index].pos in {"VERB", "AUX"} and not speaking) or tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def sentence_at(reading: Reading, place: Span) -> Sentence | None:
    """The parsed sentence that holds a place; None where none does."""
    inside = reading.sentences_of(reading.passage_at(place.start))
    found = next((s for s in inside if s.span.contains(place)), None)
    return found if found is not None and is_parsed(found) else None
