"""A program independent of its language: expressions and statements that each language's module prints.

Names are spelled as in TypeScript (`this.stackName`, `sfn.StateMachine`); Python's spelling follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text of any characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A number, true, false or nothing."""

    value: float | None


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, or what is reached from one with dots: `sfn.LogLevel.ERROR`."""

    path: str


@dataclass(frozen=True, slots=True)
class Template:
    """A text in which names stand for parts of it."""

    parts: tuple[Text | Name, ...]


@dataclass(frozen=True, slots=True)
class Equal:
    """True if two names have the same value."""

    one: Name
    other: Name


@dataclass(frozen=True, slots=True)
class FileBeside:
    """The path of a file in the folder of the program itself."""

    name: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A dictionary with texts as its keys."""

    values: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Named values as one value: an object in TypeScript, in Python one of the class `type`."""

    type: str
    values: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A call with arguments in order and options by name; `then` is read from what it gives.

    `passed` are properties of the caller that it passes on as they are.
    """

    target: str
    arguments: tuple[Expression, ...] = ()
    options: tuple[tuple[str, Expression], ...] = ()
    new: bool = False
    then: Call | Name | None = None
    passed: tuple[str, ...] = ()


Expression = Text | Plain | Name | Equal | Template | FileBeside | Items | Entries | Options | Call


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its value is given to `variable` where there is one; `comment` stands above it."""

    value: Expression
    variable: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Default:
    """The variable `name` is the property of that name where it is given, and `value` where it is not."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class IfThere:
    """A call that is made where `value` is there; it may be one of a method of `value`."""

    value: Name
    call: Call


Step = Statement | Default | IfThere


def names_in(step: Step) -> Iterator[str]:
    """Yield the names in `step`, each up to its first dot."""
    match step:
        case IfThere(value, call):
            yield from names(Items((value, call)))
        case _:
            yield from names(step.value)


def names(expression: Expression) -> Iterator[str]:
    """Yield the names in `expression`, each up to its first dot."""
    match expression:
        case Name(path):
            yield path.split(".")[0]
        case Equal(one, other):
            yield from names(Items((one, other)))
        case Template(values) | Items(values):
            for value in values:
                yield from names(value)
        case Entries(named):
            yield from _named(named)
        case Options(type, named):
            yield type.split(".")[0]
            yield from _named(named)
        case Call(target, arguments, options, _, then):
            yield target.split(".")[0]
            yield from _named(("", argument) for argument in arguments)
            yield from _named(options)
            if then:
                yield from names(then)


def _named(values: Iterable[tuple[str, Expression]]) -> Iterator[str]:
    for _, value in values:
        yield from names(value)
