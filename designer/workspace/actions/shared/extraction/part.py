"""The states that are to become a workflow of their own, the edges around them, and reasons against it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.reconnect import is_inside
from designer.workspace.actions.shared.selection_edges import ANY_ERROR
from schemas.asl.graph import Edge, ends
from schemas.asl.walk import Scope, State
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path

_FAILING = ("Task", "Parallel", "Map")


@dataclass(frozen=True)
class Part:
    """Some states of one scope: `inside` has those within them, too.

    `entering` are the edges that lead to the one state `start`; `exits` those by which a run goes on to the
    one state `following`, None where the part ends its scope; `catching` those by which its errors leave it.
    """

    states: Sequence[State]
    inside: Sequence[State]
    start: State
    entering: Sequence[Edge]
    exits: Sequence[Edge]
    catching: Sequence[Edge]

    @property
    def scope(self) -> Scope:
        """The scope of the states."""
        return self.states[0].scope

    @property
    def following(self) -> State | None:
        """The state that a run goes on to after the part."""
        return next((edge.target for edge in self.exits), None)

    def has(self, path: Path) -> bool:
        """True if the state at `path` is one of the part, or inside of one."""
        return is_inside(path, {state.path for state in self.states})


def part_of(context: Context, states: Sequence[State]) -> Part:
    """The part that these states of one scope make.

    Raises `ActionRefused` where a call cannot take their place: edges lead to several of them, back into
    them from behind, out of them to several states, or errors of some of them alone lead out.
    """
    paths = {state.path for state in states}
    inside = [state for state in context.graph.states if is_inside(state.path, paths)]
    entering = [
        edge
        for state in states
        for edge in context.graph.arriving(state.path)
        if edge.source.path not in paths or isinstance(edge.source, Scope)
    ]
    out = [edge for state in states for edge in context.graph.leaving(state.path)]
    leaving = [edge for edge in out if edge.target is not None and edge.target.path not in paths]
    part = Part(
        states,
        inside,
        _start(context, states, entering),
        entering,
        [edge for edge in leaving if edge.kind != "catch"],
        [edge for edge in leaving if edge.kind == "catch"],
    )
    _refuse_several_ways_on(part)
    _refuse_way_back(context, part)
    _refuse_some_errors(part)
    return part


def reached(
    context: Context, targets: Iterable[State | None], without: Collection[Path] = ()
) -> Iterator[State]:
    """The states that a run may come to from these on but for those `without`, with what is inside."""
    waiting = [target for target in targets if target is not None and target.path not in without]
    seen = {state.path for state in waiting}
    closed = {*seen, *without}
    for state in waiting:
        for edge in context.graph.leaving(state.path):
            if edge.target is not None and edge.target.path not in closed:
                closed.add(edge.target.path)
                seen.add(edge.target.path)
                waiting.append(edge.target)
    return (state for state in context.graph.states if is_inside(state.path, seen))


def _start(context: Context, states: Sequence[State], entering: Sequence[Edge]) -> State:
    targets = {edge.target.path: edge.target for edge in entering if edge.target is not None}
    if len(targets) > 1:
        raise ActionRefused(
            "action-several-ways-in", states=", ".join(each.name for each in targets.values())
        )
    if targets:
        return next(iter(targets.values()))
    paths = {state.path for state in states}
    led_to = {
        edge.target.path
        for state in states
        for edge in context.graph.leaving(state.path)
        if edge.target is not None and edge.target.path in paths
    }
    return next((state for state in states if state.path not in led_to), states[0])


def _refuse_several_ways_on(part: Part) -> None:
    targets = {edge.name for edge in part.exits}
    if len(targets) > 1:
        raise ActionRefused("action-several-ways-on", targets=", ".join(sorted(targets)))
    ending = next((state for state in part.states if ends(state) and state.type != "Fail"), None)
    if targets and ending is not None:
        raise ActionRefused("extract-ends-too", state=ending.name, target=targets.pop())


def _refuse_way_back(context: Context, part: Part) -> None:
    """Refuse an edge into the part from a state that a run comes to only through it.

    A loop around the part, which comes to its entry as it did at first, starts the child once more.
    """
    onward = (edge.target for edge in (*part.exits, *part.catching))
    behind = {state.path for state in reached(context, onward)}
    starts = (edge.target for edge in context.graph.leaving(part.scope.path))
    paths = {state.path for state in part.states}
    around = {state.path for state in reached(context, starts, without=paths)}
    for edge in part.entering:
        source = edge.source
        if isinstance(source, State) and source.path in behind and source.path not in around:
            raise ActionRefused("extract-way-back", state=source.name, start=part.start.name)


def _refuse_some_errors(part: Part) -> None:
    """Refuse errors that the parent could not tell apart: each failure of the child is States.TaskFailed."""
    if not part.catching:
        return
    targets = {edge.name for edge in part.catching}
    if len(targets) > 1:
        raise ActionRefused("extract-several-catches", targets=", ".join(sorted(targets)))
    kept = [_without_errors(edge.fields) for edge in part.catching]
    if any(fields != kept[0] for fields in kept):
        raise ActionRefused("extract-several-catches", targets=", ".join(sorted(targets)))
    for state in part.states:
        if state.type in _FAILING and not _catches_all(state):
            raise ActionRefused("extract-some-errors", state=state.name, target=targets.pop())


def _catches_all(state: State) -> bool:
    catchers = state.fields.get("Catch")
    listed = catchers if isinstance(catchers, list) else []
    return any(mapping(catcher).get("ErrorEquals") == ANY_ERROR for catcher in listed)


def _without_errors(fields: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if name not in ("ErrorEquals", "Comment")}
