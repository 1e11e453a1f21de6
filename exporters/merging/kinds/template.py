"""Repositories with a template of CloudFormation or SAM."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.merging.host import Host, Read
from exporters.merging.kind import Kind
from exporters.merging.merge import Difference
from exporters.merging.parts import Part, Rules
from exporters.merging.plan import Repository, Request, merged_file
from exporters.merging.refusal import CannotMerge
from exporters.merging.yaml_file import FileMerge
from schemas.core.paths import Path
from schemas.document.yaml.dialect import CLOUDFORMATION

_FILES = tuple(f"template.{ending}" for ending in ("yaml", "yml", "json"))
_ENDINGS = (".yaml", ".yml", ".json", ".template")
_SAM = "AWS::Serverless-2016-10-31"
_TEMPLATES = ("template.yaml", "template.yml")
_SIGNS = ("Resources", "AWSTemplateFormatVersion", "AWS::Serverless")
_SECTIONS = ("Parameters", "Resources", "Conditions", "Mappings")

RULES = Rules(
    kinds={
        ("Parameters", "*"): "first",
        ("Mappings", "*"): "value",
        ("Conditions", "*"): "value",
        ("Outputs", "*"): "value",
        ("Resources", "*", "Properties", "*"): "value",
        ("Resources", "*", "*"): "value",
    },
    units=(("Resources", "*"),),
)


class Template(Kind):
    """A template, of which the merged resources become a part."""

    formats = ("cloudformation", "sam")

    def recognizes(self, read: Read, named: str = "") -> str | None:
        """`template.yaml`, a file of another ending, or the named one if it looks like a template."""
        if named and (named.startswith((".", "serverless.", "cdk.")) or not named.endswith(_ENDINGS)):
            return None
        for file in [named] if named else _FILES:
            text = read(file)
            if text is not None and any(sign in text for sign in _SIGNS):
                return file
        return None

    def usual_format(self, read: Read, main: str) -> str:
        """SAM's own resources in a template of SAM."""
        return "sam" if _SAM in (read(main) or "") else "cloudformation"

    def merge(self, repository: Repository, request: Request, main: str) -> Sequence[Difference]:
        """Merge the resources into `main`, and put a definition in a file of its own beside it."""
        merging = FileMerge(main, CLOUDFORMATION, RULES)
        artifact = next(found for found in request.artifacts if found.path in _TEMPLATES)
        entry = repository.entries().get(main)
        if entry is not None and entry.digest and entry.workflow == request.workflow:
            raise CannotMerge("merge.exported-alone", main)
        _refuse_taken_ids(merging.host(repository), merging.parts(artifact))
        found = merging.run(repository, request, artifact)
        for definition in request.artifacts:
            if definition.path.endswith((".asl.json", ".asl.yaml")):
                found += merged_file(repository, request, definition, definition.path)
        return found


def _refuse_taken_ids(host: Host, parts: Sequence[Part]) -> None:
    """Refuse an id that something of another section has: each is there once in a template."""
    for section, key in dict.fromkeys(_id(part.path) for part in parts):
        for other in ("Parameters", "Resources"):
            path = (other, key)
            if section in _SECTIONS[:2] and other != section and host.value(path)[0]:
                file, at = host.position(path)
                raise CannotMerge("merge.taken-id", file, at.line, at.column, id=str(key), section=other)


def _id(path: Path) -> tuple[str, str]:
    return str(path[0]), str(path[1])


KINDS = (Template(),)
