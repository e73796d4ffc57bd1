"""Entities made from joined mentions: id, canonical name, aliases, appearance."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dossier import lexis
from dossier.model.annotation import PassageKind
from dossier.model.entity import Entity, EntityKind, Mention, Role, entity_id
from dossier.resolve.bearers import Person
from dossier.resolve.folding import fold
from dossier.resolve.listed import stands_in
from dossier.resolve.offices import roles_of
from dossier.resolve.page import Page
from dossier.resolve.personal import PersonName
from dossier.resolve.priors import is_institution
from dossier.resolve.tagging import Found
from dossier.resolve.things import Thing

_SHORT_CAPITALS = 2
"""Letters of a surname in capitals that may be initials."""
_PRINCIPAL = 3
"""Mentions in the body of the documents from which a person is a principal of the case."""
Joined = Sequence[tuple[Found, str, str]]


def person_entity(person: Person, pages: Mapping[int, Page], names: Mapping[int, Sequence[Found]]) -> Entity:
    """The entity of a person."""
    name = canonical_person(person)
    ordered = _ordered(person.mentions, pages)
    found = [f for f, _, _ in ordered]
    roles = roles_of((f for f in found if f.origin != "reference"), pages, names)
    shown = _stated(found) or (_shown_single(found, pages) if not name.full else name.natural())
    return _entity(EntityKind.PERSON, ordered, pages, (shown, name.sorted()), (_appearance(found, pages), roles))


def thing_entity(thing: Thing, pages: Mapping[int, Page]) -> Entity:
    """The entity of an organization, place or vehicle."""
    texts = [f.span.of(pages[f.page].text) for f, _, _ in thing.mentions]
    counts = {text: texts.count(text) for text in set(texts)}
    several = any(len(form) > 1 for form in thing.forms)
    name = texts[0]
    if len(counts) > 1:
        name = max(counts, key=lambda text: (not (several and _is_short(text)), counts[text], len(text), text))
    name = _stated([f for f, _, _ in thing.mentions]) or " ".join(name.split())
    return _entity(thing.kind, _ordered(thing.mentions, pages), pages, (name, name), ("mentioned", ()))


def _stated(found: Sequence[Found]) -> str:
    """The name that the reader gives."""
    return next((f.stated for f in found if f.stated), "")


def _is_short(text: str) -> bool:
    """Whether a name is an acronym, `BoT` and the like included, or a mere noun: `Ministry`, `Courier`."""
    if is_institution(text) or (text.isalpha() and lexis.is_common(text)):
        return True
    return " " not in text and not any(map(str.isdigit, text)) and sum(map(str.isupper, text)) > 1


def canonical_person(person: Person) -> PersonName:
    """The most complete form, accents kept, capitals made normal: `HARRY PETTIT` is shown as Harry Pettit."""
    named = [f.person for f, _, _ in person.mentions if f.person is not None]
    best = named[0]
    if any(name is not best for name in named):
        counts = Counter(named)
        best = max(counts, key=lambda n: (_completeness(n), counts[n], len(n.natural()), n.natural()))
    if best.natural().isupper() and best.full:
        return PersonName(tuple(map(_normal_case, best.given)), _normal_case(best.family), best.suffix)
    if len(best.family) > _SHORT_CAPITALS and best.family.isupper() and best.full:
        return PersonName(best.given, _normal_case(best.family), best.suffix)
    return best


def _shown_single(found: Sequence[Found], pages: Mapping[int, Page]) -> str:
    """A single name as it is mostly written, its form of address included, and the one title that it mostly has: `Mrs.
    Pell`, `Mayor Dorn`."""
    counts = Counter(" ".join(f.span.of(pages[f.page].text).split()) for f in found)
    name = max(counts, key=lambda text: (counts[text], len(text), text))
    titled = [f.title for f in found if f.title]
    mostly = len(set(titled)) == 1 and 2 * len(titled) > len(found)
    return f"{titled[0].capitalize()} {name}" if mostly else name


def _completeness(name: PersonName) -> tuple[bool, int, int, bool, bool]:
    whole = sum(1 for word in name.given if not lexis.is_initials(word))
    accents = fold(name.natural()) != name.natural().casefold()
    return all(map(lexis.is_latin, name.given)), whole, len(name.given), not name.natural().isupper(), accents


def _normal_case(word: str) -> str:
    shown = "-".join(part.capitalize() for part in word.split("-"))
    for prefix in ("Mc", "O'"):
        if shown.startswith(prefix) and len(shown) > len(prefix) + 1:
            shown = prefix + shown[len(prefix) :].capitalize()
    return shown


def _ordered(mentions: Joined, pages: Mapping[int, Page]) -> Joined:
    if len(mentions) == 1:
        return mentions
    return sorted(mentions, key=lambda m: (pages[m[0].page].document.source.path, m[0].span.start, m[0].span.end))


def _entity(
    kind: EntityKind,
    ordered: Joined,
    pages: Mapping[int, Page],
    names: tuple[str, str],
    part: tuple[str, tuple[Role, ...]],
) -> Entity:
    """`names`: as shown and as sorted; `part`: appearance and roles."""
    shown = tuple(_mention(found, rule, basis, pages[found.page]) for found, rule, basis in ordered)
    texts = [" ".join(m.text.split()) if "\n" in m.text or "  " in m.text else m.text for m in shown]
    counts = {text: texts.count(text) for text in {*texts, names[0]}}
    aliases = sorted(counts, key=lambda text: (-counts[text], text)) if len(counts) > 1 else texts[:1]
    return Entity(_id(kind, ordered, pages), kind, *names, tuple(aliases), *part, shown)


def _mention(found: Found, rule: str, basis: str, page: Page) -> Mention:
    text = found.span.of(page.text)
    return Mention(page.id, found.span, found.passage, text, found.kind, "name", rule, basis)


def _id(kind: EntityKind, mentions: Joined, pages: Mapping[int, Page]) -> str:
    sha256, start = min((pages[f.page].document.source.sha256, f.span.start) for f, _, _ in mentions)
    return entity_id(kind, sha256, start)


def _appearance(found: Sequence[Found], pages: Mapping[int, Page]) -> str:
    """`author` or `byline` or `credit` where the person is nothing else; else by the mentions in the body."""
    origins = {f.origin for f in found}
    for origin, appearance in (("reference", "author"), ("byline", "byline")):
        if origins == {origin}:
            return appearance
    if origins <= {"credit", "handle"}:
        return "credit"
    body = [f for f in found if _in_body(f, pages[f.page])]
    if len(body) >= _PRINCIPAL:
        return "principal"
    return "backup" if any(stands_in(pages[f.page], f.passage) for f in body) else "mentioned"


def _in_body(found: Found, page: Page) -> bool:
    passage = page.document.annotations.passages[found.passage]
    apart = (PassageKind.REFERENCE, PassageKind.BOILERPLATE, PassageKind.BYLINE)
    return passage.kind not in apart and passage.duplicate_of is None
