"""The commands of a pipeline use options that their tools have."""

from __future__ import annotations

import re
import subprocess

import pytest
from budget import deep_only
from tooling import NODE, TOOLS, needs_node

from exporters.pipelines.pipeline import TOOLS as DEPLOYERS
from exporters.pipelines.pipeline import Pipeline

COMMAND = re.compile(r"(?:npx )?((?:osls|cdk|sam|aws cloudformation) [a-z]+)")
OPTION = re.compile(r"--[a-z][\w-]*")
IN_THE_HELP = {
    "cdk synth": {"--quiet", "--context"},
    "cdk deploy": {"--all", "--require-approval", "--context"},
    "sam validate": {"--lint"},
    "sam build": set(),
    "sam deploy": {
        *("--stack-name", "--resolve-s3", "--no-confirm-changeset", "--no-fail-on-empty-changeset"),
        "--capabilities",
    },
    "aws cloudformation deploy": {
        *("--template-file", "--stack-name", "--no-fail-on-empty-changeset", "--capabilities"),
    },
}
"""The options that the pages of these tools explain, among those that are used."""


def commands() -> dict[str, set[str]]:
    """The options that the pipelines give to each command of a tool."""
    found: dict[str, set[str]] = {}
    for tool in DEPLOYERS:
        pipeline = Pipeline(tool)
        for line in [*pipeline.package, *pipeline.deploy]:
            command = COMMAND.match(line)
            assert command, line
            found.setdefault(command[1], set()).update(OPTION.findall(line))
    return found


def test_the_options_are_those_of_the_tools() -> None:
    others = {name: options for name, options in commands().items() if not name.startswith("osls")}
    assert others == IN_THE_HELP


@deep_only
@pytest.mark.node
@needs_node
@pytest.mark.parametrize("command", ["osls package", "osls deploy"])
def test_osls_explains_the_options(command: str) -> None:
    program, name = command.split()
    run = subprocess.run(
        [NODE, TOOLS / "node_modules" / ".bin" / program, name, "--help"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert commands()[command] <= set(OPTION.findall(run.stdout))
