"""`designer miro` with a real HTTP server: images, their updates, and every refusal."""

from __future__ import annotations

import json
import socket

import pytest
from miro_board import BOARD, TOKEN, miro_board

from designer.base.refusal import Refusal
from designer.library.samples import load_sample
from designer.sharing import miro, miro_api
from designer.sharing.account import Account, account
from designer.sharing.miro import board_id, send
from exporters.formats.pictures.png_metadata import extract_workflow
from exporters.settings import Settings

FLOW = '{"StartAt": "受付", "States": {"受付": {"Type": "Succeed"}}}\n'
WAIT = {"Retry-After": "0"}


@pytest.fixture
def board(folder, monkeypatch):
    (folder / "注文.asl.json").write_text(FLOW, "utf-8")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with miro_board() as served:
        monkeypatch.setenv("MIRO_TOKEN", TOKEN)
        monkeypatch.setenv("MIRO_URL", served.url)
        yield served


def data_of(image):
    return json.loads(image["data"].get_content())


def test_a_picture_is_put_onto_the_board_and_the_next_takes_its_place(folder, designer, board):
    ran = designer("miro", "注文.asl.json", f"https://miro.com/app/board/{BOARD}/?share=1")
    assert (ran.code, ran.err) == (0, "")
    ((item, image),) = board.images.items()
    assert ran.out == f"https://miro.com/app/board/{BOARD}/?moveToWidget={item}\n"
    assert data_of(image) == {"title": "注文"} and image["resource"].get_content_type() == "image/png"
    assert extract_workflow(image["resource"].get_content()).document.text == FLOW
    sidecar = json.loads((folder / "注文.design.json").read_text("utf-8"))
    assert sidecar["miro"] == {"board": BOARD, "items": {"workflow": item}}
    before = (folder / "注文.design.json").read_bytes()
    assert designer("miro", "注文.asl.json").code == 0
    assert [method for method, _ in board.calls] == ["POST", "PATCH"] and len(board.images) == 1
    assert (folder / "注文.design.json").read_bytes() == before
    assert TOKEN.encode() not in before and designer("validate", "注文.design.json").code == 0


def test_an_image_that_was_deleted_from_the_board_is_put_there_anew(folder, designer, board):
    assert designer("miro", "注文.asl.json", BOARD).code == 0
    board.images = {"elsewhere": {}}
    assert designer("miro", "注文.asl.json").code == 0
    assert [method for method, _ in board.calls] == ["POST", "PATCH", "POST"]
    sidecar = json.loads((folder / "注文.design.json").read_text("utf-8"))
    assert sidecar["miro"]["items"]["workflow"] in board.images


def test_the_sketch_has_an_image_of_its_own(folder, designer, board):
    sample = load_sample("checkout")
    (folder / "x.asl.yaml").write_text(sample.document.text, "utf-8")
    (folder / "x.design.json").write_text(sample.design.document.text, "utf-8")
    assert designer("miro", "x.asl.yaml", BOARD).code == 0
    assert designer("miro", "x.asl.yaml", "--sketch").code == 0
    assert len(board.images) == 2
    ran = designer("miro", "注文.asl.json", BOARD, "--sketch")
    assert ran.code == 1 and "There is no sketch to draw" in ran.refusal


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "does not take this picture (400 no: …)"),
        (401, "does not accept the token in MIRO_TOKEN"),
        (403, "needs the scope boards:write"),
        (404, f"has no board {BOARD}"),
        (413, "larger than the 6 MB"),
        (500, "unexpected (status 500 no: …)"),
        (302, "unexpected (status 302 no: …)"),
    ],
)
def test_a_refusal_of_miro_is_one_line_and_changes_nothing(folder, designer, board, status, words):
    board.answers = [(status, {"message": f"no:\n{TOKEN}"}, {"Location": "http://127.0.0.1:9/elsewhere"})]
    ran = designer("miro", "注文.asl.json", BOARD)
    assert ran.code == 1 and words in ran.refusal and TOKEN not in ran.refusal
    assert len(board.calls) == 1 and not (folder / "注文.design.json").exists()


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b'{"id": 7}', b'{"id": "../x"}', b'{"id": "' + b"1" * 200 + b'"}']
)
def test_an_answer_without_an_item_is_refused(folder, designer, board, answer):
    board.answers = [(201, answer)]
    assert "unexpected (status 201)" in designer("miro", "注文.asl.json", BOARD).refusal
    assert not (folder / "注文.design.json").exists()


def test_too_many_calls_are_made_again_when_miro_says_so(board):
    waits = []
    board.answers = [
        (429, {}, {"Retry-After": "7"}),
        (429, {}, {"X-RateLimit-Reset": "1030"}),
        (429, {}, {}),
    ]
    sent = send(
        load_sample("refund"), BOARD, Settings(), Account(TOKEN, board.url), waits.append, lambda: 1000
    )
    assert waits == [7, 30, 8] and sent.item in board.images
    assert len({path for _, path in board.calls}) == 1


@pytest.mark.parametrize("headers", [{"Retry-After": "0"}, {"Retry-After": "3600"}])
def test_too_many_calls_end_in_a_refusal(board, headers):
    board.answers = [(429, {}, headers)] * 9
    with pytest.raises(Refusal) as refused:
        send(load_sample("refund"), BOARD, Settings(), Account(TOKEN, board.url), lambda _: None)
    assert refused.value.key == "miro.busy"
    assert len(board.calls) == (miro_api.MOST_TRIES if headers == WAIT else 1)


def test_a_picture_that_is_too_large_is_drawn_smaller_and_one_of_6_mb_is_not_sent(board, monkeypatch):
    mine, workflow = Account(TOKEN, board.url), load_sample("refund")
    send(workflow, BOARD, Settings(), mine)
    (whole,) = (image["resource"].get_content() for image in board.images.values())
    monkeypatch.setattr(miro, "MOST_BYTES", len(whole) - 1)
    send(workflow, BOARD, Settings(), mine)
    assert len([*board.images.values()][-1]["resource"].get_content()) < len(whole)
    monkeypatch.setattr(miro, "MOST_BYTES", 10)
    with pytest.raises(Refusal, match=r"miro\.too-large"):
        send(workflow, BOARD, Settings(), mine)
    assert len(board.calls) == 2


def test_a_server_that_is_not_there_is_told(folder, designer, board, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("MIRO_URL", f"http://127.0.0.1:{free.getsockname()[1]}")
        assert "cannot be reached" in designer("miro", "注文.asl.json", BOARD).refusal


def test_without_a_token_or_a_board_nothing_is_sent(folder, designer, board, monkeypatch):
    assert "To which board?" in designer("miro", "注文.asl.json").refusal
    assert "no board of Miro" in designer("miro", "注文.asl.json", "https://example.com/x").refusal
    (folder / "注文.design.json").write_text("{")
    assert "cannot be read" in designer("miro", "注文.asl.json", BOARD).refusal
    monkeypatch.setenv("MIRO_TOKEN", "")
    assert "set MIRO_TOKEN" in designer("miro", "注文.asl.json", BOARD).refusal
    assert board.calls == []


@pytest.mark.parametrize(
    "environment",
    [
        {"MIRO_URL": "http://miro.example.com"},
        {"MIRO_URL": "ftp://localhost"},
        {"MIRO_URL": "api.miro.com"},
        {"MIRO_TOKEN": "a\r\nX: b"},
        {"MIRO_TOKEN": "トークン"},
    ],
)
def test_a_token_goes_only_where_it_is_safe(environment):
    with pytest.raises(Refusal):
        account({"MIRO_TOKEN": TOKEN, **environment})


def test_no_text_shows_the_token():
    assert TOKEN not in repr(account({"MIRO_TOKEN": TOKEN}))


@pytest.mark.parametrize(
    "text",
    [
        "uXjVOD6LSME=",
        "https://miro.com/app/board/uXjVOD6LSME=/",
        "https://miro.com/app/board/uXjVOD6LSME%3D/?x",
    ],
)
def test_a_board_is_named_by_its_id_or_its_address(text):
    assert board_id(text) == "uXjVOD6LSME="


@pytest.mark.parametrize("text", ["", "../boards", "https://evil.example/app/board/x", "a b", "x/../y"])
def test_what_is_no_board_is_refused(text):
    with pytest.raises(Refusal):
        board_id(text)
