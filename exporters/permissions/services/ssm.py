"""Systems Manager: parameters, documents and automations."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.passed_roles import pass_role, role_arns
from exporters.permissions.statement import EVERYTHING, Statement, arn, is_arn

SERVICES = ("ssm",)
_ASSUMED = "AutomationAssumeRole"
_AUTOMATIONS = {"startAutomationExecution", "startChangeRequestExecution"}
_SHARED = "arn:${AWS::Partition}:ssm:${AWS::Region}::document/"


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on what the parameters name, and to pass an automation its role."""
    if call.action == "getParametersByPath" and call.fixed("Path"):
        below = arn("ssm", f"parameter/{str(call.fixed('Path')).strip('/')}".rstrip("/"))
        return by_name(call, below, f"{below}/*")
    if call.action in {"getParameter", "getParameters"}:
        return _without_selector(call)
    if call.action in _AUTOMATIONS:
        return _automation(call)
    if call.action == "sendCommand":
        return _command(call)
    return by_name(call)


def _command(call: Call) -> list[Statement] | None:
    """Instances are named by their ids, or found by the tags among the targets."""
    document, instances = call.fixed("DocumentName"), call.texts("InstanceIds")
    if document is None:
        return by_name(call)
    targets = [
        arn(service, f"{kind}/{instance}")
        for instance in instances or (EVERYTHING,)
        for service, kind in (("ec2", "instance"), ("ssm", "managed-instance"))
    ]
    return by_name(call, *_documents(document), *targets)


def _documents(document: str) -> tuple[str, ...]:
    """The ARN of a document; those of AWS belong to no account."""
    if is_arn(document):
        return (document,)
    shared = (f"{_SHARED}{document}",) if document.startswith(("AWS", "Amazon", "${")) else ()
    return (arn("ssm", f"document/{document}"), *shared)


def _without_selector(call: Call) -> list[Statement] | None:
    """The version or label behind a parameter's name is no part of its ARN."""
    field = "Name" if call.action == "getParameter" else "Names"
    names = [name if name.startswith(("arn:", "${")) else name.split(":")[0] for name in call.texts(field)]
    return by_name(call, *(found for name in names for found in _parameter(name)))


def _parameter(name: str) -> tuple[str, ...]:
    """The ARN of a parameter, in which a slash at the beginning of its name is not repeated."""
    if is_arn(name):
        return (name,)
    named = arn("ssm", f"parameter/{name.lstrip('/')}")
    return (named, arn("ssm", f"parameter{name}")) if name.startswith("${") else (named,)


def _automation(call: Call) -> list[Statement] | None:
    document = call.fixed("DocumentName")
    executions = arn("ssm", "automation-execution/*")
    if document is None:
        return _with_role(call, by_name(call))
    definitions = () if is_arn(document) else (arn("ssm", f"automation-definition/{document}:*"),)
    return _with_role(call, by_name(call, *_documents(document), *definitions, executions))


def _with_role(call: Call, found: list[Statement] | None) -> list[Statement] | None:
    """Pass the role of an automation, which is one of its document's parameters."""
    if found is None:
        return None
    passed = call.inside("Parameters")
    if not passed.gives(_ASSUMED):
        return found
    roles = passed.texts(_ASSUMED)
    return [*found, *(pass_role("ssm", role_arns(role)) for role in roles or (None,))]
