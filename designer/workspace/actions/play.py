"""Play the workflow step by step, without changing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from designer.library.store import Acknowledgement
from designer.playing.beginnings import beginnings, cases_of
from designer.playing.case_runs import CaseRuns
from designer.playing.play import Play
from designer.playing.run import Run
from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.open_workflow import OpenWorkflow
from player.mocks.tables import TablesMissing
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.sidecar.identity import identify

Gesture = Literal["play", "restart", "in", "over", "back", "to", "resume", "halt", "break", "close"]


class PlayRun(Intent):
    """Do a gesture of the player; `state` is the one that "to" plays to, and "break" stops at or no more.

    "resume" does what is left of a gesture that takes long, "halt" leaves it.
    """

    kind: Literal["play"] = "play"
    gesture: Gesture
    state: str = ""


def run(opened: OpenWorkflow, intent: PlayRun, acknowledgement: Acknowledgement | None) -> None:
    """Move the run of the tab; a gesture that goes on begins one where there is none."""
    states = identify(opened.last_valid.document.value, opened.last_valid.design).states
    if intent.gesture in ("to", "break") and intent.state not in states:
        raise ActionRefused("action-gone")
    match intent.gesture:
        case "close":
            opened.run = opened.case_runs = None
        case "break":
            opened.breakpoints ^= {intent.state}
        case "resume" | "halt" | "back":
            _move(opened.case_runs or opened.run, intent.gesture)
        case _:
            _go_on(opened, intent, states)


def begin(opened: OpenWorkflow) -> Play:
    """Begin a run with the input that is chosen in the tab.

    A definition with errors is played, too, as far as it goes. Raises `ActionRefused` for one that cannot be
    read or is empty.
    """
    workflow = opened.workflow
    if workflow.document.problem is not None or workflow.is_empty:
        raise ActionRefused("play-broken")
    offered = beginnings(workflow)
    chosen = opened.beginning or next(iter(offered.values()))
    beginning = offered.get(chosen.name, chosen) if chosen.name else chosen
    failing = opened.run.failing if isinstance(opened.run, Play) else {}
    definition = mapping(workflow.document.value)
    try:
        play = Play(workflow.document.text, definition, beginning, workflow.design.type, failing)
    except (ValueError, TablesMissing) as error:
        raise ActionRefused("play-mocks", error=str(error)) from error
    opened.run, opened.case_runs = play, None
    return play


def begin_cases(opened: OpenWorkflow) -> None:
    """Begin to run all cases of the workflow, whose coverage is shown in place of a run."""
    workflow = opened.last_valid
    definition = mapping(workflow.document.value)
    runs = CaseRuns(workflow.name, definition, cases_of(workflow), workflow.design.type)
    opened.run, opened.case_runs = None, runs
    runs.resume()


def _go_on(opened: OpenWorkflow, intent: PlayRun, states: Mapping[str, State]) -> None:
    run = opened.run
    is_over = run is not None and not run.can_go_on and run.status != "RUNNING"
    if run is not None and run.is_recorded and intent.gesture == "restart":
        run.go_to(0)
        return
    if run is None or intent.gesture == "restart" or (is_over and intent.gesture == "play"):
        run = begin(opened)
    run.breakpoints = {states[uid].name for uid in opened.breakpoints if uid in states}
    if intent.gesture == "to":
        run.play_to(states[intent.state].name)
    elif intent.gesture == "over":
        run.step_over()
    elif intent.gesture == "in":
        run.step_in()
    else:
        run.play()


def _move(run: Run | CaseRuns | None, gesture: Gesture) -> None:
    if run is None:
        return
    if gesture == "back":
        if isinstance(run, Run):
            run.step_back()
    elif gesture == "resume":
        run.resume()
    else:
        run.halt()
