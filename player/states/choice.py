"""Choice: goes on to the state of the first rule that is true."""

from __future__ import annotations

from player.core.failure import runtime
from player.expressions.jsonata import is_expression, unexpected_type
from player.expressions.jsonpath import Scope
from player.expressions.path import NoValue
from player.states.kind import StateKind, Step, Steps
from player.visits import data_flow
from player.visits.comparisons import COMPARISONS, TYPE_TESTS
from player.visits.frame import Visit
from schemas.core.paths import Json

_NONE: dict[str, Json] = {}


def attempt(visit: Visit) -> Steps:
    """Take the first rule that is true, else Default."""
    rules = visit.state.get("Choices")
    test = _condition if visit.language == "JSONata" else _rule
    scope = visit.scope(data_flow.effective_input(visit))
    for index, rule in enumerate(rules if isinstance(rules, list) else []):
        if isinstance(rule, dict) and test(visit, scope, rule, index):
            return _chosen(visit, scope, rule, index)
    default = visit.state.get("Default")
    if not isinstance(default, str):
        raise runtime("Failed to transition out of the state. The state does not point to a next state.")
    return Step(default, *data_flow.passed_on(visit), ("default", None))
    yield


def _chosen(visit: Visit, scope: Scope, rule: dict[str, Json], index: int) -> Step:
    """The step of a rule; its Assign and Output take the place of the state's own."""
    next = str(rule.get("Next"))
    field = f"Choices[{index}]"
    if visit.language != "JSONata":
        assigned = data_flow.expanded(visit, rule.get("Assign", _NONE), scope.input)
        output = data_flow.after_output_path(visit, scope.input)
        return Step(next, output, data_flow.variables(visit, assigned), ("choice", index))
    output, assigned = visit.input, _NONE
    if "Output" in rule:
        output = visit.query(rule["Output"], f"{field}/Output")
    if "Assign" in rule:
        assigned = visit.query(rule["Assign"], f"{field}/Assign")
    return Step(next, output, data_flow.variables(visit, assigned), ("choice", index))


def _condition(visit: Visit, scope: Scope, rule: dict[str, Json], index: int) -> bool:
    condition = rule.get("Condition")
    field = f"Choices[{index}]/Condition"
    value = visit.query(condition, field)
    if not isinstance(value, bool):
        if isinstance(condition, str) and is_expression(condition):
            raise unexpected_type(condition, field, "boolean", value)
        return False
    return value


def _rule(visit: Visit, scope: Scope, rule: dict[str, Json], index: int) -> bool:
    return is_true(scope, rule)


def is_true(scope: Scope, rule: dict[str, Json]) -> bool:
    """True if a rule of JSONPath holds. Raises `Failure`."""
    for operator, operand in rule.items():
        if operator == "Not":
            return isinstance(operand, dict) and not is_true(scope, operand)
        if operator in ("And", "Or") and isinstance(operand, list):
            together = all if operator == "And" else any
            return together(isinstance(inner, dict) and is_true(scope, inner) for inner in operand)
        if operator in COMPARISONS or operator in TYPE_TESTS or operator.removesuffix("Path") in COMPARISONS:
            return _compares(scope, str(rule.get("Variable")), operator, operand)
        if operator == "IsPresent":
            return _is_present(scope, str(rule.get("Variable"))) == operand
    return False


def _compares(scope: Scope, variable: str, operator: str, operand: Json) -> bool:
    value = _value(scope, variable)
    if operator in TYPE_TESTS:
        return TYPE_TESTS[operator](value) == operand
    if operator not in COMPARISONS:
        operator, operand = operator.removesuffix("Path"), _value(scope, str(operand))
    return COMPARISONS[operator](value, operand)


def _value(scope: Scope, path: str) -> Json:
    try:
        return scope.at(path)
    except NoValue as error:
        raise runtime(
            f"Invalid path '{path}': The choice state's condition path references an invalid value."
        ) from error


def _is_present(scope: Scope, path: str) -> bool:
    try:
        scope.at(path)
    except NoValue:
        return False
    return True


KIND = StateKind("Choice", attempt)
