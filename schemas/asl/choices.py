"""How a choice rule compares."""

from __future__ import annotations

from functools import cache

from schemas.asl.json_schema import schema
from schemas.asl.walk import COMBINING, ChoiceRule

__all__ = ["COMBINING", "operators"]

_OTHER_FIELDS = frozenset({"Comment", "Next", "Assign", "Variable"})


def operators(choice: ChoiceRule) -> list[str]:
    """The operators of a JSONPath rule, in the order of the text: And, Or, Not, and every comparison."""
    known = _operators()
    return [field for field in choice.fields if field in known]


@cache
def _operators() -> frozenset[str]:
    return frozenset(schema("choice-rule.jsonpath")["properties"].keys() - _OTHER_FIELDS)
