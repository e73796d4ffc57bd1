"""Every mention of the case: known names at each place where they stand, each once, with its kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dossier import lexis
from dossier.model.annotation import CandidateName
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.resolve.folding import romanised
from dossier.resolve.lexicon import Lexicon
from dossier.resolve.page import Form, Occurrence, Page
from dossier.resolve.personal import PersonName, parse

_BECAUSE = {
    "reference": "author of a cited work", "byline": "named in the byline", "credit": "named in a credit",
    "handle": "a handle in place of a name", "inverted": "surname in capitals, then the given name",
}  # fmt: skip
_SURE = frozenset(_BECAUSE)
"""Origins whose span is a mention as it stands: the form of the document names it there."""
_SCRIPT_KEY = 6
"""Letters of a romanised name from which its form in another script is told by sound."""
_SPACES = frozenset({" ", "\u00a0"})


class Found(NamedTuple):
    """A place where something is named, not yet joined to an entity."""

    page: int
    """Index of the document."""
    span: Span
    passage: int
    form: Form
    kind: EntityKind
    because: str
    """What makes it a name of this kind, in words."""
    origin: str = ""
    """Of a span that stands as the document's form has it: `reference`, `byline`, …"""
    person: PersonName | None = None
    gender: str = ""
    """`m` or `f` where the title before the name tells."""
    title: str = ""
    """The title or office right before the name, folded: `captain`."""
    address: str = ""
    """The form of address right before the name, folded: `mrs`."""
    stated: str = ""
    """The name under which the reader has it in `dossier.toml`."""


def tag(pages: Sequence[Page], lexicon: Lexicon) -> tuple[Found, ...]:
    """All mentions in order of document and offset; none overlaps another."""
    tagger = _Tagger(lexicon)
    return tuple(found for index, page in enumerate(pages) for found in tagger.read(index, page))


class _Tagger:
    """Finds the mentions of one document after another with what the lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._givens: dict[str, set[str]] = defaultdict(set)
        """Given names of the case's persons by family name, both as keys."""
        for verdicts in lexicon.verdicts:
            for form, (kind, _) in verdicts.items():
                if kind is EntityKind.PERSON and len(form) > 1:
                    name = parse(form)
                    self._givens[romanised(name.family)].update(romanised(word) for word in name.given)

    @cached_property
    def _sounds(self) -> Mapping[tuple[str, ...], EntityKind]:
        """Names by sound, for other scripts; made when the first word of another script is met."""
        sounds: dict[tuple[str, ...], EntityKind] = {}
        for verdicts in self._lexicon.verdicts:
            for form, (kind, _) in sorted(verdicts.items()):
                key = tuple(map(romanised, form))
                if kind is not None and sum(map(len, key)) >= _SCRIPT_KEY:
                    sounds.setdefault(key, kind)
        return sounds

    def read(self, index: int, page: Page) -> Iterator[Found]:
        """The mentions of one document in order."""
        sure = [_sure(index, page, form, name) for form, name in page.candidates if name.origin in _SURE and form]
        found = {f.span: f for f in sorted(sure, key=lambda f: (f.span, f.kind))}
        taken = {at for span in found for at in range(page.word_at(span.start), page.word_at(span.end))}
        verdicts = self._lexicon.verdicts[index]
        for occurrence in self._lexicon.occurrences[index]:
            kind, because = verdicts[occurrence.form]
            if kind is not None and taken.isdisjoint(range(occurrence.first, occurrence.last + 1)):
                item = self._found(index, page, occurrence, kind, because)
                found.setdefault(item.span, item)
        for item in self._other_scripts(index, page):
            found.setdefault(item.span, item)
        yield from _joined(page, _apart(found.values()))

    def _found(self, index: int, page: Page, occurrence: Occurrence, kind: EntityKind, because: str) -> Found:
        first, last, form = occurrence
        gender = title = ""
        if kind is EntityKind.PERSON:
            first = self._with_given(page, first, form)
            form = page.texts[first : last + 1]
            gender, title = _gender(page, first), _title(page, first)
        person = parse(form) if kind is EntityKind.PERSON else None
        start, address = page.starts[first], ""
        if person is not None and _is_civil(page, first - 1, first):
            address = page.before(first).casefold()
            start = start if person.full else page.starts[first - 1]
        span = Span(start, page.ends[last])
        passage = page.passage_of[first]
        return Found(index, span, passage, form, kind, because, "", person, gender, title, address)

    def _with_given(self, page: Page, first: int, form: Form) -> int:
        """Take in initials and spellings of the given name that stand before a known surname."""
        if len(form) > 1:
            return first
        known = self._givens.get(romanised(parse(form).family), ())
        start = first
        while first and page.gap(first - 1) in _SPACES and (word := page.before(first)):
            told = lexis.is_initials(word) or romanised(word) in known
            if not lexis.is_name_word(word) or not (told or (first == start and _is_given(page, first - 1))):
                break
            first -= 1
        return first

    def _other_scripts(self, index: int, page: Page) -> Iterator[Found]:
        """Names of the case written in another script: `Роскосмос` for Roscosmos."""
        words = () if page.text.isascii() else page.places
        other = [word for word in words if not lexis.is_latin(word) and lexis.is_name_word(word)]
        free = 0
        for at in sorted(at for word in other for at in page.places[word]):
            length = self._sounds_like(page, at) if at >= free else 0
            if length:
                form = page.texts[at : at + length]
                kind = self._sounds[tuple(romanised(w) for w in form)]
                span = Span(page.starts[at], page.ends[at + length - 1])
                person = parse(form) if kind is EntityKind.PERSON else None
                because = "the same name in another script"
                yield Found(index, span, page.passage_of[at], form, kind, because, person=person)
                free = at + length

    def _sounds_like(self, page: Page, at: int) -> int:
        for length in (3, 2, 1):
            key = tuple(map(romanised, page.texts[at : at + length]))
            same = at + length <= len(page.texts) and page.passage_of[at] == page.passage_of[at + length - 1]
            if same and key in self._sounds:
                return length
        return 0


def _is_given(page: Page, at: int) -> bool:
    """Whether a word right before a surname can only be the given name of somebody else who bears it: `Tunde Cole`
    where the case knows a Wale Cole."""
    word = page.texts[at]
    low = word.casefold()
    offices = (lexis.folded_list("titles"), lexis.word_list("person_nouns"), lexis.word_list("ranks"))
    if any(low in known for known in offices) or lexis.is_acronym(word) or lexis.is_period(word):
        return False
    if not (lexis.is_latin(word) and word.isalpha()):
        return False
    if word in lexis.word_list("given_names"):
        return word not in lexis.word_list("places") and not lexis.is_common(word)
    inside = page.before(at) and page.gap(at - 1) in (" ", ", ", "\u00a0")
    known = word in lexis.word_list("places") or word in lexis.word_list("demonyms") or lexis.is_common(word)
    return bool(inside) and not known


def _gender(page: Page, first: int) -> str:
    """What the form of address right before a word tells; not a noun that ends the sentence before: `his sister. Cole
    fled`."""
    word = page.before(first)
    beside = page.gap(first - 1) in _SPACES or (word[:1].isupper() and word.casefold() in lexis.CIVIL_TITLES)
    return lexis.title_gender(word) if word and beside else ""


def _title(page: Page, first: int) -> str:
    """The capitalised title or office right before a word, other than plain forms of address."""
    word = page.before(first)
    low = word.casefold()
    known = low in lexis.folded_list("titles") or low in lexis.word_list("person_nouns")
    beside = page.gap(first - 1).replace("\u00a0", " ") in (" ", ". ")
    return low if word[:1].isupper() and known and beside and low not in lexis.CIVIL_TITLES else ""


def _is_civil(page: Page, title: int, first: int) -> bool:
    """Whether the word before a single name is a form of address that belongs to the mention."""
    return page.before(first).casefold() in lexis.CIVIL_TITLES and page.gap(title).replace("\u00a0", " ") in (" ", ". ")


def _sure(index: int, page: Page, form: Form, name: CandidateName) -> Found:
    kind = EntityKind.PERSON if name.label == "PERSON" else EntityKind.ORGANIZATION
    person = _person(name.span.of(page.text), form) if kind is EntityKind.PERSON else None
    return Found(index, name.span, name.passage, form, kind, _BECAUSE[name.origin], name.origin, person)


def _person(text: str, form: Form) -> PersonName:
    family, comma, _ = text.partition(",")
    if text.startswith("@"):
        return PersonName((), text)
    return parse(form, inverted=bool(comma), family_length=sum(1 for _ in lexis.words(family)))


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """The mentions in order without those that reach into one before them."""
    end = -1
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if item.span.start >= end:
            end = item.span.end
            yield item


def _joined(page: Page, found: Iterator[Found]) -> Iterator[Found]:
    """Names side by side that are one: an organization with its country (`Toyota Australia`), or with the noun
    that says what it is before it (`State Corporation Rostec`)."""
    last: Found | None = None
    for item in found:
        if last is not None and page.text[last.span.end : item.span.start] == " " and _belong(page, last, item):
            span = Span(last.span.start, item.span.end)
            kind, form = EntityKind.ORGANIZATION, last.form + item.form
            last = Found(item.page, span, item.passage, form, kind, f"{' '.join(form)} stand side by side as one name")
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _belong(page: Page, left: Found, right: Found) -> bool:
    if left.origin or right.origin or left.kind is not EntityKind.ORGANIZATION:
        return False
    if right.kind is EntityKind.PLACE:
        following = page.word_at(right.span.end)
        named = following < len(page.texts) and page.text[right.span.end : page.starts[following]] == " "
        lonely = not (named and lexis.is_name_word(page.texts[following]))
        return lonely and " ".join(right.form) in lexis.word_list("places")
    nouns = lexis.word_list("organization_nouns")
    return right.kind is EntityKind.ORGANIZATION and left.form[-1].casefold() in nouns and len(right.form) == 1
