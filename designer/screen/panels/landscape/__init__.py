"""The landscape page: a map of all workflows of the library, and the same as a list for keyboard and ear."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import streamlit as st

from designer.landscape.board import Board, board, owner_words
from designer.landscape.landscape import Condition, Described, Landscape, Member, describe, landscape
from designer.library.store import Entry
from designer.screen import address
from designer.screen.locale import local_time, text
from designer.screen.markdown import escape
from designer.screen.panels.workflows.summary import summary, workflow_at
from designer.screen.process import library
from designer.screen.session import Session

STYLES = Path(__file__).with_name("landscape.css")
MAP = "landscape-map"
SHOWN, TAKEN = "landscape-shown", "landscape-taken"
"""The keys in Streamlit's session state of the board that is shown, and of the last click that was taken."""
UNKNOWN = Described((), (), ())


@dataclass(frozen=True)
class Showing:
    """The board that the browser shows, and the time at which it was sent first, in milliseconds."""

    digest: str
    timestamp: int


def show(session: Session) -> None:
    """Show the page; a click on a card or a name opens that workflow."""
    found = landscape(_member(entry) for entry in library().entries())
    with st.container(key="middle", horizontal=True, wrap=False):
        with st.container(key="stage"):
            _map(session, found)
        with st.container(key="landscape-list"):
            st.html(STYLES)
            st.markdown(f"**{text('landscape.title')}** :small[:gray[{len(found.members)}]]")
            st.caption(text("landscape.help"))
            for member in found.members.values():
                _row(session, found, member)


def _map(session: Session, found: Landscape) -> None:
    """Draw the map. Its package is imported here: the server serves no component that is declared before."""
    from designer.landscape.flow import draw

    is_dark = st.context.theme.type == "dark"
    drawn = board(found, session.opened.record.id, address.language(), is_dark, _time)
    click = draw(drawn, _timestamp(drawn), MAP)
    if click and click != st.session_state.get(TAKEN):
        st.session_state[TAKEN] = click
        _open(click.id)


def _timestamp(drawn: Board) -> int:
    """The time of the board; a new one only where it differs from the one that is shown."""
    shown = st.session_state.get(SHOWN)
    if not isinstance(shown, Showing) or shown.digest != drawn.digest:
        shown = st.session_state[SHOWN] = Showing(drawn.digest, time.time_ns() // 1_000_000)
    return shown.timestamp


def _row(session: Session, found: Landscape, member: Member) -> None:
    is_open = member.id == session.opened.record.id
    with st.container(key=f"landscape-{member.id}", gap=None):
        icon = ":material/check:" if is_open else ":material/account_tree:"
        if st.button(escape(member.name) or "-", key=f"visit-{member.id}", type="tertiary", icon=icon):
            _open(member.id)
        st.caption("  \n".join([" · ".join(_facts(member)), *_relations(found, member)]))


def _facts(member: Member) -> list[str]:
    owner = owner_words(member, address.language())
    if member.condition:
        problems = text("shelf.empty" if member.condition == "empty" else "shelf.unreadable")
    elif member.errors or member.warnings:
        problems = text("landscape.problems", errors=member.errors, warnings=member.warnings)
    else:
        problems = text("landscape.well")
    return [*([escape(owner)] if owner else []), problems, _time(member.changed)]


def _relations(found: Landscape, member: Member) -> list[str]:
    """The lines that say by words what the arrows say."""
    lines = {
        "landscape.starts": [other.name for other in found.started_by(member.id)],
        "landscape.started-by": [other.name for other in found.starting(member.id)],
        "landscape.unknown": found.unknown.get(member.id, ()),
    }
    separator = text("landscape.separator")
    return [text(key, names=separator.join(map(escape, names))) for key, names in lines.items() if names]


def _open(id: str) -> None:
    address.go_to(id)
    address.choose_page("workflow")
    st.rerun()


def _member(entry: Entry) -> Member:
    counts = summary(entry)
    condition: Condition = "empty" if counts.is_empty else "broken" if counts.is_broken else ""
    described = _described(entry.id, entry.revision)
    return Member(entry.id, entry.name, entry.changed, counts.errors, counts.warnings, described, condition)


@lru_cache(maxsize=2000)
def _described(id: str, revision: int) -> Described:
    workflow = workflow_at(id, revision)
    return describe(workflow) if workflow else UNKNOWN


def _time(moment: datetime) -> str:
    return local_time(moment).strftime("%Y-%m-%d %H:%M")
