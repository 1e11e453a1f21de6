"""The door of a package: names that it offers, each imported from its module when it is first asked for.

So whoever takes one of them, or a module within, does not load what all the others need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def door(homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` (PEP 562) of a package that offers these names, by the module in which each is."""

    def find(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(name)
        return getattr(import_module(home), name)

    return find
