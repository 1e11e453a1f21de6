"""One state as a construct; where that would change something, as a custom state with its exact JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from exporters.format import CannotExport
from exporters.formats.cdk.code import Call, Expression, Name, Text
from exporters.formats.cdk.constructs.conditions import condition
from exporters.formats.cdk.constructs.failures import catch, handlers, retry
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.maps import mapped
from exporters.formats.cdk.constructs.resources import Resources
from exporters.formats.cdk.constructs.shapes import SHAPES
from exporters.formats.cdk.constructs.task import task
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import Texts, Values
from schemas.asl.walk import CONTAINERS, State
from schemas.core.coerce import mapping
from schemas.core.paths import Json

EXACT = "ExactState"
"""The class of a custom state that has a name or catchers that the CDK's own cannot have."""

_WRITTEN_APART = ("Type", "QueryLanguage", "Next", "End", "Retry", "Catch")


@dataclass(frozen=True, slots=True)
class Written:
    """A state as the call that makes it.

    `retriers` are the options of its retriers, with their comments, and `rules` the conditions of a Choice,
    with their options and targets. One that `is_custom` has the states inside it in its JSON.
    """

    state: State
    made: Call
    values: Values
    retriers: tuple[tuple[str, Options], ...] = ()
    rules: tuple[tuple[Expression, Options, Json], ...] = ()
    is_custom: bool = False

    @property
    def catchers(self) -> Iterator[tuple[dict[str, Json], Options]]:
        """Yield each catcher with its options."""
        for catcher in handlers(self.state.fields.get("Catch") or None):
            yield catcher, catch(catcher, self.values)


@dataclass(frozen=True, slots=True)
class States:
    """Writes the states of one machine."""

    texts: Texts
    resources: Resources
    ids: Mapping[str, str]

    def write(self, state: State) -> Written:
        """Return the state as a construct. Raises `CannotExport` if not even a custom state can have it."""
        values = Values(self.texts, state.language == "JSONata")
        try:
            values.key(state.name)
            with suppress(Unfit):
                return self._construct(state, values)
            return self._custom(state, values)
        except Unfit:
            raise CannotExport("state-not-constructs", state.path, {"state": state.name}) from None

    def _construct(self, state: State, values: Values) -> Written:
        fields = Fields(state.fields, values)
        fields.drop(*_WRITTEN_APART)
        comment = fields.text("Comment", "comment")
        construct, given = self._written(state, fields)
        fields.end()
        for catcher in handlers(state.fields.get("Catch")):
            catch(catcher, values)
        if values.is_jsonata:
            construct += ".jsonata"
        options = (*self._named(state), *comment, *given)
        is_class = construct.count(".") == 1
        made = Call(construct, (Name("this"), Text(self.ids[state.name])), options, new=is_class)
        rules = tuple(_rules(state, values)) if state.type == "Choice" else ()
        return Written(state, made, values, _retriers(state, values), rules)

    def _custom(self, state: State, values: Values) -> Written:
        """A custom state; what it raises and where it goes on is written as for others, where that can be."""
        if state.type not in ("Task", "Pass", "Wait", *CONTAINERS):
            raise Unfit
        fields = {name: value for name, value in state.fields.items() if name not in ("Next", "End")}
        retriers: tuple[tuple[str, Options], ...] = ()
        with suppress(Unfit):
            retriers = _retriers(state, values)
        if retriers:
            del fields["Retry"]
        catchers = handlers(fields.pop("Catch")) if fields.get("Catch") else []
        options: Options = (*self._named(state), ("stateJson", values.raw(fields)))
        caught = [catch(catcher, values) for catcher in catchers]
        if any(name == "outputs" for given in caught for name, _ in given):
            options = (*options, ("queryLanguage", Name("sfn.QueryLanguage.JSONATA")))
        construct = EXACT if len(options) > 1 else "sfn.CustomState"
        made = Call(construct, (Name("this"), Text(self.ids[state.name])), options, new=True)
        return Written(state, made, values, retriers, is_custom=True)

    def _written(self, state: State, fields: Fields) -> tuple[str, Options]:
        """The class and the options of a construct, but for its name and comment."""
        if state.type == "Task":
            return task(state, fields, self.resources)
        if state.type == "Map":
            return mapped(fields, self.resources)
        if state.type not in SHAPES:
            raise Unfit
        return SHAPES[state.type](fields)

    def _named(self, state: State) -> Options:
        """The name, where the id of the construct cannot be it."""
        return () if self.ids[state.name] == state.name else (("stateName", Text(state.name)),)


def _rules(state: State, values: Values) -> Iterator[tuple[Expression, Options, Json]]:
    rules = state.fields.get("Choices")
    for rule in rules if isinstance(rules, list) else []:
        given = Fields(rule, values)
        options: Options = (
            *given.text("Comment", "comment"),
            *given.members("Assign", "assign"),
            *(given.any("Output", "outputs") if values.is_jsonata else ()),
        )
        yield condition(mapping(rule), values), options, mapping(rule).get("Next")


def _retriers(state: State, values: Values) -> tuple[tuple[str, Options], ...]:
    return tuple(
        (str(retrier.get("Comment", "")), retry(retrier, values))
        for retrier in handlers(state.fields.get("Retry"))
    )
