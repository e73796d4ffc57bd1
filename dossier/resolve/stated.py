"""What the reader says is one: an alias in `dossier.toml` is read as the name that it is given to."""

from collections.abc import Mapping, Sequence

from dossier.model.entity import NAMED_KINDS, EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve.hints import form_of, forms_of
from dossier.resolve.page import Form
from dossier.resolve.personal import parse
from dossier.resolve.tagging import Found


def under_their_names(found: Sequence[Found], manifest: Manifest) -> list[Found]:
    """The mentions; those by a name or an alias of the reader's as if they had the name that he gives.

    So everything that is concluded from a full name holds for its aliases: a bare surname in a document that has only
    the alias is that person's.
    """
    names = _names(manifest)
    return [_under(item, names.get((item.kind, item.form), "")) for item in found] if names else list(found)


def _names(manifest: Manifest) -> Mapping[tuple[EntityKind, Form], str]:
    """By kind and form: the name. A form that is given to two names says nothing."""
    found: dict[tuple[EntityKind, Form], str] = {}
    for known in manifest.names:
        for form in dict.fromkeys(forms_of(known)) if known.kind in NAMED_KINDS else ():
            place = (EntityKind(known.kind), form)
            found[place] = known.name if found.get(place, known.name) == known.name else ""
    return found


def _under(item: Found, name: str) -> Found:
    form = form_of(name)
    if not form:
        return item
    person = parse(form) if item.kind is EntityKind.PERSON else None
    return item._replace(form=form, person=person, stated=name)
