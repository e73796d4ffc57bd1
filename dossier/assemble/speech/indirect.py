"""Indirect speech: what somebody said in the reporter's words.

Found where a verb of speech or thought governs its content (`Reid stated that he had warned the master`; `he vowed to
fight`; `The ship was sound, Galbraith said`; `it was thought that …`), and where other words tell whose it is (module
`attributive`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children, is_parsed, subtree
from dossier.assemble.denotes import Denoted, denoted
from dossier.assemble.reading import Reading
from dossier.assemble.speech.attributive import IN_PASSING, attributed
from dossier.assemble.speech.complements import Complement, complements, says, speaks
from dossier.assemble.speech.cues import Cue, can_be_speaker, can_speak, citing, is_shown, speaker_of, speaking
from dossier.assemble.speech.extents import Below, trimmed, with_closing_mark, words_after, words_of, words_of_passive
from dossier.assemble.speech.unsaid import awaits, is_unsaid, lets_speak, nobody_says
from dossier.assemble.words import reporting_verbs
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

QUOTED_SHARE = 0.6
"""Share of a clause between quotation marks from which on it is a quotation, found as such already."""
_RELAYING = frozenset({"report", "quote", "cite", "write", "publish", "carry", "broadcast"})
_NO_SPEAKER = Denoted(None, (), "the words before it name nothing that can speak")
_PASSED_ON = Denoted(None, (), "passed on by whoever reports it, not said")


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause with its cue and speaker."""

    span: Span
    cue: Span
    speaker: Denoted
    rule: str
    relays: bool = False
    """Whether the cue may only pass on what others said."""


def reported(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    """The indirect speech of one sentence, speech within speech too; but where somebody only passes on what another
    said, only the other's."""
    if not is_parsed(sentence):
        return
    quoted = [q.span for q in reading.document.annotations.quotations if q.span.overlaps(sentence.span)]
    found = [*_governed(reading, sentence), *_attributed(reading, sentence)]
    # A cue inside a quotation is the quoted one's own; words that leave a quotation are cut wrongly by the parser.
    found = [one for one in found if not any(q.contains(one.cue) or _leaves(one.span, q) for q in quoted)]
    for one in found:
        if not any(other is not one and _yields_to(one, other) for other in found):
            yield one


def _leaves(span: Span, quotation: Span) -> bool:
    return quotation.start < span.start < quotation.end < span.end


def _yields_to(one: Reported, other: Reported) -> bool:
    """Whether two findings are of one claim and the other has it better."""
    if one.span == other.span or (one.cue == other.cue and one.span.overlaps(other.span)):
        return (len(other.span), -other.cue.start) > (len(one.span), -one.cue.start)
    if not one.span.contains(other.span):
        # `He said that it had been weighed and that the ticket was found`: no second claim, and nobody's.
        within = other.span.contains(one.span) and one.speaker.span is None
        return within and other.rule == one.rule == "reported clause" and other.speaker.span is not None
    if one.rule == "infinitive" and len(other.span) * 2 > len(one.span):
        # `He went on to claim that …`: the claim is what is said.
        return True
    most = len(other.span) * 2 > len(one.span)
    return one.relays or (one.speaker.span is None and (most or other.speaker.span is not None))


def _governed(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    """What verbs govern."""
    below = children(sentence)
    for verb in range(len(sentence.tokens)):
        for found in complements(sentence, below, verb):
            if is_unsaid(sentence, verb, found):
                continue
            one = _reported(reading, sentence, below, verb, found)
            if one is not None:
                yield one


def _reported(reading: Reading, sentence: Sentence, below: Below, verb: int, found: Complement) -> Reported | None:
    """What a verb reports, with whose it is; None where nobody says it or it is a quotation."""
    front = _source_in_front(sentence, below, verb, found.head)
    told = found.head if _is_relayed(sentence, below, verb, found.head) else verb
    cue = Cue(sentence, told if front is None else front)
    if front is not None:
        span, speaker = words_after(sentence, below, front, found), _in_front(reading, cue)
    elif _passive(sentence, below, verb):
        span, speaker = words_of_passive(sentence, below, verb, found), _agent(reading, sentence, below, verb, found)
        unsaid = found.rule == "judgement" or lets_speak(sentence, verb, found) or awaits(sentence, verb, found)
        if (unsaid and speaker.span is None) or _is_relative(sentence, below, verb, speaker):
            # `Known as`, `called`: only a name; `was not authorized to talk`: no statement; `who was supposed to
            # help`: only a description.
            return None
    elif (found.rule == "reported clause" and speaks(sentence.tokens[verb])) or can_speak(reading, sentence, cue.index):
        span, speaker = words_of(sentence, below, verb, found), speaker_of(reading, cue)
        speaker = speaker if can_be_speaker(reading, sentence, cue.index) else _NO_SPEAKER
    else:
        return None
    if span is None or is_shown(sentence, cue.index) or _is_quoted(reading, span, found):
        return None
    relays = sentence.tokens[verb].lemma in _RELAYING and _is_organization(reading, speaker)
    return Reported(with_closing_mark(reading, span), cue.span, speaker, found.rule, relays)


def _is_organization(reading: Reading, speaker: Denoted) -> bool:
    if speaker.span is None or not speaker.entities:
        return False
    named = [n for n in reading.named_in(speaker.span) if n.entity in speaker.entities]
    return bool(named) and all(n.kind is EntityKind.ORGANIZATION for n in named)


def _source_in_front(sentence: Sentence, below: Below, verb: int, clause: int) -> int | None:
    """Index of A's verb in `A reported on Friday, citing sources, that …, B writes`, where the parser hangs it on the
    clause or on B's verb."""
    tokens = sentence.tokens
    for index in below[clause] + below[verb]:
        between = {tokens[i].lemma for i in range(index, clause)}
        spliced = index in below[verb] and index < verb < clause  # `A told us it was so, B told us it was not.`
        said = index < clause and says(tokens[index]) and not spliced
        if said and tokens[index].dep == "ccomp" and not between & {";", ":"}:
            return index
        if said and index in below[clause] and tokens[index].dep == "advcl" and not between & {";", ":", ","}:
            # `Though A said before it was a stone, B said …`: the clause is what A said.
            return index
    return None


def _in_front(reading: Reading, cue: Cue) -> Denoted:
    """Whose a claim is that a verb in front of it tells: the sources cited for it, or who says it in a circumstance
    (`though A said …, B said …`)."""
    aside = cue.sentence.tokens[cue.index].dep == "advcl"
    return speaker_of(reading, cue) if aside else _cited(reading, cue)


def _cited(reading: Reading, cue: Cue) -> Denoted:
    """The sources that are cited for it; who passes it on did not say it."""
    heads = citing(reading, cue.sentence, cue.index)
    return denoted(reading, cue.sentence, heads) if heads else _PASSED_ON


def _is_relayed(sentence: Sentence, below: Below, verb: int, clause: int) -> bool:
    """`A reported on Friday, citing sources, that …, B writes`: B passes on what A reported. (`Two men were confirmed
    dead, B writes`, `A warned of the fire, B writes` are what B says.)"""
    complements = {"dobj", "xcomp", "ccomp", "attr", "acomp", "oprd", "nsubjpass", "auxpass"}
    return (
        clause < verb
        and sentence.tokens[clause].lemma in reporting_verbs()
        and not any(sentence.tokens[i].dep in complements for i in below[clause])
        and not any(sentence.tokens[i].lemma in {"of", "about", "against"} for i in below[clause])
    )


def _passive(sentence: Sentence, below: Below, verb: int) -> bool:
    reduced = sentence.tokens[verb].dep == "acl" and sentence.tokens[verb].tag == "VBN"
    return reduced or any(sentence.tokens[i].dep in {"nsubjpass", "auxpass", "agent"} for i in below[verb])


def _is_relative(sentence: Sentence, below: Below, verb: int, speaker: Denoted) -> bool:
    """`Who was supposed to help`, `which is supported by a note`: a description; but `which was disputed by Reid`."""
    relatives = {sentence.tokens[i].tag for i in below[verb] if sentence.tokens[i].dep == "nsubjpass"}
    return "WP" in relatives or ("WDT" in relatives and not speaker.entities)


def _agent(reading: Reading, sentence: Sentence, below: Below, verb: int, found: Complement) -> Denoted:
    """The speaker of a passive: whoever stands after `by`, also where the parser hangs it on the last noun (`dismissed
    as a tale by Reid`)."""
    tokens = sentence.tokens
    by = [i for i in below[verb] if tokens[i].dep == "agent"]
    heads = [i for p in by for i in below[p] if tokens[i].dep == "pobj"]
    if not by and found.rule == "judgement":
        inside = [i for i in subtree(below, found.head) if tokens[i].lemma == "by"]
        heads = [i for p in inside for i in below[p] if tokens[i].dep == "pobj" and reading.named_at(tokens[i].start)]
    return denoted(reading, sentence, tuple(heads))


def _is_quoted(reading: Reading, span: Span, found: Complement) -> bool:
    """Whether the words are a quotation rather than the reporter's own; a judgement may be quoted in part."""
    if found.with_verb and found.rule != "infinitive":
        return False
    quoted = (part for q in reading.document.annotations.quotations for part in q.parts if part.overlaps(span))
    shared = sum(min(part.end, span.end) - max(part.start, span.start) for part in quoted)
    return shared >= QUOTED_SHARE * len(span)


def _attributed(reading: Reading, sentence: Sentence) -> Iterator[Reported]:
    """What other words than a governing verb give to somebody."""
    for found in attributed(sentence):
        span = trimmed(sentence, list(found.words))
        cue = Cue(sentence, found.cue).span
        if span is None or (span.overlaps(cue) and found.rule not in {"hearsay", IN_PASSING}):
            continue
        if nobody_says(sentence, found.cue):
            continue
        quoted = Complement(found.words[0], found.rule, with_verb=False)
        if not _is_quoted(reading, span, quoted):
            yield Reported(span, cue, speaking(reading, sentence, found.speakers), found.rule)
