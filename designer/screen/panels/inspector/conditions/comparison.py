"""One comparison of a rule in JSONPath: what is looked at, how, and with what."""

from __future__ import annotations

from functools import cache, partial

from designer.screen.locale import text
from designer.screen.panels import entry
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.modes import given
from schemas.asl.choices import COMBINING
from schemas.asl.json_schema import schema
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Change, Workflow

UNSAID = ""
PATH = "Path"

_OTHERS = COMBINING | {"Comment", "Next", "Assign", "Variable"}


def compare(ref: FieldRef) -> None:
    """Show the comparison of the rule at `ref`."""
    variable = ref.child("Variable")
    entry.line(
        ref.session,
        variable.name,
        variable.label,
        str(variable.value or ""),
        partial(_take_variable, variable),
        help=variable.hint,
    )
    operator = operator_of(mapping(ref.value))
    options = {name: text(f"operator.{name}") for name in operators()}
    if not operator:
        options = {UNSAID: text("operator.unsaid"), **options}
    entry.option(
        ref.session,
        f"{ref.name}/operator",
        text("condition.operator"),
        options,
        operator,
        partial(_operate, ref),
    )
    if operator:
        _operand(ref.child(operator))


@cache
def operators() -> tuple[str, ...]:
    """Every operator by which a value is compared, without those that compare with the value at a path."""
    known = schema("choice-rule.jsonpath")["properties"]
    return tuple(name for name in known if name not in _OTHERS and name.removesuffix(PATH) == name)


def operator_of(rule: dict[str, Json]) -> str:
    """The operator of a rule, without `Path`; "" where it has none."""
    return next((bare for key in rule if (bare := key.removesuffix(PATH)) in operators()), UNSAID)


def compared(rule: Json, operator: str) -> dict[str, Json]:
    """The rule with another operator in its place, and its value as that operator takes it."""
    fields = mapping(rule)
    old = next((key for key in fields if key.removesuffix(PATH) in operators()), None)
    with_path = f"{operator}{PATH}" in schema("choice-rule.jsonpath")["properties"]
    new = f"{operator}{PATH}" if old and old.endswith(PATH) and with_path else operator
    value = fields[old] if old and new.endswith(PATH) else _converted(fields.get(old or ""), operator)
    if old is None:
        variable = {"Variable": fields["Variable"]} if "Variable" in fields else {}
        return variable | {new: value} | fields
    return {new if key == old else key: value if key == old else item for key, item in fields.items()}


def _operate(ref: FieldRef, operator: str) -> None:
    if operator:
        ref.update(lambda rule: compared(rule, operator))


def _converted(value: Json, operator: str) -> Json:
    kind = schema("choice-rule.jsonpath")["properties"][operator]["type"]
    if kind == "boolean":
        return value if isinstance(value, bool) else True
    if kind == "number":
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
    how = given(ref)
    label = text("condition.value")
    if ref.rule.get("type") == "boolean":
        value_input.choose(how, label, partial(_yes_or_no, ref, label))
    else:
        value_input.choose(how, label)


def _yes_or_no(ref: FieldRef, label: str) -> None:
    options = {"true": text("answer.true"), "false": text("answer.false")}
    chosen = "false" if ref.value is False else "true"
    entry.option(ref.session, ref.name, label, options, chosen, lambda said: ref.set(said == "true"))


def _take_variable(variable: FieldRef, workflow: Workflow, said: str) -> Change:
    return variable.change_to(workflow, said) if said.strip() else variable.change_without(workflow)
