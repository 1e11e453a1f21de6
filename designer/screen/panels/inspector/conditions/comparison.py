"""One comparison of a Choice rule in JSONPath: a variable, an operator, and the value compared with."""

from __future__ import annotations

from functools import cache, partial

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_source import field_source
from designer.screen.widgets import Completed
from schemas.asl.choices import COMBINING
from schemas.asl.json_schema import schema
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Change, Workflow

UNSET = ""
PATH = "Path"

_OTHERS = COMBINING | {"Comment", "Next", "Assign", "Variable"}


def show(ref: FieldRef) -> None:
    """Show the comparison of the rule at `ref`."""
    variable = ref.child("Variable")
    controls.text_input(
        ref.session,
        variable.name,
        variable.label,
        str(variable.value or ""),
        partial(_change_variable, variable),
        help=variable.hint,
        completed=Completed(variable.path),
    )
    operator = operator_of(mapping(ref.value))
    options = {name: text(f"operator.{name}") for name in operators()}
    if not operator:
        options = {UNSET: text("operator.unsaid"), **options}
    controls.selectbox(
        ref.session,
        f"{ref.name}/operator",
        text("condition.operator"),
        options,
        operator,
        partial(_choose_operator, ref),
    )
    if operator:
        _operand(ref.child(operator))


@cache
def operators() -> tuple[str, ...]:
    """All comparison operators, without their variants that end with `Path`."""
    properties = schema("choice-rule.jsonpath")["properties"]
    return tuple(name for name in properties if name not in _OTHERS and name.removesuffix(PATH) == name)


def operator_of(rule: dict[str, Json]) -> str:
    """The operator of a rule without `Path`; "" where it has none."""
    return next((bare for key in rule if (bare := key.removesuffix(PATH)) in operators()), UNSET)


def with_operator(rule: Json, operator: str) -> dict[str, Json]:
    """The rule with another operator, in the place of the old one; the value is converted to its type."""
    fields = mapping(rule)
    old = next((key for key in fields if key.removesuffix(PATH) in operators()), None)
    has_path_variant = f"{operator}{PATH}" in schema("choice-rule.jsonpath")["properties"]
    new = f"{operator}{PATH}" if old and old.endswith(PATH) and has_path_variant else operator
    value = fields[old] if old and new.endswith(PATH) else _converted(fields.get(old or ""), operator)
    if old is None:
        variable = {"Variable": fields["Variable"]} if "Variable" in fields else {}
        return variable | {new: value} | fields
    return {new if key == old else key: value if key == old else item for key, item in fields.items()}


def _choose_operator(ref: FieldRef, operator: str) -> None:
    if operator:
        ref.update(lambda rule: with_operator(rule, operator))


def _converted(value: Json, operator: str) -> Json:
    """The value as the type that the operator compares."""
    type = schema("choice-rule.jsonpath")["properties"][operator]["type"]
    if type in ("boolean", "number") and isinstance(value, Unquoted):
        return value
    if type == "boolean":
        return value if isinstance(value, bool) else True
    if type == "number":
        return _number(value)
    if "Timestamp" in operator:
        return value if isinstance(value, str) and "T" in value else "2026-01-01T00:00:00Z"
    return value if isinstance(value, str) else write_json(value).strip() if value is not None else ""


def _number(value: Json) -> Json:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        return float(str(value)) if "." in str(value) else int(str(value))
    except ValueError:
        return 0


def _operand(ref: FieldRef) -> None:
    source = field_source(ref)
    label = text("condition.value")
    if ref.schema.get("type") == "boolean" and not isinstance(ref.value, str):
        value_input.choose(source, label, partial(_yes_or_no, ref, label))
    else:
        value_input.choose(source, label)


def _yes_or_no(ref: FieldRef, label: str) -> None:
    options = {"true": text("answer.true"), "false": text("answer.false")}
    chosen = "false" if ref.value is False else "true"
    controls.selectbox(
        ref.session, ref.name, label, options, chosen, lambda option: ref.set(option == "true")
    )


def _change_variable(variable: FieldRef, workflow: Workflow, typed: str) -> Change:
    return variable.change_to(workflow, typed) if typed.strip() else variable.change_without(workflow)
