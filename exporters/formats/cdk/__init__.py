"""AWS CDK: a stack around the definition and an app that makes one, in Python or in TypeScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.cdk import python_project, typescript_project
from exporters.formats.cdk.attachments import template, template_file
from exporters.formats.cdk.code import Statement
from exporters.formats.cdk.constructor import constructor
from exporters.formats.cdk.readme import readme
from exporters.settings import Settings
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow

Files = Callable[[TemplateStack, list[list[Statement]]], list[Artifact]]


@dataclass(frozen=True, slots=True)
class Cdk(Format):
    """A CDK app in one language; its first two `files` are the stack and the app."""

    name: str
    files: Files
    install: str
    rank: ClassVar[int] = 40
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`: the program, the definition and a page on how to use them."""
        stack = TemplateStack.of(workflow)
        program, *others = self.files(stack, [paragraph for paragraph in constructor(stack) if paragraph])
        told = template(stack)
        page = readme(stack, self.install, program.path, others[0].path)
        return [
            replace(program, notices=stack.notices()),
            *others,
            Artifact(stack.definition_file, "application/json", stack.definition_text.encode()),
            *([Artifact(template_file(stack), "application/json", told.encode())] if told else []),
            Artifact("README.md", "text/markdown", page.encode()),
        ]


FORMATS = (
    Cdk("cdk-typescript", typescript_project.files, "npm install"),
    Cdk("cdk-python", python_project.files, "pip install -r requirements.txt"),
)
