"""Transitions between the states of a plan, also out of the branches of a Parallel.

A branch ends where its way leads to the join. ASL has no other way out of it: so one that leads elsewhere
fails with an error of its own, which the Parallel catches.
"""

from __future__ import annotations

from collections import defaultdict

from schemas.conversion.draft import Draft, DraftState, Item
from schemas.conversion.naming import Naming
from schemas.conversion.plan import Plan
from schemas.conversion.remark import Remarks
from schemas.conversion.states.failures import Failure
from schemas.conversion.states.results import WITH_ERROR
from schemas.conversion.uids import derived
from schemas.core.paths import Json


class Routes:
    """Leads from states to nodes and forks, and adds the states that this needs."""

    def __init__(self, plan: Plan, draft: Draft, naming: Naming, remarks: Remarks) -> None:
        self._plan, self._draft, self._naming, self._remarks = plan, draft, naming, remarks
        self._left: dict[str, dict[str, str]] = defaultdict(dict)
        self._raised: dict[str, list[Failure]] = defaultdict(list)

    def next(self, target: str | None, scope: str) -> dict[str, Json]:
        """The fields of a state that goes on to a node or fork; to nothing, it ends."""
        if target is None or self._is_join(target, scope):
            return {"End": True}
        uid = self.to(target, scope)
        return {"Next": uid} if uid else {"End": True}

    def to(self, target: str | None, scope: str) -> str:
        """The uid of a state of the scope that leads to a node or fork; to nothing, one that ends."""
        if target is None or self._is_join(target, scope) or not self._plan.entry(target):
            return self._end(scope)
        if self._plan.scope(target) == scope:
            return self._plan.entry(target)
        return self._leave(target, scope)

    def catchers(self, failures: list[Failure], scope: str) -> list[Item]:
        """The catchers of a state. A failure that leads out of a branch is left to the Parallel around it."""
        items: list[Item] = []
        for failure in failures:
            is_inside = self._plan.scope(failure.target) == scope or self._is_join(failure.target, scope)
            if not is_inside:
                self._raised[_fork(scope)].append(failure)
                continue
            comment: dict[str, Json] = {"Comment": failure.label} if failure.label else {}
            fields: dict[str, Json] = {
                **comment,
                "ErrorEquals": list(failure.errors),
                "Output": WITH_ERROR,
                "Next": self.to(failure.target, scope),
            }
            items.append(Item(failure.key, fields))
        return items

    def raised(self, fork: str) -> list[Failure]:
        """The failures that the states in a Parallel leave to it."""
        return self._raised[fork]

    def leaves(self, fork: str, scope: str) -> list[Item]:
        """The catchers of a Parallel in `scope` for the ways that lead out of its branches."""
        return [
            Item(
                f"leave-{target}",
                {"ErrorEquals": [error], "Output": WITH_ERROR, "Next": self.to(target, scope)},
            )
            for error, target in self._left[fork].items()
        ]

    def _is_join(self, target: str, scope: str) -> bool:
        split = self._plan.structure.splits.get(_fork(scope))
        return split is not None and split.join == target

    def _end(self, scope: str) -> str:
        """A state that ends the scope."""
        uid = derived(_fork(scope) or "end", f"{scope.rpartition('/')[2]}-end", self._plan.taken)
        if uid not in self._draft.states:
            name = self._naming.added(self._naming.said("convert-name-end"))
            self._draft.states[uid] = DraftState(uid, scope, name, {"Type": "Succeed"})
        return uid

    def _leave(self, target: str, scope: str) -> str:
        """A state that ends the whole Parallel, so that it goes on to `target`."""
        fork = _fork(scope)
        uid = derived(fork, f"{scope.rpartition('/')[2]}-to-{target}", self._plan.taken)
        if uid not in self._draft.states:
            words = self._naming.goal(target)
            error = self._naming.error(target)
            name = self._naming.added(self._naming.said("convert-name-leave", card=words))
            fields: dict[str, Json] = {"Type": "Fail", "Error": error}
            self._draft.states[uid] = DraftState(uid, scope, name, fields)
            self._left[fork][error] = target
            self._remarks.decided(
                "convert-leave", target if target in self._plan.taken else "", uid, card=words
            )
        return uid


def _fork(scope: str) -> str:
    return scope.rpartition("/")[0]
