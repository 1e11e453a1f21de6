"""Steps as operations sees them: those that wait for a person, tell somebody, move money or may fail."""

from __future__ import annotations

from schemas.asl.services.arguments import integration_of, resource_of
from schemas.asl.services.integration import SDK, WAIT
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
from schemas.validator.operated.machine import OperatedMachine

MOVING = frozenset({"takes", "returns", "losesFee"})
"""The answers of a card for a step that moves money."""

GIVING_BACK = frozenset({"returns", "losesFee"})
SETTLED_BY_PEOPLE = frozenset({"human", "compensate"})

_TELLING = frozenset(
    {
        "eventbridge",
        "events",
        "pinpoint",
        "pinpointsmsvoicev2",
        "ses",
        "sesv2",
        "sns",
        "socialmessaging",
        "sqs",
    }
)
_TELLS = ("publish", "put", "send")


@cached_on_state
def waits_for_answer(state: State) -> bool:
    """True for a Task that ends when somebody answers: it waits for its token, or is an activity."""
    resource = resource_of(state)
    return state.type == "Task" and (resource.endswith(WAIT) or ":activity:" in resource)


def is_person_wait(operated: OperatedMachine, state: State) -> bool:
    """True if the state waits for a person's answer: it has an owner, or a card that says so."""
    if not waits_for_answer(state) or operated.sketched_as(state) == "external":
        return False
    if operated.entry(state).owner or operated.sketched_as(state) == "person":
        return True
    return any(failure.answer == "human" for failure in operated.card(state).failures)


def tells_somebody(operated: OperatedMachine, state: State) -> bool:
    """True if the step sends a message or asks a person, or its card says that its function does so."""
    if state.type != "Task":
        return False
    card = operated.card(state)
    if waits_for_answer(state) or card.function == "startsOrNotifies":
        return True
    call = integration_of(state)
    if call is None:
        return False
    return call.service.removeprefix(SDK) in _TELLING and call.action.startswith(_TELLS)


def is_told_by_card(operated: OperatedMachine, state: State) -> bool:
    """True if the card of the state says who is told."""
    return any(failure.tell for failure in operated.card(state).failures)


@cached_on_state
def calls_function(state: State) -> bool:
    """True for a Task that calls a Lambda function and does not wait for its token."""
    resource = resource_of(state)
    is_optimized = resource.endswith(":states:::lambda:invoke")
    return state.type == "Task" and (is_optimized or (":lambda:" in resource and ":function:" in resource))
