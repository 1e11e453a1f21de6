"""The guard of the server, and the line that says when others can reach it."""

import asyncio
import logging

import pytest
from inspecting import machine
from streamlit import config

from designer.base import logs
from designer.base.words import word
from designer.screen.server import Guard, listens_beyond_this_machine

OPTION = "server.address"


@pytest.fixture(params=["0.0.0.0", "192.168.1.4", "example.test", None])  # noqa: S104 - nothing listens
def exposed(request):
    before = config.get_option(OPTION)
    config.set_option(OPTION, request.param)
    yield request.param
    config.set_option(OPTION, before)


@pytest.fixture(params=["localhost", "127.0.0.1", "127.8.8.8", "::1", "unix:///run/designer.sock"])
def local(request):
    before = config.get_option(OPTION)
    config.set_option(OPTION, request.param)
    yield request.param
    config.set_option(OPTION, before)


def passed(kind, host):
    """What reaches the application, and what the guard answers itself, for a request to that host."""
    reached, answered, _ = requested(kind, host)
    return reached, answered


def requested(kind, host):
    """The same, with the text of the answer."""
    reached, answered, text = [], [], []

    async def app(scope, receive, send):
        reached.append(scope["type"])

    async def send(message):
        answered.append(message["type"])
        text.append(message.get("body", b"").decode())

    scope = {"type": kind, "method": "GET", "path": "/", "headers": [(b"host", host.encode())]}
    asyncio.run(Guard(app)(scope, None, send))
    return reached, answered, "".join(text)


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "a.localhost", ""])
def test_names_of_this_machine_reach_the_page(local, host):
    assert passed("websocket", host) == (["websocket"], [])
    assert not listens_beyond_this_machine()


@pytest.mark.parametrize(
    "host", ["rebound.example:8501", "127.0.0.1.example", "localhost.example", "10.0.0.7:1"]
)
def test_other_names_do_not(local, host):
    assert passed("websocket", host) == ([], ["websocket.close"])
    assert passed("http", host) == ([], ["http.response.start", "http.response.body"])


def test_the_refusal_of_another_name_is_in_both_languages(local):
    _, _, text = requested("http", "rebound.example")
    assert text.splitlines() == [word(language, "server.foreign-name") for language in ("ja", "en")]


def test_a_server_that_others_can_reach_answers_under_every_name(exposed):
    assert passed("websocket", "designer.example") == (["websocket"], [])


def test_a_page_that_others_can_reach_says_so(opened, exposed):
    page = opened(machine({"Type": "Pass", "End": True}))
    assert "beyond this computer" in page.warning[0].value


def test_a_page_that_stays_on_this_machine_says_nothing(opened, local):
    page = opened(machine({"Type": "Pass", "End": True}))
    assert len(page.warning) == 0


def test_an_exception_is_logged_without_its_message(caplog, monkeypatch):
    before = logging.getLogRecordFactory()
    logs.leave_out_messages()
    try:
        try:
            raise ValueError("secret of a definition")
        except ValueError as error:
            logging.getLogger("anything").exception("It failed: %s", error)
    finally:
        logging.setLogRecordFactory(before)
    assert "secret" not in caplog.text
    assert "It failed: ValueError" in caplog.text
    assert "test_server.py" in caplog.text
