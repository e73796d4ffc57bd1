"""Groups of what can be of one thing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_Item = TypeVar("_Item")


def gathered(
    items: Iterable[_Item], fits: Callable[[_Item, _Item], bool], among: Callable[[Iterable[bool]], bool] = all
) -> list[list[_Item]]:
    """Items in groups: each, in the order given, joins the first group whose members it `fits`, all or `any` of
    them."""
    groups: list[list[_Item]] = []
    for item in items:
        home = next((group for group in groups if among(fits(item, other) for other in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups
