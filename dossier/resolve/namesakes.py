"""A firm and the family that it is called after: which of the two a bare name means, place by place.

`Halvorsen` is the firm in `Halvorsen's board` and `a bid for Halvorsen`, the man in `Halvorsen, 61,`. Where the words
around a mention tell nothing it keeps what its document takes the name for, and is the firm in a document that says so:
`Halvorsen Foods plc ("Halvorsen")`.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve.folding import romanised
from dossier.resolve.page import Form, Page
from dossier.resolve.personal import parse
from dossier.resolve.tagging import Found

_SECURITIES = frozenset({"share", "shares", "stock", "shareholder", "shareholders", "investors", "bonds"})
_OWNED = _SECURITIES | {
    "board", "directors", "management", "workforce", "employees", "workers", "profit", "profits", "sales", "turnover",
    "revenue", "revenues", "earnings", "customers", "factory", "factories", "plant", "plants", "brands", "products",
    "headquarters",
}  # fmt: skip
"""What a firm has or is made up of, and a man has not."""
_OFFERS = frozenset({"bid", "bids", "offer", "offers", "bidder", "bidding", "tender"})
_OVER = frozenset({"takeover", "acquisition", "purchase", "flotation", "nationalisation", "nationalization"})
_LEADERS = frozenset({"chairman", "chairwoman", "chair", "president", "director", "directors", "executive", "owners"})
_STAKES = _SECURITIES | {"stake", "shareholding", "holding", "interest"}


def told_apart(pages: Sequence[Page], found: Sequence[Found], stated: Collection[Form]) -> tuple[Found, ...]:
    """The mentions of a case in their order, each bare name of a firm and a family given its kind; `stated` are forms
    of which the reader says what they name."""
    shared = (_firms(found) & _families(found)) - {romanised(form[0]) for form in stated}
    defined = set(_defined(pages, found, shared)) if shared else set()
    return tuple(_told(pages[item.page], item, defined) if _is_bare(item, shared) else item for item in found)


def _firms(found: Sequence[Found]) -> set[str]:
    """First words of the names that show organizations by a legal form or a noun, as keys."""
    whole = {item.form for item in found if item.kind is EntityKind.ORGANIZATION and len(item.form) > 1}
    return {romanised(form[0]) for form in whole if lexis.names_body(form[1:])}


def _families(found: Sequence[Found]) -> set[str]:
    return {romanised(item.person.family) for item in found if item.person is not None and item.person.full}


def _is_bare(item: Found, shared: set[str]) -> bool:
    """Whether a mention is one word that may be the firm or one of the family, with no title before it."""
    if len(item.form) != 1 or item.gender or item.title or item.origin or item.kind is EntityKind.VEHICLE:
        return False
    return romanised(item.form[0]) in shared


def _defined(pages: Sequence[Page], found: Sequence[Found], shared: set[str]) -> Iterator[tuple[int, str]]:
    """By document and key: short names that the document gives to an organization, in brackets right behind it."""
    for left, right in pairwise(found):
        if left.page != right.page or left.kind is not EntityKind.ORGANIZATION or not _is_bare(right, shared):
            continue
        between = pages[left.page].text[left.span.end : right.span.start]
        if between in (' ("', " (“", " ('", " (‘") and right.form[0] in left.form:
            yield right.page, romanised(right.form[0])


def _told(page: Page, item: Found, defined: set[tuple[int, str]]) -> Found:
    """A bare name with the kind that the words around it, or else its document's definition, tell."""
    at = page.word_at(item.span.start)
    if _tells_person(page, at):
        kind, because = EntityKind.PERSON, "the words around it are said of a person"
    elif _tells_firm(page, at):
        kind, because = EntityKind.ORGANIZATION, "the words around it are said of a firm"
    elif (item.page, romanised(item.form[0])) in defined:
        kind, because = EntityKind.ORGANIZATION, "the document calls the firm so"
    else:
        return item
    person = parse(item.form) if kind is EntityKind.PERSON else None
    return item if kind is item.kind else item._replace(kind=kind, because=because, person=person)


def _tells_person(page: Page, at: int) -> bool:
    """`Halvorsen, 61,`, `Halvorsen, who`, `Halvorsen himself`."""
    word, gap = page.after(at), page.gap(at)
    if gap == ", ":
        aged = word.isdigit() and len(word) == 2 and not page.gap(at + 1).startswith((" ", "\u00a0"))
        return aged or word == "who"
    return gap == " " and word in ("himself", "herself")


def _tells_firm(page: Page, at: int) -> bool:
    """`Halvorsen's board`, `a Halvorsen share`, `an offer for Halvorsen`, `shares in Halvorsen`."""
    if page.gap(at) in (" ", "'s ", "’s ") and page.after(at) in _OWNED:
        return True
    before, second = page.before(at), page.before(at, 2).casefold()
    if not at or page.gap(at - 1) not in (" ", "\u00a0"):
        return False
    before_of = before == "of" and second in _LEADERS | _OVER | _SECURITIES
    return before_of or (before == "for" and second in _OFFERS) or (before == "in" and second in _STAKES)
