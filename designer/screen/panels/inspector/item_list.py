"""A list of rules, retriers or catchers: each item is a line in words, which opens into its controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels import expander
from designer.screen.panels.inspector.field_ref import FieldRef
from schemas.core.edits import Edit, Insert, Move, Remove
from schemas.core.paths import Json, Path


@dataclass(frozen=True)
class ItemList:
    """The items of a list: `sentence` puts one into words, `show_item` shows its controls.

    `new_item` is added by a button with the words `add`. An item that `stays_last` is kept behind the others.
    """

    sentence: Callable[[FieldRef], str]
    show_item: Callable[[FieldRef], None]
    new_item: Json
    add: str
    stays_last: Callable[[Json], bool] = lambda _: False


def show(ref: FieldRef, items: ItemList) -> None:
    """Show the items of the list at `ref`, and a button that adds one."""
    values = ref.value if isinstance(ref.value, list) else []
    with st.container(key=f"{ref.name}/rows", gap="xxsmall"):
        for index, value in enumerate(values):
            if isinstance(value, dict):
                _row(ref, items, values, index)
        st.button(
            items.add,
            key=f"{ref.name}/add",
            type="tertiary",
            icon=":material/add:",
            on_click=_add,
            args=(ref, items),
        )


def _row(ref: FieldRef, items: ItemList, values: list[Json], index: int) -> None:
    item = ref.child(index, ref.schema.get("items", {}))
    name = item.name
    if expander.is_open(ref.session, name, f"{index + 1}.  {escape(items.sentence(item))}"):
        with st.container(key=f"{name}/body", border=True, gap="small"):
            items.show_item(item)
            _buttons(ref, items, values, index)


def _buttons(ref: FieldRef, items: ItemList, values: list[Json], index: int) -> None:
    is_fixed = items.stays_last(values[index])
    can_move_down = index + 1 < len(values) and not items.stays_last(values[index + 1])
    name = f"{ref.name}/{index}"
    with st.container(horizontal=True, gap="xsmall"):
        _button(name, "up", "arrow_upward", is_fixed or index == 0, _move, (ref, index, index - 1))
        _button(name, "down", "arrow_downward", is_fixed or not can_move_down, _move, (ref, index, index + 1))
        _button(name, "remove", "delete", False, _remove, (ref, index))


def _button(
    name: str, action: str, icon: str, disabled: bool, act: Callable[..., None], args: tuple[object, ...]
) -> None:
    st.button(
        text(f"rows.{action}"),
        key=f"{name}/{action}",
        type="tertiary",
        icon=f":material/{icon}:",
        disabled=disabled,
        on_click=act,
        args=args,
    )


def _add(ref: FieldRef, items: ItemList) -> None:
    values = ref.value if isinstance(ref.value, list) else []
    at = next((index for index, value in enumerate(values) if items.stays_last(value)), len(values))

    def insert(path: Path, latest: Json) -> list[Edit]:
        return [Insert((*path, at), items.new_item)] if isinstance(latest, list) and at <= len(latest) else []

    if values:
        ref.edit(insert)
    else:
        ref.set([items.new_item])
    _expand_only(ref, at)


def _move(ref: FieldRef, index: int, to: int) -> None:
    def move(path: Path, latest: Json) -> list[Edit]:
        exists = isinstance(latest, list) and max(index, to) < len(latest)
        return [Move((*path, index), (*path, to))] if exists else []

    ref.edit(move)
    _expand_only(ref, to)


def _remove(ref: FieldRef, index: int) -> None:
    def remove(path: Path, latest: Json) -> list[Edit]:
        if not isinstance(latest, list) or index >= len(latest):
            return []
        with_list = len(latest) == 1 and ref.key != "Choices"
        return [Remove(path if with_list else (*path, index))]

    ref.edit(remove)
    _expand_only(ref, None)


def _expand_only(ref: FieldRef, index: int | None) -> None:
    """Close all items but one (None: all): the indices of the others may have changed."""
    widgets, inside = ref.session.widgets, f"{ref.name}/"
    widgets.expanded = {name for name in widgets.expanded if not name.startswith(inside)}
    if index is not None:
        widgets.expanded.add(f"{inside}{index}")
