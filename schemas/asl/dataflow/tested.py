"""The fields of its input whose presence a state tests before it reads them."""

from __future__ import annotations

from schemas.asl.dataflow.access import Steps, data_path
from schemas.asl.expressions import embedded
from schemas.asl.expressions.computed import computed_values
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State, choice_rules


@cached_on_state
def tested_paths(state: State) -> tuple[Steps, ...]:
    """The paths in the input that a Choice tests by IsPresent, or an expression by $exists."""
    if state.language == "JSONata":
        return tuple(_tested_by_exists(state))
    found = []
    for rule in choice_rules(state):
        variable = rule.fields.get("Variable")
        if isinstance(variable, str) and variable.startswith("$.") and "IsPresent" in rule.fields:
            found.append(data_path(variable).steps)
    return tuple(found)


def _tested_by_exists(state: State) -> list[Steps]:
    found: list[Steps] = []
    for each in computed_values(state):
        parsed = embedded.read(each.value)
        if "states" in parsed.tested:
            uses = (use for use in parsed.uses if use.name == "states" and use.members[:1] == ("input",))
            found.extend(use.members[1:] for use in uses)
    return found
