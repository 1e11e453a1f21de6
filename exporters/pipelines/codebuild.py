"""A buildspec of AWS CodeBuild: checks the workflows, packages the repository, and deploys `$STAGE`."""

from __future__ import annotations

from exporters.format import Artifact
from exporters.pipelines.pipeline import INSTALL_DESIGNER, TEST, VALIDATE, Pipeline
from exporters.pipelines.yaml_text import entries, listed

PATH = "buildspec.yml"

_HEAD = """# Checks and deploys the Step Functions workflows of this repository.
# Written by `designer ci codebuild`; it is yours to change.
#
# STAGE is the stage to deploy ({stages}): give it to the project, or to the action of the pipeline. A build
# without it checks and packages only. The role of the project may do what the deployment does.
version: 0.2
env:
  shell: bash
  variables:
{variables}    STAGE: ""
phases:
  install:
    runtime-versions:
      python: "3.13"
{node}    commands:
{install}  pre_build:
    commands:
{check}"""

_BUILD = """  build:
    commands:
{commands}"""

_REPORTS = """reports:
  step-functions-cases:
    file-format: JUNITXML
    files:
      - cases.xml
"""


def write(pipeline: Pipeline) -> list[Artifact]:
    """The buildspec, at the root of the repository."""
    first, *_ = pipeline.stages
    run = f"{TEST} --format junit > cases.xml" if pipeline.has_cases else ""
    head = _HEAD.format(
        stages=", ".join(pipeline.stages),
        variables=entries(pipeline.variables, 4),
        node="      nodejs: 22\n" if pipeline.needs_node else "",
        install=listed([INSTALL_DESIGNER, *pipeline.install], 6),
        check=listed(filter(None, [VALIDATE, run, pipeline.check]), 6),
    )
    commands = [_for_stage(command, first) for command in pipeline.package]
    commands += [f'if [ -n "$STAGE" ]; then {command}; fi' for command in pipeline.deploy]
    build = _BUILD.format(commands=listed(commands, 6)) if commands else ""
    reports = _REPORTS if pipeline.has_cases else ""
    return [Artifact(PATH, "application/yaml", (head + build + reports).encode())]


def _for_stage(command: str, usual: str) -> str:
    """The command with the first stage where none is given."""
    return command.replace("$STAGE", f"${{STAGE:-{usual}}}")
