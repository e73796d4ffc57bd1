"""Organizations called by nouns out of their names: `the fire service` for the Skelby Fire and Rescue Service.

Only where one organization alone that the document names has all the words in its name: what another document names
may be the body of another town. Spans are half-open code points of the source's text.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dossier import lexis
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.span import Span
from dossier.resolve.page import Page

_THE = frozenset({"the", "The"})
_FEWEST = 2
"""Words of a description with an article; a single noun, `the board`, may be another body's in each document."""
_LONGEST = 4
_RULE = "description in words of the name"
Bodies = Mapping[int, frozenset[str]]
"""By index of an organization: the words of its names, folded."""


def by_words_of_names(entities: Sequence[Entity], pages: Mapping[str, Page]) -> dict[int, list[Mention]]:
    """By index of an entity: the descriptions that take up words of its name."""
    bodies = _bodies(entities)
    heads: dict[str, list[int]] = defaultdict(list)
    for number, known in bodies.items():
        for word in known:
            heads[word].append(number)
    nouns = heads.keys() & (lexis.word_list("organization_nouns") | lexis.word_list("organization_heads"))
    wanted = {source: page for source, page in sorted(pages.items()) if not nouns.isdisjoint(page.places)}
    named: dict[str, list[tuple[int, Mention]]] = {source: [] for source in wanted}
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            if mention.source in named:
                named[mention.source].append((number, mention))
    found: dict[int, list[Mention]] = defaultdict(list)
    for source, page in wanted.items():
        here = {number for number, _ in named[source]}
        taken = _taken(page, [mention.span for _, mention in named[source]])
        for first, last in _descriptions(page, nouns, taken):
            words = frozenset(word.casefold() for word in page.texts[first : last + 1]) - _THE
            fits = [number for number in heads[page.texts[last]] if number in here and words <= bodies[number]]
            if len(fits) == 1:
                found[fits[0]].append(_mention(page, first, last, entities[fits[0]]))
    return found


def _taken(page: Page, spans: Sequence[Span]) -> set[int]:
    """The words, by index, that belong to mentions."""
    return {at for span in spans for at in range(page.word_at(span.start), page.word_at(span.end))}


def _bodies(entities: Sequence[Entity]) -> Bodies:
    return {
        number: frozenset(word.text.casefold() for alias in entity.aliases for word in lexis.words(alias))
        for number, entity in enumerate(entities)
        if entity.kind is EntityKind.ORGANIZATION and any(" " in alias for alias in entity.aliases)
    }


def _descriptions(page: Page, nouns: AbstractSet[str], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Descriptions that may be of an organization, as word indices, both inside: an article, small words, and a noun
    for organizations."""
    for noun in sorted(nouns):
        for at in sorted(set(page.places.get(noun, ())) - taken):
            first = _article(page, at)
            if first is not None and taken.isdisjoint(range(first, at)) and _ends(page, at):
                yield first, at


def _article(page: Page, at: int) -> int | None:
    """Where the article before a run of small words stands that a noun ends; None where there is none near."""
    for first in range(at - 1, max(at - _LONGEST - 1, -1), -1):
        if page.passage_of[first] != page.passage_of[at] or page.gap(first) not in (" ", "\u00a0"):
            return None
        if page.texts[first] in _THE:
            return first if at - first >= _FEWEST else None
        if not page.texts[first].islower():
            return None
    return None


def _ends(page: Page, at: int) -> bool:
    """Whether a noun ends its phrase: no `of`, name or further noun after it."""
    following = page.after(at)
    if not following or page.gap(at) not in (" ", "\u00a0"):
        return page.gap(at)[:1] not in ("-", "'", "’")
    further = following in ("of", "for", "in", "from", "at") or lexis.is_name_word(following)
    return not further and not (page.nouns and page.is_noun(at + 1))


def _mention(page: Page, first: int, last: int, entity: Entity) -> Mention:
    span = Span(page.starts[first], page.ends[last])
    basis = f"{entity.name} is the only organization here whose name has these words"
    text = span.of(page.text)
    return Mention(page.id, span, page.passage_of[last], text, EntityKind.ORGANIZATION, "nominal", _RULE, basis)
