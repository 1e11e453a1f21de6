"""Builds the states of a plan: one or more for each card, in the scopes that its forks make."""

from __future__ import annotations

from itertools import pairwise

from schemas.conversion.branching import Branching
from schemas.conversion.draft import Draft, DraftState, mark_undecided
from schemas.conversion.flow import Node
from schemas.conversion.naming import Naming
from schemas.conversion.plan import Part, Plan, has_rules
from schemas.conversion.remark import Remarks
from schemas.conversion.room import BELOW, Room
from schemas.conversion.routes import Routes
from schemas.conversion.states.dynamodb import CONDITION_FAILED, has_example, is_conditional, table_task
from schemas.conversion.states.failures import ALL, TIMEOUTS, caught_once, failure_of
from schemas.conversion.states.functions import function_task
from schemas.conversion.states.results import with_result
from schemas.conversion.states.waits import ASSUMED_SECONDS, waiting_task
from schemas.conversion.words.arrows import error_names_in
from schemas.conversion.words.deadlines import deadline_of
from schemas.conversion.words.glossary import key_of, parameter_of
from schemas.conversion.words.plain import plain
from schemas.conversion.words.said_calls import without_function
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.sidecar.design import Point
from schemas.sidecar.operations import Operations, written_operations
from schemas.sidecar.sketch import Sketch

_CALL_SECONDS = 60


class Builder:
    """Builds the draft of a plan, and says what it decides."""

    def __init__(
        self, sketch: Sketch, plan: Plan, naming: Naming, draft: Draft, remarks: Remarks, room: Room
    ) -> None:
        self._sketch, self._plan, self._naming = sketch, plan, naming
        self._draft, self._remarks = draft, remarks
        self._room = room
        self._routes = Routes(plan, draft, naming, remarks)
        self._branching = Branching(plan, draft, naming, self._routes, remarks)

    def build(self) -> None:
        """Fill the draft with the states of all nodes and forks."""
        for uid, node in self._plan.flow.nodes.items():
            scope = self._plan.scope(uid)
            if scope is not None:
                self._node(node, scope)
        self._branching.forks()
        start = self._plan.entry(self._plan.flow.start)
        if start:
            self._draft.starts[""] = start

    def _node(self, node: Node, scope: str) -> None:
        parts = self._plan.parts[node.uid]
        for number, part in enumerate(parts):
            state = self._state(node, part, scope)
            state.entry |= self._place(node, scope, number)
            self._draft.states[part.uid] = state
        for part, following in pairwise(parts):
            self._draft.states[part.uid].fields["Next"] = following.uid
        if parts:
            self._branching.go_on(node, self._draft.states[parts[-1].uid])
            self._catch(node, [self._draft.states[part.uid] for part in parts])

    def _state(self, node: Node, part: Part, scope: str) -> DraftState:
        """One state of a node; that with the card's uid has the card's name, owner and operations."""
        make = {
            "call": self._call,
            "task": self._task,
            "wait": self._wait,
            "pass": self._pass,
            "choice": self._choice,
            "end": self._end,
        }[part.kind]
        name = self._name(node, part)
        state = DraftState(part.uid, scope, name, {})
        if node.origin:
            state.entry["card"] = node.origin
        if part.uid == node.origin:
            self._describe(node, state)
        make(node, part, state)
        return state

    def _describe(self, node: Node, state: DraftState) -> None:
        """Carry over what the card says beside its name."""
        words = plain(node.card.text)
        said = without_function(words) if node.function else words
        if words and said != state.name:
            state.fields["Comment"] = words
        if node.card.owner.strip():
            state.entry["owner"] = node.card.owner.strip()
        operations = written_operations(node.card.operations)
        shown = [plain(self._sketch.cards[screen].text) for screen in node.replies]
        if any(shown) and "customer" not in operations:
            operations = {"customer": " / ".join(filter(None, shown)), **operations}
        for screen in node.replies:
            self._remarks.decided(
                "convert-shown-screen", screen, state.uid, screen=self._naming.words(screen), card=state.name
            )
        if operations:
            state.entry["operations"] = operations
        if not node.card.text.strip():
            self._remarks.open("convert-no-words", node.origin, node.uid, card=state.name)

    def _name(self, node: Node, part: Part) -> str:
        if part.uid == node.origin:
            return self._naming.of_card(node.uid)
        if not node.origin:
            return self._naming.added(self._naming.said("convert-name-start"))
        words = self._naming.words(node.origin)
        if part.call:
            table = self._naming.table_words(part.call.table)
            return self._naming.added(self._naming.said("convert-name-call", card=words, table=table))
        code = "convert-name-answer" if node.role in ("person", "screen") else "convert-name-result"
        return self._naming.added(self._naming.said(code, card=words))

    def _place(self, node: Node, scope: str, number: int) -> dict[str, Json]:
        if scope or not node.origin:
            return {}
        at = self._room.lowered(node.card.position)
        return {"position": Point(at.x, at.y + number * BELOW).written}

    def _call(self, node: Node, part: Part, state: DraftState) -> None:
        call = part.call
        if call is None:
            return
        state.fields |= table_task(call, self._naming.table(call.table), self._draft.input)
        table = self._naming.table_words(call.table)
        params = {"card": state.name, "table": table, "action": call.call}
        if call.arrow:
            params["words"] = self._sketch.arrows[call.arrow].label.strip() or "→"
        code = "convert-table-call" if call.arrow else "convert-said-table"
        self._remarks.decided(code, node.origin, part.uid, **params)
        if has_example(state.fields):
            self._remarks.open("convert-no-key", node.origin, part.uid, card=state.name, table=table)

    def _task(self, node: Node, part: Part, state: DraftState) -> None:
        if node.function is None:
            self._undecided(node, part, state)
            return
        name = self._naming.parameter(node.function.name, node.card.kind, node.uid, "Function")
        state.fields |= function_task(name)
        self._remarks.decided("convert-said-function", node.origin, part.uid, card=state.name, name=name)

    def _undecided(self, node: Node, part: Part, state: DraftState) -> None:
        name = self._naming.parameter(node.card.text, node.card.kind, node.uid)
        state.fields |= {"Type": "Task", "Resource": f"${{{name}}}", "Output": with_result(key_of(name))}
        mark_undecided(state, name)
        self._remarks.open("convert-undecided-step", node.origin, part.uid, card=state.name, name=name)
        for system in node.partners:
            self._remarks.decided(
                "convert-partner", system, part.uid, card=state.name, system=self._naming.words(system)
            )

    def _wait(self, node: Node, part: Part, state: DraftState) -> None:
        words = [node.card.text, *(way.label for way in node.ways)]
        deadline = deadline_of(node.card.operations.deadline, *words)
        queue = self._naming.parameter(node.card.text, node.card.kind, node.uid, "Queue")
        key = key_of(queue.removesuffix("Queue") or queue)
        answers = self._branching.answers(node, key)
        request = plain(node.card.text) or state.name
        seconds = deadline or ASSUMED_SECONDS
        state.fields |= waiting_task(queue, request, plain(node.card.owner), answers, key, seconds)
        if deadline:
            operations = mapping(state.entry.get("operations"))
            state.entry["operations"] = {**operations, "deadline": deadline}
        self._ask(node, part, state, deadline)

    def _ask(self, node: Node, part: Part, state: DraftState, deadline: int | None) -> None:
        """Say what a wait is, and ask for what it lacks."""
        code = "convert-screen-wait" if node.role == "screen" else "convert-person-wait"
        self._remarks.decided(code, node.origin, part.uid, card=state.name)
        if not deadline:
            self._remarks.open("convert-no-deadline", node.origin, part.uid, card=state.name)
        answered_late = any(way.kind == "failure" for way in node.ways)
        if not answered_late and not node.card.operations.escalation:
            self._remarks.open("convert-no-escalation", node.origin, part.uid, card=state.name)
        if node.role == "person" and not node.card.owner.strip():
            self._remarks.open("convert-no-owner", node.origin, part.uid, card=state.name)

    def _pass(self, node: Node, part: Part, state: DraftState) -> None:
        state.fields["Type"] = "Pass"
        self._remarks.open("convert-end-goes-on", node.origin, part.uid, card=state.name)

    def _choice(self, node: Node, part: Part, state: DraftState) -> None:
        state.fields["Type"] = "Choice"
        if not has_rules(node):
            self._remarks.open("convert-no-ways", node.origin, part.uid, card=state.name)

    def _end(self, node: Node, part: Part, state: DraftState) -> None:
        if node.card.kind != "failed":
            state.fields["Type"] = "Succeed"
            if node.card.kind == "screen" and node.card.text.strip():
                operations = mapping(state.entry.get("operations"))
                state.entry["operations"] = {"customer": plain(node.card.text), **operations}
            return
        errors = error_names_in(node.card.text)
        error = errors[0] if errors and not errors[0].startswith("States.") else ""
        error = error or f"{parameter_of(node.card.text, 'case', node.uid).removesuffix('Failed')}Failed"
        state.fields |= {"Type": "Fail", "Error": error, "Cause": plain(node.card.text) or state.name}

    def _catch(self, node: Node, states: list[DraftState]) -> None:
        """Give the calls of a node their catchers, and their retriers by the operations card."""
        for state in states:
            if state.fields.get("Type") == "Task":
                _retry(node.card.operations, state)
                self._catch_failures(node, state)

    def _catch_failures(self, node: Node, state: DraftState) -> None:
        condition = CONDITION_FAILED if is_conditional(state.fields) else None
        found = [failure_of(way, condition) for way in node.ways if way.kind == "failure"]
        failures = caught_once(found, lambda failure: self._error_parameter(node, state, failure.label))
        if any(set(failure.errors) & set(TIMEOUTS) for failure in failures):
            state.fields.setdefault("TimeoutSeconds", _CALL_SECONDS)
        items = self._routes.catchers(failures, state.scope)
        if items:
            state.items["Catch"] = items
        for failure in failures:
            error, label = failure.errors[0], failure.label or self._naming.goal(failure.target)
            self._remarks.decided(
                "convert-catch", node.origin, state.uid, card=state.name, error=error, label=label
            )

    def _error_parameter(self, node: Node, state: DraftState, label: str) -> str:
        name = self._naming.parameter(label, "error", f"{node.uid}{label}", "Error")
        mark_undecided(state, name)
        self._remarks.open(
            "convert-undecided-error", node.origin, state.uid, card=state.name, label=label, name=name
        )
        return name


def _retry(operations: Operations, state: DraftState) -> None:
    """Retry the errors for which the operations card says so; no card retries what moves money by itself."""
    given = state.fields.get("Retry")
    retriers: list[Json] = list(given) if isinstance(given, list) else []
    known = {name for one in retriers for name in _errors(one)}
    for failure in operations.failures:
        errors = [name for name in failure.errors if name not in known and name != ALL]
        if failure.answer == "retry" and errors:
            known.update(errors)
            retriers.append(
                {
                    "ErrorEquals": list(errors),
                    "IntervalSeconds": 1,
                    "MaxAttempts": 3,
                    "JitterStrategy": "FULL",
                }
            )
    if retriers:
        state.fields["Retry"] = retriers


def _errors(retrier: Json) -> list[str]:
    names = mapping(retrier).get("ErrorEquals")
    return [text(name) for name in names] if isinstance(names, list) else []
