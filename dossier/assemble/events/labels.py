"""Labels of events: a few of the source's own words that read well in a list.

A label begins with whom or what it tells of (the name, where the source has only `he` or `who`), goes on with what was
done, and leaves out when, asides, and what only leads up to it: `However, in an interview on Monday he said …` is
*Ada Byrne said …*.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dossier.assemble.clauses import SUBJECTS, Clause, children, subtree
from dossier.assemble.clock_times import times_of_nouns
from dossier.assemble.events.label_names import misread_subject, pictured, shown_for_pronouns
from dossier.assemble.events.predicate_words import (
    aim,
    called_again,
    helper,
    told_apart,
    without_closing_mark,
)
from dossier.assemble.events.subject_words import (
    is_aside,
    joined,
    name_of_subject,
    phrase_words,
    subject_words,
    trimmed,
    without_marks_of_asides,
)
from dossier.assemble.events.voices import Voices
from dossier.assemble.reading import Reading
from dossier.assemble.undated import when_words
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Token
from dossier.model.span import Span

LONGEST = 96
"""Characters; the Events pane shows some 30 of them at 120 columns, a page all of them."""
BRIEF = 24
"""Characters of a predicate that leave room for a subject with all that describes it: `took place`."""
_HANGING_END = re.compile(
    r"\s+(?:and|or|but|as|of|to|that|which|who|for|by|in|on|at|from|with|into|than|the|a|an|its|his|her|their|then|when)"
    r"$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_QUOTED = re.compile(r"\s*[,:]?\s+(?=[\"“‘][A-Z])")
"""Before a quotation that is a sentence of its own: `he alleged, “There were …”`."""
_AFTER_BE = frozenset({"attr", "acomp", "oprd", "prep", "advmod"})
_CLOSING_MARKS = " \n”\"’'*_"
_CONNECTING = frozenset(
    {
        "accordingly", "additionally", "also", "besides", "consequently", "even", "eventually", "finally",
        "furthermore", "hence", "however", "indeed", "instead", "later", "meanwhile", "moreover", "nevertheless",
        "nonetheless", "now", "recently", "since", "soon", "still", "subsequently", "then", "thereafter", "therefore",
        "thus", "too",
    }
)  # fmt: skip
"""The English conjunctive adverbs, a closed class, and the commonest that say when from what was told before: in a list
of dated labels they tell nothing."""
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE = 16
"""Tokens within which a dateline ends."""
_SPACE = re.compile(r"\s+")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,;:!?]|\.(?!\d)|[’']s\b)")
_LEFT_OVER = re.compile(r"\(\s*[,;]?\s*\)|,(?=\s*(?:[,;:]|\.(?!\d)))|\[\d+\]|[*_]{2}")
"""What leaving words out leaves behind: empty brackets, commas side by side; footnote markers, marks of emphasis."""


def label_of(reading: Reading, clause: Clause, voices: Voices | None = None) -> str:
    """The label of what a clause tells, whom its pronouns denote called by name; `voices` tell whom `I` means."""
    dates = [date.span for date in reading.dates_in(clause.sentence.span)]
    dates += times_of_nouns(reading.text, clause.sentence)
    if clause.sentence.span.of(reading.text).rstrip(_CLOSING_MARKS).endswith("?"):
        return tidy(f"Asked: {clause.span.of(reading.text)}", whole=True) + "?"
    shown = shown_for_pronouns(reading, clause, voices)
    thing = pictured(clause)
    if thing is not None:
        return tidy(f"{phrase_words(reading.text, clause.sentence, thing, shown)} photographed")
    subject = name_of_subject(reading, clause) or misread_subject(
        reading, clause, when_words(clause.sentence.tokens, dates)
    )
    return clause_label(reading.text, clause, dates, subject, shown)


def clause_label(
    text: str, clause: Clause, dates: Sequence[Span], subject: str = "", shown: Mapping[int, str] = MappingProxyType({})
) -> str:
    """The clause from its subject on, without its dates, asides and subordinate clauses, cut at a word; `subject`
    stands for the words of its own subject where it is given, `shown` for some of its words."""
    tokens = clause.sentence.tokens
    when = when_words(tokens, dates)
    when -= _acted_on(clause, when)
    when |= {i for i, t in enumerate(tokens) if t.dep == "neg" and i + 1 in when and when & {i - 1, i - 2}}
    kept = (_kept(clause) | aim(clause)) - when - told_apart(clause, when)
    own = _subject(clause, kept)
    kept -= called_again(clause, own) | _connecting(text, clause)
    first = subject or subject_words(text, clause, own, shown)
    fronted = _fronted(clause, kept)
    start = _start(clause, own) if first else 0
    done = _without_hanging(tokens, [i for i in sorted(kept - {*own, *fronted}) if i >= start])
    done = without_closing_mark(tokens, without_marks_of_asides(tokens, done), clause.verb)
    told = joined(text, tokens, done, shown) + (": " + joined(text, tokens, fronted, shown) if fronted else "")
    if len(told) < BRIEF and not subject:
        first = subject_words(text, clause, own, shown, longest=LONGEST - BRIEF)
    words = [first, helper(clause) if first else "", told]
    ends_whole = bool(done) and _closes(tokens[done[-1]])
    label = tidy(_QUOTED.sub(": ", _BRACKETED.sub("", " ".join(filter(None, words)))), whole=ends_whole)
    return label or tidy(clause.span.of(text))


def _connecting(text: str, clause: Clause) -> frozenset[int]:
    """The adverbs of a clause that only tie it to others, but for those that a quotation begins with."""
    tokens = clause.sentence.tokens
    found = (i for i in clause.words if tokens[i].dep == "advmod" and tokens[i].lemma.lower() in _CONNECTING)
    alone = (i for i in found if not children(clause.sentence)[i])
    mine = (i for i in alone if tokens[i].head == clause.verb)
    return frozenset(i for i in mine if text[max(tokens[i].start - 1, 0)] not in "\"“‘'")


def _closes(last: Token) -> bool:
    """Whether a phrase may end in a word that others would hang in the air after: the particle of a verb (`sworn in`),
    a pronoun that is acted on (`rejected that`)."""
    return last.dep == "prt" or (last.dep == "dobj" and last.tag in {"DT", "PRP", "WP"})


def _acted_on(clause: Clause, when: frozenset[int]) -> frozenset[int]:
    """The words that tell when and that the predicate cannot do without: `the night` of `spent the night in a hall`,
    `on Monday` of `the vote is on Monday`."""
    below, tokens = children(clause.sentence), clause.sentence.tokens
    lemma = tokens[clause.verb].lemma
    needed = {"dobj", "npadvmod"} if lemma == "spend" else {"dobj"}
    if lemma == "be" and not any(tokens[i].dep in _AFTER_BE for i in below[clause.verb] if i not in when):
        needed.add("prep")
    heads = (i for i in below[clause.verb] if tokens[i].dep in needed and i in when)
    return frozenset(word for i in heads for word in subtree(below, i))


def _kept(clause: Clause) -> frozenset[int]:
    """The words of a clause without the branches that tell something else, and without what opens it."""
    tokens = clause.sentence.tokens
    opening = {i for i in clause.words if tokens[i].head == clause.verb and tokens[i].dep == "mark"}
    opening |= {i for i in clause.words if tokens[i].head == clause.verb and tokens[i].tag == "WRB"}
    text = _after_dateline(tokens)
    dropped = (i for i in clause.words if i != clause.verb and is_aside(clause.sentence, i) and tokens[i].head >= text)
    branches = subtree(children(clause.sentence), clause.verb, frozenset(dropped) | opening)
    return frozenset(i for i in branches if i in clause.words and i >= text)


def _after_dateline(tokens: Sequence[Token]) -> int:
    """The first word after `LONDON, Sept 14 (Wire) —`, which the parser takes for a part of the sentence."""
    for index, token in enumerate(tokens[:_DATELINE]):
        if token.lemma in _DASHES:
            return index + 1 if index and tokens[0].pos == "PROPN" else 0
        if token.pos not in {"PROPN", "NUM", "PUNCT", "SPACE", "NOUN"}:
            return 0
    return 0


def _subject(clause: Clause, kept: frozenset[int]) -> tuple[int, ...]:
    """The words of the clause's own subject; none where it borrows one or is itself a noun."""
    tokens = clause.sentence.tokens
    heads = [
        i for i in clause.words if tokens[i].head == clause.verb and tokens[i].dep in SUBJECTS and i != clause.verb
    ]
    head = next((i for i in heads if i in kept), next(iter(heads), None))
    if head is None:
        return ()
    return tuple(i for i in subtree(children(clause.sentence), head) if i in kept)


def _start(clause: Clause, own: Sequence[int]) -> int:
    """The first word of what is told of the subject: what comes after it or, where it comes late or is none of this
    clause's, the predicate with its auxiliaries. What stands before only leads up to it."""
    tokens = clause.sentence.tokens
    if tokens[clause.verb].pos not in {"VERB", "AUX"}:
        return 0
    group = [
        clause.verb,
        *(i for i, t in enumerate(tokens) if t.head == clause.verb and t.dep in {"aux", "auxpass", "neg"}),
    ]
    return own[-1] + 1 if own and own[0] < clause.verb else min(group)


def _fronted(clause: Clause, kept: frozenset[int]) -> list[int]:
    """What is said, where it stands before the verb that says so: `“We are ready,” the captain wrote`."""
    tokens = clause.sentence.tokens
    if tokens[clause.verb].lemma not in reporting_verbs():
        return []
    below = children(clause.sentence)
    if any(t.head == clause.verb and t.dep == "ccomp" and i > clause.verb for i, t in enumerate(tokens)):
        return []  # What is said comes after the verb; what stands before is a sentence of its own.
    for index in sorted(kept):
        if tokens[index].lemma == tokens[clause.verb].lemma:
            continue  # `They came, they saw`: clauses side by side.
        if tokens[index].head == clause.verb and tokens[index].dep == "ccomp" and index < clause.verb:
            words = [i for i in subtree(below, index) if i in kept and i < clause.verb]
            return trimmed(tokens, words)
    return []


def _without_hanging(tokens: Sequence[Token], words: Sequence[int]) -> list[int]:
    """Leave out prepositions whose noun was left out, and determiners of such nouns."""
    kept = list(words)
    while True:
        held = set(kept)
        hanging = {i for i in kept if tokens[i].pos in {"ADP", "DET", "SCONJ"} and _has_lost_all(tokens, i, held)}
        if not hanging:
            return trimmed(tokens, kept)
        kept = [i for i in kept if i not in hanging]


def _has_lost_all(tokens: Sequence[Token], index: int, kept: set[int]) -> bool:
    """Whether everything that hung on a word is left out."""
    below = [i for i, token in enumerate(tokens) if token.head == index and i != index]
    return bool(below) and not kept.intersection(below)


def tidy(words: str, longest: int = LONGEST, *, whole: bool = False) -> str:
    """One line, no outer punctuation, a capital first, at most `longest` characters and cut at a word; a preposition
    at the end is left out as it hangs in the air, but for a `whole` phrase, where it belongs to the verb (`sworn in`).
    """
    words = _LEFT_OVER.sub("", _SPACE.sub(" ", words))
    words = _BEFORE_PUNCTUATION.sub(r"\1", _SPACE.sub(" ", words)).strip(" ,;:.-–—•*\"“”‘’'")
    words = _without_lone_quotes(words)
    words = words if whole else _without_hanging_end(words)
    if len(words) > longest:
        words = _without_hanging_end(words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:-–—")) + "…"
    return words[:1].upper() + words[1:]


def _without_hanging_end(words: str) -> str:
    shorter = _HANGING_END.sub("", words).rstrip(" ,;:-–—")
    return words if shorter == words else _without_hanging_end(shorter)


def _without_lone_quotes(words: str) -> str:
    """A quotation that the label cuts off leaves one mark behind; a mark inside a word is an apostrophe."""
    for opening, closing in ('""', "“”", "‘’", "()"):
        if opening == closing and words.count(opening) % 2:
            words = words.replace(opening, "")
        elif closing not in {opening, "’"} and words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.strip(" ,;:")
