"""A recorded execution on the canvas: it is opened here, and here it says where it failed and what to do."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from designer.components.canvas.run_words import RunWords
from designer.playing.outcome import Outcome, outcome_of
from designer.playing.play import Play
from designer.playing.recording import NoHistory, Recording, read_recording
from designer.playing.run import Run
from designer.screen import address
from designer.screen.locale import text
from designer.screen.session import Session
from designer.screen.widgets import typed
from schemas.core.coerce import mapping
from schemas.failures.explanation import Explainer

STYLES = Path(__file__).with_name("playing.css")
LONGEST = 2_000
"""Characters of a cause or an input that are shown."""
HISTORY = "aws stepfunctions get-execution-history --output json --execution-arn {arn} > history.json"
DESCRIPTION = "aws stepfunctions describe-execution --output json --execution-arn {arn} > execution.json"
REDRIVE = "aws stepfunctions redrive-execution --execution-arn {arn}"


def offer(session: Session) -> None:
    """Offer to open saved answers of the service, by their files or their text; an opened one closes it."""
    turn = session.widgets.chosen.get("recording", "0")
    with st.popover(text("recording.open"), icon=":material/history:", key=f"recording-{turn}"):
        st.caption(text("recording.help"))
        st.code("\n".join(line.format(arn="ARN") for line in (HISTORY, DESCRIPTION)), language="bash")
        keys = (f"recording-text-{turn}", f"recording-files-{turn}")
        st.file_uploader(text("recording.files"), type=["json"], accept_multiple_files=True, key=keys[1])
        st.text_area(text("recording.paste"), key=keys[0], height=80)
        st.button(
            text("recording.show"),
            key="recording-show",
            icon=":material/visibility:",
            on_click=_open,
            args=(session, *keys),
        )
        refusal = session.widgets.chosen.get("recording-refusal")
        if refusal:
            st.warning(text(refusal))


def _open(session: Session, pasted: str, uploaded: str) -> None:
    """Open a recorded execution for this tab alone; the widgets that hold its text are forgotten."""
    workflow, chosen = session.opened.last_valid, session.widgets.chosen
    files = st.session_state.get(uploaded) or []
    texts = [typed(pasted), *(file.getvalue().decode("utf-8", "replace") for file in files)]
    try:
        saved = "\n".join(texts)
        recording = read_recording(saved, workflow.document.text, mapping(workflow.document.value))
    except NoHistory as refusal:
        chosen["recording-refusal"] = refusal.key
        return
    chosen.pop("recording-refusal", None)
    chosen["recording"] = str(int(chosen.get("recording", "0")) + 1)
    session.opened.run, session.opened.case_runs = recording, None


def show(session: Session, run: Run) -> None:
    """Show where a run has failed, and what follows; nothing of one that goes on or has succeeded."""
    words = session.run_words(run)
    if isinstance(run, Recording):
        unknown = {visit.name for visit in run.trace.visits if words.path(visit.name) is None}
        if unknown:
            st.caption(f":material/help: {text('recording.unknown', names=', '.join(sorted(unknown)[:8]))}")
    outcome = outcome_of(run, session.analysis.failures)
    if outcome is None:
        return
    st.html(STYLES)
    st.html(f'<dl class="run-outcome">{_html(session, run, words, outcome)}</dl>')
    if not isinstance(run, Recording):
        return
    if _may_redrive(run, outcome):
        st.code(REDRIVE.format(arn=run.description.arn or "ARN"), language="bash")
    st.button(
        text("recording.play-on", state=words.state(outcome.visit.name)),
        key="recording-play-on",
        icon=":material/play_arrow:",
        help=text("recording.play-on.help"),
        on_click=play_on,
        args=(session, run, outcome),
    )


def play_on(session: Session, run: Recording, outcome: Outcome) -> None:
    """Play the workflow as it is now with the recorded data, up to the visit that has failed."""
    workflow, visit = session.opened.last_valid, outcome.visit
    definition = mapping(workflow.document.value)
    play = Play(workflow.document.text, definition, run.played_from(visit), workflow.design.type)
    times = sum(each.name == visit.name for each in run.trace.visits[: visit.index + 1])
    for _ in range(times):
        play.play_to(visit.name)
        while play.is_busy:
            play.resume()
    session.opened.run = play


def _may_redrive(run: Recording, outcome: Outcome) -> bool:
    status = run.description.redrive_status
    if status:
        return status == "REDRIVABLE"
    return outcome.course is not None and outcome.course.rerun.kind == "resumes"


def _html(session: Session, run: Run, words: RunWords, outcome: Outcome) -> str:
    failures, view = session.analysis.failures, session.opened.view_mode
    explainer = Explainer(failures, address.language(), view)
    explained = explainer.explain(outcome.course) if outcome.course else None
    error = words.error(outcome.visit.name, outcome.error)
    done = [explainer.effect(effect) for effect in outcome.done] or [text("failures.nothing-done")]
    lines: list[tuple[str, list[str]]] = [
        (text("outcome.where"), [f"{words.state(outcome.visit.name)}: {error}"]),
        (text("outcome.when"), [words.time(run.seconds)]),
        (text("failures.done"), done),
        (text("failures.unsure"), [explainer.effect(effect) for effect in outcome.unsure]),
    ]
    if view == "engineering":
        lines.insert(1, (text("outcome.cause"), [outcome.cause[:LONGEST]] if outcome.cause else []))
        lines.insert(2, (text("moment.input"), [(outcome.visit.input or "")[:LONGEST]]))
    if explained is not None:
        lines += [
            (text("failures.rerun"), list(explained.rerun)),
            (text("failures.told"), list(explained.told)),
            (text("failures.decided"), list(explained.decided)),
        ]
    if isinstance(run, Recording) and run.description.redrive_status:
        status, reason = run.description.redrive_status, run.description.redrive_reason
        lines.append((text("outcome.redrive"), [f"{status} {reason}".strip()]))
    return "".join(
        f"<dt>{escape(question)}</dt><dd>{'<br>'.join(map(escape, answers))}</dd>"
        for question, answers in lines
        if answers
    )
