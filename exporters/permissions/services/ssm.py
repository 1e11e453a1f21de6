"""Systems Manager: parameters, documents and automations."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.passed_roles import pass_role, role_arns
from exporters.permissions.statement import Statement, arn, is_arn

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
    return by_name(call)


def _without_selector(call: Call) -> list[Statement] | None:
    """The version or label behind a parameter's name is no part of its ARN."""
    field = "Name" if call.action == "getParameter" else "Names"
    names = tuple(name if is_arn(name) else name.split(":")[0] for name in call.texts(field))
    return by_name(call, *(_parameter(name) for name in names))


def _parameter(name: str) -> str:
    return name if is_arn(name) else arn("ssm", f"parameter/{name.lstrip('/')}")


def _automation(call: Call) -> list[Statement] | None:
    document = call.fixed("DocumentName")
    executions = arn("ssm", "automation-execution/*")
    if document is None:
        return _with_role(call, by_name(call))
    if is_arn(document):
        return _with_role(call, by_name(call, document, executions))
    kinds = ("document", "automation-definition")
    named = [arn("ssm", f"{kind}/{document}{':*' if kind != 'document' else ''}") for kind in kinds]
    shared = [f"{_SHARED}{document}"] if document.startswith("AWS") else []
    return _with_role(call, by_name(call, *named, *shared, executions))


def _with_role(call: Call, found: list[Statement] | None) -> list[Statement] | None:
    """Pass the role of an automation, which is one of its document's parameters."""
    if found is None:
        return None
    passed = call.inside("Parameters")
    if _ASSUMED not in passed.parameters and f"{_ASSUMED}.$" not in passed.parameters:
        return found
    roles = passed.texts(_ASSUMED)
    return [*found, *(pass_role("ssm", role_arns(role)) for role in roles or (None,))]
