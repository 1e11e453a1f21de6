"""The steps that tell somebody, by their calls and by their operations cards."""

from __future__ import annotations

from schemas.asl.services.calls import sends_message, waits_for_answer
from schemas.asl.walk import State
from schemas.sidecar.operations import Operations


def tells_somebody(state: State, card: Operations) -> bool:
    """True if the step sends a message or asks a person, or its card says that its function does so."""
    if state.type != "Task":
        return False
    return waits_for_answer(state) or sends_message(state) or card.function == "startsOrNotifies"
