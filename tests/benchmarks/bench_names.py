"""How long the resolution of names takes, and how it grows: `python tests/benchmarks/bench_names.py [N …]`.

Makes cases of N mentions (10,000 and 100,000 unless told) in documents of 100, with persons in full, by surname and
by initials, organizations with acronyms, and places; no language model. Prints CPU seconds of one process and the
exponent of growth between the sizes; exits with 1 where 10,000 take more than 1 s, 100,000 more than 15 s, or the
exponent is above 1.3 (issue 3).
"""

import math
import random
import sys
import time

from dossier import lexis
from dossier.model.annotation import Annotated, Annotations, CandidateName, Passage, PassageKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.names import resolve_names

LIMITS = {10_000: 1.0, 100_000: 15.0}
EXPONENT = 1.3


def made_case(mentions: int, per_document: int = 100) -> list[Annotated]:
    """A case of so many mentions; one mention in three names somebody new, the others repeat the document's own."""
    chance = random.Random(mentions)
    given, family = sorted(lexis.word_list("given_names")), sorted(lexis.word_list("family_names"))
    places = sorted(name for name in lexis.word_list("places") if " " not in name)
    return [made_document(n, per_document, chance, given, family, places) for n in range(mentions // per_document)]


def made_document(
    number: int, mentions: int, chance: random.Random, given: list[str], family: list[str], places: list[str]
) -> Annotated:
    """One document, a sentence a mention, with the candidates that a language model would give."""
    text, passages, names, known = "", [], [], []
    for _ in range(mentions):
        if not known or chance.random() < 1 / 3:
            known.append((chance.choice(given), chance.choice(family)))
        first, last = chance.choice(known)
        forms = [(f"{first} {last}", "PERSON"), (last, "PERSON"), (f"{first[0]}. {last}", "PERSON")]
        forms += [(chance.choice(places), "GPE"), (f"{last} Trading Company", "ORG")]
        name, label = chance.choice(forms)
        start = len(text) + 4
        names.append(CandidateName(Span(start, start + len(name)), len(passages), label, "model"))
        sentence = f"and {name} said that nothing more was known of the matter."
        passages.append(Passage(PassageKind.PARAGRAPH, Span(len(text), len(text) + len(sentence))))
        text += sentence + "\n\n"
    sha256 = f"{number:064x}"
    source = Source(f"s{number}", f"{number:06}.txt", sha256, "text", text, ())
    found = Annotations(sha256, tuple(passages), (), tuple(names), (), (), (), (), ())
    return Annotated(source, found)


def seconds(mentions: int) -> float:
    """CPU seconds that the resolution of a case of so many mentions takes."""
    case = made_case(mentions)
    start = time.process_time()
    entities = resolve_names(case, Manifest())
    taken = time.process_time() - start
    print(f"{mentions:>8} mentions  {taken:7.2f} s  {len(entities)} entities")
    return taken


def main(sizes: list[int]) -> int:
    """Measure each size; 1 where a limit is broken."""
    seconds(100)
    times = {size: seconds(size) for size in sizes}
    slow = any(times[size] > limit for size, limit in LIMITS.items() if size in times)
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        exponent = math.log(times[last] / times[first]) / math.log(last / first)
        print(f"growth exponent {exponent:.2f}")
        slow = slow or exponent > EXPONENT
    return int(slow)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [10_000, 100_000]))
