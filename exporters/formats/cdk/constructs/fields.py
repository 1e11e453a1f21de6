"""The fields of a state, or the arguments of its call, taken one by one as the options of a construct."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.formats.cdk.code import Call, Expression, Name, Plain
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import PATH, Values
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted

Options = tuple[tuple[str, Expression], ...]
"""Options of a construct by name: one for a field that is there, none for one that is not."""


class Fields:
    """Fields that are still to be written, each taken once: an option of the construct for each."""

    def __init__(self, fields: Json, values: Values) -> None:
        if not isinstance(fields, dict):
            raise Unfit
        self.given = fields
        self._left = dict(fields)
        self.values = values

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def take(self, name: str) -> Json:
        """Return the value of a field as it stands; None without one."""
        return self._left.pop(name, None)

    def put(self, name: str, value: Json) -> None:
        """Give a field another value before it is taken."""
        self._left[name] = value

    def drop(self, *names: str) -> None:
        """Leave out fields that are written elsewhere."""
        for name in names:
            self._left.pop(name, None)

    def end(self) -> None:
        """Raise `Unfit` if a field is left that no option stands for."""
        if self._left:
            raise Unfit

    def text(self, name: str, option: str) -> Options:
        """A text; among arguments, also one that a path leads to."""
        if name in self._left:
            return ((option, self.values.text(self.take(name))),)
        return ((option, self._at(name)),) if self._is_at(name) else ()

    def one_of(self, name: str, option: str, members: Mapping[str, str]) -> Options:
        """One of the `members` of an enum, by its value."""
        if name not in self._left:
            return ()
        value = self.take(name)
        if not isinstance(value, str) or value not in members:
            raise Unfit
        return ((option, Name(members[value])),)

    def path(self, name: str, option: str) -> Options:
        """A path; null is `DISCARD`."""
        return ((option, self.values.path(self.take(name))),) if name in self._left else ()

    def any(self, name: str, option: str) -> Options:
        """Any JSON but null."""
        if name not in self._left:
            return ()
        value = self.take(name)
        if value is None:
            raise Unfit
        return ((option, self.values.value(value)),)

    def members(self, name: str, option: str) -> Options:
        """An object."""
        if name not in self._left:
            return ()
        value = self.take(name)
        if not isinstance(value, dict):
            raise Unfit
        return ((option, self.values.value(value)),)

    def number(self, name: str, option: str) -> Options:
        """A number."""
        return ((option, self.values.number(self.take(name))),) if name in self._left else ()

    def positive(self, name: str, option: str) -> Options:
        """A number other than 0, which the CDK would leave out."""
        if self._left.get(name) == 0:
            raise Unfit
        return self.number(name, option)

    def flag(self, name: str, option: str) -> Options:
        """True or false."""
        if name not in self._left:
            return ()
        value = self.take(name)
        if not isinstance(value, bool):
            raise Unfit
        return ((option, Plain(value)),)

    def timeout(self, name: str, option: str) -> Options:
        """A number of seconds, an expression that gives one, or a path to one."""
        path = self.take(f"{name}Path")
        if path is not None and name not in self._left:
            return ((option, Call("sfn.Timeout.at", (self.values.text(path),))),)
        if path is not None:
            raise Unfit
        if name not in self._left:
            return ()
        value = self.take(name)
        if isinstance(value, str) and not isinstance(value, Unquoted):
            if not self.values.is_jsonata:
                raise Unfit
            return ((option, Call("sfn.Timeout.jsonata", (self.values.text(value),))),)
        return ((option, Call("sfn.Timeout.duration", (self.values.duration(value),))),)

    def input(self, name: str, option: str) -> Options:
        """The input of a task: a text, an object, or a path to either."""
        if self._is_at(name):
            path = self.values.text(self.take(f"{name}{PATH}"))
            return ((option, Call("sfn.TaskInput.fromJsonPathAt", (path,))),)
        if name not in self._left:
            return ()
        value = self.take(name)
        if isinstance(value, dict):
            return ((option, Call("sfn.TaskInput.fromObject", (self.values.value(value),))),)
        return ((option, Call("sfn.TaskInput.fromText", (self.values.text(value),))),)

    def _is_at(self, name: str) -> bool:
        return not self.values.is_jsonata and f"{name}{PATH}" in self._left and name not in self._left

    def _at(self, name: str) -> Expression:
        return self.values.at(self.take(f"{name}{PATH}"))
