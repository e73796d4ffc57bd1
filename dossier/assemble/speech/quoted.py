"""Direct speech: which words between quotation marks somebody says, by which cue, and who it is.

The speaker is the subject of the verb of speech beside the quotation, or stands behind it after a dash, or before it
where a colon opens it. A quotation without any of these goes on after the one before it, in its paragraph or as a
paragraph of its own. Where nothing tells, nobody is the speaker.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.assemble.clauses import children, is_parsed, subtree
from dossier.assemble.denotes import ACTORS, NOBODY, Denoted
from dossier.assemble.reading import Reading
from dossier.assemble.speech.answers import answered
from dossier.assemble.speech.complements import says
from dossier.assemble.speech.cues import Cue, cues_in, speaker_before_colon, speaker_of
from dossier.assemble.words import judging_verbs
from dossier.model.annotation import PassageKind, Quotation, Sentence
from dossier.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SHORTEST_WITHOUT_CUE = 5
"""Words; shorter quotations without a cue beside them are mostly scare quotes and titles."""
SHORTEST_WITH_CUE = 3
CUE_DISTANCE = 160
"""Code points between a quotation and its cue; a longer way is mostly another sentence's cue."""
_BESIDE = 3
"""Code points between a quotation and a verb that stands right beside it: a comma or colon and a blank."""
_NEAR = 40
_DASH = re.compile(r"[ \n]{0,3}(?:[–—―]|--?)[ \n]{0,2}(?=[^\W\d_a-z])")
"""Between a quotation and the name of who said it: `“…” — Ada Byrne`."""
_LONGEST_SIGNATURE = 120
_FURNITURE = frozenset({PassageKind.CAPTION, PassageKind.BYLINE, PassageKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation that is speech."""

    quotation: Quotation
    cue: Cue | None
    speaker: Denoted
    rule: str


def spoken(reading: Reading) -> list[Spoken]:
    """The quotations of a source that are speech, in order."""
    found: list[Spoken] = []
    for quotation in reading.document.annotations.quotations:
        if not reading.tells_story(quotation.passage):
            continue
        one = _spoken(reading, quotation, found[-1] if found else None)
        if one is not None:
            found.append(one)
    return found


def _spoken(reading: Reading, quotation: Quotation, before: Spoken | None) -> Spoken | None:
    cues = _cues(reading, quotation)
    own = [cue for cue in cues if _belongs(reading, quotation, cue)]
    introduced = bool(cues) or _after_colon(reading, quotation)
    brief = any(_is_uttered(reading, quotation, cue) for cue in own)
    if not (brief or is_speech(reading, quotation, introduced) or _is_answer(reading, quotation)):
        return None
    if own:
        cue = min(own, key=lambda cue: _rank(cue, quotation))
        speaker = speaker_of(reading, cue)
        return Spoken(quotation, cue, speaker, "quotation with cue")
    for rule, speaker in (
        ("quotation with a signature", _signature(reading, quotation)),
        ("quotation after a colon", _before_colon(reading, quotation)),
        ("quotation that goes on", _going_on(reading, quotation, before)),
    ):
        if speaker.span is not None or speaker.entities:
            return Spoken(quotation, None, speaker, rule)
    next_to = [cue for cue in cues if _is_next_to(reading, quotation, cue.sentence)]
    if next_to:
        cue = min(next_to, key=lambda cue: _rank(cue, quotation))
        return Spoken(quotation, cue, speaker_of(reading, cue), "quotation with cue")
    return Spoken(quotation, None, NOBODY, "quotation")


def is_speech(reading: Reading, quotation: Quotation, introduced: bool) -> bool:
    """Whether somebody speaks between the quotation marks, and does not just set a word or a title apart."""
    words = [word for part in quotation.parts for word in _WORD.findall(part.of(reading.text))]
    if not words or _is_title(words):
        return False
    return len(words) >= (SHORTEST_WITH_CUE if introduced else SHORTEST_WITHOUT_CUE)


def _is_uttered(reading: Reading, quotation: Quotation, cue: Cue) -> bool:
    """Whether a quotation, however short, ends as what is spoken ends, before its verb: `“Not a word,” said Reid`."""
    text = quotation.parts[-1].of(reading.text).rstrip()
    near = 0 <= cue.span.start - quotation.span.end <= _NEAR and says(cue.sentence.tokens[cue.index])
    between = reading.text[quotation.span.end : cue.span.start]
    return near and text.endswith((",", ".", "!", "?", "…")) and not re.search(r"[.!?;:,]", between)


def _is_answer(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation answers yes or no to what its sentence asks, in however few words."""
    inside = (
        s for s in reading.sentences_of(quotation.passage) if s.span.contains(quotation.parts[0]) and is_parsed(s)
    )
    return any(quotation.parts[0].contains(s.tokens[one.word]) for s in inside for one in answered(s))


def _is_title(words: list[str]) -> bool:
    """Whether all longer words have capitals, and not just a name among small ones: `It is not so, Victor`."""
    long = [word for word in words if len(word) > 3]
    named = len(words) > 1 and bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)
    return named and 2 * sum(not word[0].islower() for word in words) >= len(words)


def _cues(reading: Reading, quotation: Quotation) -> list[Cue]:
    """The cues near a quotation: verbs of speech in one of its paragraphs and outside all quotations."""
    passages = {reading.passage_at(part.start) for part in quotation.parts} | {quotation.passage}
    quoted = [q.span for q in reading.document.annotations.quotations if q.passage in passages]
    sentences = [s for passage in sorted(passages) for s in reading.sentences_of(passage)]
    opening = _sentence_before_colon(reading, quotation)
    if opening is not None and opening not in sentences:
        sentences.insert(0, opening)
    return [
        cue
        for sentence in sentences
        for cue in (*cues_in(sentence), *_verbs_beside(sentence, quotation))
        if _stands_beside(cue, quotation, quoted)
    ]


def _verbs_beside(sentence: Sentence, quotation: Quotation) -> Iterator[Cue]:
    """Verbs that tell of speech only because a quotation stands right beside them, or is what they govern: `Hill
    commented, "…`; `assured me that "…`."""
    governing = {
        t.head for t in sentence.tokens if t.dep == "ccomp" and quotation.span.start <= t.start < quotation.span.end
    }
    for index, token in enumerate(sentence.tokens):
        beside = _distance(Span(token.start, token.end), quotation.span) <= _BESIDE
        known = says(token) and (beside or index in governing)
        spoken_so = index in governing and _speaks_after(sentence, quotation, index)
        if token.pos == "VERB" and (known or spoken_so or _judges(sentence, quotation, index)):
            yield Cue(sentence, index)


def _speaks_after(sentence: Sentence, quotation: Quotation, verb: int) -> bool:
    """`“…,” he stormed`: whatever is done with words that the sentence has for its object is done by saying them."""
    tokens = sentence.tokens
    close = _distance(Span(tokens[verb].start, tokens[verb].end), quotation.span) <= _NEAR
    behind = tokens[verb].start >= quotation.span.end
    return close and behind and any(t.head == verb and t.dep == "nsubj" for t in tokens)


def _judges(sentence: Sentence, quotation: Quotation, verb: int) -> bool:
    """`Calling the signal box “a hut with a bell in it”`: the quotation closes the phrase that such a verb governs,
    by no preposition but `as`: who is calling for “a new signal box” says no word of it."""
    tokens = sentence.tokens
    if tokens[verb].tag != "VBG" or tokens[verb].lemma not in judging_verbs():
        return False
    first = next((i for i, t in enumerate(tokens) if t.start >= quotation.parts[0].start), None)
    if first is None or first <= verb or tokens[first].start >= quotation.parts[0].end:
        return False
    below = children(sentence)
    others = (i for i, t in enumerate(tokens) if t.dep == "prep" and t.lemma.lower() != "as")
    return first in subtree(below, verb, frozenset(others))


def _stands_beside(cue: Cue, quotation: Quotation, quoted: list[Span]) -> bool:
    if _distance(cue.span, quotation.span) > CUE_DISTANCE or any(span.contains(cue.span) for span in quoted):
        return False
    return not _crosses_another(cue.span, quotation.span, quoted)


def _belongs(reading: Reading, quotation: Quotation, cue: Cue) -> bool:
    """Whether a cue is in a sentence of the quotation, right behind it, or before the colon that opens it."""
    if cue.sentence.span.overlaps(quotation.span) or _follows_directly(reading, quotation, cue):
        return True
    between = reading.text[cue.span.end : quotation.span.start]
    return between.rstrip(" *_\n\r>").endswith((":", ",")) and not re.search(r"[.!?]\s", between)


def _is_next_to(reading: Reading, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether no other words stand between a quotation and a sentence."""
    first, second = sorted((quotation.span, sentence.span))
    return not any(character.isalnum() for character in reading.text[first.end : second.start])


def _rank(cue: Cue, quotation: Quotation) -> tuple[bool, int, int]:
    """Lower is nearer; verbs before `according to`, which names whoever passes it on."""
    relays = cue.sentence.tokens[cue.index].lemma.lower().startswith("accord")
    return relays, _distance(cue.span, quotation.span), cue.span.start


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _crosses_another(cue: Span, quotation: Span, quoted: list[Span]) -> bool:
    between = Span(min(cue.end, quotation.end), max(cue.start, quotation.start))
    return any(between.start <= span.start and span.end <= between.end for span in quoted if span != quotation)


def _follows_directly(reading: Reading, quotation: Quotation, cue: Cue) -> bool:
    """`"…?" he asked`: the model may end its sentence at the quotation mark."""
    between = reading.text[quotation.span.end : cue.span.start]
    return cue.span.start >= quotation.span.end and not re.search(r"[.!?;:]", between) and len(between) < 60


def _after_colon(reading: Reading, quotation: Quotation) -> bool:
    return _text_before(reading, quotation.span.start).endswith(":")


def _text_before(reading: Reading, end: int) -> str:
    """The words before an offset, up to the last one of them."""
    return reading.text[max(0, end - _NEAR) : end].rstrip(" *_\n\r>")


def _sentence_before_colon(reading: Reading, quotation: Quotation) -> Sentence | None:
    """The sentence whose colon opens a quotation, in its own paragraph or at the end of the one before."""
    if not _after_colon(reading, quotation):
        return None
    near = _text_before(reading, quotation.span.start)
    at = max(0, quotation.span.start - _NEAR) + len(near) - 1
    inside = (s for s in reading.sentences_of(reading.passage_at(at)) if s.span.start <= at)
    return next((s for s in reversed(list(inside))), None)


def _before_colon(reading: Reading, quotation: Quotation) -> Denoted:
    """Who is quoted after a colon without a verb of speech: the only person or organization named before it."""
    sentence = _sentence_before_colon(reading, quotation)
    if sentence is None:
        return NOBODY
    return speaker_before_colon(reading, sentence, quotation.span.start)


def _signature(reading: Reading, quotation: Quotation) -> Denoted:
    """The name that stands alone behind a quotation and a dash."""
    dash = _DASH.match(reading.text, quotation.span.end)
    if dash is None:
        return NOBODY
    end = reading.text.find("\n", dash.end())
    line = Span(dash.end(), end if end >= 0 else len(reading.text))
    named = [n for n in reading.named_in(line) if n.kind in ACTORS]
    if not named or len(line) > _LONGEST_SIGNATURE or named[0].span.start != line.start:
        return NOBODY
    return Denoted(named[0].span, (named[0].entity,), f"“{line.of(reading.text)}” after a dash")


def _going_on(reading: Reading, quotation: Quotation, before: Spoken | None) -> Denoted:
    """The speaker of the quotation before, where this one goes on after it: in the same paragraph, from one left open,
    or as a whole paragraph right after one that ends with the other or with its cue."""
    if before is None:
        return NOBODY
    earlier, speaker = before.quotation, before.speaker
    basis = "goes on after the quotation before it"
    if earlier.passage == quotation.passage:
        follows = _follows_on(reading, quotation, before)
        return Denoted(speaker.span, speaker.entities, basis) if follows else NOBODY
    if reading.passage_at(earlier.span.end - 1) not in _passages_before(reading, quotation.passage):
        return NOBODY
    if not earlier.closed:
        return Denoted(speaker.span, speaker.entities, "goes on from a quotation left open in the paragraph before")
    answers = earlier.parts[-1].of(reading.text).endswith("?") or _is_dialogue(reading, quotation)
    if _is_whole_paragraph(reading, quotation) and not answers and not _somebody_else_after(reading, before):
        return Denoted(speaker.span, speaker.entities, "a paragraph of its own after a quotation")
    return NOBODY


def _follows_on(reading: Reading, quotation: Quotation, before: Spoken) -> bool:
    """Whether nothing but the cue of the quotation before stands between the two, or both are in one sentence."""
    start = before.quotation.span.end
    if before.cue is not None and before.cue.span.start >= start:
        start = max(start, min(before.cue.sentence.span.end, quotation.span.start))
    if not any(character.isalnum() for character in reading.text[start : quotation.span.start]):
        return True
    inside = reading.sentences_of(quotation.passage)
    return any(s.span.overlaps(before.quotation.span) and s.span.overlaps(quotation.span) for s in inside)


def _passages_before(reading: Reading, passage: int) -> set[int]:
    """The paragraph before a passage, and what stands between: pictures, bylines, buttons."""
    found = set()
    for index in range(passage - 1, max(-1, passage - 5), -1):
        found.add(index)
        if reading.passages[index].kind not in _FURNITURE:
            break
    return found


def _is_whole_paragraph(reading: Reading, quotation: Quotation) -> bool:
    passage = reading.passages[quotation.passage].span
    outside = reading.text[passage.start : quotation.span.start] + reading.text[quotation.span.end : passage.end]
    return not any(character.isalnum() for character in outside)


def _is_dialogue(reading: Reading, quotation: Quotation) -> bool:
    """Whether the next paragraph is nothing but a quotation too: then people take turns."""
    following = reading.quotation_after(quotation.span.end)
    behind = reading.passage_at(quotation.span.end - 1) + 1
    return following is not None and following.passage == behind and _is_whole_paragraph(reading, following)


def _somebody_else_after(reading: Reading, before: Spoken) -> bool:
    """Whether the paragraph names another actor after its last quotation and cue."""
    end = max(before.quotation.span.end, before.cue.sentence.span.end if before.cue else 0)
    passage = reading.passages[reading.passage_at(before.quotation.span.end - 1)].span
    rest = Span(min(end, passage.end), passage.end)
    return any(n.kind in ACTORS and n.entity not in before.speaker.entities for n in reading.named_in(rest))
