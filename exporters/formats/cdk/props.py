"""The properties of the workflow's construct: the constructs, texts and numbers that it is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.comments import parameter_description
from exporters.formats.cdk.attachments import included
from exporters.formats.cdk.code import Expression, Name
from exporters.formats.cdk.kinds import FUNCTION, KEY, ROLE, TOPIC, Kind
from exporters.formats.cdk.uses import Uses, uses
from exporters.formats.cdk.values import literal
from exporters.formats.cdk.variables import Variables
from exporters.substitutions import StackParameter
from exporters.template_stack import KEY as KEY_ID
from exporters.template_stack import TemplateStack
from schemas.core.coerce import mapping, text
from schemas.sidecar.deployment import Parameter, Resource


@dataclass(frozen=True, slots=True)
class Prop:
    """One property: a construct of `kind`, or a text or number where that is None.

    `id` is the id of what is imported for it, and of the parameter of a stack that asks for it. That
    parameter, and the `default` of the deployment settings, give the `attribute` of the construct. `asked`
    describes the parameter where the definition has one. `in_text` is true where the value stands in strings
    of JSON, in which CloudFormation puts it as it is.
    """

    name: str
    id: str
    description: str
    kind: Kind | None = None
    attribute: str = ""
    default: str | None = None
    asked: StackParameter | None = None
    in_text: bool = False

    @property
    def is_required(self) -> bool:
        """True unless the deployment settings have a value for it."""
        return self.default is None

    @property
    def is_number(self) -> bool:
        """True for a number."""
        return self.kind is None and self.asked is not None and self.asked.first.type == "Number"

    @property
    def type(self) -> str:
        """Its type in TypeScript."""
        return self.kind.type if self.kind else "number" if self.is_number else "string"

    @property
    def path(self) -> str:
        """The variable that has its value in the construct: it itself, or the one that has the default."""
        return f"props.{self.name}" if self.is_required else self.name

    @property
    def default_value(self) -> Expression:
        """The default as a literal."""
        text = self.default or ""
        if self.is_number:
            return literal(json.loads(text))
        is_escaped = self.in_text and not self.kind
        return literal(json.dumps(text, ensure_ascii=False)[1:-1] if is_escaped else text)

    def reached(self, attribute: str) -> Name:
        """The value itself, or the property of the construct for an attribute of its resource."""
        return Name(f"{self.path}.{self.kind.attributes[attribute]}" if self.kind else self.path)


@dataclass(frozen=True, slots=True)
class Given:
    """A placeholder's value: the `attribute` of what `prop` is, and the kinds of its uses."""

    prop: Prop
    attribute: str
    uses: Uses

    @property
    def value(self) -> Name:
        """The expression for it; a function is given to a call by its ARN, which is known at once."""
        is_called = self.prop.kind is FUNCTION and not self.uses.elsewhere
        return self.prop.reached("Arn" if is_called else self.attribute)


@dataclass(frozen=True, slots=True)
class Props:
    """All properties of the construct, and those of them that the placeholders stand for."""

    all: tuple[Prop, ...]
    given: Mapping[str, Given]

    @classmethod
    def of(cls, stack: TemplateStack, variables: Variables) -> Props:
        """Return the properties for `stack`, with names from `variables`."""
        found = dict(_placeholders(stack, variables))
        of_placeholders = {given.prop.id: given.prop for given in found.values()}
        others = [*_of_settings(stack, variables), *_of_attachments(stack, variables, of_placeholders)]
        return cls((*of_placeholders.values(), *others), found)


def _placeholders(stack: TemplateStack, variables: Variables) -> Iterator[tuple[str, Given]]:
    """The property for each placeholder that is a parameter, or stands for a resource."""
    used = uses(stack.definition.value)
    targets = {
        name: target
        for name, target in stack.substitutions.targets.items()
        if isinstance(target, Parameter) or (isinstance(target, Resource) and "::" not in target.name)
    }
    made: dict[str, Prop] = {}
    for name, target in targets.items():
        same = {other: each for other, each in targets.items() if each.name == target.name}
        kind = _kind(stack, same, used)
        own = "" if kind or isinstance(target, Parameter) else (target.attribute or "").title()
        wanted = f"{target.name}{own}"
        if wanted not in made:
            made[wanted] = _prop(stack, wanted, same, kind, variables)
        yield name, Given(made[wanted], _attribute(stack, target, kind), used.get(name, Uses(elsewhere=True)))


def _kind(
    stack: TemplateStack, targets: Mapping[str, Parameter | Resource], used: Mapping[str, Uses]
) -> Kind | None:
    """The kind of construct that all of these placeholders stand for; None for none, or for several."""
    found = [used[name] for name in targets if name in used]
    kinds = {kind.noun: kind for use in found for kind in use.kinds}
    if len(kinds) != 1:
        return None
    (kind,) = kinds.values()
    for name, target in targets.items():
        attribute = _attribute(stack, target, kind)
        default = target.default if isinstance(target, Parameter) else None
        fits = attribute in kind.attributes and (default is None or kind.fits(attribute, default))
        if not fits or (used[name].needs_arn and attribute != "Arn"):
            return None
    return kind


def _attribute(stack: TemplateStack, target: Parameter | Resource, kind: Kind | None) -> str:
    """The attribute of the resource that the value of a target is; "" for its `Ref`."""
    if isinstance(target, Resource):
        return target.attribute or ""
    return "Arn" if _asked(stack, target.name).is_arn and kind and "Arn" in kind.imports else ""


def _asked(stack: TemplateStack, name: str) -> StackParameter:
    return next(item for item in stack.substitutions.parameters if item.name == name)


def _prop(
    stack: TemplateStack,
    id: str,
    targets: Mapping[str, Parameter | Resource],
    kind: Kind | None,
    variables: Variables,
) -> Prop:
    attributes = {_attribute(stack, target, kind) for target in targets.values()}
    parameter = next((target for target in targets.values() if isinstance(target, Parameter)), None)
    return Prop(
        variables.new(id),
        f"{id}Value" if id in {*stack.ids, KEY_ID, "Default"} else id,
        _description(stack, targets),
        kind,
        "Arn" if kind and "Arn" in attributes & kind.imports.keys() else "",
        parameter.default if parameter else None,
        _asked(stack, parameter.name) if parameter else None,
        not stack.substitutions.unquoted & targets.keys(),
    )


def _of_settings(stack: TemplateStack, variables: Variables) -> Iterator[Prop]:
    """The role and the key of the deployment settings."""
    deployment = stack.deployment
    if deployment.role:
        name = variables.new("executionRole")
        yield Prop(name, stack.ids.role, "The role of the state machine", ROLE, "Arn", deployment.role)
    if deployment.kms_key:
        description = "The key that encrypts the state machine"
        yield Prop(variables.new("encryptionKey"), KEY_ID, description, KEY, "Arn", deployment.kms_key)


def _of_attachments(stack: TemplateStack, variables: Variables, shared: Mapping[str, Prop]) -> Iterator[Prop]:
    """The parameters of the attachments that no placeholder shares."""
    for id, parameter in included(stack).parameters.items():
        fields = mapping(parameter)
        default = fields.get("Default")
        if id not in shared:
            kind = TOPIC if default is None else None
            value = None if default is None else text(default)
            yield Prop(variables.new(id), id, text(fields.get("Description")), kind, default=value)


def _description(stack: TemplateStack, targets: Mapping[str, Parameter | Resource]) -> str:
    """The fields and states that have these placeholders, as the parameter or the resource of a template."""
    target = next(iter(targets.values()))
    if isinstance(target, Parameter):
        return parameter_description(_asked(stack, target.name))
    return f"{target.name}.{target.attribute}" if target.attribute else target.name
