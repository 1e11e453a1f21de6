"""The real `osls` with the real plugin, offline, and the state machines in the template that it makes."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tooling import NODE, TOOLS

from exporters.formats.serverless.service import Service
from schemas.core.placeholder import Unquoted
from schemas.sidecar.deployment import Resource, Value

PLACEHOLDER = re.compile(r"\$\{(!?)([^}]*)\}")
SUBSTITUTION = re.compile(r"\$\{((?:AWS::)?[A-Za-z0-9][\w.-]*)\}")
MARKER = re.compile(r"⟦([\w.:-]+)⟧")
NOTHING_TO_SAY = re.compile(r"\s*Packaging \S+ for stage \w+ \(\S+\)\s+✔ Service packaged \(\d+s\)\s*")


@dataclass(frozen=True)
class Packaged:
    """What a run said, and the template that it made."""

    output: str
    template: dict

    @property
    def is_without_warning(self) -> bool:
        """Whether the run said that it packaged, and nothing else."""
        return NOTHING_TO_SAY.fullmatch(self.output) is not None

    @property
    def machines(self) -> dict:
        """The state machines by logical id."""
        return {
            name: resource
            for name, resource in self.template["Resources"].items()
            if resource["Type"] == "AWS::StepFunctions::StateMachine"
        }


class NotPackaged(AssertionError):
    """Says what a run said that made no template."""


def package(folder: Path, home: Path, stage: str = "dev") -> Packaged:
    """Run `osls package` in `folder` with nothing in the environment, and read the template.

    Raises `NotPackaged`.
    """
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    home.mkdir(parents=True, exist_ok=True)
    environment = {"PATH": os.pathsep.join((str(NODE.parent), "/usr/bin", "/bin")), "HOME": str(home)}
    run = subprocess.run(
        [NODE, "node_modules/.bin/osls", "package", "--stage", stage],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    output = run.stdout + run.stderr
    if run.returncode:
        raise NotPackaged(output)
    template = folder / ".serverless" / "cloudformation-template-update-stack.json"
    return Packaged(output, json.loads(template.read_text(encoding="utf-8")))


def definition_of(machine: dict, parameters: dict) -> object:
    """The definition of a machine, as CloudFormation would resolve it.

    A reference becomes `⟦Id⟧` or `⟦Id.Attribute⟧`; a parameter that is always empty becomes nothing. The
    plugin takes the quotes from a reference in a Wait's `Seconds`; here they are put back.
    """
    text = resolve(machine["Properties"]["DefinitionString"], parameters)
    return json.loads(re.sub(r'("Seconds": )(⟦[^⟧]*⟧)', r'\1"\2"', text))


def after_substitution(source: object, values: dict[str, object] | None = None) -> object:
    """A definition with `⟦name⟧` for each `${Name}`, spelled as `spelled` spells it.

    Those of `values` have another value: a text, or what stands for a placeholder without quotes.
    """

    texts_of = {name: value for name, value in (values or {}).items() if isinstance(value, str)}

    def replaced(text: str) -> object:
        if isinstance(text, Unquoted):
            return json.loads(SUBSTITUTION.sub(lambda found: json.dumps((values or {})[found[1]]), text))
        return SUBSTITUTION.sub(lambda found: texts_of.get(found[1], _marker(found[1])), text)

    return texts(source, replaced)


def values_in(service: Service) -> dict[str, object]:
    """The values that Serverless itself puts in: ARNs, numbers and flags."""
    parameters = {item.name: item for item in service.substitutions.parameters}
    values: dict[str, object] = {}
    for name, target in service.substitutions.targets.items():
        parameter = parameters.get(getattr(target, "name", ""))
        if isinstance(target, Value):
            is_function = isinstance(target.value, dict)
            values[name] = spelled(resolve(target.value, {})) if is_function else target.value
        if isinstance(target, Resource) and target.name.startswith("AWS::"):
            values[name] = spelled(resolve({"Ref": target.name}, {}))
        elif parameter and parameter.default is None:
            values[name] = spelled(resolve({"Fn::Sub": parameter.first.example}, {}))
        elif parameter and name in service.substitutions.unquoted:
            values[name] = json.loads(parameter.first.default)
    return values


def spelled(definition: object) -> object:
    """A resolved definition, its `⟦Name⟧` in small letters and digits only."""
    return texts(definition, lambda text: MARKER.sub(lambda found: _marker(found[1]), text))


def canonical(value: object) -> str:
    """A text that is the same for the same JSON value: true is not 1, and 1.0 is 1."""
    return json.dumps(_numbers(value), sort_keys=True)


def resolve(value: object, parameters: dict) -> str:
    """A text or an intrinsic function as text."""
    match value:
        case str():
            return value
        case {"Ref": name}:
            return "" if parameters.get(name, {}).get("AllowedValues") == [""] else f"⟦{name}⟧"
        case {"Fn::GetAtt": [name, attribute]}:
            return f"⟦{name}.{attribute}⟧"
        case {"Fn::Sub": str(text)}:
            return _substitute(text, {}, parameters)
        case {"Fn::Sub": [text, variables]}:
            return _substitute(text, variables, parameters)
        case {"Fn::ImportValue": str(name)}:
            return f"⟦imported.{name}⟧"
        case {"Fn::Join": [str(separator), list(parts)]}:
            return separator.join(resolve(part, parameters) for part in parts)
    raise AssertionError(f"not a text: {value!r}")


def _substitute(text: str, variables: dict, parameters: dict) -> str:
    def replaced(found: re.Match[str]) -> str:
        literally, name = found.groups()
        if literally:
            return f"${{{name}}}"
        if name in variables:
            return resolve(variables[name], parameters)
        return resolve({"Ref": name}, parameters)

    return PLACEHOLDER.sub(replaced, text)


def texts(value: object, change: Callable[[str], object]) -> object:
    """`value` with each text in it changed, keys as well."""
    if isinstance(value, dict):
        return {change(key): texts(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [texts(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def _marker(name: str) -> str:
    return f"⟦{re.sub('[^a-z0-9]', '', name.lower())}⟧"


def _numbers(value: object) -> object:
    if isinstance(value, dict):
        return {key: _numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbers(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
