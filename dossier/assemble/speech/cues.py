"""Cues of speech (`said`, `according to`) and whom they name as the speaker."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.authors import author_at
from dossier.assemble.clauses import subjects_of
from dossier.assemble.denotes import ACTORS, NOBODY, Denoted, denoted
from dossier.assemble.reading import Reading
from dossier.assemble.speech.issuers import IT, said_by_it
from dossier.assemble.words import group_nouns, person_nouns, reporting_verbs, speaker_nouns
from dossier.model.annotation import Sentence, Token
from dossier.model.entity import EntityKind
from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, in its sentence."""

    sentence: Sentence
    index: int

    @property
    def span(self) -> Span:
        """The cue's own word."""
        token = self.sentence.tokens[self.index]
        return Span(token.start, token.end)


_CARRYING = frozenset({"report", "say", "write", "quote"})
"""Verbs whose own sources are cited beside them."""
_QUOTING = frozenset({"quote", "cite"})
_INFORMING = frozenset({"inform", "tell", "advise", "assure"})
_PASSING = frozenset({"report", "quote", "cite", "publish", "carry", "broadcast"})
_CONTENT = frozenset({"ccomp", "advcl", "conj"})
"""Labels of what is reported; the last two where a time and a source stand before it."""
_UNDERGOING = frozenset({"pobj", "dobj", "dative", "poss", "compound", "amod", "nmod"})
_PICTURES = frozenset({"image", "picture", "photograph", "photo", "footage", "video", "x-ray"})
_READ = Denoted(None, (), "what is read says it, and nobody is named who wrote it")
_DOER = ("er", "or", "ist", "man", "woman")
"""Endings of nouns for whoever does something; no word list has all of them (`operator`, `trawlerman`)."""
_PERSONAL = frozenset({"he", "she", "they", "who", "some", "several", "many", "few", "others", "most", "all", "both"})


def speaker_before_colon(reading: Reading, sentence: Sentence, end: int) -> Denoted:
    """Who is quoted after a colon, by the words of a sentence before the offset `end`: the only person, or else the
    only organization, that is its subject or doer. Whom it names otherwise may be spoken to (`his last words to Reid
    were:`)."""
    tokens = [(i, t) for i, t in enumerate(sentence.tokens) if t.start < end]
    doers = [(i, t) for i, t in tokens if t.dep not in _UNDERGOING or (t.dep == "pobj" and _is_doer(sentence, t))]
    named = [n for _, t in doers for n in reading.named_at(t.start) if n.kind in ACTORS]
    people = [n for n in named if n.kind is EntityKind.PERSON] or named
    if len({n.entity for n in people}) == 1:
        return Denoted(people[0].span, (people[0].entity,), f"“{people[0].span.of(reading.text)}” before a colon")
    subjects = [i for i, t in doers if t.dep == "nsubj" and _is_somebody(reading, sentence, i)]
    return denoted(reading, sentence, (subjects[0],), speaks=True) if len(subjects) == 1 and not named else NOBODY


def _is_doer(sentence: Sentence, token: Token) -> bool:
    return sentence.tokens[token.head].lemma in {"by", "from"}


def cues_in(sentence: Sentence) -> Iterator[Cue]:
    """The words of a sentence that report speech."""
    for index, token in enumerate(sentence.tokens):
        is_verb = token.pos == "VERB" and token.lemma in reporting_verbs()
        if is_verb or token.lemma.lower() == "according" or _is_according(sentence, index):
            yield Cue(sentence, index)


def _is_according(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma == "accord" and sentence.tokens[index].pos != "NOUN"


def can_speak(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is somebody, or a document, that can say or want something."""
    return any(_is_somebody(reading, sentence, head) for head in subjects_of(sentence, verb))


def _is_somebody(reading: Reading, sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    if token.pos in {"PRON", "ADJ", "DET", "NUM"}:
        return token.lemma.lower() in _PERSONAL or token.pos == "NUM"
    named = reading.named_at(token.start)
    if named:
        return named[0].kind is not EntityKind.VEHICLE
    if token.pos == "PROPN" or (token.pos == "NOUN" and token.lemma.lower() in speaker_nouns()):
        return True
    # `The Marsh campaign`: a word for what somebody has, named after them.
    whose = [t for t in sentence.tokens if t.head == head and t.dep == "compound" and t.pos == "PROPN"]
    return any(n.kind in ACTORS for t in whose for n in reading.named_at(t.start))


def is_shown(sentence: Sentence, verb: int) -> bool:
    """Whether pictures are what tells it: `images confirmed that …` is seen by whoever writes it, not said."""
    return any(sentence.tokens[i].lemma.lower() in _PICTURES for i in subjects_of(sentence, verb))


def can_be_speaker(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether the subjects that the parse gives a verb of speech may all be its speakers: a noun for a thing (`the leak
    say it was …`) comes of a wrong parse. Pronouns are followed back."""
    tokens = sentence.tokens
    nouns = (i for i in subjects_of(sentence, verb) if tokens[i].pos in {"NOUN", "PROPN"})
    return all(_is_somebody(reading, sentence, i) or tokens[i].lemma.lower().endswith(_DOER) for i in nouns)


def speaker_of(reading: Reading, cue: Cue) -> Denoted:
    """Whom a cue names as the speaker. A pronoun is followed back only where one person comes into question."""
    sentence, index = cue.sentence, cue.index
    heads = _objects_of_according(cue) or _quoted(sentence, index) or citing(reading, sentence, index)
    heads = heads or _informing(sentence, index)
    found = heads or (agents_of(sentence, index) if is_passive(sentence, index) else _issuers(cue))
    if sentence.tokens[index].lemma == "read" and not _can_all_speak(reading, sentence, found):
        return _READ
    own = None if not found else own_author(reading, sentence, found[0])
    return own or speaking(reading, sentence, found)


def speaking(reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> Denoted:
    """Whom phrases with these heads denote where they say something; `it` is followed back to a body or document."""
    speaker = denoted(reading, sentence, heads, speaks=True)
    if heads and not speaker.entities and sentence.tokens[heads[0]].lemma.casefold() in IT:
        return said_by_it(reading, sentence, heads[0])
    return speaker


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is what is done or told, and not who does it: `was described as`, `a man called`,
    also where it is joined to such a verb."""
    tokens = sentence.tokens
    while True:
        labels = {t.dep for t in tokens if t.head == verb}
        if tokens[verb].dep == "acl":
            return tokens[verb].tag == "VBN"
        if labels & {"nsubjpass", "auxpass", "agent"} or tokens[verb].dep != "conj" or "nsubj" in labels:
            return bool(labels & {"nsubjpass", "auxpass", "agent"})
        if tokens[verb].tag != "VBN":
            return False
        verb = tokens[verb].head


def _informing(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Who told what somebody else believes: `I am informed by Reid, and believe, that …`."""
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    told = token.dep == "conj" and above.tag == "VBN" and above.lemma in _INFORMING
    return agents_of(sentence, token.head) if told else ()


def agents_of(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of who says what a passive tells: `described by the owners as`; nobody where they only pass it on."""
    tokens = sentence.tokens
    if tokens[verb].lemma in _PASSING:
        return ()
    by = {i for i, t in enumerate(tokens) if t.head == verb and t.dep == "agent"}
    return tuple(i for i, t in enumerate(tokens) if t.head in by and t.dep == "pobj")


def _can_all_speak(reading: Reading, sentence: Sentence, heads: tuple[int, ...]) -> bool:
    """Whether whatever reads so was issued by somebody whom its words name: `the text reads`, `the sign read` have
    nobody who says it."""
    return bool(heads) and all(
        sentence.tokens[i].pos not in {"NOUN", "PRON"}
        or _is_person_noun(sentence.tokens[i].lemma.casefold())
        or bool(reading.named_at(sentence.tokens[i].start))
        for i in heads
    )


def _is_person_noun(lemma: str) -> bool:
    return lemma in person_nouns() or lemma in group_nouns()


def own_author(reading: Reading, sentence: Sentence, head: int) -> Denoted | None:
    """Whom `I` means outside quotations, where the document tells who speaks in it."""
    token = sentence.tokens[head]
    author = author_at(reading, token.start) if token.lemma.casefold() == "i" else None
    if author is None:
        return None
    named = author.span.of(reading.text)
    why = f"“I” is “{named}”" if named else "“I” is the author, as dossier.toml has it"
    return Denoted(Span(token.start, token.end), (author.entity,), why)


def _quoted(sentence: Sentence, cue: int) -> tuple[int, ...]:
    """Whose words are passed on where somebody is quoted: `AFP quoted him as saying`, `he was quoted as saying`."""
    verb = _quoting(sentence, cue)
    if verb is None:
        return ()
    hanging = [i for i, t in enumerate(sentence.tokens) if t.head == verb]
    passive = [i for i in hanging if sentence.tokens[i].dep == "nsubjpass"]
    return tuple(passive or [i for i in hanging if sentence.tokens[i].dep == "dobj"])


def quoted_by(sentence: Sentence, cue: int) -> tuple[int, ...]:
    """Heads of whoever quotes the speaker of a cue; empty where nobody does."""
    verb = _quoting(sentence, cue)
    if verb is None:
        return ()
    tokens = sentence.tokens
    agents = [i for i, t in enumerate(tokens) if t.head == verb and t.dep == "agent"]
    if agents or any(t.head == verb and t.dep == "nsubjpass" for t in tokens):
        return tuple(i for i, t in enumerate(tokens) if t.head in agents and t.dep == "pobj")
    return subjects_of(sentence, verb)


def _quoting(sentence: Sentence, cue: int) -> int | None:
    """The verb `quote` that a cue is or belongs to: `quoted … as saying`."""
    tokens = sentence.tokens
    if tokens[cue].lemma == "quote":
        return cue
    governor = tokens[cue].head
    above = tokens[governor].head
    as_saying = tokens[cue].dep == "pcomp" and tokens[governor].lemma == "as"
    return above if as_saying and tokens[above].lemma in _QUOTING else None


def citing(reading: Reading, sentence: Sentence, cue: int) -> tuple[int, ...]:
    """Heads of the sources that the subject of a cue cites: `the paper said, citing two officials, that …`. A reason
    that is cited (`citing the cost`) is none."""
    tokens = sentence.tokens
    near = {cue, *(i for i, t in enumerate(tokens) if t.head == cue and t.dep in _CONTENT and t.lemma not in _CARRYING)}
    if tokens[cue].dep == "ccomp":
        near.add(tokens[cue].head)
    cites = [i for i, t in enumerate(tokens) if t.lemma == "cite" and t.tag == "VBG" and t.head in near and i != cue]
    sources = [i for i, t in enumerate(tokens) if t.head in cites and t.dep == "dobj"]
    return tuple(i for i in sources if _is_somebody(reading, sentence, i))


def _objects_of_according(cue: Cue) -> tuple[int, ...]:
    tokens = cue.sentence.tokens
    if not tokens[cue.index].lemma.lower().startswith("accord"):
        return ()
    prepositions = {i for i, token in enumerate(tokens) if token.head == cue.index and token.dep == "prep"}
    return tuple(i for i, token in enumerate(tokens) if token.head in prepositions and token.dep == "pobj")


def _issuers(cue: Cue) -> tuple[int, ...]:
    """Subject of the cue; where a document speaks, those who issued it: `they released a statement which said`,
    `a report by the owners says`."""
    heads, tokens = subjects_of(cue.sentence, cue.index), cue.sentence.tokens
    if len(heads) != 1 or any(t.head == cue.index and t.tag == "WP" for t in tokens):
        return heads
    by = {i for i, t in enumerate(tokens) if t.head == heads[0] and t.dep == "prep" and t.lemma == "by"}
    authors = tuple(i for i, t in enumerate(tokens) if t.head in by and t.dep == "pobj")
    if not authors and tokens[heads[0]].dep == "dobj":
        authors = subjects_of(cue.sentence, tokens[heads[0]].head)
    return authors or heads
