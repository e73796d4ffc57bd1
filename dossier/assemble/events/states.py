"""What a clause tells that is no happening: how things stand, what is asked, what is done every time."""

from dossier.assemble.clauses import SUBJECTS, children, clause, subtree
from dossier.assemble.events.standing import status_of
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.words import group_nouns, reporting_verbs
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus
from dossier.model.span import Span

_EVERY = frozenset({"every", "each"})
_ALL_ALONG = frozenset({"always", "ever", "frequently", "generally", "long", "never", "often", "repeatedly", "since"})
"""The English adverbs of frequency and duration, a closed class, by which something is told of a whole time, and not of
one day in it."""
_ASKING = frozenset({"how", "why"})
_POINTING = frozenset({"it", "this", "that"})
_UNTIL = frozenset({"until", "till"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "prt", "expl"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass"})
_FREE = frozenset({"what", "whatever", "which", "whom", "who"})


def is_no_happening(sentence: Sentence, verb: int, date: Span | None) -> bool:
    """Whether a predicate tells of nothing that happened: something is now (`There are families who wait`) or was of
    some size (`The debt was 140 million`), is asked (`How the ship was lost`), is what another clause is about (`what I
    tell them today`), or is done each time (`on Monday and every Monday after`). `date`: the words that date it."""
    tokens = sentence.tokens
    hanging = (tokens[i] for i in children(sentence)[verb])
    if tokens[verb].dep == "ROOT" and any(t.tag == "WRB" and t.lemma.lower() in _ASKING for t in hanging):
        return True
    if _says_nothing(sentence, verb, date):
        return True
    if tokens[verb].lemma == "be" and (_is_now(sentence, verb) or _is_amount(sentence, verb)):
        return True
    return _is_what_is_spoken_of(sentence, verb) or (date is not None and _is_repeated(sentence, verb, date))


def tells_too_little(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether a clause without a date is too loose to be an event of its own: a headline, which sums up what the text
    tells; that something was not found (`found no trace`); how things have come to be, in the perfect (`Bread has
    risen`), unless that is the news or what somebody has done, and is told without an adverb that says for how long or
    how often."""
    if reading.passages[sentence.passage].kind is PassageKind.HEADING:
        return True
    told = clause(sentence, verb)
    if any(_is_none(sentence, i) for i in (*told.objects, *(told.subjects if told.passive else ()))):
        return True
    if tense_of(sentence, verb) is not Tense.PERFECT:
        return False
    tokens = sentence.tokens
    adverbs = {tokens[i].lemma.lower() for i in children(sentence)[verb] if tokens[i].dep == "advmod"}
    return not adverbs.isdisjoint(_ALL_ALONG) or not (
        _leads(reading, sentence) or _is_done_by_somebody(reading, sentence, verb)
    )


def _is_done_by_somebody(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether somebody, an organization or a vehicle that is named, or a group (`the police`), is the subject."""
    tokens, subjects = sentence.tokens, clause(sentence, verb).subjects
    if any(tokens[i].lemma.lower() in group_nouns() for i in subjects):
        return True
    names = (n.span for n in reading.named_in(sentence.span) if n.kind is not EntityKind.PLACE)
    return any(span.overlaps(tokens[i]) for span in names for i in subjects)


def _leads(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is the first of the text, which tells the news: `The minister has resigned.`"""
    kinds = ((i, passage.kind) for i, passage in enumerate(reading.passages) if reading.tells_story(i))
    first = next((i for i, kind in kinds if kind is PassageKind.PARAGRAPH), None)
    return sentence.passage == first and sentence == reading.sentences_of(first)[0]


def _says_nothing(sentence: Sentence, verb: int, date: Span | None) -> bool:
    """Whether a clause leaves to others what happened, and has only when, or who: `It was on Monday`, `Ada Byrne did`,
    `The last was made`, `or was, until Thursday`, `I would say in May`."""
    tokens = sentence.tokens
    hanging = [tokens[i] for i in children(sentence)[verb]]
    deps, lemma = {t.dep for t in hanging}, tokens[verb].lemma
    subjects = [t for t in hanging if t.dep in SUBJECTS]
    if lemma == "be" and any(t.lemma.lower() in _POINTING for t in subjects):
        own = (i for i in children(sentence)[verb] if tokens[i].dep != "conj")
        below = (tokens[k].dep for i in own for k in children(sentence)[i])
        return _CLAUSES.isdisjoint({*deps, *below})
    if lemma == "be" and any(t.lemma.lower() in _UNTIL for t in hanging):
        return _COMPLEMENTS.isdisjoint(deps)
    if lemma == "do":
        return _COMPLEMENTS.isdisjoint(deps)
    if lemma == "make" and "nsubjpass" in deps:
        return all(t.pos in {"ADJ", "NUM", "DET"} for t in subjects) and _COMPLEMENTS.isdisjoint(deps)
    asked = date is not None and lemma in reporting_verbs() and "ccomp" not in deps
    return asked and any(t.dep == "dobj" and date.overlaps(t) for t in hanging if date is not None)


def _is_none(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[i].lemma.lower() == "no" for i in children(sentence)[head])


def _is_now(sentence: Sentence, verb: int) -> bool:
    """Whether something is so now; what `is due` is still to come, what only `is on Monday` happens then."""
    is_something = any(sentence.tokens[i].dep in {"attr", "acomp"} for i in children(sentence)[verb])
    planned = status_of(clause(sentence, verb)) is EventStatus.PLANNED
    return is_something and tense_of(sentence, verb) is Tense.PRESENT and not planned


def _is_amount(sentence: Sentence, verb: int) -> bool:
    """Whether something was of a size, or it was some time of day."""
    tokens = sentence.tokens
    told = [i for i in children(sentence)[verb] if tokens[i].dep in {"attr", "acomp", "npadvmod"}]
    return any(tokens[i].pos in {"NUM", "SYM"} or _begins_with_figure(sentence, i) for i in told)


def _begins_with_figure(sentence: Sentence, head: int) -> bool:
    """Whether a word is a unit after a figure: `EUR 140m`, `40 per cent`."""
    tokens = sentence.tokens
    return any(tokens[i].dep == "nummod" or tokens[i].pos == "SYM" for i in children(sentence)[head])


def _is_what_is_spoken_of(sentence: Sentence, verb: int) -> bool:
    """Whether a clause stands for a thing: `what I tell them today`."""
    if sentence.tokens[verb].dep not in {"ccomp", "pcomp", "csubj", "nsubj"}:
        return False
    hanging = (sentence.tokens[i] for i in children(sentence)[verb])
    return any(t.tag in {"WP", "WDT"} and t.dep == "dobj" and t.lemma.lower() in _FREE for t in hanging)


def _is_repeated(sentence: Sentence, verb: int, date: Span) -> bool:
    """Whether a clause says that something is done every so often."""
    tokens = sentence.tokens
    when = [
        i for i in children(sentence)[verb] if any(date.overlaps(tokens[w]) for w in subtree(children(sentence), i))
    ]
    words = {tokens[w].lemma.lower() for i in when for w in subtree(children(sentence), i)}
    return not words.isdisjoint(_EVERY)
