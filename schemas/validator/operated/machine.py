"""A machine with its sidecar, the subject of rules about operations cards and the input contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.asl.dataflow.analysis import Dataflow, dataflow
from schemas.asl.dataflow.contract import Field, input_shape
from schemas.asl.machine import Machine
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Path
from schemas.sidecar.design import Design, StateDesign
from schemas.sidecar.identity import identify
from schemas.sidecar.input_contract import InputField, read_input_contract
from schemas.sidecar.operations import UNANSWERED, Operations
from schemas.sidecar.sketch import read_sketch

CARDS, CONTRACT, UNDECIDED = "cards", "contract", "undecided"
"""The kinds of rules: for machines with an operations card, with an input contract, with undecided places."""


@dataclass(frozen=True)
class OperatedMachine:
    """A machine, and the sidecar that has its operations cards and its input contract."""

    machine: Machine
    design: Design

    @property
    def kinds(self) -> Iterator[str]:
        """The kinds of rules that have something to check; none for a sidecar without any of them."""
        entries = mapping(self.design.fields.get("states")).values()
        if any(mapping(entry).get("operations") for entry in entries):
            yield CARDS
        if mapping(self.design.fields.get("input")).get("fields"):
            yield CONTRACT
        if any(mapping(entry).get("undecided") for entry in entries):
            yield UNDECIDED

    @cached_property
    def contract(self) -> dict[str, InputField]:
        """The fields of the input contract by their paths."""
        return read_input_contract(self.design)

    @cached_property
    def dataflow(self) -> Dataflow | None:
        """The data of a run that is started as the contract says; None if it cannot be followed."""
        fields = self.contract.items()
        shape = input_shape(Field(path, field.type, field.optional) for path, field in fields)
        return dataflow(self.machine, shape)

    @cached_property
    def is_notified(self) -> bool:
        """True if the deployment tells somebody of each execution that fails."""
        notification = self.design.deployment.notification
        return notification.is_on and "FAILED" in notification.statuses

    def entry(self, state: State) -> StateDesign:
        """The entry of the state in the sidecar; an empty one where it has none."""
        return self._entries.get(state.path) or StateDesign(state.name)

    def card(self, state: State) -> Operations:
        """The operations card of the state."""
        found = self._entries.get(state.path)
        return found.operations if found else UNANSWERED

    def sketched_as(self, state: State) -> str:
        """The kind of the sketch's card that the state came from; "" where it came from none."""
        return self._card_kinds.get(self.entry(state).card, "")

    @cached_property
    def _entries(self) -> dict[Path, StateDesign]:
        uids = identify(self.machine.definition, self.design).uids
        designed = self.design.states
        return {path: designed[uid] for path, uid in uids.items() if uid in designed}

    @cached_property
    def _card_kinds(self) -> dict[str, str]:
        return {uid: card.kind for uid, card in read_sketch(self.design).cards.items()}
