"""Terraform with the provider of AWS: a module around the definition, which stays a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.terraform.configuration import outputs, resources, variables, versions
from exporters.formats.terraform.module import Module
from exporters.formats.terraform.readme import readme
from exporters.settings import Settings
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Terraform(Format):
    """`main.tf` with its variables and outputs, the template of the definition, and a page."""

    name: str = "terraform"
    rank: ClassVar[int] = 52
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`."""
        module = Module.of(workflow)
        texts = {
            "variables.tf": variables(module),
            "outputs.tf": outputs(module),
            "versions.tf": versions(module),
            module.definition_file: module.definition_template(),
        }
        return [
            Artifact("main.tf", "text/plain", resources(module).encode(), module.notices()),
            *(Artifact(path, "text/plain", text.encode()) for path, text in texts.items()),
            Artifact("README.md", "text/markdown", readme(module).encode()),
            Artifact(".gitignore", "text/plain", b".terraform/\n*.tfstate*\n*.tfplan\n"),
        ]


FORMATS = (Terraform(),)
