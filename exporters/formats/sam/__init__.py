"""AWS SAM: a template beside the definition, which stays a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.sam.readme import readme
from exporters.formats.sam.template import template
from exporters.settings import Settings
from exporters.template_stack import TemplateStack
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Sam(Format):
    """`template.yaml`, the definition, and a page on how to deploy them."""

    name: str = "sam"
    rank: ClassVar[int] = 45
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`."""
        stack = TemplateStack.of(workflow, settings.beside_others)
        return [
            Artifact("template.yaml", "application/yaml", template(stack).encode(), stack.notices()),
            Artifact(stack.definition_file, "application/json", stack.definition_text.encode()),
            Artifact("README.md", "text/markdown", readme(stack).encode()),
            Artifact(".gitignore", "text/plain", b".aws-sam/\n"),
        ]


FORMATS = (Sam(),)
