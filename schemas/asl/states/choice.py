"""Choice: continues with the first rule that matches, else with its default."""

from __future__ import annotations

from schemas.asl.examples import example_rule
from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Choice without rules yet."""
    return {"Type": "Choice", "Choices": []}


def rule(language: QueryLanguage, target: str) -> dict[str, Json]:
    """An example rule with the target `target`, for a person to change."""
    return {**example_rule(language), "Next": target}


KIND = StateKind("Choice", ("default", "choice"), template)
