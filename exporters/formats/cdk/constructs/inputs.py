"""Properties of the definition's construct: one for each placeholder that gets its value from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.formats.cdk.code import Call, Expression, Name, Statement, Template, Text
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.kinds import Kind
from exporters.formats.cdk.props import Given, Props
from exporters.formats.cdk.values import PSEUDO, Values
from exporters.formats.cdk.variables import Variables
from exporters.intrinsics import reference
from exporters.names import logical_id
from exporters.substitutions import PLACEHOLDER
from exporters.template_stack import TemplateStack
from schemas.sidecar.deployment import Resource, Value

_RESOLVED = "${Token["
"""The beginning of what the CDK takes for a value of its own in any text."""


@dataclass(frozen=True, slots=True)
class Input:
    """One property: its type, its description, and its value in the construct of the workflow."""

    name: str
    type: str
    description: str
    value: Expression


class Inputs:
    """The properties by their placeholders, and the texts that have them."""

    def __init__(
        self,
        name: str,
        inputs: Mapping[str, Input],
        given: Mapping[str, Given],
        fixed: Mapping[str, Text | Name],
    ) -> None:
        self.type = f"{logical_id(name)}Definition"
        self.module = f"{name}-definition"
        self._inputs = inputs
        self._given = given
        self._fixed = fixed

    @classmethod
    def of(cls, stack: TemplateStack, props: Props, values: Values) -> Inputs:
        """The properties for `stack`, whose construct has `props`, and `values` for its placeholders."""
        variables = Variables()
        for prop in props.all:
            variables.new(prop.name)
        inputs: dict[str, Input] = {}
        fixed: dict[str, Text | Name] = {}
        for name, target in stack.substitutions.targets.items():
            given = props.given.get(name)
            match target:
                case _ if given:
                    prop = given.prop
                    inputs[name] = Input(prop.name, prop.type, prop.description, Name(prop.path))
                case Value(str(text)):
                    fixed[name] = Text(text)
                case Resource(pseudo, None) if pseudo in PSEUDO:
                    fixed[name] = Name(PSEUDO[pseudo])
                case _:
                    value = values.of(reference(target))
                    inputs[name] = Input(variables.new(f"{name} value"), "string", name, value)
        return cls(stack.name, inputs, props.given, fixed)

    @property
    def imported(self) -> str:
        """The line that imports the class."""
        return f'import {{ {self.type} }} from "./{self.module}";'

    def instance(self) -> Statement:
        """The statement that makes the construct, in that of the workflow."""
        given = tuple((item.name, item.value) for item in self)
        return Statement(Call(self.type, (Name("this"), Text("Definition")), given, new=True), "definition")

    def __iter__(self) -> Iterator[Input]:
        """Each property once, in the order of the placeholders."""
        yield from {item.name: item for item in self._inputs.values()}.values()

    def text(self, text: str) -> Expression:
        """`text`, its placeholders replaced: a literal, a property, or a template of both."""
        if _RESOLVED in text:
            raise Unfit
        parts: list[Text | Name] = []
        end = 0
        for found in PLACEHOLDER.finditer(text):
            parts += [Text(text[end : found.start()]), self._part(found[1])]
            end = found.end()
        joined = _joined([*parts, Text(text[end:])])
        return joined[0] if len(joined) == 1 else Template(tuple(joined))

    def number(self, text: str) -> Expression:
        """The property for a placeholder without quotes, which must be a number."""
        whole = PLACEHOLDER.fullmatch(text)
        found = self._inputs.get(whole[1]) if whole else None
        if found is None or found.type != "number":
            raise Unfit
        return Name(f"props.{found.name}")

    def construct(self, name: str, kind: Kind, attribute: str) -> Expression | None:
        """The property that is a construct of `kind`, if the placeholder stands for that attribute of it."""
        given = self._given.get(name)
        if given is None or given.prop.kind is not kind or given.value != given.prop.reached(attribute):
            return None
        return Name(f"props.{given.prop.name}")

    def _part(self, name: str) -> Text | Name:
        if name in self._fixed:
            return self._fixed[name]
        found = self._inputs.get(name)
        if found is None or found.type == "number":
            raise Unfit
        given = self._given.get(name)
        attribute = given.value.path.removeprefix(given.prop.path) if given else ""
        return Name(f"props.{found.name}{attribute}")


def _joined(parts: list[Text | Name]) -> list[Text | Name]:
    """The parts with neighbouring texts as one, and no empty ones."""
    joined: list[Text | Name] = []
    for part in parts:
        if isinstance(part, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].value + part.value)
        elif part != Text(""):
            joined.append(part)
    return joined or [Text("")]
