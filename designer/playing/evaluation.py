"""Values of a state's fields with the data of a visit: what a path, an expression or a rule gives there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from designer.playing.data import value_of
from designer.playing.run import Run
from designer.playing.variables import variables_before
from designer.playing.visit import Visit
from player.core.context import Identity
from player.core.failure import Failure
from player.expressions.jsonata import Query, evaluate, has_expressions
from player.expressions.jsonpath import Scope, put
from player.states.choice import is_true
from schemas.asl.walk import State
from schemas.core.paths import Json

MOST_PATHS = 60
MOST_DEPTH = 3
"""The most fields that are listed, and the most steps to one."""
_OF_RESULT = ("Assign", "Output", "ResultSelector", "OutputPath")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A value, or the reason why there is none."""

    value: Json = None
    problem: str = ""


@dataclass(slots=True)
class Data:
    """The data of a visit of a state at the moment of a run. Results are kept, since a page asks again."""

    state: State
    input: Json
    variables: dict[str, Json]
    context: dict[str, Json]
    time: float
    result: Json = None
    has_result: bool = False
    error: Json = None
    _known: dict[str, Evaluated] = field(default_factory=dict)

    def of(self, name: str, value: Json) -> Evaluated | None:
        """The value of the field of that name; None where nothing in it is evaluated, or not yet."""
        if (name in _OF_RESULT and not self._is_read_without_result(name)) or value is None:
            return None
        key = json.dumps([name, value], sort_keys=True, default=str)
        if key not in self._known:
            found = self._evaluated(name, value)
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]

    def rules(self, rules: Json) -> list[Evaluated]:
        """The value of each rule of a Choice: true or false."""
        found = []
        for rule in rules if isinstance(rules, list) else []:
            condition = rule.get("Condition") if isinstance(rule, dict) else None
            if self.state.language == "JSONata":
                found.append(self.of("Condition", condition) or Evaluated(condition))
            else:
                found.append(self._rule(rule))
        return found

    def paths(self) -> list[str]:
        """The expressions of the fields that are really there, in the language of the state."""
        is_jsonata = self.state.language == "JSONata"
        roots: dict[str, Json] = {"$states.input" if is_jsonata else "$": self.input}
        if is_jsonata and self.has_result:
            roots["$states.result"] = self.result
        roots.update((f"${name}", value) for name, value in self.variables.items())
        found = (path for root, value in roots.items() for path in _paths(root, value, MOST_DEPTH))
        return [path for path, _ in zip(found, range(MOST_PATHS), strict=False)]

    def _is_read_without_result(self, name: str) -> bool:
        return self.has_result or (
            name in ("Assign", "Output") and self.state.type in ("Pass", "Choice", "Wait")
        )

    def _evaluated(self, name: str, value: Json) -> Evaluated | None:
        try:
            if self.state.language == "JSONata":
                return self._jsonata(name, value)
            return self._json_path(name, value)
        except Failure as failure:
            return Evaluated(problem=failure.cause or failure.error or "")

    def _jsonata(self, name: str, value: Json) -> Evaluated | None:
        if not has_expressions(value):
            return None
        states: dict[str, Json] = {"input": self.input, "context": self.context}
        if self.has_result:
            states["result"] = self.result
        if self.error is not None:
            states["errorOutput"] = self.error
        bindings = {**self.variables, "states": states}
        return Evaluated(evaluate(Query(value, name, bindings, 0, self.time)))

    def _json_path(self, name: str, value: Json) -> Evaluated | None:
        if isinstance(value, dict | list):
            if ".$" not in json.dumps(value):
                return None
            return Evaluated(self._scope(self._root(name)).template(value))
        is_path = name.endswith("Path") and name != "ResultPath"
        if not is_path or not isinstance(value, str):
            return None
        return Evaluated(self._scope(self._root(name)).field(value, name))

    def _root(self, name: str) -> Json:
        """The value that `$` stands for in a field."""
        if name == "InputPath":
            return self.input
        if name in ("ResultSelector", "Assign"):
            return self.result if self.has_result else self._effective()
        if name == "OutputPath":
            path = self.state.fields.get("ResultPath", "$")
            return put(self.result, path, self.input) if isinstance(path, str) else self.input
        return self._effective()

    def _effective(self) -> Json:
        path = self.state.fields.get("InputPath", "$")
        return self._scope(self.input).path(path) if isinstance(path, str) else {}

    def _rule(self, rule: Json) -> Evaluated:
        try:
            return Evaluated(isinstance(rule, dict) and is_true(self._scope(self._effective()), rule))
        except Failure as failure:
            return Evaluated(problem=failure.cause or "")

    def _scope(self, input: Json) -> Scope:
        return Scope(input, lambda: self.context, self.variables, Random(0))  # noqa: S311


def data_of(run: Run, visit: Visit, state: State) -> Data:
    """The data that a visit of a state has at the moment of a run."""
    began = datetime.fromisoformat(visit.began)
    retries = max(len(visit.attempts) - 1, 0)
    entered: Json = {"Name": state.name, "EnteredTime": visit.began, "RetryCount": retries}
    context = {**Identity().context(run.input, str(run.events[0]["timestamp"])), "State": entered}
    data = Data(
        state=state,
        input=value_of(visit.input),
        variables={name: value_of(text) for name, text in variables_before(run, visit).items()},
        context=context,
        time=began.timestamp() * 1000,
    )
    ended = [each for each in visit.attempts if 0 < each.ended <= run.position]
    if ended and ended[-1].result is not None:
        data.result, data.has_result = value_of(ended[-1].result), True
    elif ended:
        data.error = {"Error": ended[-1].error, "Cause": ended[-1].cause}
    return data


def _paths(root: str, value: Json, depth: int) -> Iterator[str]:
    yield root
    if depth and isinstance(value, dict):
        for name, inner in value.items():
            if name.isidentifier():
                yield from _paths(f"{root}.{name}", inner, depth - 1)
