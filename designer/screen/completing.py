"""The address at which the fields of a tab ask for completions."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from designer.base.words import word
from designer.completion.completion import Completion, completions
from designer.completion.scope import scope_of
from designer.protocol.completion import MOST_TEXT, Offer, Offers, Question
from designer.screen.messages import message
from designer.screen.panels.playing.chosen_visit import chosen_data
from designer.screen.process import sessions
from designer.screen.session import Session
from schemas.core.diagnostic import Language
from schemas.core.paths import Path

MOST_BYTES = 10 * MOST_TEXT


async def answer(request: Request) -> Response:
    """Answer a `Question` with `Offers`: 404 for an unknown token."""
    question = await message(request, Question, MOST_BYTES)
    if isinstance(question, Response):
        return question
    session = sessions().get(question.token)
    if session is None:
        return Response(status_code=404)
    return JSONResponse((await run_in_threadpool(offers, session, question)).model_dump())


ROUTES = [Route("/designer/complete", answer, methods=["POST"])]


def offers(session: Session, question: Question) -> Offers:
    """The completions at the cursor; none for a state that is not there."""
    state = session.analysis.identity.states.get(question.uid)
    if state is None:
        return Offers(offers=[])
    path: Path = tuple(question.path)
    flow = session.analysis.dataflow
    followed = flow.visits.get(state.path) if flow else None
    scope = scope_of(state, path, followed, chosen_data(session, question.uid, state))
    targets = [name for name in state.scope.states if name != state.name]
    found = completions(question.before, question.after, path, scope, targets)
    return Offers(offers=[_offer(each, question.language) for each in found])


def _offer(found: Completion, language: Language) -> Offer:
    key = found.name.removeprefix("$").replace("States.", "intrinsic.")
    return Offer(
        name=found.name,
        text=found.text,
        replaced=found.replaced,
        kind=found.kind,
        detail=found.detail,
        help=word(language, f"function.{key}") if found.kind == "function" else "",
    )
