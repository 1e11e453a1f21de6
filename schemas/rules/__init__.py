"""The rules, one file each: its docstring is the manual, its name (with hyphens) the code of its findings."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from schemas.finding import Rule
from schemas.registry import modules


@cache
def rules() -> dict[str, Rule[Any]]:
    """Every rule by its code."""
    found = ((module.__name__.rpartition(".")[2], module) for module in modules(sys.modules[__name__]))
    return {name.replace("_", "-"): module.check for name, module in found}
