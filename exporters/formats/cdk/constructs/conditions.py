"""Choice rules as conditions of the CDK."""

from __future__ import annotations

import re

from exporters.formats.cdk.code import Call, Expression
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import Values
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

RULE = "Rule"
"""The class of a condition that the CDK has no function for."""

_COMPARISON = re.compile(
    r"(String|Numeric|Boolean|Timestamp)(Equals|(?:LessThan|GreaterThan)(?:Equals)?)(Path)?"
)
_TYPES = {"Numeric": "number"}
_TEST = re.compile(r"Is(Present|String|Numeric|Boolean|Timestamp|Null)")
_OUTERMOST = ("Next", "Comment", "Assign", "Output")


def condition(rule: dict[str, Json], values: Values) -> Expression:
    """The condition of an outermost rule."""
    bare = {name: value for name, value in rule.items() if name not in _OUTERMOST}
    try:
        return _condition(bare, values)
    except Unfit:
        return Call(RULE, (values.raw(bare),), new=True)


def _condition(rule: Json, values: Values) -> Expression:
    if not isinstance(rule, dict):
        raise Unfit
    if len(rule) == 2 and "Variable" in rule:
        (operator,) = rule.keys() - {"Variable"}
        return _comparison(rule["Variable"], operator, rule[operator], values)
    if len(rule) != 1:
        raise Unfit
    match rule:
        case {"Condition": str(expression)} if _is_jsonata(expression):
            return Call("sfn.Condition.jsonata", (values.text(expression),))
        case {"And": [_, *_] as operands}:
            return Call("sfn.Condition.and", tuple(_condition(item, values) for item in operands))
        case {"Or": [_, *_] as operands}:
            return Call("sfn.Condition.or", tuple(_condition(item, values) for item in operands))
        case {"Not": operand}:
            return Call("sfn.Condition.not", (_condition(operand, values),))
    raise Unfit


def _comparison(variable: Json, operator: str, operand: Json, values: Values) -> Expression:
    if variable is None:
        raise Unfit
    at = values.path(variable)
    if operator == "StringMatches":
        return Call("sfn.Condition.stringMatches", (at, values.text(operand)))
    if test := _TEST.fullmatch(operator):
        if not isinstance(operand, bool):
            raise Unfit
        return Call(f"sfn.Condition.{'is' if operand else 'isNot'}{test[1]}", (at,))
    compared = _COMPARISON.fullmatch(operator)
    if compared is None or (compared[1] == "Boolean" and compared[2] != "Equals"):
        raise Unfit
    type, relation, path = compared.groups()
    name = f"{_TYPES.get(type, type.lower())}{relation}{'JsonPath' if path else ''}"
    return Call(f"sfn.Condition.{name}", (at, _operand(type, path, operand, values)))


def _operand(type: str, path: str | None, operand: Json, values: Values) -> Expression:
    if type == "Numeric" and not path:
        return values.number(operand)
    if type == "Boolean" and not path:
        if not isinstance(operand, bool):
            raise Unfit
        return values.raw(operand)
    return values.text(operand)


def _is_jsonata(expression: str) -> bool:
    return not isinstance(expression, Unquoted) and expression.startswith("{%") and expression.endswith("%}")
