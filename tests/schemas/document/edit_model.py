"""A model of the edits on plain JSON values, with which documents are compared."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from schemas.core.edits import Edit, Insert, Move, Remove, Rename, Set
from schemas.core.paths import Json, Path


def at(value: Json, path: Path) -> Json:
    for part in path:
        value = value[part]
    return value


def edited(value: Json, edit: Edit) -> Json:
    if not edit.path:
        return edit.value
    value = deepcopy(value)
    parent, key = at(value, edit.path[:-1]), edit.path[-1]
    match edit:
        case Set():
            parent[key] = edit.value
        case Insert() if isinstance(parent, list):
            parent.insert(key, edit.value)
        case Insert():
            _insert(parent, key, edit.value, edit.before)
        case Remove():
            del parent[key]
        case Rename():
            members = [(edit.key if name == key else name, item) for name, item in parent.items()]
            parent.clear()
            parent.update(members)
        case Move():
            moved = parent.pop(key)
            value = edited(value, Insert(edit.to, moved))
    return value


def _insert(parent: dict[str, Json], key: str, value: Json, before: str | None) -> None:
    members = list(parent.items())
    index = len(members) if before is None else list(parent).index(before)
    members.insert(index, (key, value))
    parent.clear()
    parent.update(members)


def paths(value: Json, path: Path = ()) -> list[Path]:
    """Every path of a value, outer before inner."""
    found = [path]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.extend(paths(inner, (*path, key)))
    return found


NEW_VALUES: tuple[Json, ...] = (
    "Next one",
    "yes",
    "2024-01-01",
    "0o17",
    "two\nlines\n",
    "lines\n\nwithout an end",
    "a: b # c",
    "{% $states.input.total = 'x' %}",
    "在庫 \U0001f4e6",
    " led by a space",
    "tab\there",
    "",
    None,
    True,
    3,
    1.5,
    1e22,
    [],
    {},
    ["States.ALL"],
    [{"ErrorEquals": ["States.ALL"], "Next": "On"}],
    {"Type": "Pass", "Comment": "first\nsecond", "Result": {"a": [1, [2], {}]}, "End": True},
)
_NAMES = ("New", "yes", "123", "a: b", "状態", "#x", "null", "it's", "with space", "tail:")


def random_edit(value: Json, random: Random) -> Edit:
    """An edit that can be carried out on `value`, a container with members."""
    while True:
        edit = _some_edit(value, random)
        if edit is not None:
            return edit


def _some_edit(value: Json, random: Random) -> Edit | None:
    path = random.choice(paths(value)[1:])
    parent = at(value, path[:-1])
    named = isinstance(parent, dict)
    kind = random.choice(("set", "set", "add", "insert", "remove", "rename", "move"))
    if kind == "set":
        return Set(path, random.choice(NEW_VALUES))
    if kind == "remove":
        return Remove(path)
    name = random.choice([name for name in _NAMES if not named or name not in parent])
    if kind == "add" and named:
        return Set((*path[:-1], name), random.choice(NEW_VALUES))
    if kind == "insert":
        place = name if named else random.randrange(len(parent) + 1)
        before = random.choice([None, *parent]) if named else None
        return Insert((*path[:-1], place), random.choice(NEW_VALUES), before)
    if kind == "rename" and named:
        return Rename(path, name)
    return _move(value, path, random) if kind == "move" else None


def _move(value: Json, path: Path, random: Random) -> Edit | None:
    rest = edited(value, Remove(path))
    target = random.choice([to for to in paths(rest) if isinstance(at(rest, to), dict | list)])
    into = at(rest, target)
    if isinstance(into, list):
        return Move(path, (*target, random.randrange(len(into) + 1)))
    free = [name for name in (*_NAMES, path[-1]) if isinstance(name, str) and name not in into]
    return Move(path, (*target, random.choice(free)))
