"""The placeholders `${Name}` of a definition, and their targets in a deployed stack."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from exporters.names import logical_id, placeholder_id
from exporters.parameter_values import FirstValue, Use, first_value
from schemas.asl.placeholder_kinds import Kind, placed_in
from schemas.asl.walk import states, values
from schemas.core.paths import Json, Path, field_of
from schemas.core.placeholder import Unquoted
from schemas.sidecar.deployment import Deployment, Parameter, Resource, Substitution, Value

OWN_NAME = "AWS::StateMachineName"
"""The placeholder of the machine's own name in the texts of its role; in a definition it is none."""

_OF_THE_STACK = r"AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix)"
_LETTER = r"[A-Za-z0-9]|[^\x00-\x7f\s]"
_OF_THE_DEFINITION = rf"(?:{_LETTER})(?:{_LETTER}|[_-])*(?:\.(?:{_LETTER}|[_-])+)*"
PLACEHOLDER = re.compile(rf"\$\{{({_OF_THE_STACK}|{_OF_THE_DEFINITION})\}}")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")
ROLE_PLACEHOLDER = re.compile(rf"\$\{{({OWN_NAME}|{_OF_THE_STACK}|{_OF_THE_DEFINITION})\}}")


@dataclass(frozen=True, slots=True)
class StackParameter:
    """A parameter that a stack declares: its id, its placeholder and the value that it has at first.

    `fields` and `states` have its placeholder, each named once.
    """

    name: str
    placeholder: str
    first: FirstValue
    fields: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def is_arn(self) -> bool:
        """True if its value is an ARN, by the one that it has at first."""
        return (self.first.default or self.first.example).startswith("arn:")

    @property
    def default(self) -> Json:
        """The value at first, as a number where it is one; None where one must be given."""
        default: Json = self.first.default
        return json.loads(default) if isinstance(default, str) and self.first.type == "Number" else default


@dataclass(frozen=True, slots=True)
class Substitutions:
    """The target of every placeholder, and the parameters that the stack declares for them.

    `unquoted` are the placeholders that stand somewhere without quotes, `in_texts` those that stand in texts.
    """

    targets: dict[str, Substitution]
    parameters: tuple[StackParameter, ...]
    unquoted: frozenset[str] = frozenset()
    in_texts: frozenset[str] = frozenset()


def substitutions(
    definition: Json,
    deployment: Deployment,
    reserved: Set[str] = frozenset(),
    known: Mapping[str, Substitution] | None = None,
) -> Substitutions:
    """The placeholders of `definition` as the sidecar maps them; those of `known` have their target already.

    One that is not mapped is a parameter; its id is none of `reserved`.
    """
    targets: dict[str, Substitution] = {}
    parameters: dict[str, StackParameter] = {}
    uses = _uses(definition)
    for name, places in uses.items():
        first = first_value(name, places)
        target = (known or {}).get(name) or _target(name, deployment, reserved | parameters.keys(), first)
        targets[name] = target
        if isinstance(target, Parameter):
            value = first if target.default is None else _given(target.default, first)
            parameters.setdefault(target.name, _declared(target.name, name, value, places))
    unquoted = frozenset(name for name, places in uses.items() if any(map(_is_unquoted, places)))
    in_texts = frozenset(name for name, places in uses.items() if not all(map(_is_unquoted, places)))
    return Substitutions(targets, tuple(parameters.values()), unquoted, in_texts)


def _declared(id: str, name: str, first: FirstValue, uses: list[Use]) -> StackParameter:
    fields = dict.fromkeys(use.field for use in uses if use.field)
    names = dict.fromkeys(use.state for use in uses if use.state)
    return StackParameter(id, name, first, tuple(fields), tuple(names))


def placeholder_names(definition: Json) -> Iterator[str]:
    """The name of each placeholder of a definition, in the order of the text."""
    yield from _uses(definition)


def _uses(definition: Json) -> dict[str, list[Use]]:
    """The places of each placeholder, by its name."""
    kinds = {placed.path: placed for placed in placed_in(definition)}
    names = {state.path: state.name for state in states(definition)}
    tasks = {(*state.path, "Resource") for state in states(definition) if state.type == "Task"}
    found: dict[str, list[Use]] = {}
    for path, value in values(definition, ()):
        key = str(path[-1]) if path else ""
        for match in PLACEHOLDER.finditer(key):
            found.setdefault(match[1], []).append(Use("", key, *match.span(), state=_state_at(path, names)))
        for match in PLACEHOLDER.finditer(value) if isinstance(value, str) else ():
            place = (str(value), *match.span(), kinds.get(path), path in tasks)
            use = Use(field_of(path), *place, state=_state_at(path, names))
            found.setdefault(match[1], []).append(use)
    return found


def _state_at(path: Path, names: Mapping[Path, str]) -> str:
    """The name of the innermost state around the value at `path`; "" for none."""
    around = (path[:length] for length in range(len(path), 0, -1))
    return next((names[outer] for outer in around if outer in names), "")


def _is_unquoted(use: Use) -> bool:
    return use.placed is not None and isinstance(use.placed.value, Unquoted)


def _given(default: str, first: FirstValue) -> FirstValue:
    """The first value that the sidecar names, of the kind of `first` where it is one."""
    kind = first.kind if _is_of_kind(default, first.kind) else "text"
    return FirstValue(kind, default, allowed=first.allowed if default in first.allowed else ())


def _is_of_kind(written: str, kind: Kind) -> bool:
    if kind == "number":
        return bool(_NUMBER.fullmatch(written))
    if kind == "boolean":
        return written in ("true", "false")
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict if kind == "object" else list)


def _target(name: str, deployment: Deployment, taken: Set[str], first: FirstValue) -> Substitution:
    if name.startswith("AWS::"):
        return Resource(name)
    match deployment.substitutions.get(name):
        case Parameter(parameter, default):
            return Parameter(logical_id(parameter) or placeholder_id(name), default)
        case Resource(resource, attribute):
            return Resource(logical_id(resource) or placeholder_id(name), attribute)
        case Value() as value:
            return value
    return Resource(first.pseudo) if first.pseudo else Parameter(_free(placeholder_id(name), taken))


def _free(name: str, taken: Set[str]) -> str:
    return name if name not in taken else _free(f"{name}Value", taken)
