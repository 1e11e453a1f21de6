"""The operators of choice rules."""

from __future__ import annotations

from functools import cache

from schemas.asl.json_schema import schema
from schemas.asl.walk import COMBINING, ChoiceRule

__all__ = ["COMBINING", "operators"]

_OTHER_FIELDS = frozenset({"Comment", "Next", "Assign", "Variable"})


def operators(choice: ChoiceRule) -> list[str]:
    """The operators in a JSONPath choice rule (And, Or, Not and comparisons), in the order of the text."""
    operators = _operators()
    return [field for field in choice.fields if field in operators]


@cache
def _operators() -> frozenset[str]:
    return frozenset(schema("choice-rule.jsonpath")["properties"].keys() - _OTHER_FIELDS)
