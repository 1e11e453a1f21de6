"""The real aws-cdk-lib in both languages, offline, and the state machines in the templates that it makes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tooling import NODE, TOOLS

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
IN_A_SUB = re.compile(r"\$\{(!?)([^}]*)\}")
QUIET = {"JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1", "AWS_CDK_DISABLE_VERSION_CHECK": "1"}


@dataclass(frozen=True)
class Synthesized:
    """The template of a stack, and the definition that it deploys, in text."""

    template: dict
    source: str

    def only(self, type: str) -> dict:
        """The properties of the one resource of this type."""
        (found,) = (item for item in self.template["Resources"].values() if item["Type"] == type)
        return dict(found["Properties"])

    @property
    def machine(self) -> dict:
        """The properties of the state machine."""
        return self.only("AWS::StepFunctions::StateMachine")

    @property
    def definition(self) -> object:
        """The definition after CloudFormation has put each substitution into its text; see `resolve`."""
        given = self.machine.get("DefinitionSubstitutions", {})
        values = {name: resolve(value) for name, value in given.items()}
        return json.loads(PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), self.source))

    @property
    def statements(self) -> list[dict]:
        """What the machine's role allows."""
        policies = [
            item for item in self.template["Resources"].values() if item["Type"] == "AWS::IAM::Policy"
        ]
        return [
            statement
            for policy in policies
            for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        ]


def resolve(value: object) -> str:
    """A text or an intrinsic function as text: a reference is `⟦Id⟧` or `⟦Id.Attribute⟧`, however written."""
    match value:
        case {"Ref": str(name)}:
            return f"⟦{name}⟧"
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return f"⟦{name}.{attribute}⟧"
        case {"Fn::Sub": str(text)}:
            return _substitute(text, {})
        case {"Fn::Sub": [str(text), dict(variables)]}:
            return _substitute(text, variables)
        case {"Fn::Join": [separator, parts]}:
            return str(separator).join(map(resolve, parts))
        case {"Fn::Select": [index, {"Fn::Split": [separator, text]}]}:
            return f"⟦part {index} by {separator} of {resolve(text)}⟧"
        case {"Fn::ImportValue": name}:
            return f"⟦{name} imported⟧"
    return str(value)


def _substitute(text: str, variables: dict) -> str:
    def replaced(found: re.Match[str]) -> str:
        literally, name = found.groups()
        return f"${{{name}}}" if literally else resolve(variables.get(name, {"Ref": name}))

    return IN_A_SUB.sub(replaced, text)


def synthesize(language: str, folders: list[Path], home: Path) -> tuple[list[Synthesized], list[str]]:
    """Run the apps in `folders`: what they make, and what the CDK's own validation warns of."""
    output = _python(folders, home) if language == "python" else _typescript(folders, home)
    warnings = [line for line in output.splitlines() if line.startswith("WARNING")]
    return [_read(folder / "cdk.out") for folder in folders], warnings


def compile_typescript(folders: list[Path], home: Path) -> str:
    """What `tsc` says of the apps in `folders`; nothing where it is content."""
    _link_packages(folders[0].parent)
    options = json.loads((folders[0] / "tsconfig.json").read_text())["compilerOptions"]
    project = folders[0].parent / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": options, "include": ["*/*.ts"]}))
    return _run([NODE, TOOLS / "node_modules/.bin/tsc", "--noEmit", "-p", project], home, {})


def _python(folders: list[Path], home: Path) -> str:
    cache = {"JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(Path(sys.prefix) / "jsii")}
    return _run([sys.executable, TOOLS / "synth.py", *folders], home, cache)


def _typescript(folders: list[Path], home: Path) -> str:
    _link_packages(folders[0].parent)
    return _run([NODE, "--import", "tsx", TOOLS / "synth.mjs", *folders], home, {}, cwd=TOOLS)


def _link_packages(folder: Path) -> None:
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(TOOLS / "node_modules")


def _run(command: list, home: Path, environment: dict[str, str], cwd: Path | None = None) -> str:
    home.mkdir(exist_ok=True)
    path = os.pathsep.join((str(NODE.parent), "/usr/bin", "/bin"))
    run = subprocess.run(
        command,
        cwd=cwd or home,
        env={"PATH": path, "HOME": str(home), **QUIET, **environment},
        capture_output=True,
        text=True,
        timeout=600,
    )
    output = run.stdout + run.stderr
    assert run.returncode == 0, output
    return output


def _read(assembly: Path) -> Synthesized:
    (template,) = assembly.glob("*.template.json")
    (source,) = assembly.glob("asset.*.json")
    return Synthesized(json.loads(template.read_text()), source.read_bytes().decode())
