"""The real `osls` with the real plugin, offline, and the state machines in the template that it makes."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tooling import NODE, TOOLS

PLACEHOLDER = re.compile(r"\$\{(!?)([^}]*)\}")


@dataclass(frozen=True)
class Packaged:
    """What a run said, and the template that it made."""

    output: str
    template: dict

    @property
    def machines(self) -> dict:
        """The state machines by logical id."""
        return {
            name: resource
            for name, resource in self.template["Resources"].items()
            if resource["Type"] == "AWS::StepFunctions::StateMachine"
        }


def package(folder: Path, home: Path) -> Packaged:
    """Run `osls package` in `folder` with nothing in the environment, and read the template."""
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    home.mkdir(parents=True, exist_ok=True)
    environment = {"PATH": os.pathsep.join((str(NODE.parent), "/usr/bin", "/bin")), "HOME": str(home)}
    run = subprocess.run(
        [NODE, "node_modules/.bin/osls", "package"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    output = run.stdout + run.stderr
    assert run.returncode == 0, output
    template = folder / ".serverless" / "cloudformation-template-update-stack.json"
    return Packaged(output, json.loads(template.read_text(encoding="utf-8")))


def definition_of(machine: dict, parameters: dict) -> object:
    """The definition of a machine, as CloudFormation would resolve it.

    A reference becomes `<Id>` or `<Id.Attribute>`; a parameter that is always empty becomes nothing. The
    plugin takes the quotes from a reference in a Wait's `Seconds`; here they are put back.
    """
    text = resolve(machine["Properties"]["DefinitionString"], parameters)
    return json.loads(re.sub(r'("Seconds": )(<[^>"]*>)', r'\1"\2"', text))


def resolve(value: object, parameters: dict) -> str:
    """A text or an intrinsic function as text."""
    match value:
        case str():
            return value
        case {"Ref": name}:
            return "" if parameters.get(name, {}).get("AllowedValues") == [""] else f"<{name}>"
        case {"Fn::GetAtt": [name, attribute]}:
            return f"<{name}.{attribute}>"
        case {"Fn::Sub": str(text)}:
            return _substitute(text, {}, parameters)
        case {"Fn::Sub": [text, variables]}:
            return _substitute(text, variables, parameters)
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
