"""The query parameters of the address: the open workflow, its page and view, and the language."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, cast, get_args

import streamlit as st

from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode

Page = Literal["landscape", "sketch", "workflow"]
PAGES: tuple[Page, ...] = get_args(Page)


def workflow() -> str | None:
    """The id of the workflow that the address names, if it names one."""
    return _read("workflow")


def go_to(id: str) -> None:
    """Make `id` the open workflow from the next run on."""
    st.query_params["workflow"] = id


def page() -> Page:
    """The page that is shown."""
    return next((page for page in PAGES if page == _read("page")), "workflow")


def choose_page(page: Page) -> None:
    """Show another page from the next run on."""
    remember("page", page if page != "workflow" else None)


def view_mode() -> ViewMode:
    """The view in which the workflow is shown."""
    return "business" if _read("look") == "business" else "engineering"


def remember_view_mode(mode: ViewMode) -> None:
    """Keep the view in the address, so that a reload shows the same."""
    remember("look", mode if mode == "business" else None)


def language() -> Language:
    """The language of the screen: the chosen one, else Japanese if the browser prefers it, else English."""
    chosen = _read("lang")
    if chosen in ("ja", "en"):
        return cast(Language, chosen)
    return "ja" if (st.context.locale or "").startswith("ja") else "en"


def choose_language(chosen: Language) -> None:
    """Make `chosen` the language of the screen."""
    st.query_params["lang"] = chosen


def remember(name: str, value: str | None) -> None:
    """Keep `value` in the address under `name`, so that a reload finds it; None removes it."""
    if value is None:
        st.query_params.pop(name, None)
    elif _read(name) != value:
        st.query_params[name] = value


def recall(key: str, name: str, options: Collection[str]) -> None:
    """Give the new widget `key` the value that the address has under `name`, if that is one of `options`."""
    value = _read(name)
    if key not in st.session_state and value in options:
        st.session_state[key] = value


def _read(name: str) -> str | None:
    """The parameter; None for none. Streamlit's `get` looks for similar names where there is none, and the
    language is asked for with each word on the screen."""
    if name not in st.query_params:
        return None
    return st.query_params[name]
