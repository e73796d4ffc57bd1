"""What the names of a case, once known, say about the other forms: surnames, short names, series, capitals.

A hint adds to the score of a form (see `evidence` for the scale) and says why.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from dossier import lexis
from dossier.model.entity import NAMED_KINDS, EntityKind
from dossier.model.manifest import KnownName, Manifest
from dossier.resolve.folding import romanised
from dossier.resolve.page import SHIP_PREFIXES, Form, FormIndex, Page
from dossier.resolve.personal import hyphenated, parse

Senses = Mapping[Form, EntityKind | None]
Known = Mapping[EntityKind | None, Sequence[Form]]
"""The forms of a case by kind, in order; all forms for None."""
_PAIR = ("expansion", "acronym")
_BEARER = 3.5
"""For a family name whose bearer the document names in full: a bare one rarely means anything else there."""
_ELSEWHERE = 2.0
"""For a family name whose bearer another document of the case names in full; three quarters of it against a place, and
against an organization where none of the case begins so."""
_GIVEN = 2.0
"""For the given name of a person whom the document names in full, and against a place called so."""
_NAMESAKE, _INTIMATE = 0.3, 0.9
"""For the given name of persons whom another document names in full, and where only one of the case has it."""
_SERIES = 2.5
"""For a designation that differs from that of a known vehicle in its number alone."""
_SHIP = 6.0
"""For a name that stands elsewhere with a ship's prefix."""
_FIRM = 4.0
"""For the first word of a company's name that has a legal form; half where it only has a noun for organizations."""
INSTITUTION = 4.0
"""Against a noun for organizations or places alone (`Court`) as the name of an organization."""
_SHORTENED = 2.8
"""For such a noun where the document has a name that it shortens: most are descriptions even then."""
_STANDS_FOR = 5.5
"""For an acronym beside the name that it stands for."""
_DEFINITION = re.compile(r"[ \u00a0]\((?:hereinafter |hereafter |the )?[\"“‘']([^\"”’'()\n]{2,40})[\"”’']\)")
"""`("Halvorsen")`: what a document calls the name before it from here on."""
_LONGEST_DEFINED = 8
"""Words of a name that is given a short one."""
_SPELLING = 3.5
"""For a full name with the surname and given name of a known person, spelt another way."""
_CAPITALS = 3.5
"""For a known name all in capitals; it outweighs that capitals look like an acronym."""
_SHORT_CAPITALS = 3
"""Letters in capitals that may be anybody's initials."""
_PAPER = 5.0
"""For the noun that closes the name of a newspaper or station whose document is in the case: with a capital it hardly
means anything else."""
_STATED = 9.0
"""For a name that the reader gives in `dossier.toml`: nothing outweighs it."""


class Hint(NamedTuple):
    """An addition to the score of one kind, and the reason in words."""

    kind: EntityKind
    weight: float
    because: str


Hints = Mapping[Form, Sequence[Hint]]


def form_of(name: str) -> Form:
    """The words of a name."""
    return tuple(word.text for word in lexis.words(name))


def forms_of(known: KnownName) -> Iterator[Form]:
    """The forms of a name that the reader gives and of its aliases; one that begins with an article in small letters
    begins sentences, too."""
    for name in (known.name, *known.aliases):
        form = form_of(name)
        if form:
            yield form
            if form[0].islower():
                yield (form[0].capitalize(), *form[1:])


def from_manifest(manifest: Manifest) -> Hints:
    """Hints for the names and aliases that the reader gives."""
    found: dict[Form, list[Hint]] = defaultdict(list)
    for known in manifest.names:
        for form in forms_of(known) if known.kind in NAMED_KINDS else ():
            found[form].append(Hint(EntityKind(known.kind), _STATED, "named in dossier.toml"))
    return found


def from_names(
    pages: Sequence[Page], senses: Sequence[Senses], standing: Sequence[Collection[Form]], used: Hints
) -> list[Hints]:
    """Hints for each document from the names found in it and in the others, and those of their use in the case.

    `standing` are the candidate forms that stand in each document.
    """
    case: dict[Form, list[Hint]] = defaultdict(list, {form: list(hints) for form, hints in used.items()})
    of_kind = _by_kind(senses)
    placed = {form for form, hints in used.items() if any(hint.kind is EntityKind.PLACE for hint in hints)}
    written = {word for page in pages for word in page.places}
    told = (_over_case(of_kind, placed), _in_capitals(written, of_kind), _acronyms(pages, senses), _papers(pages))
    for form, hint in chain.from_iterable(told):
        if written.issuperset(form) and hint not in case[form]:
            case[form].append(hint)
    things = {form for form, hints in case.items() if any(_tells_thing(hint) for hint in hints)}
    further = FormIndex(case.keys() - {form for forms in standing for form in forms})
    found: list[Hints] = []
    for page, known, forms in zip(pages, senses, standing, strict=True):
        own: dict[Form, list[Hint]] = defaultdict(list)
        for form, hint in chain(_in_document(known, things), _institutions(known), _defined(page, known)):
            if hint not in own[form]:
                own[form].append(hint)
        local = {form for form, hints in own.items() if any(h.kind is EntityKind.PERSON for h in hints)}
        here = {form for form in forms if form in case}
        for form in (here | {occurrence.form for occurrence in further.occurrences(page)}) - local:
            own[form] += case[form]
        found.append(own)
    return found


def _tells_thing(hint: Hint) -> bool:
    return hint.kind in (EntityKind.ORGANIZATION, EntityKind.VEHICLE) and hint.weight > 0


def _in_document(senses: Senses, things: Collection[Form]) -> Iterator[tuple[Form, Hint]]:
    """The single names of the persons whom a document names in full; nobody is called by a word that the case has for
    `things`, unless it is a known given name."""
    for form in sorted(form for form, kind in senses.items() if kind is EntityKind.PERSON and len(form) > 1):
        name, whole = parse(form), " ".join(form)
        for short in _families(form):
            known = " ".join(short) in lexis.word_list("places")
            hint = Hint(EntityKind.PERSON, _BEARER / 2 if known else _BEARER, f"surname of {whole}")
            yield short, hint
            if sum(map(len, short)) > _SHORT_CAPITALS:
                yield tuple(word.upper() for word in short), hint._replace(weight=hint.weight + _CAPITALS)
            if short[0].islower():
                yield (short[0].title(), *short[1:]), hint
        for part in hyphenated(name.family):
            if lexis.is_name_word(part) and not lexis.is_common(part) and part not in lexis.word_list("places"):
                yield (part,), Hint(EntityKind.PERSON, _BEARER / 2, f"a part of the surname of {whole}")
        given = name.given[0] if name.given else form[0]
        if _may_be_called(given) and ((given,) not in things or given in lexis.word_list("given_names")):
            yield (given,), Hint(EntityKind.PERSON, _GIVEN, f"given name of {whole}")
            if given not in lexis.word_list("places"):
                yield (given,), Hint(EntityKind.PLACE, -_GIVEN, f"given name of {whole}")


def _may_be_called(given: str) -> bool:
    """Whether somebody may be called by this word of theirs alone: a known given name, or one that is nothing else."""
    if lexis.is_initials(given) or given in lexis.word_list("given_names"):
        return not lexis.is_initials(given)
    other = lexis.is_elsewhere(given) or lexis.is_common(given) or lexis.is_acronym(given)
    low = given.casefold()
    office = low in lexis.folded_list("titles") or low in lexis.word_list("person_nouns")
    return given.isalpha() and given.istitle() and not (other or office or low in lexis.word_list("ranks"))


def _institutions(senses: Senses) -> Iterator[tuple[Form, Hint]]:
    """`House` where the document has `House of Commons`, `Court` where it has `Supreme Court`."""
    nouns = lexis.word_list("organization_nouns") | lexis.word_list("place_nouns")
    for form in sorted(form for form, kind in senses.items() if kind is EntityKind.ORGANIZATION and len(form) > 1):
        for word in dict.fromkeys((form[0], form[-1])):
            if lexis.is_name_word(word) and word.casefold() in nouns:
                yield (word,), Hint(EntityKind.ORGANIZATION, _SHORTENED, f"short for {' '.join(form)}")


def _defined(page: Page, senses: Senses) -> Iterator[tuple[Form, Hint]]:
    """`Halvorsen Industries Inc ("Halvorsen")`: a document that says what it calls a name by keeps to it."""
    for match in _DEFINITION.finditer(page.text):
        short = tuple(word.text for word in lexis.words(match[1]))
        last = page.word_at(match.start()) - 1
        for length in range(_LONGEST_DEFINED, 1, -1) if last > 0 else ():
            full = page.texts[max(0, last + 1 - length) : last + 1]
            kind = senses.get(full)
            if kind is not None and short and set(short) < set(full):
                yield short, Hint(kind, _STANDS_FOR, f"the document calls {' '.join(full)} so")
                break


@lru_cache(maxsize=1 << 16)
def _families(form: Form) -> tuple[Form, ...]:
    """By which surnames somebody may be called."""
    family = tuple(parse(form).family.split())
    if not lexis.is_name_word(family[-1]) or lexis.is_initials(family[-1]):
        return ()
    return (family,) if len(family) == 1 else (family, family[-1:])


def _over_case(of_kind: Known, placed: Collection[Form]) -> Iterator[tuple[Form, Hint]]:
    """What holds in every document of the case; `placed` are words that its use shows to be places."""
    bodies = {form[:1] for form in of_kind[EntityKind.ORGANIZATION] if len(form) > 1}
    bearers: dict[str, set[str]] = defaultdict(set)
    for form in of_kind[EntityKind.PERSON]:
        bearers[form[0]].add(parse(form).family_key if len(form) > 1 else "")
    for form in of_kind[EntityKind.PERSON]:
        for family in _families(form) if len(form) > 1 else ():
            if family not in bodies:
                yield family, Hint(EntityKind.ORGANIZATION, -0.75 * _ELSEWHERE, "surname of a person of this case")
            if " ".join(family) not in lexis.word_list("places"):
                hint = Hint(EntityKind.PERSON, _ELSEWHERE, "surname of a person of this case")
                yield family, hint
                if sum(map(len, family)) > _SHORT_CAPITALS:
                    yield tuple(word.upper() for word in family), hint._replace(weight=hint.weight + _CAPITALS)
                yield family, Hint(EntityKind.PLACE, -0.75 * _ELSEWHERE, "surname of a person of this case")
        if len(form) > 1 and form[:1] not in bodies and _may_be_called(form[0]):
            sole = len(bearers[form[0]]) == 1
            hint = Hint(EntityKind.PERSON, _INTIMATE if sole else _NAMESAKE, "given name of a person of this case")
            yield form[:1], hint
            if sole and form[0] not in lexis.word_list("places"):
                yield form[:1], hint._replace(kind=EntityKind.PLACE, weight=-_INTIMATE)
    for form in of_kind[EntityKind.VEHICLE]:
        if len(form) > 1 and form[0] in SHIP_PREFIXES:
            yield form[1:], Hint(EntityKind.VEHICLE, _SHIP, f"stands elsewhere as {' '.join(form)}")
    for form in of_kind[EntityKind.ORGANIZATION]:
        if form[:1] not in placed or lexis.is_legal_form(form[-1]):
            yield from _firm(form)
    yield from _spellings(of_kind)
    yield from _series(of_kind)


def _acronyms(pages: Sequence[Page], senses: Sequence[Senses]) -> Iterator[tuple[Form, Hint]]:
    """An acronym is of the kind of the name before its brackets."""
    for page, known in zip(pages, senses, strict=True):
        stated = sorted((name.span, name.origin, form) for form, name in page.candidates if name.origin in _PAIR)
        for (_, left, full), (_, right, short) in pairwise(stated):
            kind = known.get(full)
            if (left, right) == _PAIR and kind is not None:
                yield short, Hint(kind, _STANDS_FOR, f"stands for {' '.join(full)}")


def _spellings(of_kind: Known) -> Iterator[tuple[Form, Hint]]:
    """`Evgenii Liubimov` where Yevgeny Lyubimov is known, `A. Flower` where Andy Flower is."""
    known: dict[tuple[str, str], Form] = {}
    for form in of_kind[EntityKind.PERSON]:
        if len(form) > 1:
            known.setdefault((romanised(form[0]), romanised(form[-1])), form)
            known.setdefault((romanised(form[0][:1]), romanised(form[-1])), form)
    for form in of_kind[None]:
        other = known.get((romanised(form[0]), romanised(form[-1]))) if 1 < len(form) < 5 else None
        if other is not None and other != form:
            yield form, Hint(EntityKind.PERSON, _SPELLING, f"a spelling of {' '.join(other)}")


def _by_kind(senses: Sequence[Senses]) -> Known:
    found: dict[EntityKind | None, set[Form]] = {kind: set() for kind in (*NAMED_KINDS, None)}
    for known in senses:
        found[None].update(known)
        for form, kind in known.items():
            if kind is not None:
                found[kind].add(form)
    return {kind: sorted(forms) for kind, forms in found.items()}


def _firm(form: Form) -> Iterator[tuple[Form, Hint]]:
    """`Halvorsen` where `Halvorsen Industries Inc` stands."""
    last, first = form[-1].casefold(), form[0]
    if len(form) < 2 or first in lexis.word_list("demonyms") or lexis.is_acronym(first) or first == "The":
        return
    because = f"short for {' '.join(form)}"
    if lexis.is_legal_form(form[-1]) and last not in lexis.word_list("organization_nouns"):
        yield form[:1], Hint(EntityKind.ORGANIZATION, _FIRM, because)
    elif last in lexis.word_list("organization_nouns") and first not in lexis.word_list("places"):
        yield form[:1], Hint(EntityKind.ORGANIZATION, _FIRM / 2, because)
    elif last.endswith("s") and _is_coined(first):
        yield form[:1], Hint(EntityKind.ORGANIZATION, _FIRM / 2, because)
        yield form[:1], Hint(EntityKind.PLACE, -_FIRM / 2, because)


def _is_coined(word: str) -> bool:
    """Whether a word is nothing but a name, and nobody's that is known. Before goods in the plural, `Keldra Ceramics`,
    it is the company's own; before one noun, `Skelby Courier`, it may be a town's."""
    known = lexis.word_list("given_names") | lexis.word_list("family_names") | lexis.word_list("places")
    return word.isalpha() and word.istitle() and not lexis.is_common(word) and word not in known


def _series(of_kind: Known) -> Iterator[tuple[Form, Hint]]:
    """Designations that differ from a vehicle's in the number alone: `MS-08` beside `MS-09`."""
    known = frozenset(name for form in of_kind[EntityKind.VEHICLE] for name in _series_of(form))
    for form in of_kind[None] if known else ():
        if not known.isdisjoint(_series_of(form)):
            yield form, Hint(EntityKind.VEHICLE, _SERIES, "of one series with another vehicle")


def _series_of(form: Form) -> Iterator[str]:
    """Each series that a designation may belong to; none where the last word has no number."""
    stem = form[-1].rstrip("0123456789")
    if stem != form[-1]:
        words = " ".join((*form[:-1], stem)).replace("-", " ").split()
        for start in range(len(words)):
            yield " ".join(words[start:])


def _in_capitals(written: set[str], of_kind: Known) -> Iterator[tuple[Form, Hint]]:
    """Known names as a headline or a byline in capitals has them, and without; `written` are the words of the case."""
    for kind in NAMED_KINDS:
        for form in of_kind[kind]:
            capitals = tuple([word.upper() for word in form])
            if capitals == form:
                small = tuple([word.title() for word in form]) if len(form) > 1 else form
                if small != form and written.issuperset(small):
                    yield small, Hint(kind, _CAPITALS, f"{' '.join(form)} without its capitals")
            elif written.issuperset(capitals) and (len(form) > 1 or len(form[0]) > _SHORT_CAPITALS):
                yield capitals, Hint(kind, _CAPITALS, f"{' '.join(form)} in capitals")


def _is_noun(word: str) -> bool:
    """Whether a word is one of the language, and no company's legal form."""
    known = lexis.is_common(word) or word.casefold() in lexis.word_list("person_nouns")
    return known and not lexis.is_legal_form(word)


def _papers(pages: Sequence[Page]) -> Iterator[tuple[Form, Hint]]:
    """`the Courier` where a document of the case is published by the Skelby Courier."""
    for page in pages:
        for fact in page.document.annotations.stated:
            words = [word.text for word in lexis.words(fact.value)] if fact.field == "publisher" else []
            if lexis.ends_in_head(words) and _is_paper(words) and _is_noun(words[-1]):
                yield (words[-1].title(),), Hint(EntityKind.ORGANIZATION, _PAPER, f"short for {fact.value}")


def _is_paper(name: Sequence[str]) -> bool:
    """Whether a publisher's name may be a newspaper's: no noun for another organization is in it, and it does not end
    in a word for any medium, as `Northern News` does."""
    low = [word.casefold() for word in name]
    others = lexis.word_list("organization_nouns") | lexis.word_list("organization_heads")
    return others.isdisjoint(low) and low[-1] not in _words_of_media()


@cache
def _words_of_media() -> frozenset[str]:
    """The single words that nouns for media are made of: `news`, `radio`, `press`."""
    return frozenset(word for noun in lexis.word_list("media_nouns") for word in noun.split())
