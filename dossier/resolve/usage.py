"""What the use of a word over the whole case says of it: where things happen, datelines, acronyms written as words.

Weights are on the scale of `scoring`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier import lexis
from dossier.model.entity import EntityKind
from dossier.resolve.evidence import ORGANIZATION, Evidence
from dossier.resolve.hints import Hint, Hints
from dossier.resolve.page import Form, Page
from dossier.resolve.priors import is_institution

_HAPPENS = 2.5
"""For a word that stands behind `in` time and again, with nothing held or believed in."""
_OFTEN = 2
"""Times from which it does."""
_WHERE = ("within", "placed", "beyond", "bound")
"""What stands around a name that can only be a place's, as `evidence` calls it; `in Tessin`, `the port of Tessin`."""
_COLLECTIVE = ("organization", "traded", "employer", "officer")
"""What makes `at Tessin` that of a firm."""
_DATELINE = 3.0
"""For the place of a dateline, written small elsewhere."""
_WRITTEN_SMALL = 2.5
"""For an acronym of the case that a document writes as a word: `Unesco`."""
_SHORTEST, _LONGEST = 3, 8
"""Letters of an acronym that may be written as a word."""


def from_usage(pages: Sequence[Page], seen: Sequence[Mapping[Form, Evidence]]) -> Hints:
    """Hints for single words from how all documents use them; `seen` is the evidence of each document."""
    found: dict[Form, list[Hint]] = defaultdict(list)
    for form in _placed(seen):
        found[form].append(Hint(EntityKind.PLACE, _HAPPENS, f"things happen in {form[0]} again and again"))
    for form in _datelines(pages):
        found[form].append(Hint(EntityKind.PLACE, _DATELINE, "a dateline says from where is written"))
    for form in _acronyms(seen) - found.keys():
        hint = Hint(EntityKind.ORGANIZATION, _WRITTEN_SMALL, f"{form[0].upper()}, written as a word")
        found[form].append(hint)
    return found


def _placed(seen: Sequence[Mapping[Form, Evidence]]) -> Iterator[Form]:
    inside: Counter[Form] = Counter()
    beside: Counter[Form] = Counter()
    collective: set[Form] = set()
    for forms in seen:
        for form, item in forms.items():
            if len(form) == 1 and not item.context.keys().isdisjoint((*_WHERE, "inside")):
                inside[form] += sum(int(item.context.get(name, 0)) for name in _WHERE)
                beside[form] += int(item.context.get("inside", 0))
            if len(form) == 1 and not item.context.keys().isdisjoint(_COLLECTIVE):
                collective.add(form)
    for form, times in sorted(inside.items()):
        often = times >= _OFTEN or (beside[form] > _OFTEN and form not in collective)
        if often and _may_be_place(form[0]):
            yield form


def _may_be_place(word: str) -> bool:
    """Whether a word is no acronym and known for nothing else in which things are done: `in English`, `in Congress`."""
    other = lexis.is_common(word) or lexis.is_period(word) or lexis.is_acronym(word) or not word.isalpha()
    known = word in lexis.word_list("demonyms") or word in lexis.word_list("organizations")
    return not other and not known and not is_institution(word)


def _datelines(pages: Sequence[Page]) -> Iterator[Form]:
    places = {form for page in pages for form, name in page.candidates if name.origin == "dateline"}
    for form in sorted(places):
        yield tuple(word.title() if word.isupper() else word for word in form)


def _acronyms(seen: Sequence[Mapping[Form, Evidence]]) -> set[Form]:
    """Words that the case has in capitals too, where the model sees an organization and never a person in them."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, set[str]] = defaultdict(set)
    for forms in seen:
        for form, item in forms.items():
            if len(form) == 1 and form[0].isalpha() and _SHORTEST <= len(form[0]) <= _LONGEST:
                written[form[0].upper()].add(form[0])
                for kind, number in item.votes.items() if form[0].isupper() else ():
                    votes[form[0]][kind] += number >= 1
    bodies = [acronym for acronym, kinds in votes.items() if (+kinds).keys() == {ORGANIZATION}]
    return {(word,) for acronym in bodies for word in written[acronym] if word.istitle()}
