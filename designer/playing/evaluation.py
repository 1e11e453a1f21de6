"""Values of a state's fields with the data of a visit: what a path, an expression or a rule gives there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from designer.playing.missing import Missing
from player.core.failure import Failure
from player.expressions.jsonata import Query, evaluate, has_expressions
from player.expressions.jsonpath import Scope, put
from player.states.choice import is_true
from schemas.asl.walk import State
from schemas.core.paths import Json, Path

_OF_RESULT = ("Assign", "Output", "ResultSelector", "OutputPath")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A value, or the reason why there is none."""

    value: Json = None
    problem: str = ""


@dataclass(slots=True)
class Data:
    """The data of a visit of a state at the moment of a run. Results are kept, since a page asks again.

    `catcher` is the index of the catcher that has caught the `error`. `missing_in` gives the fields that a
    state with other expressions would read in vain.
    """

    state: State
    input: Json
    variables: dict[str, Json]
    context: dict[str, Json]
    time: float
    missing_in: Callable[[State], list[Missing]]
    result: Json = None
    has_result: bool = False
    error: Json = None
    catcher: int | None = None
    _missing: list[Missing] | None = None
    _known: dict[str, Evaluated] = field(default_factory=dict)

    @property
    def missing(self) -> list[Missing]:
        """The fields that the expressions of the state read in vain."""
        if self._missing is None:
            self._missing = self.missing_in(self.state)
        return self._missing

    def of(self, name: str, value: Json, inside: Path = ()) -> Evaluated | None:
        """The value of the field of that name; None where nothing in it is evaluated, or not yet.

        The field may stand `inside` of a rule or a catcher, such as ("Catch", 0).
        """
        if value is None or not self._is_due(name, inside):
            return None
        key = json.dumps([inside, name, value], sort_keys=True, default=str)
        if key not in self._known:
            found = self._evaluated(name, value, inside)
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]

    def items(self) -> list[Json]:
        """The items of a Map; none where they come from a file, or are no array."""
        name = "Items" if self.state.language == "JSONata" else "ItemsPath"
        if self.state.type != "Map" or "ItemReader" in self.state.fields:
            return []
        field = self.state.fields.get(name)
        if field is None:
            found: Json = self.input if self.state.language == "JSONata" else self.root(("ItemsPath",))
        else:
            evaluated = self.of(name, field)
            found = field if evaluated is None else evaluated.value
        return found if isinstance(found, list) else []

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

    def root(self, path: Path) -> Json:
        """The value that `$` stands for in the JSONPath field at `path`; None where it is not known yet."""
        name = str(path[0]) if path else ""
        if name == "Catch":
            return self.error if "Assign" in path else self.input
        if not self._is_due(name, ()):
            return None
        try:
            return self._root(name)
        except Failure:
            return None

    def _is_due(self, name: str, inside: Path) -> bool:
        if inside[:1] == ("Catch",):
            return self.error is not None and inside[1:] == (self.catcher,)
        return name not in _OF_RESULT or self._is_read_without_result(name)

    def _is_read_without_result(self, name: str) -> bool:
        return self.has_result or (
            name in ("Assign", "Output") and self.state.type in ("Pass", "Choice", "Wait")
        )

    def _evaluated(self, name: str, value: Json, inside: Path) -> Evaluated | None:
        try:
            if self.state.language == "JSONata":
                return self._jsonata(name, value)
            if inside[:1] == ("Catch",) and name == "ResultPath" and isinstance(value, str):
                return Evaluated(put(self.error, value, self.input))
            root = self.error if inside[:1] == ("Catch",) else self._root(name)
            return self._json_path(name, value, root)
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

    def _json_path(self, name: str, value: Json, root: Json) -> Evaluated | None:
        if isinstance(value, dict | list):
            return Evaluated(self._scope(root).template(value)) if ".$" in json.dumps(value) else None
        is_path = name.endswith("Path") and name != "ResultPath"
        return Evaluated(self._scope(root).field(value, name)) if is_path and isinstance(value, str) else None

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
