"""Repositories of the Serverless Framework."""

from __future__ import annotations

import json
from collections.abc import Sequence

from exporters.merging.host import Host, Read
from exporters.merging.kind import Kind
from exporters.merging.merge import Difference
from exporters.merging.parts import Part, Rules
from exporters.merging.plan import Repository, Request, merged_file
from exporters.merging.refusal import CannotMerge
from exporters.merging.yaml_file import FileMerge
from schemas.core.coerce import mapping
from schemas.document.yaml.dialect import SERVERLESS

_FILES = ("serverless.yml", "serverless.yaml", "serverless.json")
_PROGRAMS = ("serverless.ts", "serverless.js", "serverless.mjs", "serverless.cjs")
_PLUGIN = "serverless-step-functions"
_MACHINES = ("stepFunctions", "stateMachines")
_MACHINE = (*_MACHINES, "*")

RULES = Rules(
    kinds={
        ("plugins",): "item",
        ("params", "*", "*"): "first",
        ("custom", "*"): "value",
        ("functions", "*"): "first",
        ("provider", "environment", "*"): "value",
        (*_MACHINE, "definition", "States", "*"): "value",
        (*_MACHINE, "definition", "*"): "value",
        (*_MACHINE, "tags", "*"): "value",
        (*_MACHINE, "*"): "value",
        ("resources", "Parameters", "*"): "first",
        ("resources", "Resources", "*", "Properties", "*"): "value",
        ("resources", "Resources", "*", "*"): "value",
        ("resources", "*", "*"): "value",
    },
    units=(_MACHINE, ("resources", "Resources", "*")),
    closed=((*_MACHINE, "definition"), (*_MACHINE, "definition", "States")),
)


class ServerlessService(Kind):
    """A service: `serverless.yml` and the files that it includes."""

    formats = ("serverless",)

    def recognizes(self, read: Read, named: str = "") -> str | None:
        """`serverless.yml`, or the program that stands for it."""
        files = [file for file in (*_FILES, *_PROGRAMS) if named in ("", file)]
        return next((file for file in files if read(file) is not None), None)

    def merge(self, repository: Repository, request: Request, main: str) -> Sequence[Difference]:
        """Merge the service into `main`."""
        if main in _PROGRAMS:
            raise CannotMerge("merge.program", main)
        merging = FileMerge(main, SERVERLESS, RULES)
        artifact = next(found for found in request.artifacts if found.path == "serverless.yml")
        _refuse_same_name(merging.host(repository), merging.parts(artifact))
        found = list(merging.run(repository, request, artifact))
        for beginning in request.artifacts:
            if beginning.is_beginning:
                found += merged_file(repository, request, beginning, beginning.path)
        return found

    def missing(self, repository: Repository) -> str:
        """The plugin, where `package.json` does not name it."""
        try:
            package = mapping(json.loads(repository.read("package.json") or ""))
        except (ValueError, RecursionError):
            return ""
        named = {**mapping(package.get("dependencies")), **mapping(package.get("devDependencies"))}
        return "" if _PLUGIN in named else _PLUGIN


def _refuse_same_name(host: Host, parts: Sequence[Part]) -> None:
    """Refuse a machine with the name or the id of another one of the service."""
    machines_of = [part for part in parts if part.path[:2] == _MACHINES and len(part.path) == 4]
    named = {part.path: part.value for part in machines_of if part.path[-1] in ("id", "name")}
    exists, machines = host.value(_MACHINES)
    for key, machine in mapping(machines).items() if exists else ():
        for path, value in named.items():
            if path[2] != key and mapping(machine).get(str(path[3])) == value:
                file, at = host.position((*_MACHINES, key))
                raise CannotMerge("merge.same-name", file, at.line, at.column, name=str(value), other=key)


KINDS = (ServerlessService(),)
