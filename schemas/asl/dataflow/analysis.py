"""Finds the shape of the input of every state, over all paths of a machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush

from schemas.asl.assignments import in_order
from schemas.asl.dataflow.access import known
from schemas.asl.dataflow.environment import Environment
from schemas.asl.dataflow.reads import reads
from schemas.asl.dataflow.shapes import ANYTHING, ListOf, Shape, any_of, bounded, join, settled
from schemas.asl.dataflow.transfer import Outgoing, Visit, visit
from schemas.asl.flow import Flow
from schemas.asl.graph import ends
from schemas.asl.machine import Machine
from schemas.asl.walk import State
from schemas.core.paths import Path

_MAX_VISITS = 20
"""The greatest number of visits of a state, on average; loops and containers need repeated visits."""
_MAX_NESTING = 30


@dataclass
class Dataflow:
    """The last visit of each reachable state, by its path, and what goes along each of its transitions.

    A transition is named by the path of its target's name.
    """

    visits: dict[Path, Visit] = field(default_factory=dict)
    along: dict[Path, Outgoing] = field(default_factory=dict)


class _TooManyVisits(Exception):
    """The analysis would take too long."""


def dataflow(machine: Machine, input: Shape) -> Dataflow | None:
    """Follow the data through a machine whose executions are started with `input`.

    None if loops and containers within each other take too many visits.
    """
    analysis = _Analysis(machine)
    if not machine.flows:
        return analysis.found
    try:
        analysis.scope(machine.flows[0], input, Environment(input))
    except _TooManyVisits:
        return None
    return analysis.found


class _Analysis:
    def __init__(self, machine: Machine) -> None:
        self.found = Dataflow()
        self._left = _MAX_VISITS * (len(machine.states) + 10)
        self._nesting = 0
        self._inside: dict[Path, list[Flow]] = {}
        for flow in machine.flows:
            if flow.scope.owner is not None:
                self._inside.setdefault(flow.scope.owner.path, []).append(flow)

    def scope(self, flow: Flow, input: Shape, environment: Environment) -> Shape:
        """The shape of the output of a scope with that input; records the visits of its states."""
        if flow.start is None or flow.has_placeholders:
            return ANYTHING
        order = in_order(flow, flow.start)
        ranks = {name: rank for rank, name in enumerate(order)}
        arrived = {flow.start: Outgoing(bounded(input), environment)}
        waiting, is_waiting = [0], {0}
        outputs: dict[str, Shape] = {}
        while waiting:
            rank = heappop(waiting)
            is_waiting.discard(rank)
            name = order[rank]
            state = flow.states[name]
            visited = self._visit(state, arrived[name])
            going = self._without_told(visited, arrived[name])
            if ends(state):
                outputs[name] = going.output
            for step in flow.transitions[name]:
                target = flow.resolve(step.target)
                if target is None:
                    continue
                outgoing = self.found.along[step.path] = going.along(step)
                met = _met(arrived.get(target), outgoing)
                if met != arrived.get(target):
                    arrived[target] = met
                    if ranks[target] not in is_waiting:
                        is_waiting.add(ranks[target])
                        heappush(waiting, ranks[target])
        return any_of(outputs.values())

    def _visit(self, state: State, arrived: Outgoing) -> Visit:
        self._left -= 1
        if self._left < 0:
            raise _TooManyVisits
        visited = visit(state, arrived.output, arrived.environment, self._within)
        self.found.visits[state.path] = visited
        return visited

    def _without_told(self, visited: Visit, arrived: Outgoing) -> Visit:
        """The visit as if it had found what it read: a missing field is told at its first reader alone."""
        missing = [each.steps for each in reads(visited) if each.steps and each.reading.missing is not None]
        if not missing:
            return visited
        output = arrived.output
        for steps in missing:
            output = known(output, steps)
        return visit(visited.state, output, arrived.environment, lambda *_: visited.result)

    def _within(self, state: State, input: Shape, environment: Environment) -> Shape:
        """Carry out the scopes inside of a Map or Parallel; each begins at the start of its own."""
        if self._nesting >= _MAX_NESTING:
            raise _TooManyVisits
        self._nesting += 1
        outputs = [self.scope(flow, input, environment) for flow in self._inside.get(state.path, ())]
        self._nesting -= 1
        return ListOf(any_of(map(settled, outputs)))


def _met(before: Outgoing | None, outgoing: Outgoing) -> Outgoing:
    if before is None:
        return Outgoing(bounded(outgoing.output), outgoing.environment)
    output = join(before.output, bounded(outgoing.output))
    return Outgoing(output, before.environment.joined(outgoing.environment))
