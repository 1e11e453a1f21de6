"""The deployment parameters of a Task, which are named after the state: `${WriteOrderTable}`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from designer.workspace.actions.shared.context import Context
from schemas.asl.examples import PARAMETERS, free_name, parameter_name, with_parameters_of
from schemas.asl.services import integration
from schemas.asl.services.arguments import arguments_field
from schemas.asl.walk import State, values
from schemas.core.coerce import text
from schemas.core.edits import Edit, Set
from schemas.core.paths import Json, Path

_PLACEHOLDER = re.compile(r"\$\{([^{}]*)\}")


def with_own_parameters(context: Context, name: str, fields: dict[str, Json]) -> dict[str, Json]:
    """The fields of the new state `name`, with parameters that no other state has."""
    return with_parameters_of(fields, name, _action(fields), {*_placeholders(context), *_mapped(context)})


def renamed_parameters(context: Context, state: State, name: str) -> Iterator[Edit]:
    """Edits that give the parameters of a state the names that they would have by its new name.

    A parameter that a person has named, that the sidecar knows or that stands elsewhere too keeps its name.
    """
    action, used, mapped = _action(state.fields), _placeholders(context), _mapped(context)
    for path, field, parameter in _parameters(state):
        old, new = parameter_name(state.name, field, action), parameter_name(name, field, action)
        is_own = re.fullmatch(rf"{re.escape(old)}\d*", parameter) is not None
        if is_own and old != new and used[parameter] == 1 and parameter not in mapped:
            yield Set(path, f"${{{free_name(new, {*used, *mapped})}}}")


def _parameters(state: State) -> Iterator[tuple[Path, str, str]]:
    """The paths, fields and names of the parameters in the arguments of a state that calls a service."""
    if integration(text(state.fields.get("Resource"))) is None:
        return
    name, arguments = arguments_field(state)
    for path, value in values(arguments, (*state.path, name)):
        match = _PLACEHOLDER.fullmatch(text(value))
        if match and path[-1] in PARAMETERS:
            yield path, str(path[-1]), match[1]


def _action(fields: dict[str, Json]) -> str:
    called = integration(text(fields.get("Resource")))
    return called.action if called else ""


def _placeholders(context: Context) -> Counter[str]:
    """The number of times that each placeholder stands in the definition."""
    return Counter(_PLACEHOLDER.findall(context.workflow.document.text))


def _mapped(context: Context) -> set[str]:
    return set(context.workflow.design.deployment.substitutions)
