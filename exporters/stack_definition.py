"""The definition of a stack: each value that comes from the stack is a placeholder in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from exporters.format import CannotExport
from exporters.names import logical_id
from exporters.substitutions import PLACEHOLDER, placeholder_names
from schemas.asl.placeholder_kinds import Placed, placed_in, replaced
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import states
from schemas.core.edits import Set as SetValue
from schemas.core.paths import Json, Path
from schemas.core.placeholder import Unquoted
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.conversion import value_of
from schemas.sidecar.deployment import Parameter, Resource, Substitution, Value

_OF_THE_TEMPLATE = ("Fn::If", "Fn::FindInMap", "Fn::Transform", "Fn::ForEach")
"""Functions of a template's own conditions, mappings and macros, which an exported stack does not have."""
_ONLY_TEXTS = frozenset(("Fn::Base64", "Fn::ImportValue", "Fn::Length", "Fn::ToJsonString"))
_LISTS = frozenset(("Fn::Cidr", "Fn::Join", "Fn::Select", "Fn::Split"))


@dataclass(frozen=True, slots=True)
class StackDefinition:
    """A definition whose functions of a template are placeholders; `functions` maps these to what they call.

    An `Unquoted` placeholder stands where no text belongs, any other one inside a text. `edits` make `value`
    of the document's own value.
    """

    value: Json
    edits: tuple[SetValue, ...]
    functions: dict[str, Substitution]

    def text(self, document: Document) -> str:
        """The definition in JSON: the document's own text where it is JSON, apart from the edits."""
        return (
            document.apply(*self.edits).document.text if document.format == "json" else write_json(self.value)
        )


def stack_definition(document: Document) -> StackDefinition:
    """Read the definition of `document` for a stack. Raises `CannotExport` for a value that none can give."""
    meant = value_of(document)
    found = list(placed_in(meant))
    calls = [placed for placed in found if isinstance(placed.value, dict) and _is_call(placed.value)]
    taken = set(placeholder_names(replaced(meant, {placed.path: None for placed in calls})))
    resources = {(*state.path, "Resource"): resource_of(state) for state in states(meant)}
    parameters = frozenset(_parameters(calls))
    functions: dict[str, Substitution] = {}
    changed: dict[Path, Json] = {}
    for placed in found:
        if isinstance(placed.value, Unquoted):
            changed.update(_settled(placed))
        elif isinstance(placed.value, dict) and resources.get(placed.path):
            changed[placed.path] = resources[placed.path]
        elif placed in calls:
            name = _name_of(_target(placed, parameters), functions, taken)
            text = f"${{{name}}}"
            changed[placed.path] = text if placed.kind in ("text", "any") else Unquoted(text)
    edits = tuple(SetValue(path, value) for path, value in changed.items())
    return StackDefinition(replaced(meant, changed) if changed else meant, edits, functions)


def _settled(placed: Placed) -> Iterator[tuple[Path, Json]]:
    """The placeholder with quotes where a text belongs, since the stack's values have none."""
    if PLACEHOLDER.sub("", str(placed.value)).strip("-+.0123456789eE"):
        raise CannotExport("placeholder-not-exported", placed.path, {"value": str(placed.value)})
    if placed.kind == "text":
        yield placed.path, str(placed.value)


def _parameters(calls: Iterable[Placed]) -> Iterator[str]:
    """The names that a `Ref` has in the place of a number or a flag: no resource has such a value."""
    for placed in calls:
        name = placed.value.get("Ref") if isinstance(placed.value, dict) else None
        if isinstance(name, str) and placed.kind in ("number", "boolean") and "::" not in name:
            yield name


def _name_of(target: Substitution, functions: dict[str, Substitution], taken: Set[str]) -> str:
    """The placeholder for what a function means; the same for the same one."""
    known = next((name for name, other in functions.items() if other == target), None)
    if known is not None:
        return known
    wanted = _wanted_name(target)
    while wanted in functions or wanted in taken:
        wanted += "Value"
    functions[wanted] = target
    return wanted


def _target(placed: Placed, parameters: Set[str]) -> Substitution:
    function, argument = next(iter(placed.value.items())) if isinstance(placed.value, dict) else ("", None)
    if function.startswith(_OF_THE_TEMPLATE) or _uses_template(argument):
        raise CannotExport("function-not-exported", placed.path, {"function": function})
    if function == "Ref":
        return Parameter(str(argument)) if argument in parameters else Resource(str(argument))
    if function != "Fn::GetAtt":
        return Value(placed.value)
    parts = argument.split(".", 1) if isinstance(argument, str) else argument
    name, attribute = parts if isinstance(parts, list) else ("", "")
    return Resource(str(name), str(attribute))


def _uses_template(argument: Json) -> bool:
    if isinstance(argument, dict):
        return any(key.startswith(_OF_THE_TEMPLATE) or _uses_template(item) for key, item in argument.items())
    return isinstance(argument, list) and any(map(_uses_template, argument))


def _wanted_name(target: Substitution) -> str:
    match target:
        case Resource(name, attribute):
            return logical_id(f"{name} {attribute or ''}") or "Value"
        case Parameter(name):
            return logical_id(name) or "Value"
        case Value({"Fn::ImportValue": str(name)}):
            return logical_id(name) or "Value"
        case Value({"Fn::Sub": str(text)}) if text.startswith("arn:"):
            return f"{logical_id(text.rpartition(':')[2])[:60]}Arn"
    return "Value"


def _is_call(value: dict[str, Json]) -> bool:
    """True for a function with an argument of its own form; other data may have a key of that name."""
    function, argument = next(iter(value.items()))
    if function == "Ref":
        return isinstance(argument, str)
    if function == "Fn::GetAtt":
        parts = argument.split(".", 1) if isinstance(argument, str) else argument
        return isinstance(parts, list) and len(parts) == 2 and all(isinstance(part, str) for part in parts)
    if function == "Fn::Sub":
        return isinstance(argument, str | list)
    if function in _LISTS:
        return isinstance(argument, list)
    return function in _ONLY_TEXTS or function.startswith(_OF_THE_TEMPLATE)
