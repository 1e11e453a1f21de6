"""The workflows of the library: find, open, rename, duplicate or delete one, or create an empty one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import streamlit as st

from designer.library.store import Entry, NoSuchWorkflow
from designer.screen import address, project
from designer.screen.current_session import untitled
from designer.screen.locale import local_time, text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.menus import done, menu
from designer.screen.panels.workflows.starting import start
from designer.screen.panels.workflows.summary import summary
from designer.screen.process import library
from designer.screen.session import Session
from schemas.core.hidden_characters import without_hidden

STYLES = Path(__file__).with_name("shelf.css")
PAGE = 60
"""Workflows that are listed until more are asked for."""
MOST_UNREAD = 50
"""Places that could not be read, of which the list tells at most so many."""
LIMIT = "shelf-limit"
"""The key in Streamlit's session state of the number that is listed now."""


def show(session: Session) -> None:
    """Show the list of workflows."""
    st.html(STYLES)
    with st.container(key="shelf-tools", horizontal=True, vertical_alignment="bottom", wrap=False):
        if st.button(text("workflows.new"), icon=":material/add:", type="primary", key="new"):
            start(untitled())
        words = _search()
        order = _order()
    _show_unread()
    entries = library().entries()
    found = [entry for entry in entries if _plain(words) in _plain(entry.name)]
    st.caption(_count(len(found), len(entries), words))
    limit = st.session_state.get(LIMIT, PAGE)
    with st.container(key="shelf", gap="xsmall"):
        for entry in sorted(found, key=ORDERS[order])[:limit]:
            _show(session, entry)
    if len(found) > limit and st.button(text("shelf.more", count=len(found) - limit), key="shelf-more"):
        st.session_state[LIMIT] = limit + PAGE
        st.rerun(scope="fragment")


def _show_unread() -> None:
    """Find the workflows of the project anew, and list what could not be read there."""
    opened = project.project(library().engine)
    if opened is None:
        return
    opened.refresh()
    if opened.unread:
        language = address.language()
        with st.expander(text("place.unread", count=len(opened.unread)), icon=":material/info:"):
            st.markdown("\n".join(f"- {escape(each)}" for each in opened.told(language)[:MOST_UNREAD]))


def _search() -> str:
    label = text("shelf.search")
    return (
        st.text_input(
            label,
            type="search",
            placeholder=label,
            key="shelf-search",
            live=True,
            icon=":material/search:",
            label_visibility="collapsed",
        )
        or ""
    )


def _order() -> str:
    return st.selectbox(
        text("shelf.sort"),
        list(ORDERS),
        format_func=lambda order: text(f"shelf.sort.{order}"),
        key="shelf-order",
        label_visibility="collapsed",
        width=190,
    )


def _count(found: int, count: int, words: str) -> str:
    if found == count:
        return text("shelf.count", count=count)
    if found == 0:
        return text("shelf.none", words=escape(words))
    return text("shelf.found", found=found, count=count)


def _plain(words: str) -> str:
    """The words as they are compared: width, case and spaces around do not matter."""
    return normalize("NFKC", words).casefold().strip()


def _show(session: Session, entry: Entry) -> None:
    is_open = entry.id == session.opened.record.id
    with st.container(key=f"shelf-{entry.id}", horizontal=True, vertical_alignment="center", wrap=False):
        if st.button(
            escape(entry.name) or "-",
            key=f"open-{entry.id}",
            type="tertiary",
            icon=":material/check:" if is_open else ":material/account_tree:",
        ):
            address.go_to(entry.id)
            st.rerun()
        home = project.home_of(library().engine, entry.id)
        if home is not None:
            st.caption(f":material/description: {escape(home.name)}", width="content")
        st.space("stretch")
        st.caption(summary(entry).words, width="content")
        st.caption(local_time(entry.changed).strftime("%Y-%m-%d %H:%M"), width="content")
        with menu(entry.id, "more_vert", text("shelf.menu")):
            _offer_name(entry)
            if st.button(text("shelf.duplicate"), key=f"copy-{entry.id}", icon=":material/content_copy:"):
                _duplicate(entry)
            if st.button(text("shelf.delete"), key=f"delete-{entry.id}", icon=":material/delete:"):
                library().discard(entry.id)
                if is_open:
                    address.go_to("")
                    st.rerun()
                done()


def _offer_name(entry: Entry) -> None:
    """A field that renames the workflow as soon as its text is done."""
    key = f"name-{entry.id}@{entry.revision}"
    name = without_hidden(st.text_input(text("shelf.rename"), entry.name, key=key, max_chars=120) or "")
    if name and name != entry.name:
        library().rename(entry.id, name)
        done()


def _duplicate(entry: Entry) -> None:
    """Add a copy to the library, without the history; the dialog stays."""
    name = text("shelf.copy", name=entry.name)[:120]
    with suppress(NoSuchWorkflow):
        library().add(replace(library().read(entry.id).workflow, name=name))
    done()


def _by_problems(entry: Entry) -> tuple[int, int]:
    found = summary(entry)
    return -found.errors, -found.warnings


ORDERS: Mapping[str, Callable[[Entry], Any]] = {
    "changed": lambda entry: -entry.changed.timestamp(),
    "name": lambda entry: _plain(entry.name),
    "problems": _by_problems,
    "states": lambda entry: -summary(entry).states,
}
"""The orders of the list, by the key that sorts it."""
