"""AWS CDK: a construct for the definition, a stack around it and an app, in Python or in TypeScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.cdk import python_project, typescript_project
from exporters.formats.cdk.attachments import template, template_file
from exporters.formats.cdk.constructor import Program
from exporters.formats.cdk.python import snake
from exporters.formats.cdk.readme import readme
from exporters.settings import Settings
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow

Files = Callable[[Program], list[Artifact]]


@dataclass(frozen=True, slots=True)
class Cdk(Format):
    """A CDK app in one language; its first one of `files` has the stack."""

    name: str
    files: Files
    install: str
    test: str
    spelled: Callable[[str], str]
    rank: ClassVar[int] = 40
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`: the program, the definition and a page on how to use them."""
        stack = TemplateStack.of(workflow)
        program = Program.of(stack)
        module, *others = self.files(program)
        told = template(stack)
        app = next(file.path for file in others if file.path.startswith("app."))
        page = readme(program, self.install, self.test, (module.path, app), self.spelled)
        return [
            replace(module, notices=stack.notices()),
            *others,
            Artifact(stack.definition_file, "application/json", stack.definition_text.encode()),
            *([Artifact(template_file(stack), "application/json", told.encode())] if told else []),
            Artifact("README.md", "text/markdown", page.encode()),
        ]


FORMATS = (
    Cdk("cdk-typescript", typescript_project.files, "npm install", "npm test", str),
    Cdk("cdk-python", python_project.files, "pip install -r requirements-dev.txt", "pytest", snake),
)
