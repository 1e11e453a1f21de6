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
    """A CDK app in one language; its first one of `files` has the stack.

    It `has_constructs` if the definition can be one, as the deployment settings may ask for.
    """

    name: str
    files: Files
    install: str
    test: str
    spelled: Callable[[str], str]
    has_constructs: bool = False
    rank: ClassVar[int] = 40
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`: the program, the definition and a page on how to use them."""
        stack = TemplateStack.of(workflow)
        has_constructs = self.has_constructs and stack.deployment.cdk_constructs
        program = Program.of(stack, has_constructs)
        module, *others = self.files(program)
        told = template(stack)
        app = next(file.path for file in others if file.path.startswith("app."))
        page = readme(program, self.install, self.test, (module.path, app), self.spelled)
        return [
            replace(module, notices=stack.notices()),
            *others,
            *([] if has_constructs else [_definition(stack)]),
            *([Artifact(template_file(stack), "application/json", told.encode())] if told else []),
            Artifact("README.md", "text/markdown", page.encode()),
        ]


def _definition(stack: TemplateStack) -> Artifact:
    return Artifact(stack.definition_file, "application/json", stack.definition_text.encode())


FORMATS = (
    Cdk("cdk-typescript", typescript_project.files, "npm install", "npm test", str, has_constructs=True),
    Cdk("cdk-python", python_project.files, "pip install -r requirements-dev.txt", "pytest", snake),
)
