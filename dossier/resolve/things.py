"""Which mentions of organizations, places and vehicles name one thing.

Names join by spelling key, by a list of countries' names, by acronym, and by a longer form that adds only words
of description; never where a short form could belong to two.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve.folding import fold, romanised
from dossier.resolve.page import SHIP_PREFIXES, Form, Page
from dossier.resolve.priors import head_of, is_institution
from dossier.resolve.tagging import Found

_ACRONYM = 8
"""Letters of the longest acronym."""
_IN_PARENTHESES = re.compile(r"\s*\(\s*$")


@dataclass(slots=True)
class Thing:
    """One organization, place or vehicle: its forms, and its mentions with rule and basis."""

    kind: EntityKind
    forms: list[Form]
    mentions: list[tuple[Found, str, str]] = field(default_factory=list)


def join_things(found: Sequence[Found], pages: Sequence[Page]) -> list[Thing]:
    """The organizations, places and vehicles of a case; every mention given is in exactly one of them."""
    shortened = _institutions(found)
    groups: dict[tuple[EntityKind, str], list[Found]] = defaultdict(list)
    for item in found:
        form = shortened.get((item.page, item.form), item.form) if item.kind is EntityKind.ORGANIZATION else item.form
        groups[item.kind, key_of(item.kind, form)].append(item)
    links = _links(groups, pages)
    things: dict[tuple[EntityKind, str], Thing] = {}
    for group, items in sorted(groups.items()):
        root, rule, basis = _follow(group, links)
        thing = things.setdefault(root, Thing(root[0], []))
        for item in items:
            if item.form not in thing.forms:
                thing.forms.append(item.form)
            full = shortened.get((item.page, item.form))
            if full is not None and item.kind is EntityKind.ORGANIZATION:
                basis = f"short for {' '.join(full)}, the only name of this document that it can stand for"
                thing.mentions.append((item, "short form", basis))
            else:
                thing.mentions.append((item, rule or "same name", basis or item.because))
    return list(things.values())


def _institutions(found: Sequence[Found]) -> Mapping[tuple[int, Form], Form]:
    """By document and noun alone: the one name that it shortens there. `Ministry` is another one in each document."""
    names: dict[tuple[int, str], set[Form]] = defaultdict(set)
    for item in found:
        if item.kind is EntityKind.ORGANIZATION and len(item.form) > 1:
            for word in {head_of(item.form), item.form[-1]}:
                names[item.page, word].add(item.form)
    single = {(item.page, item.form) for item in found if len(item.form) == 1 and is_institution(item.form[0])}
    fits = {(page, form): names.get((page, form[0]), set()) for page, form in single}
    return {place: next(iter(forms)) for place, forms in fits.items() if len(forms) == 1}


Group = tuple[EntityKind, str]
Links = Mapping[Group, tuple[Group, str, str]]


def _follow(group: Group, links: Links) -> tuple[Group, str, str]:
    rule = basis = ""
    seen = {group}
    while group in links and links[group][0] not in seen:
        group, rule, basis = links[group]
        seen.add(group)
    return group, rule, basis


def key_of(kind: EntityKind, form: Form) -> str:
    """What is equal for spellings of one name: no article, legal form or ship's prefix; romanised."""
    words = [word for word in form if word.casefold() != "the" and not lexis.is_legal_form(word)] or list(form)
    if kind is EntityKind.VEHICLE and len(words) > 1 and words[0] in SHIP_PREFIXES:
        words = words[1:]
    if kind is EntityKind.PLACE:
        same = place_names().get(" ".join(words))
        if same is not None:
            return same
    return "".join(romanised(word) for word in words) or " ".join(words)


@cache
def place_names() -> Mapping[str, str]:
    """The first name of a country or state by each of its names, from `data/words/place_synonyms.txt`."""
    rows = [row.split("|") for row in sorted(lexis.word_list("place_synonyms"))]
    return {name: romanised(row[0]) for row in rows for name in row}


def _links(groups: Mapping[Group, Sequence[Found]], pages: Sequence[Page]) -> Links:
    """From a short form's group to the group of the form that it stands for."""
    links: dict[Group, tuple[Group, str, str]] = {}
    forms = {group: max([item.form for item in items], key=len) for group, items in groups.items()}
    for short, full, place in _stated_acronyms(groups, pages):
        links.setdefault(short, (full, "acronym", f"stands for {place}, as the text says in brackets"))
    for short, full in _initials(forms):
        if short not in links and full not in links:
            links[short] = (full, "acronym", f"initials of {' '.join(forms[full])}, the only name they fit")
    for long, core in _described(forms, common_words(pages)):
        if long not in links and core not in links:
            links[long] = (core, "longer form", f"{' '.join(forms[core])} with words of description")
    for short, full in _first_words(forms):
        if short not in links and full not in links:
            links[short] = (full, "short form", f"first word of {' '.join(forms[full])}, the only name it begins")
    for short, full in _last_words(forms):
        if short not in links and full not in links:
            links[short] = (full, "short form", f"last word of {' '.join(forms[full])}, the only name it ends")
    for short, full in _designations(forms):
        if short not in links and full not in links:
            links[short] = (full, "designation", f"last part of {' '.join(forms[full])}, the only name it fits")
    return links


def _stated_acronyms(
    groups: Mapping[Group, Sequence[Found]], pages: Sequence[Page]
) -> Iterator[tuple[Group, Group, str]]:
    """`International Space Station (ISS)`: the two names stand side by side."""
    by_page: dict[int, list[tuple[Found, Group]]] = defaultdict(list)
    for group, members in groups.items():
        for item in members:
            by_page[item.page].append((item, group))
    for index, items in sorted(by_page.items()):
        items.sort(key=lambda pair: pair[0].span)
        for (left, full), (right, short) in itertools.pairwise(items):
            between = pages[index].text[left.span.end : right.span.start]
            named = is_acronym_of(right.form, left.form) or _is_foreign_acronym(pages[index], left, right)
            if _IN_PARENTHESES.fullmatch(between) and full != short and named:
                yield short, full, " ".join(left.form)


def _is_foreign_acronym(page: Page, left: Found, right: Found) -> bool:
    """Whether an acronym alone in brackets may stand for a translated name: `Security Service (SSB)`."""
    alone = page.text[right.span.end : right.span.end + 1] == ")" and len(right.form) == 1 and len(left.form) > 1
    both = left.kind is right.kind is EntityKind.ORGANIZATION
    return alone and both and lexis.is_acronym(right.form[0]) and right.form[0][0] == left.form[0][0]


def is_acronym_of(short: Form, full: Form) -> bool:
    """Whether a form is one word made of the initials of another's words."""
    if len(short) != 1 or len(full) < 2 or not 2 <= len(short[0]) <= _ACRONYM:
        return False
    return sum(c.isupper() for c in short[0]) > 1 and lexis.initials_fit(short[0], full)


def _initials(forms: Mapping[Group, Form]) -> Iterator[tuple[Group, Group]]:
    """Acronyms that fit exactly one name of the case, of the same kind."""
    full: dict[tuple[EntityKind, str], list[Group]] = defaultdict(list)
    for group, form in forms.items():
        named = form[:-1] if lexis.is_legal_form(form[-1]) else form
        if len(named) > 2:
            for letters in lexis.initials(form) | lexis.initials(named):
                full[group[0], letters].append(group)
    for group, form in sorted(forms.items()):
        letters = fold("".join(form)).replace(".", "")
        if all(word.isupper() for word in form) and 2 < len(letters) <= _ACRONYM:
            fits = set(full.get((group[0], letters), ())) - {group}
            if len(fits) == 1:
                yield group, fits.pop()


def _described(forms: Mapping[Group, Form], common: frozenset[str]) -> Iterator[tuple[Group, Group]]:
    """Longer forms that add only words of description to one name: `State Corporation X` and `X`."""
    single = {(kind, key) for (kind, key), form in forms.items() if len(form) == 1}
    found: dict[Group, list[Group]] = defaultdict(list)
    for group, form in sorted(forms.items()):
        if group[0] is not EntityKind.ORGANIZATION or len(form) < 2:
            continue
        cores = [(group[0], romanised(word)) for word in form]
        # What a body is of or for is no name of it where it is a word of the language: the Society of Friends.
        plain = not lexis.ends_in_head(form)
        named = {
            core for core, word in zip(cores, form, strict=True)
            if core in single and not describes(word, common) and not (plain and lexis.is_common(word))
        }  # fmt: skip
        if len(named) == 1:
            rest = [word for core, word in zip(cores, form, strict=True) if core not in named]
            if all(describes(word, common) for word in rest):
                found[named.pop()].append(group)
    for core, longer in found.items():
        # `Skelby Police` and `Skelby University` are two bodies of a town, not one called Skelby.
        if len({fold(forms[group][-1]) for group in longer if romanised(forms[group][-1]) != core[1]}) < 2:
            yield from ((group, core) for group in longer)


def common_words(pages: Sequence[Page]) -> frozenset[str]:
    """Every word that the case writes without a capital."""
    return frozenset(word for page in pages for word in page.places if word[:1].islower())


def describes(word: str, common: frozenset[str]) -> bool:
    """Whether a word in an organization's name tells what it is or where, and does not name it."""
    low = word.casefold()
    nouns = low in lexis.word_list("organization_nouns") or low in lexis.word_list("organization_heads")
    return (
        nouns or word in lexis.word_list("demonyms") or word in lexis.word_list("places")
        or low in common or word[:1].islower() or (lexis.is_acronym(word) and len(word) <= 3)
    )  # fmt: skip


def _first_words(forms: Mapping[Group, Form]) -> Iterator[tuple[Group, Group]]:
    """`Halvorsen` for `Halvorsen Industries`, where no other organization begins so."""
    starts: dict[str, set[Group]] = defaultdict(set)
    for group, form in forms.items():
        if group[0] is EntityKind.ORGANIZATION and len(form) > 1:
            starts[romanised(form[0])].add(group)
    for group, form in sorted(forms.items()):
        fits = starts.get(romanised(form[0]), set()) if group[0] is EntityKind.ORGANIZATION else set()
        # A town's name begins those of its police and its school; of a firm it is the short name.
        town = form[0] in lexis.word_list("places") and not any(lexis.is_legal_form(forms[full][-1]) for full in fits)
        known = town or lexis.is_acronym(form[0])
        if len(form) == 1 and len(fits) == 1 and not known:
            yield group, next(iter(fits))


def _last_words(forms: Mapping[Group, Form]) -> Iterator[tuple[Group, Group]]:
    """`the Courier` for the Skelby Courier, where no other organization ends so; a word of the language only, as a
    surname may be anybody's, and not what the body is one of: `Justice` is no Department of Justice."""
    ends: dict[str, set[Group]] = defaultdict(set)
    for group, form in forms.items():
        if group[0] is EntityKind.ORGANIZATION and lexis.ends_in_head(form):
            ends[romanised(form[-1])].add(group)
    for group, form in sorted(forms.items()):
        known = lexis.is_common(form[0]) or form[0].casefold() in lexis.word_list("person_nouns")
        plain = len(form) == 1 and known and not is_institution(form[0])
        fits = ends.get(romanised(form[0]), set()) if group[0] is EntityKind.ORGANIZATION and plain else set()
        if len(fits) == 1:
            yield group, next(iter(fits))


def _designations(forms: Mapping[Group, Form]) -> Iterator[tuple[Group, Group]]:
    """`MS-09` for `Soyuz MS-09`, where no other vehicle ends so."""
    ends: dict[str, list[Group]] = defaultdict(list)
    for group, form in forms.items():
        if group[0] is EntityKind.VEHICLE and len(form) > 1:
            ends[romanised(form[-1])].append(group)
    for group, form in sorted(forms.items()):
        if group[0] is EntityKind.VEHICLE and len(form) == 1 and any(map(str.isdigit, form[0])):
            fits = ends.get(romanised(form[0]), [])
            if len(fits) == 1:
                yield group, fits[0]
