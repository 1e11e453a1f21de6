"""The kinds of a Task's call that matter to people: it asks for an answer, tells somebody, or runs code."""

from __future__ import annotations

from schemas.asl.services.arguments import integration_of, resource_of
from schemas.asl.services.integration import SDK, WAIT
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State

_SENDING = {
    "eventbridge": "putEvents",
    "events": "putEvents",
    "pinpoint": "send",
    "pinpointemail": "sendEmail",
    "pinpointsmsvoicev2": "send",
    "ses": "send",
    "sesv2": "send",
    "sns": "publish",
    "socialmessaging": "send",
    "sqs": "send",
}
"""By service, the start of the names of the actions that send a message."""


@cached_on_state
def waits_for_answer(state: State) -> bool:
    """True for a Task that ends when somebody answers: it waits for its token, or is an activity."""
    resource = resource_of(state)
    return state.type == "Task" and (resource.endswith(WAIT) or ":activity:" in resource)


def sends_message(state: State) -> bool:
    """True for a Task that sends a message, puts one into a queue, or an event onto a bus."""
    call = integration_of(state) if state.type == "Task" else None
    if call is None:
        return False
    sending = _SENDING.get(call.service.removeprefix(SDK))
    return sending is not None and call.action.startswith(sending)


@cached_on_state
def calls_function(state: State) -> bool:
    """True for a Task that calls a Lambda function and does not wait for its token."""
    resource = resource_of(state)
    is_optimized = resource.endswith(":states:::lambda:invoke")
    return state.type == "Task" and (is_optimized or (":lambda:" in resource and ":function:" in resource))
