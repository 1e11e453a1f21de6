"""The visit of a state that the inspector shows: the one where the run is, the last, or a chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from designer.playing.evaluation import Data
from designer.playing.items import Item, items
from designer.playing.run import Run
from designer.playing.visit import Visit
from designer.playing.visit_data import data_of
from designer.screen.session import Session
from schemas.asl.walk import State


@dataclass(frozen=True, slots=True)
class Look:
    """A visit to look at, in the run that has it: the run itself, or the child execution of an item."""

    run: Run
    visit: Visit
    item: Item | None = None


def choice_name(uid: str) -> str:
    """The name under which the choice of a visit is kept."""
    return f"{uid}/moment-visit"


def visits_of(run: Run, name: str) -> dict[str, Look]:
    """The visits of a state by now, by the key by which one is chosen.

    Where only child executions of a distributed Map have come there, the last visit in each that is kept.
    """
    own = {str(visit.index): Look(run, visit) for visit in run.visits if visit.name == name}
    if own:
        return own
    found = {}
    for number, item in enumerate(items(run, name)):
        visit = _latest([visit for visit in item.run.visits if visit.name == name], item.run)
        if visit is not None:
            found[f"item-{number}"] = Look(item.run, visit, item)
    return found


def chosen_visit(session: Session, looks: Mapping[str, Look], uid: str) -> str | None:
    """The key of the visit to show; None where the run has not come to the state by now."""
    chosen = session.widgets.chosen.get(choice_name(uid))
    if chosen in looks:
        return chosen
    first = next(iter(looks.values()), None)
    if first is None or first.item is not None:
        return next(iter(looks), None)
    latest = _latest([look.visit for look in looks.values()], first.run)
    return str(latest.index) if latest else None


def _latest(visits: list[Visit], run: Run) -> Visit | None:
    """The visit that is at work, else the last."""
    at_work = [visit for visit in visits if not 0 < visit.exited <= run.position]
    return next(reversed(at_work or visits), None)


def chosen_data(session: Session, uid: str, state: State) -> Data | None:
    """The data of that visit; None without any. It is kept as long as the moment and the state stay."""
    run = session.opened.run
    if run is None:
        return None
    moment = (run, run.number, session.widgets.chosen.get(choice_name(uid)), uid, state.fields)
    known = session.evaluation
    if known is None or known[0] != moment:
        looks = visits_of(run, state.name)
        key = chosen_visit(session, looks, uid)
        if key is None:
            return None
        known = (moment, data_of(looks[key].run, looks[key].visit, state))
        session.evaluation = known
    return known[1]
