"""A list of things that are shown as one readable line each, and opened one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import folds
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.session import text
from schemas.core.edits import Edit, Insert, Move, Remove
from schemas.core.paths import Json, Path


@dataclass(frozen=True)
class Rows:
    """What a list is made of: the `sentence` of an item, its controls, a `fresh` item, the words for adding.

    An item that is `last` stays behind the others.
    """

    sentence: Callable[[FieldRef], str]
    body: Callable[[FieldRef], None]
    fresh: Json
    add: str
    last: Callable[[Json], bool] = lambda _: False


def show(spot: FieldRef, rows: Rows) -> None:
    """Show the items of the list at `spot`, and a button that adds one."""
    items = spot.value if isinstance(spot.value, list) else []
    with st.container(key=f"{spot.name}/rows", gap="xxsmall"):
        for index, item in enumerate(items):
            _row(spot, rows, items, index) if isinstance(item, dict) else None
        st.button(
            rows.add,
            key=f"{spot.name}/add",
            type="tertiary",
            icon=":material/add:",
            on_click=_add,
            args=(spot, rows),
        )


def _row(spot: FieldRef, rows: Rows, items: list[Json], index: int) -> None:
    inner = spot.inner(index, spot.rule.get("items", {}))
    name = inner.name
    if folds.is_open(spot.here, name, f"{index + 1}.  {plain(rows.sentence(inner))}"):
        with st.container(key=f"{name}/body", border=True, gap="small"):
            rows.body(inner)
            _tools(spot, rows, items, index)


def _tools(spot: FieldRef, rows: Rows, items: list[Json], index: int) -> None:
    fixed = rows.last(items[index])
    below = index + 1 < len(items) and not rows.last(items[index + 1])
    name = f"{spot.name}/{index}"
    with st.container(horizontal=True, gap="xsmall"):
        _tool(name, "up", "arrow_upward", fixed or index == 0, _move, (spot, index, index - 1))
        _tool(name, "down", "arrow_downward", fixed or not below, _move, (spot, index, index + 1))
        _tool(name, "remove", "delete", False, _remove, (spot, index))


def _tool(
    name: str, what: str, icon: str, off: bool, act: Callable[..., None], args: tuple[object, ...]
) -> None:
    st.button(
        text(f"rows.{what}"),
        key=f"{name}/{what}",
        type="tertiary",
        icon=f":material/{icon}:",
        disabled=off,
        on_click=act,
        args=args,
    )


def _add(spot: FieldRef, rows: Rows) -> None:
    items = spot.value if isinstance(spot.value, list) else []
    at = next((index for index, item in enumerate(items) if rows.last(item)), len(items))

    def insert(path: Path, value: Json) -> list[Edit]:
        return [Insert((*path, at), rows.fresh)] if isinstance(value, list) and at <= len(value) else []

    if items:
        spot.edit(insert)
    else:
        spot.put([rows.fresh])
    _only(spot, at)


def _move(spot: FieldRef, index: int, to: int) -> None:
    def move(path: Path, value: Json) -> list[Edit]:
        there = isinstance(value, list) and max(index, to) < len(value)
        return [Move((*path, index), (*path, to))] if there else []

    spot.edit(move)
    _only(spot, to)


def _remove(spot: FieldRef, index: int) -> None:
    def remove(path: Path, value: Json) -> list[Edit]:
        if not isinstance(value, list) or index >= len(value):
            return []
        alone = len(value) == 1 and spot.key != "Choices"
        return [Remove(path if alone else (*path, index))]

    spot.edit(remove)
    _only(spot, None)


def _only(spot: FieldRef, index: int | None) -> None:
    """Open that row alone: the others have other numbers now."""
    inside = f"{spot.name}/"
    spot.here.unfolded = {name for name in spot.here.unfolded if not name.startswith(inside)}
    if index is not None:
        spot.here.unfolded.add(f"{inside}{index}")
