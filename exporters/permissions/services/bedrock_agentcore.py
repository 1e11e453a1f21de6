"""Bedrock AgentCore: a harness, and the other actions of the SDK."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement

SERVICES = ("bedrock-agentcore",)
_INVOKE = {
    "invokeHarness": ("bedrock-agentcore:InvokeHarness", "bedrock-agentcore:InvokeAgentRuntime"),
    "invokeAgentRuntime": ("bedrock-agentcore:InvokeAgentRuntime",),
}
_FIELDS = {"invokeHarness": "HarnessArn", "invokeAgentRuntime": "AgentRuntimeArn"}


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the harness or the runtime, through each of its endpoints."""
    if call.action not in _INVOKE:
        return by_name(call) if call.sdk else None
    target = call.fixed(_FIELDS[call.action])
    return [Statement(_INVOKE[call.action], (target, f"{target}/*") if target else (EVERYTHING,))]
