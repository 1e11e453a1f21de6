"""Finds the kinds of a thing (state types, rules, formats): a folder has one module for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import every module directly in `package` and yield them in alphabetical order."""
    for name in sorted(module.name for module in iter_modules(package.__path__)):
        yield import_module(f"{package.__name__}.{name}")
