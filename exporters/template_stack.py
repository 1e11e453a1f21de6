"""A stack as CloudFormation templates and CDK apps declare it, with the definition as a text."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from dataclasses import dataclass, replace

from exporters.intrinsics import reference
from exporters.names import logical_id, placeholder_id
from exporters.stack import ResourceIds, Stack, stack_name
from exporters.substitutions import OWN_NAME, PLACEHOLDER, Substitutions
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.deployment import Parameter, Substitution, Value
from schemas.sidecar.workflow import Workflow

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]{1,254}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9_]+", re.ASCII)
"""The names of placeholders that AWS substitutes."""
KEY = "Key"
"""The id of the key that encrypts the machine, in a CDK app."""

_RESERVED = frozenset({*ResourceIds(), KEY, "Default"})


@dataclass(frozen=True, slots=True)
class TemplateStack(Stack):
    """A stack whose machine gets its definition as JSON text and the values of its placeholders beside it."""

    @classmethod
    def of(cls, workflow: Workflow, beside_others: bool = False) -> TemplateStack:
        """Return the stack of `workflow`.

        With `beside_others`, it has ids and a name of its own, so that it can be a part of a larger stack.
        """
        prefix = logical_id(stack_name(workflow)) if beside_others else ""
        stack = cls.join(workflow, ResourceIds(prefix), _RESERVED, _with_allowed_ids)
        return replace(stack, references={**stack.references, OWN_NAME: stack.machine_name})

    @property
    def definition_text(self) -> str:
        """The definition in JSON: its own text where it is JSON. In YAML, AWS would read `no` as false.

        A placeholder whose name AWS would not substitute has another one.
        """
        keys, text = self._keys, self.definition.text(self.workflow.document)
        return PLACEHOLDER.sub(lambda found: f"${{{keys.get(found[1], found[1])}}}", text)

    @property
    def definition_file(self) -> str:
        """The name of the file that holds the definition, where a format writes one."""
        return f"{self.name}.asl.json"

    @property
    def machine_name(self) -> Json:
        """The name of the machine: that of the stack, followed by its own one in a stack with others."""
        if not self.ids.prefix:
            return {"Ref": "AWS::StackName"}
        return {"Fn::Sub": f"${{AWS::StackName}}-{self.name}"}

    @property
    def names_itself(self) -> bool:
        """True if the role mentions the machine, whose name must then be fixed before it is created."""
        resources = (text for item in self.role.permissions for text in item.statement.resources)
        return any(OWN_NAME in text for text in resources)

    def definition_substitutions(self) -> dict[str, Json]:
        """Return the value of each placeholder, escaped where it stands in the middle of a JSON string."""
        found = {name: reference(target) for name, target in self.substitutions.targets.items()}
        unquoted = self.substitutions.unquoted
        keys = self._keys
        return {
            keys[name]: value if name in unquoted else _in_a_string(value) for name, value in found.items()
        }

    @property
    def _keys(self) -> dict[str, str]:
        """The key of each placeholder in `DefinitionSubstitutions`: its name, or another one."""
        names = self.substitutions.targets
        keys = {name: name for name in names if _KEY.fullmatch(name)}
        for name in names:
            key = keys.get(name) or placeholder_id(name)
            while name not in keys and key in keys.values():
                key += "Value"
            keys.setdefault(name, key)
        return keys


def _with_allowed_ids(found: Substitutions) -> Substitutions:
    """`found` with ids that CloudFormation and the CDK allow, and that nothing else in the stack has."""
    ids: dict[str, str] = {}
    for parameter in found.parameters:
        ids[parameter.name] = _allowed(parameter.name, set(ids.values()))
    parameters = (replace(parameter, name=ids[parameter.name]) for parameter in found.parameters)
    targets = {name: _renamed(target, ids) for name, target in found.targets.items()}
    return replace(found, targets=targets, parameters=tuple(parameters))


def _allowed(name: str, taken: Set[str]) -> str:
    if not _ID.fullmatch(name):
        name = f"Parameter{name}"[:255]
    return _allowed(f"{name}Value", taken) if name in _RESERVED | taken else name


def _renamed(target: Substitution, ids: dict[str, str]) -> Substitution:
    """`target` with the allowed id of its parameter; a number or a list becomes JSON text."""
    match target:
        case Parameter(name, default):
            return Parameter(ids[name], default)
        case Value(value) if not isinstance(value, str | dict):
            return Value(write_json(value).strip())
    return target


def _in_a_string(value: Json) -> Json:
    return json.dumps(value, ensure_ascii=False)[1:-1] if isinstance(value, str) else value
