"""A task's timeout is longer than the call can last.

Why: a call of an AgentCore harness ends after 15 minutes whatever TimeoutSeconds says, while the harness
itself goes on until its own timeout.

Bad example:

    {"StartAt": "Ask", "States": {
      "Ask": {"Type": "Task", "Resource": "arn:aws:states:::bedrockagentcore:invokeHarness", "End": true,
        "TimeoutSeconds": 3600,
        "Parameters": {"RuntimeSessionId.$": "$$.Execution.Name", "Messages.$": "$.messages",
          "HarnessArn": "arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/desk"}}}}

Good example:

    {"StartAt": "Ask", "States": {
      "Ask": {"Type": "Task", "Resource": "arn:aws:states:::bedrockagentcore:invokeHarness", "End": true,
        "TimeoutSeconds": 900,
        "Parameters": {"RuntimeSessionId.$": "$$.Execution.Name", "Messages.$": "$.messages",
          "HarnessArn": "arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/desk"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services import optimized
from schemas.asl.services.arguments import integration_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("hint", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A TimeoutSeconds beyond the time after which the called service ends the call by itself."""
    timeout, call = state.fields.get("TimeoutSeconds"), integration_of(state)
    longest = optimized.longest(call.service, call.action) if call else None
    if longest is not None and isinstance(timeout, int) and timeout > longest:
        params = {"timeout": str(timeout), "longest": str(longest)}
        yield Finding((*state.path, "TimeoutSeconds"), params)
