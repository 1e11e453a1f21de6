"""Choice: goes where the first rule that holds leads, else to its default."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Choice that still has to be told its rules."""
    return {"Type": "Choice", "Choices": []}


def rule(language: QueryLanguage, target: str) -> dict[str, Json]:
    """A rule to fill in, that leads to `target`."""
    if language == "JSONata":
        return {"Condition": "{% $states.input.key = 'value' %}", "Next": target}
    return {"Variable": "$.key", "StringEquals": "value", "Next": target}


KIND = StateKind("Choice", ("default", "choice"), template)
