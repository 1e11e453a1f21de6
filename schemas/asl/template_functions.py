"""The functions of a CloudFormation template that choose among values or make a text.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

FOR_EACH = "Fn::ForEach::"
"""The beginning of the key that repeats its value for each item of a list."""

TRANSFORM = "Fn::Transform"
"""The key that a macro replaces by members of its own."""

Branches = tuple[Json, list[Json]]
"""The condition of an `Fn::If` and its argument: the condition, and the values if it is true or false."""

_IN_A_SUB = re.compile(r"\$\{([^}]*)\}")
_PSEUDO = re.compile(r"AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix)")


def call_of(value: Json) -> tuple[str, Json]:
    """The name and the argument of the function that `value` is; an empty name if it is none."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, argument),) = value.items()
        is_reference = name == "Ref" and isinstance(argument, str)
        if is_reference or (name.startswith("Fn::") and not name.startswith(FOR_EACH)):
            return name, argument
    return "", None


def written(value: Json) -> str:
    """The function as a template in YAML writes it, such as `!GetAtt Stock.Arn`; empty if it is none."""
    name, argument = call_of(value)
    if not name:
        return ""
    short = f"!{name.removeprefix('Fn::')}"
    if name == "Fn::GetAtt" and isinstance(argument, list):
        return f"{short} {'.'.join(map(str, argument))}"
    return f"{short} {argument if isinstance(argument, str) else json.dumps(argument, ensure_ascii=False)}"


def named(value: Json) -> str:
    """The logical id of the resource or parameter that a `Ref` or `Fn::GetAtt` names; empty for others."""
    match call_of(value):
        case ("Ref", str(name)) | ("Fn::GetAtt", [str(name), *_]):
            return name
        case ("Fn::GetAtt", str(address)):
            return address.partition(".")[0]
    return ""


def is_no_value(value: Json) -> bool:
    """True for `!Ref AWS::NoValue`, which removes the member or item that it is."""
    return call_of(value) == ("Ref", "AWS::NoValue")


def loop_names(key: str, argument: Json) -> frozenset[str]:
    """The variable that an `Fn::ForEach` puts into its body; none if `key` is that of another member."""
    if key.startswith(FOR_EACH) and isinstance(argument, list) and argument:
        return frozenset(name for name in argument[:1] if isinstance(name, str))
    return frozenset()


def branches_of(value: Json) -> Branches | None:
    """The condition and the argument of an `Fn::If`; None if `value` is none."""
    name, argument = call_of(value)
    if name == "Fn::If" and isinstance(argument, list) and len(argument) == 3:
        return argument[0], argument
    return None


def possible_values(value: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    """Each value that the function at `path` may put there, with its path; `value` if it is no function.

    A function whose values are not in the text, such as `Ref`, is itself such a value.
    """
    name, argument = call_of(value)
    if (branches := branches_of(value)) is not None:
        for index in (1, 2):
            yield from possible_values(branches[1][index], (*path, name, index))
    elif name == "Fn::Select" and (items := _selectable(argument)):
        for index, item in items:
            yield from possible_values(item, (*path, name, 1, index))
    elif name == "Fn::Sub" and isinstance(argument, str) and not is_placeholder(argument):
        yield (*path, name), argument
    elif not is_no_value(value):
        yield path, value


def text_of(value: Json) -> str | None:
    """The text of a string, or of `Fn::Sub`, `Fn::Join` and `Ref` of literals and pseudo parameters.

    A pseudo parameter is a placeholder in it, as in `arn:${AWS::Partition}:states:::sqs:sendMessage`. None
    for a value that is no text, or that other parameters and resources of the template make.
    """
    if isinstance(value, str):
        return value
    match call_of(value):
        case ("Ref", str(name)):
            return _put_in(name, {})
        case ("Fn::Sub", str(text)):
            return _substituted(text, {})
        case ("Fn::Sub", [str(text), dict(variables)]):
            return _substituted(text, variables)
        case ("Fn::Join", [str(separator), [*parts]]):
            return _joined(separator, map(text_of, parts))
    return None


def _substituted(text: str, variables: Mapping[str, Json]) -> str | None:
    parts = enumerate(_IN_A_SUB.split(text))
    return _joined("", (_put_in(part, variables) if index % 2 else part for index, part in parts))


def _put_in(name: str, variables: Mapping[str, Json]) -> str | None:
    if name in variables:
        return text_of(variables[name])
    return f"${{{name}}}" if _PSEUDO.fullmatch(name) else None


def _joined(separator: str, parts: Iterable[str | None]) -> str | None:
    known: list[str] = []
    for part in parts:
        if part is None:
            return None
        known.append(part)
    return separator.join(known)


def _selectable(argument: Json) -> list[tuple[int, Json]]:
    """The items, with their indexes, of which an `Fn::Select` chooses one; empty if they are not listed."""
    if not isinstance(argument, list) or len(argument) != 2 or not isinstance(argument[1], list):
        return []
    items = list(enumerate(argument[1]))
    chosen = str(argument[0])
    return [item for item in items if str(item[0]) == chosen] if chosen.isdecimal() else items
