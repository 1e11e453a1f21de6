"""The ways on from the states of a plan: transitions, the rules of Choice states, and Parallel states."""

from __future__ import annotations

from schemas.conversion.draft import Draft, DraftState, Inner, Item, mark_undecided
from schemas.conversion.flow import Node, Way
from schemas.conversion.naming import Naming
from schemas.conversion.plan import Plan
from schemas.conversion.remark import Remarks
from schemas.conversion.routes import Routes
from schemas.conversion.states.failures import Failure, caught_once
from schemas.conversion.states.results import OF_BRANCHES
from schemas.conversion.states.waits import answer_condition
from schemas.conversion.uids import derived
from schemas.conversion.words.comparisons import comparison_in
from schemas.conversion.words.plain import plain
from schemas.core.paths import Json
from schemas.sidecar.design import Point
from schemas.wording.phrases import VOCABULARY

_OTHERWISE = {vocabulary.otherwise for vocabulary in VOCABULARY.values()}
"""Words that such an arrow has without any of its own."""


class Branching:
    """Gives the states of a draft their transitions, and adds the states of forks."""

    def __init__(self, plan: Plan, draft: Draft, naming: Naming, routes: Routes, remarks: Remarks) -> None:
        self._plan, self._draft, self._naming = plan, draft, naming
        self._routes, self._remarks = routes, remarks
        self._keys: dict[str, str] = {}

    def answers(self, node: Node, key: str) -> list[str]:
        """The answers between which a person chooses; their rules read the one at `key` of the input."""
        self._keys[node.uid] = key
        return [plain(way.label) for way in node.ways if way.kind in ("rule", "default") and way.label]

    def go_on(self, node: Node, last: DraftState) -> None:
        """Lead on from the last state of a node."""
        kind = last.fields.get("Type")
        if kind == "Choice":
            self._rules(node, last)
        elif kind not in ("Succeed", "Fail"):
            way = next((way for way in node.ways if way.kind == "next"), None)
            target = self._plan.target(node, way) if way else None
            last.fields |= self._routes.next(target, last.scope)

    def forks(self) -> None:
        """Add the states of all forks, inner ones before those around them."""
        splits = self._plan.structure.splits
        for fork, scope in self._plan.structure.scopes.items():
            if fork in self._plan.forks and fork not in splits:
                self._alternatives(fork, scope)
        for fork in sorted(splits, key=lambda fork: -self._plan.structure.scopes[fork].count("/")):
            self._parallel(fork)

    def _rules(self, node: Node, choice: DraftState) -> None:
        default = next((way for way in node.ways if way.kind == "default"), None)
        rules = [way for way in node.ways if way.kind == "rule"]
        if not rules:
            rules = [default] if default else [Way("rule", node.uid, ())]
        choice.items["Choices"] = [self._rule(node, way, choice) for way in rules]
        if default:
            choice.fields["Default"] = self._to(node, default, choice)
            words = plain(default.label)
            if words and words not in _OTHERWISE:
                choice.entry["otherwise"] = words
        elif node.uid in self._keys and node.role in ("person", "screen"):
            choice.fields["Default"] = node.uid
            self._remarks.decided("convert-asks-again", node.uid, choice.uid, card=choice.name)

    def _to(self, node: Node, way: Way, state: DraftState) -> str:
        return self._routes.to(self._plan.target(node, way) if way.targets else None, state.scope)

    def _rule(self, node: Node, way: Way, choice: DraftState) -> Item:
        label = plain(way.label)
        comment: dict[str, Json] = {"Comment": label} if label else {}
        condition = self._condition(node, way, choice)
        return Item(way.key, {**comment, "Condition": condition, "Next": self._to(node, way, choice)})

    def _condition(self, node: Node, way: Way, choice: DraftState) -> str:
        """The condition of a rule: an answer, a comparison that its words are, or an undecided one."""
        label = plain(way.label)
        if node.uid in self._keys and label:
            return answer_condition(self._keys[node.uid], label)
        found = comparison_in(label, node.card.text)
        if found:
            self._remarks.decided(
                "convert-comparison", node.origin, choice.uid, label=label, condition=found.condition[3:-3]
            )
            return found.condition
        words = f"{node.card.text} {label}" if node.card.text else label
        name = self._naming.parameter(words, "rule", way.key, "Condition")
        if way.targets:
            self._open_rule(choice, name, node.origin, label or self._goal(way))
        else:
            mark_undecided(choice, name)
        return f"{{% ${{{name}}} %}}"

    def _goal(self, way: Way) -> str:
        return self._naming.goal(way.targets[0]) if len(way.targets) == 1 else "…"

    def _open_rule(self, choice: DraftState, name: str, card: str, label: str) -> None:
        mark_undecided(choice, name)
        self._remarks.open(
            "convert-undecided-rule", card, choice.uid, card=choice.name, label=label, name=name
        )

    def _alternatives(self, fork: str, scope: str) -> None:
        """A Choice for a fork whose ways cannot be the branches of a Parallel."""
        node, way = self._plan.forks[fork]
        name = self._naming.added(
            self._naming.said("convert-name-alternatives", cards=self._listed(way.targets))
        )
        choice = DraftState(fork, scope, name, {"Type": "Choice"}, entry=self._entry(node, scope))
        *rules, last = way.targets
        items: list[Item] = []
        for target in rules:
            parameter = self._naming.parameter(
                self._naming.goal(target), "rule", f"{fork}{target}", "Condition"
            )
            self._open_rule(choice, parameter, node.origin, self._naming.goal(target))
            fields: dict[str, Json] = {
                "Condition": f"{{% ${{{parameter}}} %}}",
                "Next": self._routes.to(target, scope),
            }
            items.append(Item(target, fields))
        choice.items["Choices"] = items
        choice.fields["Default"] = self._routes.to(last, scope)
        self._draft.states[fork] = choice
        self._remarks.open("convert-fork-not-parallel", node.origin, fork, cards=self._listed(way.targets))

    def _parallel(self, fork: str) -> None:
        split, scope = self._plan.structure.splits[fork], self._plan.structure.scopes[fork]
        targets = self._plan.structure.forks[fork]
        name = self._naming.added(self._naming.said("convert-name-parallel", cards=self._listed(targets)))
        source = self._plan.forks.get(fork)
        entry = self._entry(source[0], scope) if source else {}
        state = DraftState(fork, scope, name, {"Type": "Parallel", "Output": OF_BRANCHES}, entry=entry)
        for branch in split.branches:
            inner = f"{fork}/{branch.key}"
            state.inner.append(Inner(branch.key, "Branches"))
            entered = self._plan.entry(branch.entry) if branch.entry else ""
            self._draft.starts[inner] = entered or self._empty(inner)
        leaves = self._routes.leaves(fork, scope)
        failures = caught_once(self._routes.raised(fork), lambda failure: self._error(state, failure))
        caught = [*leaves, *self._routes.catchers(failures, scope)]
        if caught:
            state.items["Catch"] = caught
        state.fields |= self._routes.next(split.join, scope)
        self._draft.states[fork] = state
        card = source[0].origin if source else ""
        self._remarks.decided("convert-parallel", card, fork, cards=self._listed(targets))
        if split.join is None:
            self._remarks.open("convert-fork-never-rejoins", card, fork, cards=self._listed(targets))

    def _entry(self, node: Node, scope: str) -> dict[str, Json]:
        card: dict[str, Json] = {"card": node.origin} if node.origin else {}
        if scope or not card:
            return card
        return {**card, "position": Point(node.card.position.x, node.card.position.y + 140).written}

    def _listed(self, targets: tuple[str, ...]) -> str:
        return self._naming.comma.join(self._naming.goal(target) for target in targets)

    def _empty(self, scope: str) -> str:
        """The state of a branch that goes to the join at once."""
        uid = derived(scope.rpartition("/")[0], f"{scope.rpartition('/')[2]}-on", self._plan.taken)
        name = self._naming.added(self._naming.said("convert-name-on"))
        self._draft.states[uid] = DraftState(uid, scope, name, {"Type": "Pass", "End": True})
        return uid

    def _error(self, state: DraftState, failure: Failure) -> str:
        name = self._naming.parameter(failure.label, "error", f"{state.uid}{failure.label}", "Error")
        mark_undecided(state, name)
        self._remarks.open(
            "convert-undecided-error", "", state.uid, card=state.name, label=failure.label, name=name
        )
        return name
