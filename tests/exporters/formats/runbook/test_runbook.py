"""The runbook of a workflow: valid HTML that needs nothing else, inert Markdown, and pages that print."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from tooling import needs_chromium

from designer.library.samples import load_sample, samples
from exporters import export
from exporters.settings import Settings
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow, new_workflow

HOSTILE = (
    '<script>alert(1)</script> & "quoted" | `code` [link](javascript:x) ![x](//e.example) ${A} \x00\u202e'
)
XHTML = "{http://www.w3.org/1999/xhtml}"


def _files(workflow, language="ja"):
    artifacts = export(workflow, "runbook", settings=Settings(language=language))
    return {artifact.path.rsplit(".", 1)[1]: artifact.data.decode() for artifact in artifacts}


def _parsed(page) -> Element:
    parser = html5lib.HTMLParser()
    tree = parser.parse(page)
    assert parser.errors == []
    return tree


def _workflow(states, design=None):
    definition = {"StartAt": next(iter(states)), "States": states}
    sidecar = Document.parse(json.dumps({"version": 1, **(design or {})}), "json")
    return Workflow("flow", Document.parse(json.dumps(definition), "json"), Design(sidecar))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("sample", samples())
def test_the_page_is_valid_and_needs_nothing_else(sample, language):
    tree = _parsed(_files(load_sample(sample), language)["html"])
    assert tree.get("lang") == language
    for each in tree.iter():
        for name in ("src", "href", "{http://www.w3.org/1999/xlink}href"):
            assert (each.get(name) or "#").startswith("#")
    titles = [each.text for each in tree.iter(f"{XHTML}h2")]
    assert len(titles) == 9
    assert tree.find(f".//{XHTML}figure/{{http://www.w3.org/2000/svg}}svg") is not None


def test_a_workflow_without_cards_has_its_questions_open():
    task = {"Type": "Task", "Resource": "${Pay}", "End": True}
    files = _files(_workflow({"Pay": task}, {"states": {"p": {"name": "Pay", "undecided": ["Pay"]}}}), "en")
    opened = files["md"].split("## Open questions")[1]
    assert "What “Pay” calls" in opened
    assert "What if this fails?" in opened
    assert "The input contract has not been written yet" in opened


def test_the_answers_of_a_card_and_the_commands_are_in_it():
    card = {
        "customer": "受付中",
        "failures": [
            {"what": "断られた", "errors": ["Declined"], "answer": "human", "how": "電話", "tell": "受注"}
        ],
        "money": "takes",
        "idempotency": {"kind": "key", "by": "注文番号"},
        "deadline": 5400,
    }
    contract = {"fields": {"order.id": {"type": "string", "example": "A-1", "sentBy": "server"}}}
    nested = {
        "Type": "Task",
        "Resource": "arn:aws:states:::states:startExecution.sync:2",
        "Parameters": {"StateMachineArn": "${Payment}", "Input": {"it": "works"}},
        "End": True,
    }
    design = {"states": {"p": {"name": "Pay", "owner": "決済", "operations": card}}, "input": contract}
    text = _files(_workflow({"Pay": nested}, design))["md"]
    assert "断られた: 人が決める / 電話 / 知らせる相手: 受注 / エラー: Declined" in text
    assert "キーで一度だけにする（注文番号）" in text
    assert "1時間30分" in text
    assert "aws stepfunctions redrive-execution" in text
    assert '"id": "A-1"' in text
    assert "stateMachine:<Payment>" in text and '"it": "works"' in text
    assert "先に子の実行を見る" in text
    assert "に進みます" not in text.split("## やり直しの手順")[1]


@pytest.mark.parametrize("empty", [new_workflow("x"), _workflow({"A": {"Type": "Pass", "Next": "nowhere"}})])
def test_an_unfinished_workflow_has_a_runbook(empty):
    _parsed(_files(empty)["html"])


def test_no_text_of_people_is_markup():
    card = {
        "customer": HOSTILE,
        "failures": [{"what": HOSTILE, "tell": HOSTILE, "how": HOSTILE, "errors": [HOSTILE]}],
        "escalation": HOSTILE,
        "deadline": 5,
    }
    contract = {"fields": {HOSTILE: {"example": HOSTILE, "description": HOSTILE}}}
    send = {
        "Type": "Task",
        "Resource": "arn:aws:states:::sns:publish",
        "Parameters": {"Message": f"```\n# {HOSTILE}"},
        "Catch": [{"ErrorEquals": [HOSTILE], "Next": HOSTILE}],
        "End": True,
    }
    states = {"A": send, HOSTILE: {"Type": "Fail", "Error": HOSTILE}}
    entry = {"name": "A", "owner": HOSTILE, "businessName": HOSTILE, "note": HOSTILE, "operations": card}
    design = {"title": HOSTILE, "description": HOSTILE, "states": {"a": entry}, "input": contract}
    files = _files(_workflow(states, design))
    tree = _parsed(files["html"])
    assert not [each for each in tree.iter() if str(each.tag).endswith("script")]
    prose = re.sub(r"(?ms)^(`{3,})\n.*?^\1$", "", files["md"])
    assert "<script" not in prose
    assert "[link](" not in prose and "![x](" not in prose
    assert not re.search(r"(?<!\\)`", prose)


@pytest.mark.browser
@needs_chromium
def test_it_prints_on_pages_that_nothing_runs_out_of(tmp_path, browser):
    page_file = tmp_path / "runbook.html"
    page_file.write_text(_files(load_sample("checkout"))["html"], encoding="utf-8")
    page = browser.new_page(viewport={"width": 700, "height": 900})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert requests == [page_file.as_uri()]
    assert 5 < printed.count(b"/Type /Page\n") < 60
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
