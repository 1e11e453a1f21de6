"""Finds the state that lost a field: it had the field in its input and did not hand it on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from schemas.asl.dataflow.access import Steps, read
from schemas.asl.dataflow.analysis import Dataflow
from schemas.asl.dataflow.shapes import Shape
from schemas.asl.flow import Flow
from schemas.asl.walk import State, Transition


@dataclass(frozen=True, slots=True)
class Loss:
    """The state that lost a field, and the transition along which it is missing; None into a container."""

    state: State
    step: Transition | None


class Losses:
    """The losses in one scope whose data was followed."""

    def __init__(self, followed: Dataflow, flow: Flow) -> None:
        self._followed = followed
        self._flow = flow
        self._arriving: dict[str, list[tuple[State, Transition]]] = defaultdict(list)
        for source in flow.states.values():
            for step in flow.transitions[source.name]:
                target = flow.resolve(step.target)
                if target is not None and step.path in followed.along:
                    self._arriving[target].append((source, step))

    def before(self, state: State, steps: Steps) -> Loss | None:
        """The nearest state before `state` whose input may have had the field; None if none had."""
        waiting, seen = [state.name], {state.name}
        for name in waiting:
            for source, step in self._arriving[name]:
                onward = _certainty(self._followed.along[step.path].output, steps)
                if onward == "never" and self._may_have(source, steps):
                    return Loss(source, step)
                if onward != "always" and source.name not in seen:
                    seen.add(source.name)
                    waiting.append(source.name)
        owner = self._flow.scope.owner
        if owner is not None and self._flow.start in seen and self._may_have(owner, steps):
            return Loss(owner, None)
        return None

    def _may_have(self, state: State, steps: Steps) -> bool:
        visit = self._followed.visits.get(state.path)
        return visit is not None and _certainty(visit.values.input, steps) != "never"


def _certainty(shape: Shape, steps: Steps) -> Literal["always", "sometimes", "never"]:
    """The certainty of a field to be there: never missing, missing on a path, or missing on all of them."""
    reading = read(shape, steps, maps_lists=True)
    if reading.missing is None:
        return "always"
    return "sometimes" if reading.sometimes else "never"
