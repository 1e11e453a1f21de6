"""How a choice rule compares."""

from __future__ import annotations

from schemas.asl import schema
from schemas.walk import ChoiceRule

COMBINING = frozenset({"And", "Or", "Not"})
_OTHER_FIELDS = frozenset({"Comment", "Next", "Assign", "Variable"})


def operators(choice: ChoiceRule) -> list[str]:
    """The operators of a JSONPath rule, in the order of the text: And, Or, Not, and every comparison."""
    known = schema("choice-rule.jsonpath")["properties"]
    return [field for field in choice.fields if field in known and field not in _OTHER_FIELDS]
