"""A model of a workflow: the scopes of its states and its edges, and the effect of intents on them.

The tests hold the real actions against it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.move_to_scope import MoveToScope
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_state import RenameState
from schemas.asl.graph import graph
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

Arrow = tuple[str, str, str]

WAYS = {
    "Task": ("next", "catch"),
    "Map": ("next", "catch"),
    "Parallel": ("next", "catch"),
    "Pass": ("next",),
    "Wait": ("next",),
    "Choice": ("default", "choice"),
}


@dataclass
class Model:
    """States by uid as (type, scope id), and arrows as (source, kind, target); scopes have "start" arrows."""

    states: dict[str, tuple[str, str]] = field(default_factory=dict)
    branches: Counter[str] = field(default_factory=Counter)
    arrows: list[Arrow] = field(default_factory=list)

    @classmethod
    def of(cls, workflow: Workflow) -> Model:
        found, identity = graph(workflow.document.value), identify(workflow.document.value, workflow.design)
        states = {
            uid: (state.type, identity.scope_ids[state.scope.path]) for uid, state in identity.states.items()
        }
        branches = Counter(
            identity.uids[scope.owner.path]
            for scope in found.scopes
            if scope.owner and scope.owner.type == "Parallel"
        )
        arrows = [
            (identity.edge_id(edge).split(":")[0], edge.kind, identity.uids[edge.target.path])
            for edge in found.edges
            if edge.target
        ]
        return cls(states, branches, arrows)

    def same_as(self, other: Model) -> bool:
        return (self.states, +self.branches, Counter(self.arrows)) == (
            other.states,
            +other.branches,
            Counter(other.arrows),
        )

    def scopes(self) -> list[str]:
        maps = [uid for uid, (type_, _) in self.states.items() if type_ == "Map"]
        return [
            "",
            *maps,
            *(f"{uid}/{index}" for uid, count in self.branches.items() for index in range(count)),
        ]

    def perform(self, intent: object, arrow: Arrow | None) -> bool:
        """Change as the intent says, `arrow` being the one it names; False where it is to be refused."""
        match intent:
            case AddState():
                self._add(intent, arrow)
            case Connect():
                return self._connect(intent.source, intent.edge, intent.target)
            case Reconnect():
                return self._reconnect(arrow, intent.target)
            case Delete():
                self._delete(intent.states, [arrow] if arrow else [])
            case MoveToScope():
                return self._move([place.uid for place in intent.places], intent.scope, arrow)
            case AddBranch():
                return self._add_branch(intent.uid)
            case RenameState() | MoveStates() | AutoLayout():
                pass
        return True

    def _way(self, uid: str) -> str | None:
        return WAYS.get(self.states[uid][0], (None,))[0]

    def _scope_of(self, source: str, kind: str) -> str:
        return source if kind == "start" else self.states[source][1]

    def _add(self, intent: AddState, arrow: Arrow | None) -> None:
        scope = self._scope_of(arrow[0], arrow[1]) if arrow else intent.scope
        way = intent.way
        if intent.after and not arrow:
            scope = self.states[intent.after][1]
            if not way and self.states[intent.after][0] == "Choice":
                way = "choice"
            elif not way:
                way = self._way(intent.after)
                arrow = next((a for a in self.arrows if a[:2] == (intent.after, way)), None)
        is_first = all(place != scope for _, place in self.states.values())
        type_ = "Task" if ":" in intent.template else intent.template
        self.states[intent.uid] = (type_, scope)
        if type_ == "Parallel":
            self.branches[intent.uid] = 2
        if arrow:
            self._put_into(arrow, intent.uid)
        elif intent.after and way:
            if way in ("next", "default"):
                self.arrows = [a for a in self.arrows if a[:2] != (intent.after, way)]
            self.arrows.append((intent.after, way, intent.uid))
        elif is_first:
            self.arrows.append((scope, "start", intent.uid))

    def _connect(self, source: str, kind: str, target: str) -> bool:
        if kind == "start":
            if source not in self.scopes():
                return False
        elif source not in self.states or kind not in WAYS.get(self.states[source][0], ()):
            return False
        if self._scope_of(source, kind) != self.states[target][1]:
            return False
        if kind in ("next", "default", "start"):
            self.arrows = [arrow for arrow in self.arrows if arrow[:2] != (source, kind)]
        self.arrows.append((source, kind, target))
        return True

    def _reconnect(self, arrow: Arrow | None, target: str) -> bool:
        assert arrow
        if self._scope_of(*arrow[:2]) != self.states[target][1]:
            return False
        self.arrows.remove(arrow)
        self.arrows.append((*arrow[:2], target))
        return True

    def _move(self, uids: list[str], scope: str, arrow: Arrow | None) -> bool:
        scope = self._scope_of(*arrow[:2]) if arrow else scope
        if any(scope.split("/")[0] in self._inside(uid) for uid in uids):
            return False
        inner = {inside for uid in uids for inside in self._inside(uid) if inside != uid}
        leaving = [uid for uid in uids if uid not in inner and self.states[uid][1] != scope]
        is_first = all(place != scope for _, place in self.states.values())
        self.arrows = [changed for old in self.arrows for changed in self._reconnected(old, leaving)]
        for uid in leaving:
            self.states[uid] = (self.states[uid][0], scope)
        if leaving and arrow:
            self._put_into(arrow, leaving[0])
        elif leaving and is_first:
            self.arrows.append((scope, "start", leaving[0]))
        return True

    def _reconnected(self, arrow: Arrow, leaving: list[str]) -> list[Arrow]:
        source, kind, target = arrow
        is_from = kind != "start" and source in leaving
        if is_from == (target in leaving):
            return [arrow]
        successor, visited = None if is_from else target, set()
        while successor in leaving and successor not in visited:
            visited.add(successor)
            onward = (successor, self._way(successor))
            successor = next((end for *start, end in self.arrows if tuple(start) == onward), None)
        return [(source, kind, successor)] if successor not in (None, source, *leaving) else []

    def _put_into(self, arrow: Arrow, uid: str) -> None:
        self.arrows.remove(arrow)
        self.arrows.append((*arrow[:2], uid))
        if way := self._way(uid):
            self.arrows.append((uid, way, arrow[2]))

    def _add_branch(self, uid: str) -> bool:
        if self.states[uid][0] != "Parallel":
            return False
        self.branches[uid] += 1
        return True

    def _delete(self, uids: list[str], arrows: list[Arrow]) -> None:
        for arrow in arrows:
            self.arrows.remove(arrow)
        for uid in uids:
            if uid in self.states:
                self._delete_state(uid)

    def _delete_state(self, uid: str) -> None:
        way = self._way(uid)
        successor = next(
            (arrow[2] for arrow in self.arrows if arrow[:2] == (uid, way) and arrow[2] != uid), None
        )
        inside = self._inside(uid)
        kept = []
        for source, kind, target in self.arrows:
            if source.split("/")[0] in inside:
                continue
            if target != uid:
                kept.append((source, kind, target))
            elif successor and successor != source:
                kept.append((source, kind, successor))
        self.arrows = kept
        for inner in inside:
            del self.states[inner]
            self.branches.pop(inner, None)

    def _inside(self, uid: str) -> set[str]:
        found = {uid}
        while more := {
            inner
            for inner, (_, scope) in self.states.items()
            if scope.split("/")[0] in found and inner not in found
        }:
            found |= more
        return found
