"""AWS CloudFormation: one template that holds the definition as it is, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.cloudformation.readme import readme
from exporters.formats.cloudformation.template import template
from exporters.settings import Settings
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class CloudFormation(Format):
    """`template.yaml`, and a page on how to deploy it."""

    name: str = "cloudformation"
    rank: ClassVar[int] = 50
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`."""
        stack = TemplateStack.of(workflow, settings.beside_others)
        return [
            Artifact("template.yaml", "application/yaml", template(stack).encode(), stack.notices()),
            Artifact("README.md", "text/markdown", readme(stack).encode()),
        ]


FORMATS = (CloudFormation(),)
