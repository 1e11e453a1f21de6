"""The address at which tabs ask for news: what it answers, and what it refuses."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request

from designer.library.store import Names
from designer.screen import live
from designer.screen.current_session import untitled
from designer.screen.process import library, presence
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Set
from schemas.sidecar.workflow import Change


@pytest.fixture
def tabs(tmp_path, monkeypatch):
    """Two open tabs on one workflow."""
    monkeypatch.setenv("DESIGNER_DATABASE", f"sqlite:///{tmp_path / 'library.db'}")
    id = library().add(untitled())
    return [OpenWorkflow(library().engine, id, presence()) for _ in range(2)]


def asked(body, content_type="application/json"):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/designer/live",
        "headers": [(b"content-type", content_type.encode())],
        "query_string": b"",
    }

    async def receive():
        return {"type": "http.request", "body": data, "more_body": False}

    with ThreadPoolExecutor() as beside:  # the browser tests may have a loop in this thread
        response = beside.submit(asyncio.run, live.answer(Request(scope, receive))).result()
    news = json.loads(response.body) if response.status_code == 200 else None
    return response.status_code, news


def ping(tab, name="", known=0, person=None, **more):
    token = tab.visit.token
    person = person or f"person-{token[:6]}"
    return {"token": token, "tab": f"tab-{token[:6]}", "person": person, "name": name, "known": known, **more}


def test_nothing_new_is_two_numbers(tabs):
    _, first = asked(ping(tabs[0]))
    status, news = asked(ping(tabs[0], known=first["number"]))
    assert (status, news["news"], news["others"]) == (200, None, None)


def test_a_change_elsewhere_is_news_until_the_page_has_read_it(tabs):
    here, there = tabs
    asked(ping(here))
    there.change(lambda workflow: Change((Set(("Comment",), "別"),)))
    assert asked(ping(here))[1]["news"] == 1
    here.refresh()
    assert asked(ping(here))[1]["news"] is None
    library().discard(here.record.id)
    assert asked(ping(here))[1]["news"] == live.DELETED


def test_the_others_are_told_with_what_they_have_selected(tabs):
    here, there = tabs
    there.selected = ("u",)
    asked(ping(there, " 田中\u202e\x00 花子 "))
    _, news = asked(ping(here))
    (other,) = news["others"]
    assert (other["name"], other["selected"], other["is_same"]) == ("田中 花子", ["u"], False)
    assert other["colour"] != news["colour"]
    assert "田中 花子" in Names(library().engine).people().values()
    asked(ping(there, leaving=True))
    assert asked(ping(here))[1]["others"] == []


def test_what_a_closed_tab_can_undo_is_news_to_the_persons_next_one(tabs):
    before, after = tabs
    asked(ping(before, person="hana"))
    before.change(lambda workflow: Change((Set(("Comment",), "前"),)))
    after.refresh()
    asked(ping(before, person="hana", leaving=True))
    assert asked(ping(after, person="hana"))[1]["news"] == 1
    assert after.can_undo


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"[" * 5000, "application/json", 413),
        (b"{", "application/json", 422),
        ({"token": "no such", "tab": "t", "person": "p", "name": "", "known": 0}, "application/json", 422),
        ({"token": "nobody", "tab": "t", "person": "p", "name": "", "known": 0}, "application/json", 404),
        ({"token": "x", "tab": "t", "person": "p", "name": "x" * 999, "known": 0}, "application/json", 422),
    ],
)
def test_anything_else_is_refused(tabs, body, content_type, status):
    assert asked(body, content_type) == (status, None)
