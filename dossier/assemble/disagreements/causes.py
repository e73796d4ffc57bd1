"""What caused something: `the fire was caused by …`, `blamed the crash on …`, `the leak was the result of …`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.assemble.clauses import children, clause, conjuncts, subjects_of
from dossier.assemble.content import stem
from dossier.assemble.disagreements.assertion import is_denied, is_open, is_superseded, negation
from dossier.assemble.disagreements.context import FEW_SOURCES, Context
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.phrases import Phrase, can_be_same, phrase
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.reading import Reading
from dossier.assemble.words import noun_groups
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

_CAUSING = frozenset({"cause", "trigger", "spark", "provoke", "start", "ignite"})
_FROM = frozenset({("result", "from"), ("stem", "from"), ("arise", "from")})
_DYING = frozenset({("die", "of"), ("die", "from")})
_INTO = frozenset({("lead", "to"), ("result", "in"), ("contribute", "to")})
_BLAMING = frozenset({("blame", "on"), ("attribute", "to"), ("ascribe", "to"), ("put", "to")})
_RESULT = frozenset({"result", "work", "consequence", "outcome", "product"})
_TO_BLAME = frozenset({"culprit", "cause", "responsible", "blame"})
_HAPPENING = frozenset({
    "accident", "incident", "disaster", "tragedy", "catastrophe", "damage", "loss", "event", "it", "this", "that",
})  # fmt: skip
"""What anything that went wrong can be called."""
LARGEST_BLOCK = 100
"""Causes of one thing that are compared with each other."""
_SHORT = 160
"""Code points of a clause that is shown whole."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A clause that gives the cause of something."""

    reading: Reading
    sentence: Sentence
    span: Span
    effect: Phrase | None
    causes: tuple[Phrase, ...]
    superseded: bool


def causes(context: Context) -> Iterator[Matter]:
    """One matter for each thing of which different causes are given. Among a few sources `the accident` is the thing
    whose causes most of them tell, as far as its source speaks of that thing."""
    blocks: dict[str, list[Cause]] = defaultdict(list)
    for reading in context.readings:
        for sentence in context.story(reading):
            for found in causes_in(reading, sentence):
                blocks[_effect(found)].append(found)
    names = sorted(filter(None, blocks), key=lambda name: (-len({c.reading.source for c in blocks[name]}), name))
    if len(context.readings) <= FEW_SOURCES:
        for found in blocks.pop("", []):
            blocks[_meant([blocks[name][0] for name in names], found)].append(found)
    for name in sorted(blocks):
        for block in context.affairs(blocks[name][:LARGEST_BLOCK]):
            made = _matter(context, name, block)
            if made is not None:
                yield made


def _meant(named: Sequence[Cause], found: Cause) -> str:
    """Which of the things of which causes are given `the accident` is: the first that its source speaks of, or whose
    noun can mean the same; empty where it is none of them."""
    own = _words(found.reading)
    told = next((_effect(cause) for cause in named if _effect(cause) in own), "")
    senses = noun_groups().get(found.effect.lemma, frozenset()) if found.effect is not None else frozenset()
    alike = (c for c in named if c.effect is not None and senses & noun_groups().get(c.effect.lemma, frozenset()))
    return told or next(map(_effect, alike), "")


def _words(reading: Reading) -> frozenset[str]:
    return frozenset(stem(t.lemma) for s in reading.sentences for t in s.tokens if t.pos in {"NOUN", "VERB"})


def _effect(found: Cause) -> str:
    """Stem of what was caused; empty for what may be called anything."""
    effect = found.effect
    if effect is None or effect.pronoun or effect.lemma in _HAPPENING:
        return ""
    return stem("death") if effect.lemma == "die" else effect.head


def causes_in(reading: Reading, sentence: Sentence) -> Iterator[Cause]:
    """The causes that a sentence gives: asserted or held possible, but neither denied nor asked for."""
    for verb, token in enumerate(sentence.tokens):
        lemma = token.lemma.casefold()
        if token.pos in {"VERB", "AUX"}:
            pair = _of_verb(sentence, verb, lemma)
        elif lemma in {"due", "because", "owe", "thank"}:
            pair = _due_to(sentence, verb)
        else:
            continue
        if pair is None or negation(sentence, verb) is not None or is_open(sentence, verb) or is_denied(sentence, verb):
            continue
        effect, given = pair
        named = [phrase(reading, sentence, i, whole=True) for head in given for i in conjuncts(sentence, head)]
        named = [p for p in named if not p.pronoun and p.lemma not in {"what", "something", "factor", "reason"}]
        if named:
            whole = None if effect is None else phrase(reading, sentence, effect)
            span = _around(sentence, [verb, *given, *(() if effect is None else (effect,))], named)
            own = clause(sentence, verb).span
            span = own if own.contains(span) and len(own) <= _SHORT else span
            yield Cause(reading, sentence, span, whole, tuple(named), is_superseded(sentence, verb))


def _around(sentence: Sentence, heads: Sequence[int], named: Sequence[Phrase]) -> Span:
    starts = [sentence.tokens[i].start for i in heads] + [p.span.start for p in named]
    ends = [sentence.tokens[i].end for i in heads] + [p.span.end for p in named]
    return Span(min(starts), max(ends))


Pair = tuple[int | None, tuple[int, ...]]
"""Heads of what was caused and of what caused it."""


def _of_verb(sentence: Sentence, verb: int, lemma: str) -> Pair | None:
    tokens, below = sentence.tokens, children(sentence)
    subjects = subjects_of(sentence, verb)
    subject = subjects[0] if subjects else None
    if lemma in _CAUSING:
        return _causing(sentence, verb, subject)
    hanging = [
        *below[verb],
        *(j for i in below[verb] if lemma == "blame" and tokens[i].dep == "dobj" for j in below[i]),
    ]
    for index in (i for i in hanging if tokens[i].dep in {"prep", "prt"} or tokens[i].pos == "ADP"):
        objects = tuple(i for i in below[index] if tokens[i].dep == "pobj")
        link = (lemma, tokens[index].lemma.casefold())
        if not objects:
            continue
        if link in _FROM | _DYING:
            return (verb if link in _DYING else subject), objects
        if link in _INTO and subject is not None and not any(tokens[i].dep == "dobj" for i in below[verb]):
            return objects[0], (subject,)
        if link == ("blame", "for"):
            return _blamed(sentence, verb, objects)
        if link in _BLAMING:
            held = [i for i in below[verb] if tokens[i].dep in {"dobj", "nsubjpass"}]
            return (held[0], objects) if held and (lemma != "put" or _is_down(sentence, verb)) else None
    return _of_being(sentence, verb, subject)


def _blamed(sentence: Sentence, verb: int, effects: Sequence[int]) -> Pair | None:
    """`Blamed the weather for the delay`; whom somebody blames for what he did is no cause."""
    blamed = [i for i in children(sentence)[verb] if sentence.tokens[i].dep in {"dobj", "nsubjpass"}]
    return (effects[0], tuple(blamed)) if blamed and sentence.tokens[effects[0]].pos == "NOUN" else None


def _is_down(sentence: Sentence, verb: int) -> bool:
    return any(t.head == verb and t.lemma == "down" for t in sentence.tokens)


def _causing(sentence: Sentence, verb: int, subject: int | None) -> Pair | None:
    tokens = sentence.tokens
    found = clause(sentence, verb)
    acl = tokens[verb].dep == "acl"
    # `by overloading and by the wind`: the second preposition hangs on the first.
    links = {i for i, t in enumerate(tokens) if t.lemma == "by" and verb in {t.head, tokens[t.head].head}}
    by = tuple(i for i, t in enumerate(tokens) if t.dep in {"pobj", "pcomp"} and t.head in links)
    if (found.passive or (acl and tokens[verb].tag == "VBN")) and by:
        return (tokens[verb].head if acl else subject), by
    objects = [i for i in found.objects if tokens[i].dep in {"dobj", "obj"}]
    if not found.passive and subject is not None and objects and tokens[verb].lemma != "start":
        return objects[0], (subject,)
    return None


def _of_being(sentence: Sentence, verb: int, subject: int | None) -> Pair | None:
    """`The leak was the result of …`; `the cause of the fire was …`; `an electrical fault was to blame for …`."""
    tokens, below = sentence.tokens, children(sentence)
    if tokens[verb].lemma != "be" or subject is None:
        return None
    about = {i: _pobj(sentence, i, "for") for i in below[verb]}
    for index in below[verb]:
        token = tokens[index]
        lemma = token.lemma.casefold()
        if token.dep == "attr" and lemma in _RESULT and (of := _pobj(sentence, index, "of")):
            return subject, of
        if token.dep == "attr" and tokens[subject].lemma.casefold() == "cause":
            return next(iter(_pobj(sentence, subject, "of")), None), (index,)
        if token.dep in {"attr", "acomp", "xcomp"} and lemma in _TO_BLAME:
            effect = _pobj(sentence, index, "for") or _pobj(sentence, index, "of") or about[index]
            if effect or lemma != "cause":
                return next(iter(effect), None), (subject,)
        if lemma == "down" and (to := _pobj(sentence, index, "to")):
            return subject, to
    return None


def _pobj(sentence: Sentence, head: int, preposition: str) -> tuple[int, ...]:
    tokens, below = sentence.tokens, children(sentence)
    links = (i for i in below[head] if tokens[i].lemma.casefold() == preposition)
    return tuple(j for i in links for j in below[i] if tokens[j].dep == "pobj")


def _due_to(sentence: Sentence, due: int) -> Pair | None:
    """`A drop in pressure due to a leak`; `the delay was due to fog`."""
    tokens, below = sentence.tokens, children(sentence)
    given = tuple(j for i in (due, *below[due]) for j in below[i] if tokens[j].dep == "pobj")
    above = tokens[due].head
    if not given or above == due:
        return None
    if tokens[above].pos in {"NOUN", "PROPN"}:
        return above, given
    subjects = subjects_of(sentence, above)
    return (subjects[0], given) if subjects and tokens[above].lemma == "be" else None


def _matter(context: Context, name: str, block: Sequence[Cause]) -> Matter | None:
    known = (c for c in block if not any(p.unknown for p in c.causes))
    in_order = sorted(known, key=lambda c: (c.superseded, c.reading.source, c.span))
    groups = gathered(in_order, lambda a, b: _same(a, b, name), any)
    if len(groups) < 2 or not _told_apart(context, groups):
        return None
    held = [group for group in groups if not all(c.superseded for c in group)]
    kind = MatterKind.CONFLICT if len(held) > 1 else MatterKind.REVISION
    basis = "different causes are given" if kind is MatterKind.CONFLICT else "an earlier explanation gave way"
    told = next((c for c in block if c.effect is not None and _effect(c)), None)
    told = told or next((c for c in block if c.effect is not None and not c.effect.pronoun), None)
    thing = told.effect.lemma if told is not None and told.effect is not None else "accident"
    question = Question(f"What caused the {thing}?", "cause", kind, "causes of one thing", basis, 0.8)
    return matter(context, question, [(_value(group[0]), [_answer(c) for c in group]) for group in groups])


def _answer(found: Cause) -> Answer:
    return Answer(found.reading.source, found.sentence.passage, found.span)


def _same(a: Cause, b: Cause, effect: str) -> bool:
    return any(can_be_same(x, y, (effect,)) for x in a.causes for y in b.causes)


def _told_apart(context: Context, groups: Sequence[Sequence[Cause]]) -> bool:
    """Whether two sides stand in different sources of one affair, or are told by different speakers in one."""
    first = {(c.reading.source, _speakers(context, c)) for c in groups[0]}
    others = {(c.reading.source, _speakers(context, c)) for group in groups[1:] for c in group}
    return any(a != b and context.one_affair(a[0], b[0]) for a in first for b in others)


def _speakers(context: Context, found: Cause) -> tuple[str, ...]:
    said = context.statement_at(found.reading.source, found.span)
    return said.speakers if said else ()


def _value(found: Cause) -> str:
    words = " and ".join(" ".join(p.span.of(found.reading.text).split()).strip(" \"“”‘’'") for p in found.causes)
    return words + (" (earlier)" if found.superseded else "")
