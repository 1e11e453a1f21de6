"""The rules, one file each: the docstring is the manual, the file name (with hyphens) is the code."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from schemas.core.registry import modules
from schemas.validator.finding import Rule


@cache
def rules() -> dict[str, Rule[Any]]:
    """All rules by code, in alphabetical order."""
    found = [module for section in modules(sys.modules[__name__]) for module in modules(section)]
    codes = {module.__name__.rpartition(".")[2].replace("_", "-"): module.check for module in found}
    return dict(sorted(codes.items()))
