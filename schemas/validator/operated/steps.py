"""The steps that wait for a person, and the answers of cards that settle what a failure left."""

from __future__ import annotations

from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import State
from schemas.validator.operated.machine import OperatedMachine

GIVING_BACK = frozenset({"returns", "losesFee"})
SETTLED_BY_PEOPLE = frozenset({"human", "compensate"})


def is_person_wait(operated: OperatedMachine, state: State) -> bool:
    """True if the state waits for a person's answer: it has an owner, or a card that says so."""
    if not waits_for_answer(state) or operated.sketched_as(state) == "external":
        return False
    if operated.entry(state).owner or operated.sketched_as(state) == "person":
        return True
    return any(failure.answer == "human" for failure in operated.card(state).failures)
