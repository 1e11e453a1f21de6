"""How kinds are found: a folder holds one module a kind."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module directly in `package`, imported, in the order of the alphabet."""
    for name in sorted(module.name for module in iter_modules(package.__path__)):
        yield import_module(f"{package.__name__}.{name}")
