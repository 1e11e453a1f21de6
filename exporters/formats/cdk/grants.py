"""The permissions of the tasks as statements on the constructs that the workflow is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporters.comments import state_list
from exporters.formats.cdk.code import Call, IfThere, Name, Statement, Step, Text
from exporters.formats.cdk.props import Given, Prop, Props
from exporters.formats.cdk.values import Values
from exporters.intrinsics import References
from exporters.permissions.permission import Permission
from exporters.permissions.statement import Statement as PolicyStatement
from exporters.resources import role_policies
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json

_ARN = "ConstructArn"
"""The attribute by which a text of the role names the ARN of a construct."""


def granted(stack: TemplateStack) -> list[Permission]:
    """The permissions of the tasks, small enough that the CDK can put them into managed policies.

    It grants logging, tracing and the key of the state machine by itself.
    """
    return [permission for permission in role_policies(stack).permissions if permission.states]


def grants(
    permissions: list[Permission], props: Props, values: Values, references: References, machine: str
) -> Iterator[list[Step]]:
    """Yield the statements that allow `machine` each of `permissions`, and then the keys of its constructs.

    The methods `grant...` of constructs allow more than a task needs: a reader of a table may scan it.
    """
    arns: dict[str, Json] = {}
    written: dict[str, str] = {}
    for name, given in props.given.items():
        made = _written(name, given)
        if made:
            value: Json = {"Fn::GetAtt": [given.prop.id, _ARN]}
            values.know(value, given.prop.reached("Arn"))
            arns[f"{name}.{_ARN}"], written[made] = value, f"${{{name}.{_ARN}}}"
    for permission in permissions:
        named = _on_constructs(permission.statement, written)
        statement = values.policy_statement(named, {**references, **arns})
        allowed = Statement(
            Call(f"{machine}.addToRolePolicy", (statement,)), comment=state_list(permission.states)
        )
        yield [*values.definitions(), allowed]
    yield list(_of_keys(permissions, props, machine))


def _written(name: str, given: Given) -> str:
    """The beginning of the role's texts for a construct; "" where the placeholder's value is its ARN."""
    kind, placeholder = given.prop.kind, f"${{{name}}}"
    if kind is None or kind.arn in ("", "{}"):
        return ""
    return placeholder if given.attribute == "Arn" else kind.arn.replace("{}", placeholder)


def _on_constructs(statement: PolicyStatement, written: Mapping[str, str]) -> PolicyStatement:
    """`statement`, with the ARNs of constructs in the place of those that are made from their names."""
    resources = []
    for text in statement.resources:
        made = next((made for made in written if text.startswith(made)), "")
        resources.append(written[made] + text.removeprefix(made) if made else text)
    return replace(statement, resources=tuple(dict.fromkeys(resources)))


def _of_keys(permissions: list[Permission], props: Props, machine: str) -> Iterator[Step]:
    """Yield what allows the keys of constructs that have one, so that encrypted data can be reached."""
    needed: dict[str, tuple[Prop, dict[str, None]]] = {}
    for name, given in props.given.items():
        if not given.prop.kind:
            continue
        for permission in permissions:
            if any(f"${{{name}}}" in text for text in permission.statement.resources):
                _, actions = needed.setdefault(given.prop.id, (given.prop, {}))
                actions.update(dict.fromkeys(given.prop.kind.of_key(permission.statement.actions)))
    for prop, actions in needed.values():
        if actions and prop.kind:
            key = f"{prop.path}.{prop.kind.key}"
            yield IfThere(Name(key), Call(f"{key}.grant", (Name(machine), *map(Text, sorted(actions)))))
