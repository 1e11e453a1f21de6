"""Resources in the arguments of tasks: a property of the construct, or an import by a literal name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.formats.cdk.code import Expression, Name, Statement
from exporters.formats.cdk.constructs.inputs import Inputs
from exporters.formats.cdk.constructs.names import Identifiers
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.kinds import Kind
from exporters.names import kebab
from exporters.substitutions import PLACEHOLDER
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

_ANY = "0"
"""A text that may stand in every part of an ARN."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A resource by its literal name, and the variable of it."""

    variable: str
    statement: Statement


class Resources:
    """Finds the construct for each resource that a task names; imports are remembered, each made once."""

    def __init__(self, inputs: Inputs, variables: Identifiers, ids: Identifiers) -> None:
        self._inputs = inputs
        self._variables = variables
        self._ids = ids
        self._imported: dict[tuple[str, str], Imported] = {}

    def imports(self) -> Iterator[Statement]:
        """Yield the statements that import the resources with literal names."""
        yield from (each.statement for each in self._imported.values())

    def of(self, kind: Kind, attribute: str, value: Json) -> Expression:
        """The construct of which a task writes the `attribute` of CloudFormation, where that is `value`."""
        if not isinstance(value, str) or isinstance(value, Unquoted):
            raise Unfit
        whole = PLACEHOLDER.fullmatch(value)
        prop = self._inputs.construct(whole[1], kind, attribute) if whole else None
        return prop or self._by_name(kind, attribute, value)

    def _by_name(self, kind: Kind, attribute: str, value: str) -> Expression:
        known = self._imported.get((kind.noun, value))
        if known is None:
            known = self._import(kind, attribute, value)
            self._imported[kind.noun, value] = known
        return Name(known.variable)

    def _import(self, kind: Kind, attribute: str, value: str) -> Imported:
        if not kind.fits(attribute, PLACEHOLDER.sub(_ANY, value)):
            raise Unfit
        text = self._inputs.text(value)
        name = PLACEHOLDER.sub("", value).replace("/", ":").split(":function:")[-1].split(":")
        wanted = next(
            (part for part in (name[0], *reversed(name)) if part and not part.startswith(("arn", "$"))), ""
        )
        words = kebab(f"{wanted}-{kind.noun}")
        variable = self._variables.new(words)
        id = self._ids.new(words)
        scope = Name("Stack.of(this)")
        return Imported(variable, Statement(kind.imported(attribute, scope, id, text), variable))
