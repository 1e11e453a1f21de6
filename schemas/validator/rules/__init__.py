"""The rules, one file each: its docstring is the manual, its name (with hyphens) the code of its findings."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from schemas.core.registry import modules
from schemas.validator.finding import Rule


@cache
def rules() -> dict[str, Rule[Any]]:
    """Every rule by its code."""
    found = [module for section in modules(sys.modules[__name__]) for module in modules(section)]
    codes = {module.__name__.rpartition(".")[2].replace("_", "-"): module.check for module in found}
    return dict(sorted(codes.items()))
