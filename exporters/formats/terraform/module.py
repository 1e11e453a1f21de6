"""A workflow as a module of Terraform: its variables, and its values as expressions of HCL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from exporters.format import CannotExport
from exporters.formats.terraform.hcl import Expression, Value, in_quotes, is_identifier, quoted, template_text
from exporters.intrinsics import IN_SUB, reference
from exporters.names import kebab, placeholder_id
from exporters.notification.notification import has_notifier
from exporters.parameter_values import FirstValue
from exporters.stack import ResourceIds, Stack
from exporters.substitutions import PLACEHOLDER, StackParameter, Substitutions
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.deployment import Parameter, Resource, Substitution
from schemas.sidecar.deployment import Value as Constant
from schemas.sidecar.workflow import Workflow

NAME = "name"
REGION = "region"
EMAIL = "failure_email"
TOPIC = "failure_topic_arn"
_RESERVED = frozenset((NAME, REGION, EMAIL, TOPIC))
_OF_MODULES = frozenset(
    ("source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals")
)
"""The names that a variable may not have ("Input Variables" in Terraform's language reference)."""

_PSEUDO = {
    "AWS::AccountId": "data.aws_caller_identity.current.account_id",
    "AWS::Partition": "data.aws_partition.current.partition",
    "AWS::Region": "data.aws_region.current.region",
    "AWS::StackName": f"var.{NAME}",
    "AWS::URLSuffix": "data.aws_partition.current.dns_suffix",
}
_FUNCTIONS = frozenset(("Ref", "Fn::FindInMap", "Fn::Join", "Fn::Select", "Fn::Sub"))
_OF_THE_MODULE = {**_PSEUDO, "StateMachine": "aws_sfn_state_machine.state_machine.arn"}
_CONSOLE = "local.consoles[data.aws_partition.current.partition]"


@dataclass(frozen=True, slots=True)
class Module(Stack):
    """A workflow as a module: each value that only a stack of CloudFormation has is a variable."""

    @classmethod
    def of(cls, workflow: Workflow) -> Module:
        """Return the module of `workflow`."""
        return cls.join(workflow, ResourceIds(), frozenset(), _with_variables)

    def notices(self) -> tuple[Diagnostic, ...]:
        """Return what a person should know of the files."""
        found = (*self._variables(), *self._of_stages(), *self._of_attachments())
        is_express = self.workflow.design.type == "EXPRESS"
        if not (has_notifier(self) or (is_express and self.deployment.notification.is_on)):
            return found
        return (*found, Diagnostic("notification-not-exported", "warning", ()))

    def _of_attachments(self) -> Iterator[Diagnostic]:
        """The warning that the module has no events that start the machine, and no alarms."""
        if self.deployment.events or self.deployment.alarms.by_metric:
            yield Diagnostic("attachments-not-exported", "warning", ())

    @property
    def definition_file(self) -> str:
        """The name of the file that `templatefile` reads."""
        return f"{self.name}.asl.json.tftpl"

    def definition_template(self) -> str:
        """Return the definition as a template, in which Terraform reads nothing but the placeholders."""
        parts = PLACEHOLDER.split(self.definition.text(self.workflow.document))
        keys = self._keys()
        written = []
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            written.append(
                f"${{{keys[part]}}}" if index % 2 else template_text(part, before_call=not is_last)
            )
        return "".join(written)

    def definition_values(self) -> dict[str, Value]:
        """Return the value of each placeholder, escaped where it stands in the middle of a JSON string."""
        keys, unquoted = self._keys(), self.substitutions.unquoted
        values: dict[str, Value] = {}
        for name, target in self.substitutions.targets.items():
            value = reference(target)
            if isinstance(value, str) and name not in unquoted:
                value = json.dumps(value, ensure_ascii=False)[1:-1]
            values[keys[name]] = hcl_value(value)
        return values

    def _keys(self) -> dict[str, str]:
        """The names that the placeholders have in the template."""
        keys: dict[str, str] = {}
        for name in self.substitutions.targets:
            key = name if is_identifier(name) else f"Value{placeholder_id(name)}"
            keys[name] = _free(key, set(keys.values()), "Value")
        return keys


def hcl_value(value: Json) -> Value:
    """Return a value of CloudFormation in HCL, its functions as expressions."""
    match value:
        case dict() if len(value) == 1 and next(iter(value)) in _FUNCTIONS:
            return _expression(value)
        case dict():
            return {key: hcl_value(item) for key, item in value.items()}
        case list():
            return [hcl_value(item) for item in value]
    return value


def _expression(value: Json) -> Value:
    match value:
        case {"Ref": str(name)}:
            return Expression(_OF_THE_MODULE.get(name, f"var.{name}"))
        case {"Fn::FindInMap": [str(), {"Ref": "AWS::Partition"}, "Domain"]}:
            return Expression(_CONSOLE)
        case {"Fn::Sub": str(text)}:
            return _substituted(text, {})
        case {"Fn::Sub": [str(text), dict(variables)]}:
            return _substituted(text, variables)
        case {"Fn::Join": [str(separator), list(items)]}:
            return Expression(f"join({quoted(separator)}, [{', '.join(map(_code, items))}])")
        case {"Fn::Select": [int(index), {"Fn::Split": [str(separator), text]}]}:
            return Expression(f"split({_code(separator)}, {_code(text)})[{index}]")
    raise CannotExport("function-not-exported", (), {"function": str(value)})


def _code(value: Json) -> str:
    """The code of a text or an expression of one line."""
    written = hcl_value(value)
    if isinstance(written, Expression):
        return written.code
    return quoted(str(written))


def _substituted(text: str, variables: Mapping[str, Json]) -> Expression:
    """The text of an `Fn::Sub` as a template between quotes."""
    parts = IN_SUB.split(text)
    written = ""
    literal = parts[0]
    for literally, name, following in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if literally:
            literal += f"${{{name}}}{following}"
            continue
        code = _code(variables.get(name, {"Ref": name}))
        written += f"{in_quotes(literal, before_call=True)}${{{code}}}"
        literal = following
    return Expression(f'"{written}{in_quotes(literal)}"')


def _with_variables(found: Substitutions) -> Substitutions:
    """`found` with the names of Terraform; what only a template could refer to is a variable."""
    ids: dict[str, str] = {}
    parameters: list[StackParameter] = []
    for declared in found.parameters:
        ids[declared.name] = _variable(declared.name, set(ids.values()))
        parameters.append(replace(declared, name=ids[declared.name]))
    targets: dict[str, Substitution] = {}
    for name, target in found.targets.items():
        match target:
            case Parameter(id, default):
                targets[name] = Parameter(ids[id], default)
            case Constant(value) if not isinstance(value, str | dict):
                targets[name] = Constant(write_json(value).strip())
            case Constant() if _is_known(target.value):
                targets[name] = target
            case Resource(id) if id in _PSEUDO:
                targets[name] = target
            case _:
                words, first = _of_template(target, name)
                if words not in ids:
                    ids[words] = _variable(words, set(ids.values()))
                    parameters.append(StackParameter(ids[words], name, first))
                targets[name] = Parameter(ids[words])
    return replace(found, targets=targets, parameters=tuple(parameters))


def _of_template(target: Substitution, placeholder: str) -> tuple[str, FirstValue]:
    """The words of a variable for what only a template refers to, and the form of its value."""
    match target:
        case Resource(id, "Arn"):
            return f"{id}Arn", FirstValue(example=f"arn:${{AWS::Partition}}:…:{kebab(id)}")
        case Resource(id, attribute):
            return f"{id}{(attribute or '').replace('.', '')}", FirstValue(example=kebab(id) or id)
        case Constant({"Fn::Sub": str(text)}):
            return placeholder, FirstValue(example=text)
    return placeholder, FirstValue(example=kebab(placeholder) or "value")


def _is_known(value: Json) -> bool:
    """True if HCL has the value: a text, or functions on nothing but pseudo parameters."""
    match value:
        case str():
            return True
        case {"Ref": str(name)}:
            return name in _PSEUDO
        case {"Fn::Sub": str(text)}:
            return _names_are_known(text, {})
        case {"Fn::Sub": [str(text), dict(variables)]}:
            return _names_are_known(text, variables) and all(map(_is_known, variables.values()))
        case {"Fn::Join": [str(), list(items)]}:
            return all(map(_is_known, items))
    return False


def _names_are_known(text: str, variables: Mapping[str, Json]) -> bool:
    return all(literally or name in variables or name in _PSEUDO for literally, name in IN_SUB.findall(text))


def _variable(words: str, taken: Set[str]) -> str:
    name = kebab(words).replace("-", "_")
    if not re.match(r"[a-z]", name):
        name = f"value_{name}".rstrip("_")
    return _free(name, taken | _RESERVED | _OF_MODULES, "_value")


def _free(name: str, taken: Set[str], suffix: str) -> str:
    return name if name not in taken else _free(f"{name}{suffix}", taken, suffix)


def used_data(text: str) -> Iterator[str]:
    """Yield the data sources that the code of a module reads."""
    for source in ("aws_caller_identity", "aws_partition", "aws_region"):
        if f"data.{source}." in text:
            yield source
