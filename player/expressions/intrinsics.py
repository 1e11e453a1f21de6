"""Carries out intrinsic functions, such as `States.Format('Hello, {}', $.name)`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import math
import re
import uuid
from collections.abc import Callable, Mapping
from random import Random

from player.core.failure import Failure
from player.core.written import is_longer, written
from schemas.asl.expressions.intrinsic import Call
from schemas.core.paths import Json

INTRINSIC_FAILURE = "States.IntrinsicFailure"
MOST_LETTERS = 1_048_576
"""The letters of all arguments of a call, as JSON: four times the quota of a state's input."""
_MOST_ITEMS = 1_000
_MOST_TEXT = 10_000
_ESCAPED = re.compile(r"\\(.)")
_HASHES = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}

Lookup = Callable[[str], Json]
"""From a path with its root to the value there."""


def evaluate(call: Call, lookup: Lookup, random: Random) -> Json:
    """The result of a call; `lookup` gives the values of its paths.

    Raises `Failure` (States.IntrinsicFailure).
    """
    arguments = [_argument(argument, lookup, random) for argument in call.arguments]
    if is_longer(arguments, MOST_LETTERS):
        raise Failure(INTRINSIC_FAILURE, f"Invalid arguments in States.{call.name}: they are too large")
    try:
        if call.name in _WITH_RANDOM:
            return _WITH_RANDOM[call.name](random, *arguments)
        return _FUNCTIONS[call.name](*arguments)
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise _failed(call.name, arguments) from error


def _failed(name: str, arguments: list[Json]) -> Failure:
    return Failure(INTRINSIC_FAILURE, f"Invalid arguments in States.{name}: {written(arguments)}")


def _argument(argument: Call | str, lookup: Lookup, random: Random) -> Json:
    if isinstance(argument, Call):
        return evaluate(argument, lookup, random)
    if argument.startswith("$"):
        return lookup(argument)
    if argument.startswith("'"):
        return _ESCAPED.sub(lambda found: found[0] if found[1] in "{}" else found[1], argument[1:-1])
    literal: Json = json.loads(argument)
    return literal


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _whole(value: Json) -> int:
    """A number, rounded to the next whole one; half towards the greater."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return math.floor(value + 0.5)


def _format(template: Json, *values: Json) -> Json:
    """The text with each `{}` replaced by the next value. An object is written as `{a=1, b=[]}`."""
    waiting = list(values)
    parts: list[str] = []
    for part in re.split(r"(\{\}|\\[{}])", _text(template)):
        if part == "{}":
            parts.append(_plain(waiting.pop(0)))
        elif part in ("\\{", "\\}"):
            parts.append(part[1])
        else:
            parts.append(part)
    if waiting:
        raise ValueError
    return "".join(parts)


def _plain(value: Json) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}={_plain(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_plain(item) for item in value) + "]"
    return written(value)


def _partition(array: Json, size: Json) -> Json:
    items, length = _list(array), _whole(size)
    if length <= 0:
        raise ValueError
    return [items[start : start + length] for start in range(0, len(items), length)]


def _contains(array: Json, value: Json) -> Json:
    return any(is_same(item, value) for item in _list(array))


def is_same(one: Json, other: Json) -> bool:
    """True if both are the same JSON value; true and 1 are not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(item, other[key]) for key, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _range(first: Json, last: Json, step: Json) -> Json:
    start, end, by = _whole(first), _whole(last), _whole(step)
    found = range(start, end + (1 if by > 0 else -1), by)
    if len(found) > _MOST_ITEMS:
        raise ValueError
    return list(found)


def _unique(array: Json) -> Json:
    found: list[Json] = []
    for item in _list(array):
        if not any(is_same(item, other) for other in found):
            found.append(item)
    return found


def _item(array: Json, index: Json) -> Json:
    position = _whole(index)
    if position < 0:
        raise IndexError
    return _list(array)[position]


def _encode(text: Json) -> Json:
    return base64.b64encode(_short(text).encode()).decode()


def _decode(text: Json) -> Json:
    try:
        return base64.b64decode(_short(text), validate=True).decode("utf-8", "replace")
    except binascii.Error as error:
        raise ValueError from error


def _short(text: Json) -> str:
    if len(_text(text)) > _MOST_TEXT:
        raise ValueError
    return _text(text)


def _hash(value: Json, algorithm: Json) -> Json:
    text = value if isinstance(value, str) else written(value)
    return hashlib.new(_HASHES[_text(algorithm)], _short(text).encode(), usedforsecurity=False).hexdigest()


def _merge(one: Json, other: Json, deep: Json) -> Json:
    if not isinstance(one, dict) or not isinstance(other, dict) or deep is not False:
        raise TypeError
    return {**one, **other}


def _to_json(text: Json) -> Json:
    stripped = _text(text).strip()
    if not stripped:
        return None
    value: Json = json.loads(stripped)
    return 0 if value == 0 and not isinstance(value, bool) and isinstance(value, int | float) else value


def _split(text: Json, delimiters: Json) -> Json:
    pattern = "[" + re.escape(_text(delimiters)) + "]" if delimiters else None
    parts = re.split(pattern, _text(text)) if pattern else [_text(text)]
    return [part for part in parts if part]


def _random(random: Random, first: Json, end: Json, seed: Json = None) -> Json:
    source = random if seed is None else Random(_whole(seed))  # noqa: S311
    start, stop = _whole(first), _whole(end)
    return source.randrange(start, stop)


def _uuid(random: Random) -> Json:
    return str(uuid.UUID(int=random.getrandbits(128), version=4))


_WITH_RANDOM: Mapping[str, Callable[..., Json]] = {"MathRandom": _random, "UUID": _uuid}

_FUNCTIONS: Mapping[str, Callable[..., Json]] = {
    "Array": lambda *values: list(values),
    "ArrayContains": _contains,
    "ArrayGetItem": _item,
    "ArrayLength": lambda array: len(_list(array)),
    "ArrayPartition": _partition,
    "ArrayRange": _range,
    "ArrayUnique": _unique,
    "Base64Decode": _decode,
    "Base64Encode": _encode,
    "Format": _format,
    "Hash": _hash,
    "JsonMerge": _merge,
    "JsonToString": written,
    "MathAdd": lambda one, other: _whole(one) + _whole(other),
    "StringSplit": _split,
    "StringToJson": _to_json,
}
