"""The real aws-cdk-lib in both languages, offline, and what it makes of apps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from deployed import Deployed
from tooling import NODE, TOOLS

from exporters.substitutions import OWN_NAME
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource
from schemas.sidecar.workflow import Workflow

QUIET = {"JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1", "AWS_CDK_DISABLE_VERSION_CHECK": "1"}
_IN_PYTHON = {"JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(Path(sys.prefix) / "jsii")}


def synthesize(language: str, folders: list[Path], home: Path) -> tuple[list[Deployed], list[str]]:
    """Run the apps in `folders`: what they make, and what the CDK's own validation warns of."""
    output = run_apps(language, folders, home)
    warnings = [line for line in output.splitlines() if line.startswith("WARNING")]
    return [_read(folder / "cdk.out") for folder in folders], warnings


def run_apps(language: str, folders: list[Path], home: Path) -> str:
    """Run the app of each folder, in it; each leaves its `cdk.out`. Returns what the CDK says."""
    if language == "python":
        return _run([sys.executable, TOOLS / "synth.py", *folders], home, _IN_PYTHON)
    _link_packages(folders[0].parent)
    return _run([NODE, "--import", "tsx", TOOLS / "synth.mjs", *folders], home, {}, cwd=TOOLS)


def known(workflow: Workflow) -> dict[str, Json]:
    """The values of placeholders that an app has without a parameter, or asks for by a parameter."""
    stack = TemplateStack.of(workflow)
    found: dict[str, Json] = {OWN_NAME: stack.name, "AWS::StackName": stack.name}
    for name, target in stack.substitutions.targets.items():
        if isinstance(target, Parameter) and target.default is not None:
            found[name] = target.default
        elif isinstance(target, Resource):
            is_own = target.name in ("AWS::StackName", OWN_NAME)
            found[name] = stack.name if is_own else {"Ref": target.name}
    return found


def compile_typescript(folders: list[Path], home: Path) -> str:
    """What `tsc` says of the apps in `folders`; nothing where it is content."""
    _link_packages(folders[0].parent)
    options = json.loads((folders[0] / "tsconfig.json").read_text())["compilerOptions"]
    project = folders[0].parent / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": options, "include": ["*/**/*.ts"]}))
    return _run([NODE, TOOLS / "node_modules/.bin/tsc", "--noEmit", "-p", project], home, {})


def run_tests(language: str, folder: Path, home: Path) -> str:
    """The words of the tests beside the app in `folder`, all of which pass."""
    if language == "python":
        pytest = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        return _run([*pytest, "--rootdir", folder, folder], home, _IN_PYTHON, cwd=folder)
    _link_packages(folder.parent)
    (test,) = folder.glob("test/*.test.ts")
    return _run([NODE, "--import", "tsx", "--test", test], home, {}, cwd=folder)


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


def _read(assembly: Path) -> Deployed:
    (template,) = assembly.glob("*.template.json")
    source = next((found.read_bytes().decode() for found in assembly.glob("asset.*.json")), "")
    return Deployed(json.loads(template.read_text()), source)
