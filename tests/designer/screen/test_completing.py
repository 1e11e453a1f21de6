"""The address at which fields ask for completions: what it answers, and what it refuses."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request

from designer.library.samples import load_sample
from designer.protocol.completion import MOST_TEXT
from designer.screen import completing
from designer.screen.process import library, presence, sessions
from designer.screen.session import Session
from designer.workspace.open_workflow import OpenWorkflow


@pytest.fixture
def session(tmp_path, monkeypatch):
    """A tab with the checkout."""
    monkeypatch.setenv("DESIGNER_DATABASE", f"sqlite:///{tmp_path / 'library.db'}")
    opened = OpenWorkflow(library().engine, library().add(load_sample("checkout")), presence())
    session = Session(opened)
    sessions()[opened.visit.token] = session
    return session


def asked(content_type="application/json", **question):
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/designer/complete",
        "headers": [(b"content-type", content_type.encode())],
        "query_string": b"",
    }

    async def receive():
        return {"type": "http.request", "body": json.dumps(question).encode(), "more_body": False}

    with ThreadPoolExecutor() as beside:  # the browser tests may have a loop in this thread
        response = beside.submit(asyncio.run, completing.answer(Request(scope, receive))).result()
    return response.status_code, json.loads(response.body)["offers"] if response.status_code == 200 else []


def question(session, name, before, path, **more):
    states = session.analysis.identity.states
    uid = next((uid for uid, state in states.items() if state.name == name), name)
    token = session.opened.visit.token
    return {"token": token, "uid": uid, "path": path, "before": before, "after": "", "language": "ja", **more}


def test_a_field_is_offered_what_is_known_there(session):
    status, offers = asked(**question(session, "決済", "{% $", ["Arguments", "Payload", "amount"]))
    names = {offer["name"]: offer["help"] for offer in offers}
    assert status == 200
    assert {"$states", "$order_id", "$sum"} <= names.keys()
    assert names["$sum"] == "数の合計"


def test_a_target_is_offered_the_states_beside(session):
    _, offers = asked(**question(session, "決済", "", ["Next"]))
    names = {offer["name"] for offer in offers}
    assert "すべて確保できたか" in names
    assert "決済" not in names


def test_a_state_that_is_not_there_is_offered_nothing(session):
    assert asked(**question(session, "gone", "{% $", ["Output"])) == (200, [])


def test_what_is_no_question_is_refused(session):
    fine = question(session, "決済", "{% $", ["Output"])
    assert asked("text/plain", **fine)[0] == 415
    assert asked(**{**fine, "token": "unknown"})[0] == 404
    assert asked(**{**fine, "more": 1})[0] == 422
    assert asked(**{**fine, "before": "x" * (MOST_TEXT + 1)})[0] == 422
    assert asked(**{**fine, "before": "x" * completing.MOST_BYTES})[0] == 413
