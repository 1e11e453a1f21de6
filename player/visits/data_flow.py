"""The way of data through a state: from its input to what it works on, and from its result to its output."""

from __future__ import annotations

from player.core.failure import DATA_LIMIT, Failure, runtime
from player.core.written import is_longer, written
from player.expressions.jsonata import is_expression, unexpected_type
from player.expressions.jsonpath import put
from player.visits.frame import Visit
from schemas.core import coerce
from schemas.core.paths import Json

MOST_BYTES = 262_144
"""The quota of a state's input and output, and of the variables that it assigns."""
MOST_BYTES_OF_VARIABLES = 10_485_760
FEW_COPIES = 64
MOST_NUMBER = 2.0**53
"""The largest number of a field that is read: beyond it, not every whole number is a number of JSON."""

_NONE: dict[str, Json] = {}


def effective_input(visit: Visit) -> Json:
    """The input after InputPath; the input itself in JSONata."""
    if visit.language == "JSONata":
        return visit.input
    path = visit.state.get("InputPath", "$")
    found = visit.input
    if path != "$":
        found = {} if path is None else visit.scope(visit.input).path(str(path))
    visit.inspection["afterInputPath"] = found
    return found


def arguments(visit: Visit) -> Json:
    """The value that a state works on: after InputPath and Parameters, or Arguments."""
    if visit.language == "JSONata":
        if "Arguments" not in visit.state:
            return visit.input
        return checked(visit, visit.query(visit.state["Arguments"], "Arguments"))
    found = effective_input(visit)
    if "Parameters" in visit.state:
        found = checked(visit, expanded(visit, visit.state["Parameters"], found))
    visit.inspection["afterParameters"] = found
    return found


def output(visit: Visit, result: Json) -> tuple[Json, dict[str, Json]]:
    """The output of a state that has `result`, and the variables that it assigns. Raises `Failure`."""
    if visit.language == "JSONata":
        assigned = visit.query(visit.state.get("Assign", _NONE), "Assign", result=result)
        found = (
            visit.query(visit.state["Output"], "Output", result=result) if "Output" in visit.state else result
        )
        return checked(visit, found), variables(visit, assigned)
    return _after_result(visit, result)


def _after_result(visit: Visit, result: Json) -> tuple[Json, dict[str, Json]]:
    state = visit.state
    if "ResultSelector" in state:
        result = expanded(visit, state["ResultSelector"], result)
    visit.inspection["afterResultSelector"] = result
    assigned = expanded(visit, state.get("Assign", _NONE), result)
    path = state.get("ResultPath", "$")
    found = result if path == "$" else visit.input if path is None else put(result, str(path), visit.input)
    visit.inspection["afterResultPath"] = found
    return checked(visit, after_output_path(visit, found)), variables(visit, assigned)


def passed_on(visit: Visit) -> tuple[Json, dict[str, Json]]:
    """The output and the variables of a state without a result: its input. Raises `Failure`."""
    if visit.language == "JSONata":
        assigned = visit.query(visit.state.get("Assign", _NONE), "Assign")
        found = visit.query(visit.state["Output"], "Output") if "Output" in visit.state else visit.input
        return checked(visit, found), variables(visit, assigned)
    input = effective_input(visit)
    assigned = expanded(visit, visit.state.get("Assign", _NONE), input)
    return checked(visit, after_output_path(visit, input)), variables(visit, assigned)


def after_output_path(visit: Visit, value: Json) -> Json:
    """`value` after OutputPath."""
    path = visit.state.get("OutputPath", "$")
    if path == "$":
        return value
    return {} if path is None else visit.scope(value).path(str(path))


def caught(
    visit: Visit, index: int, catcher: dict[str, Json], failure: Failure
) -> tuple[Json, dict[str, Json]]:
    """The output and the variables of a state whose failure a catcher handles. Raises `Failure`."""
    error = failure.output
    if visit.language == "JSONata":
        field = f"Catch[{index}]/"
        assigned = visit.query(catcher.get("Assign", _NONE), f"{field}Assign", errorOutput=error)
        found: Json = error
        if "Output" in catcher:
            found = visit.query(catcher["Output"], f"{field}Output", errorOutput=error)
        return checked(visit, found), variables(visit, assigned)
    assigned = expanded(visit, catcher.get("Assign", _NONE), error)
    path = catcher.get("ResultPath", "$")
    found = error if path == "$" else visit.input if path is None else put(error, str(path), visit.input)
    return checked(visit, found), variables(visit, assigned)


def number(visit: Visit, field: str, input: Json) -> float | None:
    """The number in a field, in `<field>Path`, or given by its expression; None without the field."""
    state = visit.state
    if f"{field}Path" in state:
        value = visit.scope(input).path(str(state[f"{field}Path"]))
    else:
        value = state.get(field)
    if isinstance(value, str) and is_expression(value):
        expression, value = value, visit.query(value, field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise unexpected_type(expression, field, "number", value)
    if value is None:
        return None
    found = coerce.number(value, MOST_NUMBER)
    if found is None:
        raise runtime(f"The {field} field is not a number: {value}")
    return found


def variables(visit: Visit, assigned: Json) -> dict[str, Json]:
    """The variables in the value of an Assign. Raises `Failure` where they are larger than the quota."""
    found = assigned if isinstance(assigned, dict) else {}
    if found:
        checked(visit, found)
        sizes = visit.frame.sizes
        sizes.update((name, len(written(value))) for name, value in found.items())
        if sum(sizes.values()) > MOST_BYTES_OF_VARIABLES:
            raise too_large(visit)
        visit.inspection["variables"] = found
    return found


def expanded(visit: Visit, template: Json, input: Json) -> Json:
    """The value of a payload template. Raises `Failure` if it copies its input beyond the quota.

    A copy takes no room until it is written, and a few copies may be written: only many are looked at first.
    """
    value = visit.scope(input).template(template)
    if not template:
        return value
    copies = visit.frame.run.copies
    if id(template) not in copies:
        copies[id(template)] = written(template).count('.$":')
    if copies[id(template)] > FEW_COPIES and is_longer(value, MOST_BYTES):
        raise too_large(visit)
    return value


def checked(visit: Visit, value: Json) -> Json:
    """The value itself. Raises `Failure` if it is larger than the quota."""
    text = visit.frame.run.history.text(value)
    if len(text) * 4 > MOST_BYTES and len(text.encode()) > MOST_BYTES:
        raise too_large(visit)
    return value


def too_large(visit: Visit) -> Failure:
    """The failure of a state whose result is larger than the quota."""
    cause = (
        f"The state/task '{visit.name}' returned a result with a size exceeding the maximum number of bytes "
        "service limit."
    )
    return Failure(DATA_LIMIT, cause)
