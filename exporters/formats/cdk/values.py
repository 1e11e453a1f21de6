"""Values of CloudFormation as expressions: `{"Ref": "CartTable"}` becomes the variable `cartTable`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporters.formats.cdk.code import (
    Call,
    Entries,
    Expression,
    Items,
    Name,
    Plain,
    Statement,
    Template,
    Text,
)
from exporters.formats.cdk.variables import Variables
from exporters.intrinsics import IN_SUB, References
from exporters.permissions.statement import Statement as PolicyStatement
from exporters.policy_statement import policy_statement
from schemas.core.coerce import mapping
from schemas.core.paths import Json

PSEUDO = {
    "AWS::AccountId": "stack.account",
    "AWS::Partition": "stack.partition",
    "AWS::Region": "stack.region",
    "AWS::StackId": "stack.stackId",
    "AWS::StackName": "stack.stackName",
    "AWS::URLSuffix": "stack.urlSuffix",
}


class Values:
    """The variables of a program by their values in CloudFormation, as JSON."""

    def __init__(self, variables: Variables) -> None:
        self._variables = variables
        self._names = {_key({"Ref": pseudo}): Name(path) for pseudo, path in PSEUDO.items()}
        self._new: list[Statement] = []

    def know(self, value: Json, name: Name) -> None:
        """Write `name` for `value`."""
        self._names[_key(value)] = name

    def define(self, value: Json, wanted: str, expression: Expression, comment: str = "") -> None:
        """Define a variable for `value`, with a name like `wanted`, unless there is one."""
        if _key(value) in self._names:
            return
        name = self._variables.new(wanted)
        self._names[_key(value)] = Name(name)
        self._new.append(Statement(expression, name, comment))

    def definitions(self) -> Iterator[Statement]:
        """Yield the definitions of the variables that are new since the last call."""
        new, self._new = self._new, []
        yield from new

    def of(self, value: Json) -> Expression:
        """Return the expression for a text, a reference or an `Fn::Sub`."""
        name = self._names.get(_key(value))
        if name:
            return name
        match value:
            case {"Fn::Sub": str(text)}:
                return self._template(text, {})
            case {"Fn::Sub": [str(text), dict(inner)]}:
                return self._template(text, inner)
            case {"Fn::Select": [int(index), {"Fn::Split": [str(separator), text]}]}:
                return self._part_of(value, index, separator, self.of(text))
        return literal(value)

    def policy_statement(self, statement: PolicyStatement, references: References) -> Expression:
        """Return the expression for `statement`."""
        fields = policy_statement(statement, references)
        options: list[tuple[str, Expression]] = [
            ("actions", literal(fields["Action"])),
            ("resources", Items(tuple(map(self.of, _as_list(fields["Resource"]))))),
        ]
        if "Condition" in fields:
            options.append(("conditions", self._conditions(mapping(fields["Condition"]))))
        return Call("iam.PolicyStatement", options=tuple(options), new=True)

    def _conditions(self, conditions: dict[str, Json]) -> Expression:
        return Entries(
            tuple(
                (operator, Entries(tuple((key, self.of(value)) for key, value in mapping(values).items())))
                for operator, values in conditions.items()
            )
        )

    def _template(self, text: str, inner: dict[str, Json]) -> Expression:
        parts: list[Text | Name] = []
        end = 0
        for found in IN_SUB.finditer(text):
            parts.append(Text(text[end : found.start()]))
            parts.append(Text(f"${{{found[2]}}}") if found[1] else self._part(found[2], inner))
            end = found.end()
        return Template((*parts, Text(text[end:])))

    def _part(self, name: str, inner: dict[str, Json]) -> Text | Name:
        if name in inner:
            value = inner[name]
        else:
            resource, _, attribute = name.partition(".")
            value = {"Fn::GetAtt": [resource, attribute]} if attribute else {"Ref": name}
        part = self.of(value)
        return part if isinstance(part, Text | Name) else Text(str(value))

    def _part_of(self, value: Json, index: int, separator: str, text: Expression) -> Expression:
        first = (
            next((part for part in text.parts if isinstance(part, Name)), None)
            if isinstance(text, Template)
            else text
        )
        wanted = first.path.removeprefix("props.").split(".")[0] if isinstance(first, Name) else "queue"
        part = Call("Fn.select", (Plain(index), Call("Fn.split", (Text(separator), text))))
        self.define(value, wanted if wanted.endswith("Name") else f"{wanted}Name", part)
        return self.of(value)


def literal(value: Json) -> Expression:
    """Return the literal for `value`."""
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, list):
        return Items(tuple(map(literal, value)))
    if isinstance(value, dict):
        return Entries(tuple((key, literal(item)) for key, item in value.items()))
    return Plain(value)


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _key(value: Json) -> str:
    return json.dumps(value, sort_keys=True)
