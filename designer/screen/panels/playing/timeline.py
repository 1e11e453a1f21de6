"""The tab of the drawer with a run: its beginning, and its time line, on which long waits are folded."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from designer.components.canvas.run_words import RunWords
from designer.playing.run import Run
from designer.playing.visit import Status, Visit
from designer.screen.locale import text
from designer.screen.markdown import escape
from designer.screen.panels.playing import beginning, cases, recorded
from designer.screen.session import Session

MOST = 50
"""The most visits that are listed, around the current one."""
FOLDED = 60.0
"""The seconds between two visits from which on the time between them has a line of its own."""
_COLORS: dict[Status, str] = {
    "running": "blue",
    "waiting": "violet",
    "asked": "violet",
    "retrying": "orange",
    "succeeded": "green",
    "caught": "orange",
    "failed": "red",
    "stopped": "gray",
}
_ICONS: dict[Status, str] = {
    "running": "play_arrow",
    "waiting": "hourglass",
    "asked": "person",
    "retrying": "replay",
    "succeeded": "check",
    "caught": "alt_route",
    "failed": "error",
    "stopped": "block",
}


def show(session: Session, row: DeltaGenerator) -> None:
    """Show the time line, and in `row` the beginning of the run."""
    with row:
        beginning.show(session)
        recorded.offer(session)
        cases.offer(session)
    if session.opened.case_runs is not None:
        cases.show(session.opened.case_runs)
        return
    run = session.opened.run
    if run is None:
        st.caption(text("play.none"))
        return
    if run.text != session.opened.workflow.document.text and not run.is_recorded:
        st.caption(f":material/history: {text('play.outdated')}")
    errors = sum(diagnostic.severity == "error" for diagnostic in session.analysis.diagnostics)
    if errors and not run.is_recorded:
        st.caption(f":material/error: {text('play.errors', count=errors)}")
    recorded.show(session, run)
    words = session.run_words(run)
    visits = run.trace.visits
    current = run.current
    first = max(0, min((current.index if current else 0) - MOST // 2, len(visits) - MOST))
    if first:
        st.caption(text("play.earlier", count=first))
    with st.container(key="timeline", horizontal=True, gap="small"):
        _visits(run, words, visits[first : first + MOST], current)
    if len(visits) > first + MOST:
        st.caption(text("play.later", count=len(visits) - first - MOST))


def _visits(run: Run, words: RunWords, visits: Sequence[Visit], current: Visit | None) -> None:
    before = None
    for visit in visits:
        seconds = run.seconds_at(visit.entered)
        if before is not None and seconds - before >= FOLDED:
            st.caption(f":material/more_vert: {text('play.time-passes', time=words.time(seconds - before))}")
        before = seconds
        st.button(
            _label(run, words, visit, seconds, visit is current),
            key=f"timeline-{visit.index}",
            type="primary" if visit is current else "tertiary",
            on_click=run.go_to,
            args=(_end(run, visit),),
        )


def _label(run: Run, words: RunWords, visit: Visit, seconds: float, is_current: bool) -> str:
    name = f"**{escape(words.state(visit.name))}**"
    if visit.iteration is not None:
        name += f" {text('play.item', number=visit.iteration + 1)}"
    if visit.entered > run.position:
        return f":material/more_horiz: {escape(words.time(seconds))} {name}"
    status = run.status_of(visit)
    said = words.badge([visit], status)
    icon = f":material/{_ICONS[status]}:"
    shown = icon if is_current else f":{_COLORS[status]}[{icon}]"
    return f"{shown} {escape(words.time(seconds))} {name}" + (f" — {escape(said)}" if said else "")


def _end(run: Run, visit: Visit) -> int:
    """The position at which most is known of a visit: its end, else its last failure or call."""
    return visit.exited or max([visit.entered, *visit.begun, *(each.at for each in visit.failures)])
