"""How long assembling events takes, and how it grows: `python tests/benchmarks/bench_events.py [N …]`.

Makes cases of N documents (1,000, 3,162 and 10,000 unless told), each of 15 sentences in 5 paragraphs, a third of which
tell of states, out of the language model's own parses of thirty sentences: the words for people, places, ships and days
are put in anew in every document. Each document tells of one of N/8 affairs, so that some eight documents report the
same happenings in part. Prints CPU seconds of one process, from readings and statements to events, and the exponent of
growth between the sizes; exits with 1 where 10,000 documents take more than 60 s or it is above 1.3 (issue 4).
"""

import math
import random
import sys
import time
from dataclasses import replace

from dossier import lexis
from dossier.annotate.language import Pipeline
from dossier.assemble.events.conclude import events
from dossier.assemble.reading import Named, Reading
from dossier.model.annotation import Annotated, Annotations, Passage, PassageKind, Sentence, Token
from dossier.model.date import DateMeaning, DateMention
from dossier.model.entity import EntityKind
from dossier.model.manifest import DEFAULT_MODEL
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.model.statement import Statement

SECONDS = 60.0
EXPONENT = 1.3
TEMPLATES = (
    "PERSON bought the ferry SHIP from a bank in PLACE on DAY.",
    "The SHIP struck a rock near PLACE on DAY and sank within an hour.",
    "The wreck, which was found by divers, lay in forty metres of water.",
    "After the collision the crew lowered the boats and rowed ashore.",
    "Police arrested PERSON at the harbour of PLACE on DAY.",
    "PERSON said that the owners had ignored two warnings about the pumps.",
    "PERSON denied the charge and blamed the pilot for the loss.",
    "A court in PLACE fined the company for the leak on DAY.",
    "The inspector examined the hull and photographed a crack in the plates.",
    "The insurers refused to pay until the inquiry had ended.",
    "On DAY the minister opened an inquiry into the sinking of the SHIP.",
    "Passengers told reporters that the lights failed before the collision.",
    "The engineers repaired the boiler with a plate that PERSON supplied.",
    "It also found that the logbook had been altered.",
    "PERSON resigned on DAY after the crash of the shares.",
    "The board approved the sale of the yard to a rival in PLACE.",
    "Workers at the yard walked out on DAY and closed the gates.",
    "The union accused PERSON of selling the pumps for scrap.",
    "Divers recovered the bell, the safe and eleven bodies.",
    "The trial of PERSON began in PLACE on DAY.",
    "The SHIP was eighty metres long and had three decks.",
    "Nobody in PLACE remembers her name.",
    "They are the oldest pumps on this coast, and the loudest.",
    "It is not known why the light was dark that night.",
    "For many families the money never came.",
    "He will be seventy next year and lives in PLACE.",
    "What the pilot saw is a matter of opinion.",
    "There have been worse storms, but few of them in May.",
    "Of the lifeboats only two could carry all who needed them.",
    "The cost of such a repair is high and the yard is small.",
)
"""Of several kinds of telling; words in capitals are put in anew in each document."""
PER_AFFAIR = 8
PARAGRAPHS, SENTENCES = 5, 3


def made_case(documents: int, parsed: list[tuple[str, Sentence]]) -> tuple[list[Reading], list[list[Statement]]]:
    """A case of so many documents with the statements in them."""
    chance = random.Random(documents)
    families, places = sorted(lexis.word_list("family_names")), sorted(lexis.word_list("places"))
    affairs = [_affair(number, chance, families, places) for number in range(max(1, documents // PER_AFFAIR))]
    readings, said = [], []
    for number in range(documents):
        reading, statements = _document(number, chance.choice(affairs), chance, parsed)
        readings.append(reading)
        said.append(statements)
    return readings, said


def _affair(number, chance, families, places):
    """What the documents on one affair put into the sentences, and which sentences they choose from."""
    year, first = 1900 + number % 90, chance.randint(1, 200)
    return {
        "PERSON": [f"{chance.choice(families)}son" for _ in range(3)],
        "PLACE": [chance.choice(places).split()[0] for _ in range(2)],
        "SHIP": [f"{chance.choice(families)}star"],
        "DAY": [f"{year}-{1 + day // 28 % 12:02}-{1 + day % 28:02}" for day in range(first, first + 4)],
        "tells": chance.sample(range(len(TEMPLATES)), 18),
        "number": number,
    }


def _document(number, affair, chance, parsed):
    text, passages, sentences, named, dates, statements = "", [], [], [], [], []
    source = f"s{number:06}"
    for _ in range(PARAGRAPHS):
        start = len(text)
        for template in chance.sample(affair["tells"], SENTENCES):
            words, sentence = parsed[template]
            text, told = _put_in(text, sentence, words, affair, chance, len(passages), named, dates, source)
            sentences.append(told)
            statements += _said(told, source, named)
            text += " "
        passages.append(Passage(PassageKind.PARAGRAPH, Span(start, len(text) - 1)))
        text += "\n\n"
    sha256 = f"{number:064x}"
    found = Annotations(sha256, tuple(passages), tuple(sentences), (), (), (), (), (), ())
    document = Annotated(Source(source, f"{number:06}.txt", sha256, "text", text, ()), found)
    return Reading(number, document, tuple(named), tuple(dates), None), statements


def _put_in(text, sentence, words, affair, chance, passage, named, dates, source):  # noqa: PLR0913, PLR0917
    """The sentence with this document's names and days, at the end of the text so far."""
    begins, tokens = len(text), []
    for index, token in enumerate(sentence.tokens):
        word = words[token.start : token.end]
        gap = words[sentence.tokens[index - 1].end : token.start] if index else ""
        kind = word if word in {"PERSON", "PLACE", "SHIP", "DAY"} else None
        filled = word if kind is None else chance.choice(affair[kind])
        text += gap
        span = Span(len(text), len(text) + len(filled))
        text += filled
        tokens.append(replace(token, start=span.start, end=span.end, lemma=filled if kind else token.lemma))
        if kind == "DAY":
            dates.append(DateMention(source, span, passage, filled, filled, DateMeaning.HAPPENED, "stated"))
        elif kind is not None:
            named.append(Named(span, f"{kind}-{filled}-{affair['number']}", _KINDS[kind]))
    return text, Sentence(Span(begins, len(text)), passage, tuple(tokens))


_KINDS = {"PERSON": EntityKind.PERSON, "PLACE": EntityKind.PLACE, "SHIP": EntityKind.VEHICLE}


def _said(sentence, source, named):
    """The statement that a sentence with `said` reports."""
    verb = next((i for i, t in enumerate(sentence.tokens) if t.lemma == "say"), None)
    if verb is None:
        return
    cue, speaker = sentence.tokens[verb], named[-1]
    span = Span(sentence.tokens[verb + 2].start, sentence.span.end - 1)
    place = (f"t{source}{span.start}", source, sentence.passage, span, "indirect")
    yield Statement(*place, (speaker.entity,), speaker.span, Span(cue.start, cue.end), "cue")


def _parsed() -> list[tuple[str, Sentence]]:
    pipeline = Pipeline(DEFAULT_MODEL)
    stand_ins = {"PERSON": "Keller", "PLACE": "Oslo", "SHIP": "Lark", "DAY": "Monday"}
    found = []
    for words in TEMPLATES:
        plain = words
        for kind, name in stand_ins.items():
            plain = plain.replace(kind, name)
        tokens = next(iter(pipeline.read([plain]))).sentences[0]
        found.append(_with_kinds(plain, words, tokens, stand_ins))
    return found


def _with_kinds(plain: str, words: str, tokens: tuple[Token, ...], stand_ins: dict[str, str]) -> tuple[str, Sentence]:
    """The parse of a sentence with the words in capitals back in it."""
    kinds = {name: kind for kind, name in stand_ins.items()}
    at, moved = 0, []
    for token in tokens:
        word = kinds.get(plain[token.start : token.end], plain[token.start : token.end])
        at = words.index(word, at)
        moved.append(replace(token, start=at, end=at + len(word)))
        at += len(word)
    return words, Sentence(Span(0, len(words)), 0, tuple(moved))


def seconds(documents: int, parsed: list[tuple[str, Sentence]]) -> float:
    """CPU seconds that assembling the events of a case of so many documents takes."""
    case, said = made_case(documents, parsed)
    start = time.process_time()
    found = events(case, said)
    taken = time.process_time() - start
    reports = sum(len(event.reports) for event in found)
    print(f"{documents:>8} documents  {taken:7.2f} s  {len(found)} events of {reports} reports", flush=True)
    return taken


def main(sizes: list[int]) -> int:
    """Measure each size; 1 where a limit is broken."""
    parsed = _parsed()
    seconds(100, parsed)
    times = {size: seconds(size, parsed) for size in sizes}
    slow = times.get(10_000, 0.0) > SECONDS
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        exponent = math.log(times[last] / times[first]) / math.log(last / first)
        print(f"growth exponent {exponent:.2f}")
        slow = slow or exponent > EXPONENT
    return int(slow)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [1_000, 3_162, 10_000]))
