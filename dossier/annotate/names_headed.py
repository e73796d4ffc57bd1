"""Organizations, buildings and roads told by the noun that ends their name, or stands before its `of`: `Westshire
Regiment`, `Chamber of Commerce`, `Lyric Theatre`, `Bridge Street`.

Spans are half-open code points of the source's text. The language model passes many such names over where it has seen
nothing like them; what kind they are of is decided by `resolve`.
"""

from collections.abc import Iterator, Sequence

from dossier import lexis
from dossier.annotate.names_clean import in_title_case, is_role, is_title
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage, PassageKind
from dossier.model.span import Span

_LONGEST = 6
"""Words of such a name."""
_RUNNING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.QUOTE, PassageKind.CAPTION})
_SPACES = frozenset({" ", "\u00a0"})
_GENITIVES = ("'s", "’s", "s'", "s’")


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """The names in the running text of a passage whose noun says what they name."""
    if passage.kind not in _RUNNING:
        return
    for run in _runs(text, words):
        for first, last, label in _headed(text, run):
            span = Span(run[first].start, run[last].end)
            numbered = text[span.end : span.end + 2].strip().isdigit()  # `Corn Lane 4` is the name
            if not numbered and not in_title_case(text, span, passage.span):
                yield CandidateName(span, index, label, "headed")


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The runs of words with a capital side by side, with `of` between them."""
    run: list[Word] = []
    for at, word in enumerate(words):
        beside = not run or text[run[-1].end : word.start] in _SPACES
        if run and not beside:
            yield run
            run = []
        of = bool(run) and word.text == "of" and at + 1 < len(words) and _is_part(words[at + 1].text)
        if _is_part(word.text) or of:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_part(word: str) -> bool:
    return lexis.is_name_word(word) and not (word.isupper() and len(word) > 1 and not lexis.is_acronym(word))


def _headed(text: str, run: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First and last word and label of the name in a run that ends with a noun for bodies, buildings or roads, or whose
    noun stands before `of`."""
    first = _opening(text, run)
    of = next((at for at in range(first + 1, len(run)) if run[at].text == "of"), len(run))
    head = of - 1
    label = _label(run[head].text) if first <= head else ""
    if not label:
        return
    if of < len(run):
        last = of + 1
        if label == "ORG" and last < len(run) and of - first <= _LONGEST:
            yield first, last, label
    elif first < head and head - first < _LONGEST:
        yield first, head, label


def _opening(text: str, run: Sequence[Word]) -> int:
    """Where the name in a run begins: behind articles and other words of grammar, titles and offices."""
    first = 0
    while first < len(run) and _is_before(text, run, first):
        first += 1
    return first


def _is_before(text: str, run: Sequence[Word], at: int) -> bool:
    word = run[at].text
    opens = lexis.starts_sentence(text, run[at].start)
    small = word.casefold() in lexis.word_list("function_words")
    follows = at + 1 < len(run) and not _label(run[at + 1].text)
    return small or is_title(word) or (is_role(word) and follows) or (opens and at == 0 and _is_verb(word))


def _is_verb(word: str) -> bool:
    return word.casefold() in lexis.word_list("clause_verbs") and not word.endswith("s")


def _label(word: str) -> str:
    """What a noun with a capital is one of: ORG, FAC, or nothing."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    if word.isupper() or word.endswith(_GENITIVES):
        return ""
    if low in lexis.word_list("organization_nouns"):
        return "ORG"
    return "FAC" if low in lexis.word_list("road_nouns") or low in lexis.word_list("building_nouns") else ""
