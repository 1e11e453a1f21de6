"""The whole definition: its states, inner ones first, and the transitions between them."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.format import CannotExport
from exporters.formats.cdk.code import Call, Expression, Name, Statement, names
from exporters.formats.cdk.constructs.inputs import Inputs
from exporters.formats.cdk.constructs.names import Identifiers, ids_of, variables_of
from exporters.formats.cdk.constructs.resources import Resources
from exporters.formats.cdk.constructs.states import States, Written
from exporters.formats.cdk.variables import RESERVED
from schemas.asl.flow_order import flow_order
from schemas.asl.graph import graph
from schemas.asl.walk import Scope, State, inner_scopes, transitions
from schemas.core.coerce import text
from schemas.core.paths import Json, Path

_OURS = ("tasks", "graph", "text", "duration", "jsonnull", "undefined")
"""Names that the file has beside those of the states."""


class Definition:
    """The states of a machine as paragraphs of statements; `start` is the variable of the first state."""

    def __init__(self, definition: Json, inputs: Inputs) -> None:
        self._graph = graph(definition)
        self._order = [state for state, _ in flow_order(self._graph)]
        self._by_path = {state.path: state for state in self._order}
        variables = Identifiers((*RESERVED, *_OURS))
        ids = ids_of([state.name for state in self._order])
        resources = Resources(inputs, variables, Identifiers(ids.values()))
        self._variables = variables_of(self._order, self._graph, variables)
        self._states = States(inputs, resources, ids)
        machine = next(iter(self._graph.scopes), Scope((), {}, "JSONPath", None))
        paragraphs = list(self._scope(machine))
        used = {name for paragraph in paragraphs for each in paragraph for name in names(each.value)}
        imports = [each for each in resources.imports() if each.variable in used]
        self.paragraphs = [found for found in (imports, *paragraphs) if found]
        self.start = self._start(machine)

    def _scope(self, scope: Scope) -> Iterator[list[Statement]]:
        """The statements of one scope: its states, then the ways between them."""
        self._refuse_unreached(scope)
        written = [self._states.write(state) for state in self._order if state.scope.path == scope.path]
        for each in written:
            inside = [] if each.is_custom else list(inner_scopes(each.state))
            for inner in inside:
                yield from self._scope(inner)
            yield [*self._made(each), *self._filled(each.state, inside)]
        yield [statement for statements in self._ways(written) for statement in statements]

    def _made(self, written: Written) -> Iterator[Statement]:
        """The construct, and its retriers."""
        variable = self._variables[written.state.path]
        yield Statement(written.made, variable)
        for comment, options in written.retriers:
            yield Statement(Call(f"{variable}.addRetry", options=options), comment=comment)

    def _filled(self, state: State, inside: list[Scope]) -> Iterator[Statement]:
        """The branches of a Parallel state, or the processor of a Map."""
        if not inside:
            return
        method = "branch" if state.type == "Parallel" else "itemProcessor"
        starts = tuple(Name(self._start(scope)) for scope in inside)
        comments = (text(scope.fields.get("Comment")) for scope in inside)
        call = Call(f"{self._variables[state.path]}.{method}", starts)
        yield Statement(call, comment="\n".join(filter(None, comments)))

    def _ways(self, written: list[Written]) -> Iterator[Iterator[Statement]]:
        """The transitions of each state; straight ones follow each other as one chain."""
        chained: set[Path] = set()
        for each in written:
            yield self._chain(each.state, chained)
            if each.state.type == "Choice":
                yield iter([Statement(self._choice(each))])
            yield self._caught(each)

    def _chain(self, state: State, chained: set[Path]) -> Iterator[Statement]:
        """The way from a state on, up to a state that is no part of a way yet or has none."""
        ways: list[Call] = []
        at: State | None = state
        while at is not None and at.path not in chained and "Next" in at.fields:
            chained.add(at.path)
            at = self._target(at, at.fields["Next"])
            ways.append(Call("next", (Name(self._variables[at.path]),)))
        if ways:
            yield Statement(_calls(self._variables[state.path], ways))

    def _choice(self, written: Written) -> Expression:
        state = written.state
        calls = [
            Call("when", (condition, self._variable(state, target)), options)
            for condition, options, target in written.rules
        ]
        if "Default" in state.fields:
            calls.append(Call("otherwise", (self._variable(state, state.fields["Default"]),)))
        if not calls:
            raise CannotExport("state-not-constructs", state.path, {"state": state.name})
        return _calls(self._variables[written.state.path], calls)

    def _caught(self, written: Written) -> Iterator[Statement]:
        for catcher, options in written.catchers:
            handler = self._variable(written.state, catcher.get("Next"))
            call = Call(f"{self._variables[written.state.path]}.addCatch", (handler,), options)
            yield Statement(call, comment=text(catcher.get("Comment")))

    def _start(self, scope: Scope) -> str:
        path = (*scope.path, "States", text(scope.fields.get("StartAt")))
        if path not in self._variables:
            raise CannotExport(
                "state-not-constructs", scope.path, {"state": text(scope.fields.get("StartAt"))}
            )
        return self._variables[path]

    def _variable(self, state: State, name: Json) -> Name:
        return Name(self._variables[self._target(state, name).path])

    def _target(self, state: State, name: Json) -> State:
        found = self._by_path.get((*state.scope.path, "States", text(name)))
        if found is None:
            raise CannotExport("state-not-constructs", state.path, {"state": state.name})
        return found

    def _refuse_unreached(self, scope: Scope) -> None:
        """Raise `CannotExport` for a state that no transition leads to: the CDK would leave it out."""
        own = {state.path: state for state in self._order if state.scope.path == scope.path}
        waiting = [(*scope.path, "States", text(scope.fields.get("StartAt")))]
        reached: set[Path] = set()
        while waiting:
            path = waiting.pop()
            if path in own and path not in reached:
                reached.add(path)
                waiting += [(*path[:-1], way.target) for way in transitions(own[path])]
        for path, state in own.items():
            if path not in reached:
                raise CannotExport("state-not-reached", path, {"state": state.name})


def _calls(variable: str, calls: list[Call]) -> Call:
    """The calls one after the other on what is in the variable."""
    first, *others = calls
    then: Call | None = None
    for call in reversed(others):
        then = Call(call.target, call.arguments, call.options, then=then)
    return Call(f"{variable}.{first.target}", first.arguments, first.options, then=then)
