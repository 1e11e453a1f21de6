"""The address at which each tab asks for news: who is here, and whether its page is behind."""

from __future__ import annotations

import json
from zlib import crc32

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from designer.library.store import Names, NoSuchWorkflow, Unavailable
from designer.protocol.live import MAX_NAME, News, Other, Ping
from designer.screen.messages import message
from designer.screen.process import library, presence
from designer.screen.project import news_of_files
from designer.workspace.presence import IN_TROUBLE, Visit
from schemas.core.hidden_characters import without_hidden

MAX_BYTES = 2048
MAX_SELECTED = 100
DELETED = -1
"""The number of the news that the workflow is gone."""


async def answer(request: Request) -> Response:
    """Answer a `Ping`: 404 for an unknown token, 503 while the library cannot be read."""
    ping = await message(request, Ping, MAX_BYTES)
    if isinstance(ping, Response):
        return ping
    if ping.leaving:
        presence().leave(ping.token)
        return Response(status_code=204)
    try:
        news = await run_in_threadpool(_news, ping)
    except (Unavailable, SQLAlchemyError):
        return Response(status_code=503)
    return Response(status_code=404) if news is None else JSONResponse(news.model_dump())


ROUTES = [Route("/designer/live", answer, methods=["POST"])]


def _news(ping: Ping) -> News | None:
    before = presence().find(ping.token)
    if before is None:
        return None
    is_new, was_named = not before.tab, before.name
    visit = presence().touch(ping.token, ping.tab, ping.person, without_hidden(ping.name)[:MAX_NAME])
    if visit is None:
        return None
    if visit.name != was_named and visit.person:
        Names(library().engine).name_person(visit.person, visit.name)
    others = [_other(visit, other) for other in presence().others(visit)]
    number = crc32(json.dumps([visit.colour, [other.model_dump() for other in others]]).encode())
    return News(
        news=_behind(visit, is_new),
        number=number,
        colour=visit.colour,
        others=None if number == ping.known else others,
    )


def _behind(visit: Visit, is_new: bool) -> int | None:
    """The revision of the workflow, where the page has not read it, or has just learnt what it can undo.

    A library that is in trouble is news, too, and so is its revision after that, or a change of the file.
    """
    try:
        revision = library().revision(visit.workflow)
        is_author = is_new and library().has_changes_of(visit.workflow, visit.author)
    except NoSuchWorkflow:
        return DELETED
    except Unavailable:
        return None if visit.revision == IN_TROUBLE else IN_TROUBLE
    if is_author or revision != visit.revision:
        return revision
    return news_of_files(library().engine, visit.workflow)


def _other(visit: Visit, other: Visit) -> Other:
    is_same = bool(other.person) and other.person == visit.person
    selected = list(other.selected[:MAX_SELECTED])
    return Other(name=other.name, colour=other.colour, is_same=is_same, selected=selected)
