"""What a person is, in the words beside the name: `NASA Administrator Jim Bridenstine`, `…, the head of Roscosmos`.

Spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier import lexis
from dossier.model.entity import EntityKind, Role
from dossier.model.span import Span
from dossier.resolve.page import Page
from dossier.resolve.tagging import Found

_BEFORE = 6
"""Words before a name in which a role may begin."""
_AFTER = re.compile(r",[ \u00a0](?:the |a |an |then |former |current )*")
_CLAUSE_END = re.compile(r"[,;:.()\n“”\"]|[ \u00a0](?:who|said|says|told|has|had|is|was|and|when|with)[ \u00a0]")
_LONGEST = 90


def roles_of(found: Iterable[Found], pages: Mapping[int, Page], names: Mapping[int, Iterable[Found]]) -> tuple[Role, ...]:
    """The roles beside the mentions of one person, each wording once; `names` holds all mentions by document."""
    seen: dict[str, Role] = {}
    for item in found:
        page = pages[item.page]
        for span in (_before(page, item), _after(page, item)):
            if span is None:
                continue
            text = span.of(page.text)
            organization = _organization(span, names[item.page])
            if text.casefold() not in seen:
                written = organization.of(page.text) if organization else None
                seen[text.casefold()] = Role(text, page.id, span, written)
    return tuple(seen.values())


def _before(page: Page, item: Found) -> Span | None:
    """`SpaceX founder` before `Elon Musk`: a noun for persons right before the name, with its modifiers."""
    at = page.word_at(item.span.start)
    if at == 0 or page.gap(at - 1) not in (" ", "\u00a0") or not _is_role(page.before(at)):
        return None
    start = at - 1
    for step in range(1, _BEFORE):
        word = page.before(start)
        if not word or page.gap(start - 1) not in (" ", "\u00a0", " - ", "-") or not _modifies(word):
            break
        start -= 1
    return Span(page.words[start].start, page.words[at - 1].end)


def _is_role(word: str) -> bool:
    return word.casefold() in lexis.word_list("person_nouns") and word not in lexis.word_list("given_names")


def _modifies(word: str) -> bool:
    low = word.casefold()
    return (
        _is_role(word) or lexis.is_name_word(word) and low not in ("the", "a", "an", "in", "on", "but", "and", "when")
        or word in ("deputy", "former", "vice", "chief", "senior", "acting", "prime", "general", "space", "agency")
        or low in lexis.word_list("organization_nouns")
    )  # fmt: skip


def _after(page: Page, item: Found) -> Span | None:
    """`, the head of Roscosmos` after the name: an apposition that holds a noun for persons."""
    opening = _AFTER.match(page.text, item.span.end)
    if opening is None:
        return None
    stop = _CLAUSE_END.search(page.text, opening.end(), opening.end() + _LONGEST)
    if stop is None or stop.start() == opening.end():
        return None
    words = list(lexis.words(page.text, opening.end(), stop.start()))
    head = next((n for n, w in enumerate(words[:5]) if _is_role(w.text) and w.text[:1].islower()), None)
    return Span(words[0].start, words[-1].end) if head is not None else None


def _organization(span: Span, names: Iterable[Found]) -> Span | None:
    inside = (n.span for n in names if n.kind is EntityKind.ORGANIZATION and span.contains(n.span))
    return next(inside, None)


def all_roles(pages: Mapping[int, Page], names: Mapping[int, Iterable[Found]]) -> Iterator[Role]:
    """The roles of every person mentioned, in order."""
    for found in names.values():
        yield from roles_of((f for f in found if f.person), pages, names)
