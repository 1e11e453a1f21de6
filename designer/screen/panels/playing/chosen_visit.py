"""The visit of a state that the inspector shows: the one where the run is, the last, or a chosen one."""

from __future__ import annotations

from designer.playing.evaluation import Data, data_of
from designer.playing.run import Run
from designer.playing.visit import Visit
from designer.screen.session import Session
from schemas.asl.walk import State


def choice_name(uid: str) -> str:
    """The name under which the choice of a visit is kept."""
    return f"{uid}/moment-visit"


def chosen_visit(session: Session, run: Run, uid: str, name: str) -> Visit | None:
    """The visit; None where the run has not come to the state by now."""
    visits = [visit for visit in run.visits if visit.name == name]
    chosen = session.widgets.chosen.get(choice_name(uid))
    found = next((visit for visit in visits if str(visit.index) == chosen), None)
    at_work = [visit for visit in visits if not 0 < visit.exited <= run.position]
    return found or next(reversed(at_work or visits), None)


def chosen_data(session: Session, uid: str, state: State) -> Data | None:
    """The data of that visit; None without any. It is kept as long as the moment and the state stay."""
    run = session.opened.run
    visit = chosen_visit(session, run, uid, state.name) if run is not None else None
    if run is None or visit is None:
        return None
    moment = (run, run.number, visit.index, state.fields)
    if session.evaluation is None or session.evaluation[0] != moment:
        session.evaluation = (moment, data_of(run, visit, state))
    return session.evaluation[1]
