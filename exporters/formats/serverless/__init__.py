"""Serverless Framework with serverless-step-functions: a folder that `osls package` takes as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.serverless.readme import readme
from exporters.formats.serverless.service import Service
from exporters.settings import Settings
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Serverless(Format):
    """`serverless.yml`, the packages that it needs, and a page on how to deploy it."""

    name: str = "serverless"
    rank: ClassVar[int] = 10
    deploys: ClassVar[bool] = True

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """The folder for `workflow`."""
        service = Service.of(workflow)
        return [
            Artifact("serverless.yml", "application/yaml", service.text().encode(), service.notices()),
            Artifact("package.json", "application/json", write_json(_package(service.name)).encode()),
            Artifact("README.md", "text/markdown", readme(service).encode()),
            Artifact(".gitignore", "text/plain", b"node_modules/\n.serverless/\n"),
            *service.stubs.files(),
        ]


def _package(name: str) -> Json:
    return {
        "name": name,
        "private": True,
        "scripts": {"package": "osls package", "deploy": "osls deploy"},
        "devDependencies": {"osls": "^4.3.1", "serverless-step-functions": "^3.31.2"},
    }


FORMATS = (Serverless(),)
