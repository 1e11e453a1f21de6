"""Finds the kinds of a thing (state types, rules, formats): a folder has one module for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import every module directly in `package` and yield them in alphabetical order."""
    for name in module_names(package.__path__):
        yield import_module(f"{package.__name__}.{name}")


def module_names(folders: Iterable[str]) -> list[str]:
    """The names of the modules directly in a package, given its `__path__`, without importing them."""
    return sorted(module.name for module in iter_modules(folders))
