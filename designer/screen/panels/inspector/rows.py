"""A list of things that are shown as one readable line each, and opened one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels.findings import plain
from designer.screen.panels.inspector import folds
from designer.screen.panels.inspector.field_ref import FieldRef
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


def show(ref: FieldRef, rows: Rows) -> None:
    """Show the items of the list at `ref`, and a button that adds one."""
    items = ref.value if isinstance(ref.value, list) else []
    with st.container(key=f"{ref.name}/rows", gap="xxsmall"):
        for index, item in enumerate(items):
            _row(ref, rows, items, index) if isinstance(item, dict) else None
        st.button(
            rows.add,
            key=f"{ref.name}/add",
            type="tertiary",
            icon=":material/add:",
            on_click=_add,
            args=(ref, rows),
        )


def _row(ref: FieldRef, rows: Rows, items: list[Json], index: int) -> None:
    inner = ref.child(index, ref.rule.get("items", {}))
    name = inner.name
    if folds.is_open(ref.session, name, f"{index + 1}.  {plain(rows.sentence(inner))}"):
        with st.container(key=f"{name}/body", border=True, gap="small"):
            rows.body(inner)
            _tools(ref, rows, items, index)


def _tools(ref: FieldRef, rows: Rows, items: list[Json], index: int) -> None:
    fixed = rows.last(items[index])
    below = index + 1 < len(items) and not rows.last(items[index + 1])
    name = f"{ref.name}/{index}"
    with st.container(horizontal=True, gap="xsmall"):
        _tool(name, "up", "arrow_upward", fixed or index == 0, _move, (ref, index, index - 1))
        _tool(name, "down", "arrow_downward", fixed or not below, _move, (ref, index, index + 1))
        _tool(name, "remove", "delete", False, _remove, (ref, index))


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


def _add(ref: FieldRef, rows: Rows) -> None:
    items = ref.value if isinstance(ref.value, list) else []
    at = next((index for index, item in enumerate(items) if rows.last(item)), len(items))

    def insert(path: Path, value: Json) -> list[Edit]:
        return [Insert((*path, at), rows.fresh)] if isinstance(value, list) and at <= len(value) else []

    if items:
        ref.edit(insert)
    else:
        ref.set([rows.fresh])
    _only(ref, at)


def _move(ref: FieldRef, index: int, to: int) -> None:
    def move(path: Path, value: Json) -> list[Edit]:
        there = isinstance(value, list) and max(index, to) < len(value)
        return [Move((*path, index), (*path, to))] if there else []

    ref.edit(move)
    _only(ref, to)


def _remove(ref: FieldRef, index: int) -> None:
    def remove(path: Path, value: Json) -> list[Edit]:
        if not isinstance(value, list) or index >= len(value):
            return []
        alone = len(value) == 1 and ref.key != "Choices"
        return [Remove(path if alone else (*path, index))]

    ref.edit(remove)
    _only(ref, None)


def _only(ref: FieldRef, index: int | None) -> None:
    """Open that row alone: the others have other numbers now."""
    inside = f"{ref.name}/"
    ref.session.widgets.expanded = {
        name for name in ref.session.widgets.expanded if not name.startswith(inside)
    }
    if index is not None:
        ref.session.widgets.expanded.add(f"{inside}{index}")
