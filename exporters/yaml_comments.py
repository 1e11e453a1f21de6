"""YAML with comments, each on lines of its own above the key or item that it explains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporters.comments import comment_lines
from schemas.core.paths import Json, Path
from schemas.document.yaml.printer import Style, item, member
from schemas.document.yaml.scalars import write_scalar

Comments = Mapping[Path, str]

_STYLE = Style()


def write_commented_yaml(value: dict[str, Json], comments: Comments) -> str:
    """Return `value` as `write_yaml` writes it, with each comment above the key or item at its path.

    A comment is indented as its key or item is. Paths that are not in `value` are ignored.
    """
    return "\n".join(_members(value, 0, comments)) + "\n"


def _members(value: Json, column: int, comments: Comments) -> Iterator[str]:
    """The lines of the members of an object or a list that begin at `column`."""
    indent = " " * column
    for key, inner in _entries(value):
        inside = {path[1:]: comment for path, comment in comments.items() if path[:1] == (key,)}
        yield from comment_lines(inside.pop((), ""), f"{indent}#")
        lines = _commented(key, inner, column, inside) if inside else _plain(key, inner, column)
        yield from lines


def _entries(value: Json) -> list[tuple[str | int, Json]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _plain(key: str | int, value: Json, column: int) -> Iterator[str]:
    lines = item(value, column, _STYLE) if isinstance(key, int) else member(key, value, column, _STYLE)
    yield " " * column + lines[0]
    yield from lines[1:]


def _commented(key: str | int, value: Json, column: int, comments: Comments) -> Iterator[str]:
    """The lines of a member that has comments inside."""
    inner = list(_members(value, column + _STYLE.step, comments))
    if not inner:
        yield from _plain(key, value, column)
    elif isinstance(key, int):
        yield f"{' ' * column}- {inner[0][column + _STYLE.step :]}"
        yield from inner[1:]
    else:
        yield f"{' ' * column}{write_scalar(key)}:"
        yield from inner
