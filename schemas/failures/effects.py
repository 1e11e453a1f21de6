"""The effects of a state outside of the run: money, writes, messages, nested executions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from schemas.asl.services import SDK
from schemas.asl.services.arguments import arguments_field, integration_of, resource_of
from schemas.asl.services.calls import sends_message, waits_for_answer
from schemas.asl.walk import State
from schemas.core.coerce import mapping, text
from schemas.core.paths import Path
from schemas.core.placeholder import is_placeholder
from schemas.sidecar.operations import MONEY_MOVES, MoneyMove, Operations

EffectKind = MoneyMove | Literal["writes", "sends", "asks", "starts", "calls"]
"""`asks` hands a task token to somebody; `calls` is a function of which nobody has said what it changes."""

_READS = re.compile(
    r"(?:get|list|describe|query|scan|head|batchGet|search|lookup|select|count|check|validate|simulate|preview"
    r"|estimate|detect|classify|translate|transactGet|filter|test|receive|export|discover|admin(?:Get|List))",
)
_TARGETS = ("TableName", "TopicArn", "QueueUrl", "StateMachineArn", "FunctionName", "Bucket", "ApiEndpoint")
_FUNCTIONS: dict[str, EffectKind | None] = {
    "oneTable": "writes",
    "startsOrNotifies": "sends",
    "compares": None,
}
_PLACEHOLDER = re.compile(r"\$\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect of the state at `state`; `target` is the table, topic, queue or function by its name.

    `per_item` is true inside a Map: there it takes place for each item.
    """

    state: Path
    kind: EffectKind
    target: str = ""
    per_item: bool = False


def effects_of(state: State, card: Operations, per_item: bool) -> tuple[Effect, ...]:
    """The effects of one state: of a container none, since the states inside have them."""
    if state.type != "Task":
        return ()
    money = [Effect(state.path, kind, "", per_item) for kind in MONEY_MOVES if kind == card.money]
    kind = _kind(state, card)
    if kind is None or (kind == "calls" and (money or card.money == "none")):
        return tuple(money)
    return (*money, Effect(state.path, kind, target_of(state), per_item))


def starts_nested(state: State) -> bool:
    """True if the Task starts another state machine and waits for its end."""
    call = integration_of(state)
    return bool(call and call.service == "states" and call.pattern.startswith(".sync"))


def target_of(state: State) -> str:
    """The name of the table, topic, queue, machine or function that the Task calls; "" if it is computed."""
    _, value = arguments_field(state)
    arguments = mapping(value)
    found = next((text(arguments[key]) for key in _TARGETS if key in arguments), "")
    if found.startswith("{%"):
        return ""
    if not found and not integration_of(state):
        found = resource_of(state)
    named = _PLACEHOLDER.fullmatch(found)
    return named[1] if named else re.split(r"[:/]", found)[-1] if not is_placeholder(found) else found


def _kind(state: State, card: Operations) -> EffectKind | None:
    call = integration_of(state)
    if waits_for_answer(state):
        return "asks"
    if call is None or call.service.removeprefix(SDK) in ("lambda", "http", "apigateway"):
        return _FUNCTIONS.get(card.function, "calls")
    service = call.service.removeprefix(SDK)
    if service in ("states", "sfn"):
        return "starts" if call.action.lower().startswith("start") else None
    if sends_message(state):
        return "sends"
    return None if _READS.match(call.action) else "writes"
